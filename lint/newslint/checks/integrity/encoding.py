"""encoding: letters that went through the wrong decoder, entities and control characters left in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from newslint.article.text import FAULTS
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.words import unprintable

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTINUED = (
    "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what the second byte of a UTF-8 letter looks like in Windows-1252
)
# The heads of two- to four-byte letters; those that are letters of their own in French or Swedish must come twice.
_MOJIBAKE = re.compile(
    f"[ÂÃ][{_CONTINUED}]|â[\u0080-\u009f€‚]|ð[\u009fŸ]|ï[»¿¼½]|(?:[ÄÅÎÏÐÑØÙà-ï][{_CONTINUED}]){{2}}|[\u0080-\u009f]"
)
_HEAD = re.compile("[\u0080-\u009fÂÃâðÄÅÎÏÐÑØÙà-ï]")  # what any of them begins with: quick to look for
_CHUNK = re.compile(r"\S+")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_BROKEN = re.compile(r"[\w'’.-]*\ufffd[\w'’\ufffd-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")
_QUOTES = "\"'`‘’“”«»()[]"


class Encoding(Check, frozen=True, kw_only=True):
    """Reports text that was decoded wrongly, HTML entities that a reader would see, and characters nobody can see.

    A repair is suggested where the damage can be undone: mojibake by the tables of ftfy, which
    is imported only when something looks like it. A damaged mark that stands alone between quotation marks is
    talked about, not a fault.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        **dict.fromkeys(("mojibake", "replaced", "entity", "control"), frozenset()),
        **FAULTS,
    }
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every damaged word, entity or control character of the article, and what its decoder complained of."""
        text = unit.view.text
        if not text.isascii():
            yield from _mojibake(text)
            if "\ufffd" in text:
                for hit in _BROKEN.finditer(text):
                    yield _match(hit.start(), hit.end(), "replaced")
        if "&" in text:
            yield from _entities(text)
        if unit.view_name != "prose" or unit.document.derived(unprintable):
            for hit in _CONTROL.finditer(text):
                code = f"U+{ord(hit[0][0]):04X}"
                yield Match(Span(*hit.span()), ("",), text=code, case="control")
        if (fault := unit.document.text.fault) is not None and unit.view_name == "prose":
            at = min(unit.view.locate(fault.offset), max(len(text) - 1, 0))
            yield Match(Span(at, min(at + 1, len(text))), values=fault.values, case=fault.case)


def _match(start: int, end: int, case: str, *suggestions: str) -> Match:
    return Match(Span(start, end), suggestions, case=case)


def _mojibake(text: str) -> Iterator[Match]:
    last = 0
    for hit in _HEAD.finditer(text):
        if hit.start() < last or not _MOJIBAKE.match(text, hit.start()):
            continue
        start, last = _word(text, hit.start())
        stripped = text[start:last].strip(_QUOTES + ".,;:!?")
        start += text[start:last].find(stripped)
        end = start + len(stripped)
        mentioned = (
            end < last
            and start
            and text[start - 1] in _QUOTES
            and not any(c.isascii() and c.isalpha() for c in stripped)
        )
        repaired = repair(stripped)
        if repaired != stripped and not mentioned:
            yield _match(start, end, "mojibake", repaired)


def _word(text: str, at: int) -> tuple[int, int]:
    """The run without spaces around an offset."""
    start = max(text.rfind(blank, 0, at) for blank in " \n\t") + 1
    hit = _CHUNK.match(text, start)
    return start, hit.end() if hit else at + 1


@lru_cache(maxsize=256)
def repair(word: str) -> str:
    """The word as it was before it was decoded wrongly; itself if nothing is wrong with it."""
    from ftfy import fix_encoding  # its badness heuristic and tables are the standard ones; 140 ms to import

    return fix_encoding(word)


def _entities(text: str) -> Iterator[Match]:
    from html import unescape

    for hit in _ENTITY.finditer(text):
        start = max(text.rfind(blank, 0, hit.start()) for blank in " \n\t") + 1
        shown = unescape(hit[0])
        if shown != hit[0] and "://" not in text[start : hit.start()] and text[start : hit.start()][-1:] != "`":
            yield _match(*hit.span(), "entity", shown)
