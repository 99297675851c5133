"""Humans: who of the cast is a person, by name, title and verb, and in thorough reading by nouns and pronouns that take them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who.scene import scene

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.knowledge.facts.who.scene import Seen


def humans(document: Document) -> frozenset[int]:
    """The indices of those who are people as far as the text shows; use `document.derived(humans)`."""
    shown = (
        one.who
        for one in document.derived(scene)
        if one.who is not None and one.who >= 0 and (one.how == "pronoun" or (one.how == "said" and _noun(one)))
    )
    return document.derived(cast).human | frozenset(shown)


def _noun(one: Seen) -> bool:
    return one.description is not None and bool(one.description.noun)
