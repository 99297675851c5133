"""Figures that other figures of the article determine: one file a relation, each tries to explain before it objects."""
