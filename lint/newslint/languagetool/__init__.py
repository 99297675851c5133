"""LanguageTool for newslint: finds, starts and queries it, and keeps its answers. Imported only on demand."""
