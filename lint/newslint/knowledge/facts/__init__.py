"""What an article says, as facts with their spans: quantities, people, times, speech, events, terms. Knows no rule."""
