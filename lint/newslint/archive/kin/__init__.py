"""Kin: the articles of an archive that were made from each other: copies, updates, spun and reworded versions."""
