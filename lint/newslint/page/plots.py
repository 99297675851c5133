"""Plots: bars beside names and columns over time, as SVG in the page; a table beside each says the same in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.page.sheet import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Bar = tuple[str, float]  # what is counted, and the figure

_WIDTH: Final = 720
_ROW: Final = 22  # height of a bar with its air
_NAMES: Final = 240  # room for names
_FIGURES: Final = 60  # room for figures
_LONGEST: Final = 36  # code points of a name
_HEIGHT: Final = 180  # of the tallest column
_LABELS: Final = 12  # names below columns: more would run into each other


def bars(title: str, what: str, found: Sequence[Bar]) -> str:
    """Horizontal bars, one a row in the order given. `title` and `what` (a unit) are read out."""
    height = _ROW * len(found) + 4
    return _figure(title, what, height, _bars(found))


def _bars(found: Sequence[Bar]) -> Iterator[str]:
    room, most = _WIDTH - _NAMES - _FIGURES, max((figure for _, figure in found), default=0) or 1
    for row, (name, figure) in enumerate(found):
        top, width = row * _ROW + 2, figure / most * room
        yield f'<text x="{_NAMES - 8}" y="{top + 14}" text-anchor="end">{text(_short(name))}</text>'
        yield f'<rect class="bar" x="{_NAMES}" y="{top}" width="{width:.1f}" height="{_ROW - 4}"/>'
        yield f'<text x="{_NAMES + width + 6:.1f}" y="{top + 14}">{figure:,.1f}</text>'


def columns(title: str, what: str, found: Sequence[Bar]) -> str:
    """Upright columns from left to right, in the order given."""
    return _figure(title, what, _HEIGHT + 44, _columns(found))


def _columns(found: Sequence[Bar]) -> Iterator[str]:
    most, step = max((figure for _, figure in found), default=0) or 1, _WIDTH / max(len(found), 1)
    every = -(-len(found) // _LABELS) or 1
    for number, (name, figure) in enumerate(found):
        height, left = figure / most * _HEIGHT, number * step
        top = 20 + _HEIGHT - height
        yield f'<rect class="bar" x="{left + 1:.1f}" y="{top:.1f}" width="{max(min(step - 2, 60), 1):.1f}" height="{height:.1f}"/>'
        if number % every == 0:
            yield f'<text x="{left + 1:.1f}" y="{_HEIGHT + 38}">{text(_short(name))}</text>'
            yield f'<text x="{left + 1:.1f}" y="{top - 4:.1f}">{figure:,.1f}</text>'
    yield f'<line class="axis" x1="0" y1="{_HEIGHT + 20}" x2="{_WIDTH}" y2="{_HEIGHT + 20}"/>'


def _figure(title: str, what: str, height: int, shapes: Iterator[str]) -> str:
    spoken = f"{title}: {what}. The table below has the same figures."
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{text(spoken)}">'
    caption = f"<figcaption>{text(what[:1].upper() + what[1:])}</figcaption>"
    return "\n".join(["<figure>", head, *shapes, "</svg>", caption, "</figure>"])


def _short(name: str) -> str:
    """The end of a long name, which tells folders apart."""
    return name if len(name) <= _LONGEST else f"…{name[1 - _LONGEST :]}"
