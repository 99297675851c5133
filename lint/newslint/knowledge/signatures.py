"""Signatures: speakers that no verb names: "“…” — Ann Lee, mayor" below or behind a quotation, "Ann Lee: “…”" before it."""

from __future__ import annotations

from typing import Final

from newslint.finding import Span
from newslint.patterns import lazy

_TITLE: Final = (
    "(?:Drs?|Mr|Mrs|Ms|Mx|Profs?|Reps?|Sens?|Govs?|Lt|Gen|Cols?|Sgt|Capt|Cmdr|Maj|Adm|Cpl|Pvt|Revs?|Hon|Msgr|Supt|Det"
    "|Insp|St|Ste)"
)
# A word of a name; a full stop ends the name unless it follows an initial or a title: "J. P. Lee", "Gov. Lee", "U.S.".
NAME_PART: Final = rf"(?:(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]?|{_TITLE}\.|[A-ZÀ-Þ][\w'’-]*)"
_NICKNAME: Final = r"(?:[“\"‘'(][A-Z]\w+[”\"’')] )?"
_PARTICLES: Final = "(?:(?:de|da|van|von|der|den|al|el|bin|la|le) ){0,2}"
_PERSON: Final = rf"{NAME_PART}(?: {_PARTICLES}{_NICKNAME}{NAME_PART}){{0,5}}"
_SIGNED = lazy(
    rf"[\s*_~]*(?:[—–―‒]|--?)[\s*_]*(?P<name>{_PERSON})"
    r"(?=[*_]*(?:[,;:(|/*_]|[ ](?:[(@|/]|(?:of|from|in|at|via|on)\b)|\.?\s*$))"
)
_LABEL = lazy(rf"[\s*_]*(?P<name>{_PERSON})(?: ?\([^()\n]{{1,40}}\)|, [^,:\n]{{1,60}})?[*_]*\s*:[*_]*\s*$")


def signature(text: str, start: int, end: int) -> Span | None:
    """The name after a dash at `start`, if the rest up to `end` is no sentence that goes on."""
    hit = _SIGNED.match(text, start, end)
    return Span(*hit.span("name")) if hit is not None else None


def label(text: str, start: int, end: int) -> Span | None:
    """The name before a colon, if it and perhaps a role are all that [start, end) has: "Ann Lee, mayor:"."""
    hit = _LABEL.fullmatch(text, start, end)
    return Span(*hit.span("name")) if hit is not None else None
