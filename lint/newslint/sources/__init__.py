"""Sources: an article beside the texts that it was written from: which sentences answer each other, and what differs."""
