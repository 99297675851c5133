"""What an editor looks at while an article is written: the language server."""
