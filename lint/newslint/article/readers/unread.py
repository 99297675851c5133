"""Inline elements whose words are not read: code, formulas that were set, what is hidden or yet to come; where each ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.readers.html_names import CODE, FORMULAS, SKIPPED
from newslint.article.readers.notes import footnote_mark
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.readers.html_tokens import Token

_UNSEEN = lazy(r"\bhidden\b|\bdisplay\s*:\s*none\b|\baria-hidden\s*=\s*[\"']?true\b", re.IGNORECASE)
_CLASS = lazy(r"\bclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_LONGEST: Final = 2_000  # code points; an element whose end is farther away is left open, and read
_LONGEST_FORMULA: Final = 60_000
# A line of a listing in pages that have no better element for it: `<font face="Courier">case $TIDE in</font>`.
_TYPEWRITER = lazy(r"[\s'\"]*(?:courier|monospace|consolas|monaco|menlo|lucida console|fixed)\b", re.IGNORECASE)
_FORMULA: Final = "math"
_LONGEST_LINE: Final = 200
_LINE = lazy(r"(?:[^<]|<(?!/font)/?(?:b|i|em|strong|a)\b[^<>]*>)*</font", re.IGNORECASE)


# An empty element that a script fills: "The pool is <span id="level"></span>, and the sauna <span id="heat"></span>."
_PLACE = lazy(
    r"<(span|b|strong|em|i|time|output|var|data|small)\b[^<>]*\s(?:id|data-[\w-]+)=[^<>]*>\s*</\1>(?=[\s.,;:!?%)])"
)


# What only screen readers say: "said<span class="icon">Opens a new window</span>".
_HINT = lazy(
    r"\s*[(\[]?(?:this )?(?:link )?(?:will )?opens? (?:in )?(?:an? )?(?:new|external|separate) "
    r"(?:browser )?(?:window|tab|page|site|link)[)\]]?\s*</",
    re.IGNORECASE,
)


def is_hint(token: Token, content: str) -> bool:
    """Whether an element only says to those who do not see the page that a link opens another one."""
    return token.data in ("span", "small", "i") and _HINT.match(content, token.end) is not None


def filled_later(content: str, start: int) -> int:
    """Where an element at `start` ends that is a gap between words until a script fills it; 0 if it is none."""
    place = _PLACE.match(content, start) if content[max(start - 1, 0)].isspace() else None
    return place.end() if place else 0


def shows_code(token: Token, content: str) -> bool:
    """Whether a start tag opens code, a formula that was set, a line in a typewriter's letters, or what a script will show."""
    if token.data in CODE or token.data == _FORMULA:
        return True
    if not token.attributes:
        return False
    if filled_later(content, token.start):
        return True
    if token.data == "font" and _TYPEWRITER.match(token.attributes.get("face", "")):
        return _LINE.match(content, token.end, token.end + _LONGEST_LINE) is not None
    return not FORMULAS.isdisjoint(token.attributes.get("class", "").lower().split())


def stands_for_code(name: str, attributes: str) -> bool:
    """The same of a tag in Markdown, its attributes as they are written."""
    return name in CODE or name == _FORMULA or _is_formula(attributes)


def element_end(content: str, name: str, attributes: str, start: int, end: int) -> int:
    """Where an inline element that is not read ends, whose start tag is [start, end); 0 if it is read, or never ends."""
    if name == "sup":
        return footnote_mark(content, start)
    formula = _is_formula(attributes)
    if not formula and name not in CODE and name != _FORMULA and name not in SKIPPED and not _UNSEEN.search(attributes):
        return 0
    reach = end + (_LONGEST_FORMULA if formula else _LONGEST)
    depth = 1
    for hit in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(content, end, reach):
        depth += -1 if hit[1] else 1
        if not depth:
            return hit.end()
    return 0


def _is_formula(attributes: str) -> bool:
    hit = _CLASS.search(attributes)
    return hit is not None and not FORMULAS.isdisjoint((hit[1] or hit[2] or hit[3] or "").lower().split())
