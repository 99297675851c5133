"""Clash: a time that another one of the article rules out, and what it should be by that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from msgspec import Struct

if TYPE_CHECKING:
    from newslint.finding import Span

Case = Literal["clock", "since", "young", "edition", "replaced", "tenure", "plan", "span", "long"]
CASES: Final[tuple[Case, ...]] = get_args(Case)


class Clash(Struct, frozen=True):
    """That the words at `place` and those at `others` (spans of the prose) contradict each other; `computed` is what they make."""

    case: Case
    place: Span
    others: tuple[Span, ...]
    computed: str = ""
