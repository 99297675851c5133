"""What changes an article, or remembers what is known of it: fixes, baseline, changed lines."""
