"""A sentence model for newslint: the files in `model/`, found when this package is installed."""

__version__ = "1"
