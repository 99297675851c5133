"""Prefilter: one Aho-Corasick automaton over the anchors of all rules, so that a rule costs nothing where it cannot fire.

Aho & Corasick, "Efficient string matching", CACM 18 (1975), as built by pyahocorasick, which has wheels for musl, too.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Hits = list[tuple[int, int]]
_END: Final = 4  # letters at either end of an anchor that are looked for in a first text


class Prefilter:
    """Scans a folded view once and yields where whose anchors occur. Owners are small integers."""

    def __init__(self, anchors: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._anchors = tuple(anchors)
        self._scanned = False

    @cached_property
    def _whole(self) -> Any:
        """The automaton of all anchors."""
        return _built((owner, literal) for owner, literals in self._anchors for literal in literals)

    def _automaton(self, text: str) -> Any:
        """For the first text only of the anchors whose ends it has: to build the whole takes longer than to scan ten articles."""
        if self._scanned:
            return self._whole
        self._scanned = True
        there = {text[at : at + _END] for at in range(len(text))}
        return _built(
            (owner, one)
            for owner, literals in self._anchors
            for one in literals
            if len(one) < _END or (one[:_END] in there and one[-_END:] in there)
        )

    def scan(self, text: str) -> dict[int, Hits]:
        """Owner → half-open places of its anchors, in order of their end."""
        found: dict[int, Hits] = {}
        automaton = self._automaton(text) if text and self._anchors else ()
        for last, (owners, before) in automaton.iter(text) if automaton else ():
            place = (last - before, last + 1)
            for owner in owners:
                if owner in found:
                    found[owner].append(place)
                else:
                    found[owner] = [place]
        return found


def _built(anchors: Iterable[tuple[int, str]]) -> Any:
    from ahocorasick import Automaton

    owners: dict[str, list[int]] = {}
    for owner, literal in anchors:
        owners.setdefault(literal, []).append(owner)
    automaton = Automaton()
    for literal, own in owners.items():
        automaton.add_word(literal, (own, len(literal) - 1))
    automaton.make_automaton()
    return automaton


def scan_plainly(literals: Sequence[str], text: str) -> Hits:
    """What `Prefilter.scan` finds for one owner, by plain search: the laws hold one against the other."""
    hits: Hits = []
    for literal in literals:
        at = text.find(literal)
        while at >= 0:
            hits.append((at, at + len(literal)))
            at = text.find(literal, at + 1)
    return sorted(hits, key=lambda hit: (hit[1], hit[0]))
