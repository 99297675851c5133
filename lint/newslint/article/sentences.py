"""Sentences: where those of a block begin and end."""

from __future__ import annotations

from typing import Final

from newslint.patterns import lazy

_SENTENCE_END = lazy(r"[.!?…。][\"”’')\]»]*\s")
_CLOSERS = lazy(r"[\"”’')\]»]+(?:\s|$)")
# Where the splitter cuts too early: times before a day, initials and ranks that it does not know.
_NO_END = lazy(
    r"(?:\b[ap]\.m\.|\b[A-Z]\.|\b(?:Gens?|Sens?|Reps?|Govs?|Lts?|Cols?|Sgts?|Cpls?|Pvts?|Maj|Capt|Cmdr|Adm|Supt|Det|Insp|Revs?|Hon|Msgr|"
    r"Nos?|Dists?|Ft|Mt|St|vs|v|ca|approx|Mr|Mrs|Ms|Mx|Drs?|Profs?))\.?[\"”’')]*\s*$"
)
_TAIL: Final = 40  # code points of an abbreviation and the marks after it
_DAY_NEXT = lazy(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,4}\b(?! [A-Z])|[a-z0-9]")


def split(block: str) -> list[tuple[int, int]]:
    """The half-open spans of a block's sentences, trimmed, in order."""
    if _SENTENCE_END.search(block) is None:
        return [(0, len(block))]
    from sentencex import get_sentence_boundaries  # a Rust splitter with Wikimedia's abbreviation lists

    return _mended(block, [(b["start_index"], b["end_index"]) for b in get_sentence_boundaries("en", block)])


def _mended(block: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The splitter's bounds, trimmed, with cuts after known abbreviations and before lone closing marks undone."""
    out: list[tuple[int, int]] = []
    for start, end in bounds:
        piece = block[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start >= end:
            continue
        if out and _joins(block[out[-1][0] : out[-1][1]], block[start:end]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _joins(before: str, after: str) -> bool:
    if _CLOSERS.match(after) or after[0].islower():
        return True
    hit = _NO_END.search(before, max(len(before) - _TAIL, 0))
    if hit is None:
        return False
    return _DAY_NEXT.match(after) is not None if hit[0][1:3] == ".m" else True
