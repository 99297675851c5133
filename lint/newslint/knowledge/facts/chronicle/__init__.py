"""Chronicle: what the parse says happened to whom, when and for how long, over all sentences of an article."""
