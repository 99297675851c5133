"""Archive: the same rules over millions of articles: Arrow batches, files, Spark, and articles beside each other."""
