"""Links: which person of the cast the words at a place mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.knowledge.facts import reference
from newslint.knowledge.facts.who.scene import scene

if TYPE_CHECKING:
    from newslint.article.document import Document


def meant_at(document: Document, start: int, end: int) -> int | None:
    """Whom "his" or "her" at [start, end) means: as the scene has it, else as the words around show; None if it is not sure."""
    place = (start, end)
    person = next((one.who for one in document.derived(scene) if (one.start, one.end) == place), None)
    if person is not None:
        return person
    return reference.owner(document, start, "m" if document.prose.text[start:end].lower() == "his" else "f")
