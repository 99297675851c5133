"""Exclusive words: sets of nouns of which only one can be true of one thing: a grant is no loan, a frigate no destroyer.

The table is `data/gazetteer/exclusive.txt`; the words of one thing by several names have one number.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newslint.inflections import by_rule
from newslint.knowledge.gazetteer import lines


class Term(NamedTuple):
    """A word's place: the number of its set, the number of the thing in it, and whether articles keep to one of the set."""

    group: int
    thing: int
    kept: bool


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """A noun in lower case, singular or plural → its places."""
    found: dict[str, list[Term]] = {}
    for group, line in enumerate(lines("exclusive.txt")):
        use, _, cells = line.partition("|")
        for thing, cell in enumerate(cells.split(",")):
            for noun in cell.strip().split("/"):
                for form in (noun, _plural(noun)):
                    found.setdefault(form, []).append(Term(group, thing, use.strip() == "t"))
    return {noun: tuple(places) for noun, places in found.items()}


def exclude(one: str, other: str) -> Term | None:
    """The place of the first word in a set that has the other as something else; None if there is none or they share one."""
    known = terms()
    others = {(place.group, place.thing) for place in known.get(other, ())}
    groups = {group for group, _ in others}
    mine = known.get(one, ())
    if any((place.group, place.thing) in others for place in mine):
        return None
    return next((place for place in mine if place.group in groups), None)


def _plural(noun: str) -> str:
    *before, last = noun.split(" ")
    return " ".join([*before, last[:-3] + "men" if last.endswith("man") else by_rule(last, "N")["NNS"]])
