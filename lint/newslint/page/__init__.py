"""What is looked at in a browser: one file each, with nothing from elsewhere, no script, and tables beside its plots."""
