"""Checks of the pack claims: what an article shares with claims that fact-checkers have rated."""
