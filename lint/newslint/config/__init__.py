"""Settings: found, read, resolved."""
