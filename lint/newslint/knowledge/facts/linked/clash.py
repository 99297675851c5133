"""Clash: a figure that another one of the article rules out, and what it should be by that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from msgspec import Struct

if TYPE_CHECKING:
    from newslint.finding import Span
    from newslint.knowledge.facts.quantities import Quantity

Case = Literal[
    "base",
    "record",
    "extreme",
    "parts",
    "implied",
    "answers",
    "filled",
    "each",
    "toll",
    "priced",
    "change",
    "rest",
    "next",
    "nth",
    "terms",
    "present",
    "clock",
    "scorer",
    "finish",
    "children",
    "since",
    "young",
    "edition",
    "replaced",
    "top",
    "unit",
    "share",
    "named",
    "tenure",
    "plan",
    "span",
    "life",
    "gap",
    "once",
    "long",
]
CASES: Final[tuple[Case, ...]] = get_args(Case)
TIMES: Final[frozenset[Case]] = frozenset(
    {"clock", "since", "young", "edition", "replaced", "tenure", "plan", "span", "long"}
)


class Clash(Struct, frozen=True):
    """That the words at `place` and those at `others` (spans of the prose) contradict each other; `computed` is what they make."""

    case: Case
    place: Span
    others: tuple[Span, ...]
    computed: str = ""


def spans(*figures: Quantity) -> tuple[Span, ...]:
    """The spans of some figures."""
    return tuple(one.span for one in figures)
