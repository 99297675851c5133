"""What a file is: its text, its views, its segments and quotations."""
