"""Many files: found, planned, linted in order."""
