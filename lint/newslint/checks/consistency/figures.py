"""figures: a figure that other figures of the article determine, and that they do not bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.relations import relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.relation import Relation


class Figures(Check, frozen=True, kw_only=True):
    """`of the 220 pupils, 44, or one in four`, `rose 20% to $6.6bn from $6bn`, `made up of 41 in the port and 33 inland`.

    Derived figures are recomputed from those that they are tied to, with every plausible rounding. See `facts/relations`.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "computed", "first", "last", "parts"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        name: frozenset()
        for name in ("rise", "fall", "factor", "points", "share", "sum", "percent-sum", "difference")
    }
    roles: ClassVar[dict[str, frozenset[str]]] = {
        role: frozenset() for role in ("from", "to", "total", "part", "end", "whole")
    }
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """Words of relation: a text without any of them derives no figure from others."""
        return _CUES

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each derived figure that is not explained."""
        text = unit.document.prose.text
        for one in unit.document.derived(relations):
            if not one.explained:
                yield _match(text, one)


_CUES = (
    " of ", "of the ", "%", "percent", "per cent", "from ", " or ", "doubl", "tripl", "halv", "half", "total", " in all", "altogether",
    "more than", "fewer than", "less than", " by ", "each", "apiece", "(", "—", "–", ": ",
)  # fmt: skip


def _match(text: str, one: Relation) -> Match:
    place, percent = one.place, one.derived.kind == "percent"
    related = [Compared(figure.span, role) for figure, role in one.operands if figure is not place]
    if place is not one.derived:
        related.append(Compared(one.derived.span, "total" if one.name == "sum" else "end"))
    written = [text[figure.start : figure.end] for figure, _ in one.operands]
    unit = one.derived.unit if one.derived.kind == "money" and one.name in ("sum", "difference") else ""
    values = {
        "stated": text[one.derived.start : one.derived.end],
        "computed": f"{unit}{one.computed}",
        "first": written[0],
        "last": written[-1],
        "parts": " + ".join(written),
    }
    return Match(place.span, values=values, related=tuple(related), case="percent-sum" if percent and one.name == "sum" else one.name)
