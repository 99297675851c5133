"""Clauses: whom the clause around an offset is about, as the parse and the scene show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.knowledge.facts.who.doings import subject
from newslint.knowledge.facts.who.scene import scene
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from newslint.article.document import Document


def about(document: Document, at: int) -> int | None:
    """The person of the cast who is the subject of the verb that an offset is under; None if it is not known, or read quickly."""
    if not document.settings.pipeline:
        return None
    for sentence in parsed(document, [document.sentence_at(at)]):
        token = next((each for each in sentence.doc if sentence.start + each.idx + len(each.text) > at), None)
        holder = None if token is None else subject(_verb(token))
        if holder is not None:
            end = sentence.start + holder.idx + len(holder.text)
            found = (one for one in document.derived(scene) if one.end == end and one.how not in ("must", "likely"))
            return _of_cast(next((one.who for one in found if one.who is not None), None))
    return None


def meant(document: Document, start: int, end: int) -> int | None:
    """The person of the cast whom the scene takes the pronoun at [start, end) to mean; None if that is not known."""
    found = (one for one in document.derived(scene) if (one.start, one.end) == (start, end))
    return _of_cast(next((one.who for one in found if one.description is None and one.how != "must"), None))


def _of_cast(who: int | None) -> int | None:
    return who if who is not None and who >= 0 else None


def _verb(token: Any) -> Any:
    """The nearest verb that is, or is above, a token; the top of the sentence if there is none."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token.head if token.dep_ in ("aux", "auxpass") else token
