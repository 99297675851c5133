"""Kinds that house rules are made of: phrases, patterns, limits."""
