"""What newslint knows of language: the only homes of heavy things, each loaded when a check asks for it."""
