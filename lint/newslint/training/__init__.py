"""What `newslint train` does: tables and models built from plain articles.

Nothing here is imported when an article is linted.  The modules need numpy; fitting the trees needs
the extra `newslint[train]`.
"""
