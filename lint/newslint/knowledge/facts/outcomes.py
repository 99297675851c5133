"""Outcomes: words that say how something turned out, in groups of which only one is true of one thing: passed and rejected.

The table is `data/gazetteer/opposites.txt`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.inflections import by_rule
from newslint.knowledge.gazetteer import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_DETERMINERS = frozenset({"its", "his", "her", "their", "the", "a", "an", "our"})
_LOOSE = frozenset({"to", "for", "with", "in", "past"})  # after a verb that keeps its own meaning: "falls to 5%"


class Outcome(NamedTuple):
    """One outcome of a group; `acts` if the word is a verb whose object is what the outcome is of: "pass the bill"."""

    group: str
    number: int
    acts: bool


class Hit(NamedTuple):
    """The words [first, last) of a sequence, and the outcomes that they may mean."""

    first: int
    last: int
    outcomes: tuple[Outcome, ...]


def outcomes(words: Sequence[str]) -> Iterator[Hit]:
    """The outcomes among folded words, in order, the longest phrase first."""
    known, at = table(), 0
    while at < len(words):
        phrases = known.get(words[at], {})
        ends = {rest: end for rest in phrases if (end := _end(words, at + 1, rest)) is not None}
        if not ends:
            at += 1
            continue
        best = max(ends, key=len)
        meant = [*phrases[best], *(phrases.get((), ()) if best and best[0] in _LOOSE else ())]
        yield Hit(at, ends[best], tuple(meant))
        at = ends[best]


def _end(words: Sequence[str], at: int, rest: tuple[str, ...]) -> int | None:
    """Where the rest of a phrase ends, determiners passed over: "gave (its) blessing"; None if it is another one."""
    for number, word in enumerate(rest):
        while number < len(rest) and at < len(words) and words[at] in _DETERMINERS and words[at] != word:
            at += 1
        if at >= len(words) or words[at] != word:
            return None
        at += 1
    return at


@cache
def table() -> dict[str, dict[tuple[str, ...], list[Outcome]]]:
    """First word → the words after it → outcomes."""
    found: dict[str, dict[tuple[str, ...], list[Outcome]]] = {}
    for group, number, written in _phrases():
        first, *rest = written.strip("=_ ").split(" ")
        outcome = Outcome(group, number, written.endswith("_"))
        for form in (first,) if written.startswith("=") else _forms(first):
            meant = found.setdefault(form, {}).setdefault(tuple(rest), [])
            if outcome not in meant:
                meant.append(outcome)
    return found


def _phrases() -> Iterator[tuple[str, int, str]]:
    for line in lines("opposites.txt"):
        if not line.startswith("!"):
            group, *cells = (cell.strip() for cell in line.split("|"))
            yield from ((group, number, word.strip()) for number, cell in enumerate(cells) for word in cell.split(","))


def _forms(verb: str) -> tuple[str, ...]:
    return (verb, *_irregular().get(verb, by_rule(verb, "V").values()))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    split = (line[1:].split(":") for line in lines("opposites.txt") if line.startswith("!"))
    return {verb.strip(): tuple(shown.split()) for verb, shown in split}
