"""What `newslint train` does: tables and models built from plain articles.

Linting imports nothing from here.  The modules need numpy; fitting the trees needs
the extra `newslint[train]`.
"""
