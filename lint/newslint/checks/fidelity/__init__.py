"""Checks of an article against its sources."""
