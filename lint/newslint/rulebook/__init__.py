"""YAML into rules: declarations, inheritance, packs."""
