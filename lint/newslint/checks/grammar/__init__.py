"""What LanguageTool says."""
