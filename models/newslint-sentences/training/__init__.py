"""How the files of the model are written. Nothing here is part of the wheel."""
