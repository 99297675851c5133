"""Reading: the spaCy pipeline that thorough reading loads, once a process, and what it says of a document's sentences."""
