"""Is what newslint was told in order?"""
