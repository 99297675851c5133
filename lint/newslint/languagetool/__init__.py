"""LanguageTool behind newslint: found, started, asked, its answers kept. Imported only when a rule asks."""
