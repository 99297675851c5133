"""How well the pack claims finds what fact-checkers have rated, and what it costs."""
