"""Claims that fact-checkers have rated: feeds of their reviews, an index of them, and what an article shares with one."""
