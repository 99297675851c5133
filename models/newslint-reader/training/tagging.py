"""Tags: what a word needs.  KEEP: nothing.  Small words have tags of their own, so that the reader can say which."""

from __future__ import annotations

from typing import Final

KEEP, DELETE, FORM, NEAR = "keep", "delete", "form", "near"
INSERTED: Final = tuple(
    "a an the of to in on at by for from with as is are was were be been has have had it he they that and or not".split()
)
REPLACING: Final = tuple(
    "a an the of off to too in on at by for from form with as is are was were be been has have had it its he her his him "
    "they them their there this these that than then and or our your you who whose how not no now new up out if so but".split()
)
TAGS: Final = (
    KEEP,
    DELETE,
    FORM,
    NEAR,
    *(f"insert {word}" for word in INSERTED),
    *(f"replace {word}" for word in REPLACING),
)
NUMBER: Final = {tag: number for number, tag in enumerate(TAGS)}
