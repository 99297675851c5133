"""Prefilter: one Aho-Corasick automaton over the anchors of all rules, so that a rule costs nothing where it cannot fire.

Aho & Corasick, "Efficient string matching", CACM 18 (1975), as built by pyahocorasick, which has wheels for musl, too.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Hits = list[tuple[int, int]]


class Prefilter:
    """Scans a folded view once and yields where whose anchors occur. Owners are small integers."""

    def __init__(self, anchors: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._anchors = list(anchors)

    @cached_property
    def _built(self) -> tuple[Any, list[list[int]]]:
        """The automaton (None without anchors), and the owners of each of its literals; built at the first text."""
        owners: dict[str, list[int]] = {}
        for owner, literals in self._anchors:
            for literal in literals:
                owners.setdefault(literal, []).append(owner)
        if not owners:
            return None, []
        from ahocorasick import Automaton

        automaton = Automaton()
        for index, literal in enumerate(owners):
            automaton.add_word(literal, (index, len(literal) - 1))
        automaton.make_automaton()
        return automaton, list(owners.values())

    def scan(self, text: str) -> dict[int, Hits]:
        """Owner → half-open places of its anchors, in order of their end."""
        found: dict[int, Hits] = {}
        automaton, owners = self._built if text else (None, [])
        if automaton is None:
            return found
        for last, (index, before) in automaton.iter(text):
            place = (last - before, last + 1)
            for owner in owners[index]:
                if owner in found:
                    found[owner].append(place)
                else:
                    found[owner] = [place]
        return found


def scan_plainly(literals: Sequence[str], text: str) -> Hits:
    """What `Prefilter.scan` finds for one owner, by plain search: the laws hold one against the other."""
    hits: Hits = []
    for literal in literals:
        at = text.find(literal)
        while at >= 0:
            hits.append((at, at + len(literal)))
            at = text.find(literal, at + 1)
    return sorted(hits, key=lambda hit: (hit[1], hit[0]))
