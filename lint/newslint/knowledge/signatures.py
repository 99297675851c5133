"""Signatures: speakers that no verb names: "“…” — Ann Lee, mayor" below or behind a quotation, "Ann Lee: “…”" before it."""

from __future__ import annotations

import re
from typing import Final

from newslint.finding import Span

# A word of a name; a full stop ends the name unless it follows an initial or a title: "J. P. Lee", "Gov. Lee", "U.S.".
NAME_PART: Final = r"(?:(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]?|[A-ZÀ-Þ][a-z]{1,3}\.(?= [A-ZÀ-Þ])|[A-ZÀ-Þ][\w'’-]*)"
_PERSON: Final = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rep|Sen|Gov|Lt|Gen|Col|Sgt|Capt|Rev)\.? )?[A-Z][\w'’-]*\.?"
    r"(?: (?:(?:de|da|van|von|der|den|al|el|bin|la|le) ){0,2}(?:[“\"‘'(][A-Z]\w+[”\"’')] )?[A-Z][\w'’-]*\.?){0,4}"
)
_SIGNED = re.compile(
    rf"[\s*_~]*(?:[—–―‒]|--?)[\s*_]*(?P<name>{_PERSON})(?=[*_]*(?:[,;:(|/*_]|[ ](?:[a-z(@|/]|$)|\s*$|\.\s*$))"
)
_LABEL = re.compile(rf"[\s*_]*(?P<name>{_PERSON})(?: ?\([^()\n]{{1,40}}\)|, [^,:\n]{{1,60}})?[*_]*\s*:[*_]*\s*$")


def signature(text: str, start: int, end: int) -> Span | None:
    """The name after a dash at `start`, if the rest up to `end` is no sentence that goes on."""
    hit = _SIGNED.match(text, start, end)
    return Span(*hit.span("name")) if hit is not None else None


def label(text: str, start: int, end: int) -> Span | None:
    """The name before a colon, if it and perhaps a role are all that [start, end) has: "Ann Lee, mayor:"."""
    hit = _LABEL.fullmatch(text, start, end)
    return Span(*hit.span("name")) if hit is not None else None
