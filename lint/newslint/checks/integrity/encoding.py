"""encoding: letters that went through the wrong decoder, entities and control characters left in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from newslint.article.text import FAULTS
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge import mojibake
from newslint.knowledge.words import unprintable
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

# What an article about decoding speaks of; there, damage in quotation marks, cells and lists is an example.
_ABOUT = lazy(
    r"\b(?:UTF-?8|Unicode|ISO[ -]8859|Latin-1|Windows-125\d|CP-?125\d|code ?page|character (?:set|encoding)|mis-?decod)",
    re.IGNORECASE,
)
_NAMED = lazy(r"\bmojibake\b", re.IGNORECASE)
_FEW_WORDS = 6  # a segment no longer than this is a cell or an item
_ENTITY = lazy(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_BROKEN = lazy(r"[\w'’.-]*\ufffd[\w'’\ufffd-]*")
_CONTROL = lazy(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")
_LONGEST = 200  # code points before an entity in which its address begins: a bound on hostile input
# The wire format IPTC 7901 puts a start-of-text and an end-of-text character where its lines begin.
_FRAME = lazy(r"^\x02(?s:.*)^\x03", re.MULTILINE)
_OLDER = ("bad-byte", "other-encoding")  # wire telegrams are older than UTF-8, and their form knows no other charset
_FRAMING = frozenset("\x01\x02\x03\x04\x1e\x1f")
# Words after which an entity is what the sentence is about: "the HTML escape &szlig;".
_TALKED = lazy(r"\b(?:entit(?:y|ies)|escapes?|escaped|escaping|HTML|markup)[\s\W]{1,4}\Z", re.IGNORECASE)
_NEAR = 24  # code points before it
_LISTED = 8  # entities, each reported once: more of them are what the text is about
_OPENERS, _CLOSERS = tuple("\"'`‘“«([„"), tuple("\"'`’”»)]“")


class Encoding(Check, frozen=True, kw_only=True):
    """Reports text that was decoded wrongly, HTML entities that a reader would see, and characters nobody can see.

    A repair is suggested where the damage can be undone: mojibake by the tables of ftfy. A damaged mark alone between
    quotation marks, and the examples of an article about decoding, are talked about.
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
            yield from _mojibake(unit)
            yield from _undecoded(unit)
        if "&" in text:
            yield from _entities(text)
        framed = "\x02" in text and _FRAME.search(text) is not None
        if unit.view_name != "prose" or unit.document.derived(unprintable):
            for hit in _CONTROL.finditer(text):
                if framed and _FRAMING.issuperset(hit[0]):
                    continue
                code = f"U+{ord(hit[0][0]):04X}"
                yield Match(Span(*hit.span()), ("",), text=code, case="control")
        fault = unit.document.text.fault
        if fault is None or unit.view_name != "prose" or (framed and fault.case in _OLDER):
            return
        if unit.document.holds(fault.offset):
            at = min(unit.view.locate(fault.offset), max(len(text) - 1, 0))
            yield Match(Span(at, min(at + 1, len(text))), values=fault.values, case=fault.case)


def _match(start: int, end: int, case: str, *suggestions: str) -> Match:
    return Match(Span(start, end), suggestions, case=case)


def _undecoded(unit: Unit) -> Iterator[Match]:
    text = unit.view.text
    if "\ufffd" not in text:
        return
    known = unit.document.derived(mojibake.damage) if unit.view_name == "prose" else ()
    for hit in _BROKEN.finditer(text):
        found = any(damage.start < hit.end() and hit.start() < damage.end for damage in known)
        if not found and not _mentioned(text, *hit.span()):
            yield _match(hit.start(), hit.end(), "replaced")


def _mojibake(unit: Unit) -> Iterator[Match]:
    text = unit.view.text
    found = unit.document.derived(mojibake.damage) if unit.view_name == "prose" else tuple(mojibake.find(text))
    if not found or _NAMED.search(text):
        return
    about = _ABOUT.search(text) is not None
    for damage in found:
        if not _mentioned(text, damage.start, damage.end) and not (about and _example(unit, damage)):
            suggestions = (damage.repair,) if damage.repair else ()
            yield _match(damage.start, damage.end, "mojibake", *suggestions)


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether it is a mark without a word, alone between quotation marks or brackets."""
    inside = text[start - 1 : start] in _OPENERS and text[end : end + 1] in _CLOSERS
    return inside and not any(c.isascii() and c.isalpha() for c in text[start:end])


def _example(unit: Unit, damage: mojibake.Damage) -> bool:
    """Whether an article about decoding shows it: quoted, in a cell or an item, as a mark or beside what it should be."""
    text = unit.view.text
    if unit.view_name != "prose" or not any(c.isascii() and c.isalpha() for c in text[damage.start : damage.end]):
        return True
    segment = unit.document.segment_at(damage.start)
    if segment is None or len(text[segment.start : segment.end].split()) <= _FEW_WORDS:
        return True
    around = text[segment.start : segment.end]
    return unit.document.quoted.inside(damage.start, damage.end) or bool(damage.repair and damage.repair in around)


def _entities(text: str) -> Iterator[Match]:
    """Each entity once; none of a table of entities or a listing of markup."""
    from html import unescape

    found: dict[str, Match] = {}
    for hit in _ENTITY.finditer(text):
        if hit[0] in found:
            continue
        start = _chunk_start(text, hit.start())
        shown = unescape(hit[0])
        if _TALKED.search(text, max(hit.start() - _NEAR, 0), hit.start()):
            continue
        if shown != hit[0] and "://" not in text[start : hit.start()] and text[start : hit.start()][-1:] != "`":
            found[hit[0]] = _match(*hit.span(), "entity", shown)
        if len(found) > _LISTED:
            return
    yield from found.values()


def _chunk_start(text: str, at: int) -> int:
    """The start of the run without spaces before an offset, or of its last part."""
    least = max(at - _LONGEST, 0)
    return max(least, *(text.rfind(space, least, at) + 1 for space in " \n\t"))
