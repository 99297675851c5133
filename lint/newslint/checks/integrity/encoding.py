"""encoding: letters that went through the wrong decoder, entities and control characters left in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

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
_LONGEST = 200  # code points of a damaged word, and before an entity in its address: a bound on hostile input
_QUOTES = "\"'`‘’“”«»()[]"


class Encoding(Check, frozen=True, kw_only=True):
    """Reports text that was decoded wrongly, HTML entities that a reader would see, and characters nobody can see.

    `{fault}` says which. A repair is suggested where the damage can be undone: mojibake by the tables of ftfy, which
    is imported only when something looks like it. A damaged mark that stands alone between quotation marks is
    talked about, not a fault.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"fault"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every damaged word, entity or control character of the article, and what its decoder complained of."""
        text = unit.view.text
        if not text.isascii():
            yield from _mojibake(text)
            if "\ufffd" in text:
                for hit in _BROKEN.finditer(text):
                    yield _match(hit.start(), hit.end(), "holds a character that could not be decoded (U+FFFD)")
        if "&" in text:
            yield from _entities(text)
        if unit.view_name != "prose" or unit.document.derived(unprintable):
            for hit in _CONTROL.finditer(text):
                code = f"U+{ord(hit[0][0]):04X}"
                yield Match(Span(*hit.span()), ("",), values={"fault": "is a stray control character"}, text=code)
        if (fault := unit.document.text.fault) is not None and unit.view_name == "prose":
            at = min(unit.view.locate(fault.offset), max(len(text) - 1, 0))
            yield _match(at, min(at + 1, len(text)), f"stands where the file's bytes go wrong: {fault.message}")


def _match(start: int, end: int, fault: str, *suggestions: str) -> Match:
    return Match(Span(start, end), suggestions, values={"fault": fault})


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
            yield _match(start, end, "was decoded with the wrong encoding", repaired)


def _word(text: str, at: int) -> tuple[int, int]:
    """The run without blanks around an offset."""
    start = _chunk_start(text, at)
    hit = _CHUNK.match(text, start, at + _LONGEST)
    return start, hit.end() if hit else at + 1


def _chunk_start(text: str, at: int) -> int:
    """The start of the run without blanks before an offset, or of its last part."""
    least = max(at - _LONGEST, 0)
    return max(least, *(text.rfind(blank, least, at) + 1 for blank in " \n\t"))


@lru_cache(maxsize=256)
def repair(word: str) -> str:
    """The word as it was before it was decoded wrongly; itself if nothing is wrong with it."""
    from ftfy import fix_encoding  # its badness heuristic and tables are the standard ones; 140 ms to import

    return fix_encoding(word)


def _entities(text: str) -> Iterator[Match]:
    from html import unescape

    for hit in _ENTITY.finditer(text):
        start = _chunk_start(text, hit.start())
        shown = unescape(hit[0])
        if shown != hit[0] and "://" not in text[start : hit.start()] and text[start : hit.start()][-1:] != "`":
            yield _match(*hit.span(), "is an HTML entity left in the text", shown)
