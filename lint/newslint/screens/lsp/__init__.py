"""The language server: articles linted while they are written, over the Language Server Protocol 3.17."""
