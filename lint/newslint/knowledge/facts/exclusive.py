"""Exclusive words: sets of nouns of which only one can be true of one thing: a grant is no loan, a frigate no destroyer.

The table is `data/gazetteer/exclusive.txt`; the words of one thing by several names have one number.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newslint.inflections import by_rule
from newslint.knowledge.gazetteer import lines


class Term(NamedTuple):
    """A word's place: the number of its set, the number of the thing in it, and what the set is good for (see the table)."""

    group: int
    thing: int
    use: str


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """A noun in lower case, singular or plural → its places."""
    found: dict[str, list[Term]] = {}
    for group, line in enumerate(lines("exclusive.txt")):
        use, _, cells = line.partition("|")
        for thing, cell in enumerate(cells.split(",")):
            for noun in cell.strip().split("/"):
                for form in (noun, _plural(noun)):
                    found.setdefault(form, []).append(Term(group, thing, use.strip()))
    return {noun: tuple(places) for noun, places in found.items()}


@cache
def plurals() -> frozenset[str]:
    """The plurals among the nouns."""
    cells = (cell for line in lines("exclusive.txt") for cell in line.partition("|")[2].split(","))
    return frozenset(_plural(noun) for cell in cells for noun in cell.strip().split("/"))


def exclude(one: str, other: str, use: str = "") -> bool:
    """Whether a set (of some use, if one is named) has both words as two things, and none has them as one."""
    known = terms()
    places = [(a, b) for a in known.get(one, ()) for b in known.get(other, ()) if a.group == b.group]
    return any(use in a.use for a, _ in places) and all(a.thing != b.thing for a, b in places)


def _plural(noun: str) -> str:
    *before, last = noun.split(" ")
    return " ".join([*before, last[:-3] + "men" if last.endswith("man") else by_rule(last, "N")["NNS"]])


@cache
def uses(word: str) -> str:
    """The letters of what the sets that have a word are good for."""
    return "".join(place.use for place in terms().get(word, ()))


@cache
def same(word: str) -> frozenset[str]:
    """The words that may mean the same as a word, its plural among them."""
    places = {(place.group, place.thing) for place in terms().get(word, ())}
    return frozenset(
        other for other, found in terms().items() if any((each.group, each.thing) in places for each in found)
    )
