"""Differing: what an article says in one place and its source otherwise in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.finding import Span

if TYPE_CHECKING:
    from newslint.sources.alignment import Alignment
    from newslint.sources.slots import Slot


class Differing(Struct, frozen=True):
    """A place of the article, the one of a source with which it is at odds, that source's number, and `what` differs."""

    here: Span
    there: Span
    source: int
    what: str


def differing(slot: Slot, alignment: Alignment, what: str) -> Differing:
    """Two facts that are in one place of what is said, as what differs."""
    here, there = Span(slot.here.start, slot.here.end), Span(slot.there.start, slot.there.end)
    return Differing(here, there, alignment.source[slot.source].source, what)
