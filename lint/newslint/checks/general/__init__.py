"""Kinds for house rules: phrases, patterns, limits."""
