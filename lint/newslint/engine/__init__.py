"""A document and rules into findings."""
