"""Traits that the parse finds: what titles, appositions, "is a" and descriptions say of named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.knowledge.facts.roles import Trait
from newslint.knowledge.facts.who.scene import Seen, scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document


def read_traits(document: Document) -> tuple[Trait, ...]:
    """What the parse shows, in order; use with `derived`. Nothing if the document is read quickly."""
    return tuple(trait for one in document.derived(scene) for trait in _traits(one))


def refuted(document: Document, trait: Trait) -> bool:
    """Whether the parse gives a description to somebody else, or cannot tell whose it is."""
    around = (
        one for one in document.derived(scene) if one.start <= trait.start < one.end and one.description is not None
    )
    return any(one.who != trait.person for one in around)


def _traits(one: Seen) -> Iterator[Trait]:
    if one.who is None or one.who < 0:
        return
    if one.sex:
        yield Trait(
            one.start, one.end, one.who, "sex", one.sex, "person", how="description" if one.how == "must" else "name"
        )
    if one.description is None or one.how == "likely":
        return
    said = one.description
    limited = said.limited or not one.present
    how = "name" if one.how == "said" else "description"
    for each in said.qualities:
        past = limited and each.slot not in ("was", "born", "sex")
        yield Trait(each.start, each.end, one.who, each.slot, each.value, said.role or said.noun, past, how)
