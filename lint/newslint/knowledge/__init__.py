"""What newslint knows of names, numbers, dates and places. Nothing here knows about rules."""
