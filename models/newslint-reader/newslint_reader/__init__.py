"""The reader model of newslint: weights and vocabulary in `model/`; the code that reads with them is newslint's own."""

__version__ = "0.2.1"
