"""The light model of word choice, read only; `training` makes it."""
