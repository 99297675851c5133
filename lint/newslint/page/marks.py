"""Marks: places in a text, as links to what is said of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.page.sheet import text

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING: Final = "‸"  # shown where something is missing


class Mark(Struct, frozen=True):
    """[start, end) of a text, a link to the element `target`; `name` is the mark's own, `kind` its class, `rank` its gravity."""

    start: int
    end: int
    name: str
    target: str
    kind: str
    title: str
    rank: int = 0


def marked(content: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """[start, end) of a text as markup, with its marks as links; where some overlap, the gravest is the link."""
    inside = sorted((mark for mark in marks if _touches(mark, start, end)), key=lambda mark: (mark.start, mark.end))
    edges = sorted({start, end, *(edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end)})
    parts: list[str] = []
    waiting = inside
    for first, last in [*pairwise(edges), (end, end)]:
        begun = [mark for mark in waiting if mark.start <= first]
        waiting = waiting[len(begun) :]
        parts += [f'<span id="{text(mark.name)}"></span>' for mark in begun]
        parts += [_link(mark, _NOTHING) for mark in begun if mark.start == mark.end]
        over = max((mark for mark in inside if mark.start <= first < mark.end), key=_gravity, default=None)
        words = text(content[first:last])
        parts.append(_link(over, words) if over is not None and words else words)
    return "".join(parts)


def _touches(mark: Mark, start: int, end: int) -> bool:
    """Whether a mark is in [start, end), or is nothing at one of its edges."""
    return (mark.start < end and mark.end > start) or (mark.start == mark.end and start <= mark.start <= end)


def _gravity(mark: Mark) -> tuple[int, int]:
    return mark.rank, mark.start


def _link(mark: Mark, words: str) -> str:
    return f'<a class="mark {mark.kind}" href="#{text(mark.target)}" title="{text(mark.title)}">{words}</a>'
