"""Is the text whole and clean?"""
