"""Lists that say what was counted: `three provinces: Dulawan, Masipit and Tulay`, `the four dead were …`.

Only lists whose items can be counted without understanding them are read: names, or phrases that all begin alike. What may hold
two in one (`the Reyes brothers`, `two from Cebu`, `Ann and Bob Lee`) or leave some out (`including`, `among them`) is no such list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_NAME: Final = (
    r"(?:[A-ZÀ-Þ]\.|(?:Sens?|Reps?|Govs?|Drs?|Mr|Mrs|Ms|St|Jr|Gen|Col|Lt|Sgt|Prof|Rev)\.|"
    r"[A-ZÀ-Þ][\w’'&-]*(?:\.\w[\w’'&-]*)*)"
)
_JOINED: Final = r"(?:(?:de|del|da|di|van|von|der|den|bin|al|el|la|le|du|of|the|of the|y) )"
_ITEM: Final = rf"(?:the )?{_NAME}(?: (?:{_JOINED}{{0,2}}){_NAME}){{0,4}}(?:, \d\d?(?=[,;. ]| and))?"
_AND: Final = r"(?:,? and |,? & |, as well as )"
_NAMES: Final = rf"{_ITEM}(?:, {_ITEM}){{0,24}}{_AND}{_ITEM}"
_PHRASE: Final = r"(?:the|an?|his|her|their|its) [^,;:.()—–]{2,40}?"
_PHRASES: Final = rf"{_PHRASE}(?:, {_PHRASE}){{0,8}},? and {_PHRASE}"
_SIDE: Final = (
    r"(?:(?:pictured|shown|seen)?,? ?(?:\(?from (?:the )?left(?: to right)?\)?|left to right|clockwise from "
    r"(?:top|upper) left),? )?"
)
_LAST: Final = r"[.?!][”\"’)]*(?:\s|\Z)|[”\"’)]*$"
_END: Final = rf"(?={_LAST})"
_WORDS: Final = r"(?P<between>[^.:;!?—]{0,60}?)"
# After a figure and its noun. Group `list` is the list.
_COLON = lazy(rf"{_WORDS}: {_SIDE}(?P<list>{_NAMES}|{_PHRASES}){_END}", needs=(": ",))
_DASHED = lazy(rf"(?: ?(?:—|--) ?| – )(?P<list>{_NAMES})(?= ?(?:—|--)| – |{_LAST})")
_BRACKETED = lazy(rf" \((?P<list>{_NAMES})\)")
_APPOSED = lazy(
    rf", (?P<list>{_NAMES})(?=, (?:were|are|was|is|had|have|has|will|said|died|who|which|on|in|at)\b"
    rf"(?![^.;:]{{1,120}}?, and (?:the )?[A-Z])|{_LAST})"
)
_WERE = lazy(
    rf"{_WORDS}\b(?:are|were|is|was)(?: (?:named|identified|listed)(?: [\w ]{{1,20}})? as)? (?P<list>{_NAMES}){_END}"
)
_MARKED: Final = (((" —", "—", " --", "--", " – "), _DASHED), (" (", _BRACKETED), (", ", _APPOSED))
_OPEN = lazy(
    r"\b(?:includ\w+|such as|like|among|e\.g|etc|for example|for instance|especially|notably|mainly|mostly|led by|"
    r"according|respectively|starting with|beginning with|one of|some of|most of|instead|not|no|of (?:the|which|whom|them)|"
    r"other|others|more|another|besides|except|but|with|against|from|between|by|than|to|"
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_SEVERAL = lazy(
    r"\b(?:brothers|sisters|twins|couple|pair|trio|family|families|others|more|several|both|two|three|four|five|six|seven|"
    r"sons|daughters|children|wife|husband|parents|and|&|or|Islands|States|Twins|group|members)\b|/"
)
_PART_OF = lazy(r"\bof (?:(?:the|its|their|his|her|those|these|[\w ]+[’']s?)(?: \w+){0,2} )?\Z")
_SERIES = lazy(
    rf"(?<![\w.’'-]){_NAMES}(?=[.;:?!)—]|,(?! as well)|\s*\Z|\n| (?:were|are|have|had|has|will|all|both|who|on|in|at|over|"
    rf"to|after|said|would|could|"
    r"must|met|won|lost|died|agreed|signed|voted|each|share|want|say|left|came|went|provinces|counties|districts|states|"
    r"regions|islands|villages|towns|cities|parishes)\b)"
)
_SIDES = lazy(r",? (?:from (?:the )?left|left to right|clockwise from (?:top|upper) left)\Z")
_MOST: Final = 25
_SLIP: Final = 2  # a list that is further off is of something else


class Listed(Struct, frozen=True):
    """A count and the list that should be as long: the list's span and the number of its items."""

    quantity: Quantity
    span: Span
    items: int


def listed(document: Document) -> tuple[Listed, ...]:
    """The counts whose things are listed beside them; use `document.derived(listed)`."""
    return tuple(found for found in _all(document) if found.items >= 2)


def _all(document: Document) -> Iterator[Listed]:
    for one in document.derived(quantities):
        if not _whole(one) or _PART_OF.search(document.prose.text, max(one.start - 40, 0), one.start):
            continue
        if _in_title_case(document, one):
            continue
        found = _beside(document, one)
        if found is not None:
            yield found


def _in_title_case(document: Document, one: Quantity) -> bool:
    """Whether a count is in a heading whose words all have capitals, names or not: "Four Boats: Names and Owners"."""
    segment = document.segment_at(one.start)
    if segment is None or segment.kind not in ("headline", "subhead", "dek"):
        return False
    counted = _CAPITAL.match(document.prose.text, one.number.end)
    return counted is not None


_CAPITAL: Final = lazy(r" [A-Z]")  # what is counted, or a word before it


def _whole(one: Quantity) -> bool:
    """Whether it is a small and plain count of a whole."""
    if one.kind != "count" or not 2 <= one.value <= _MOST or one.number.step != 1 or one.counted is None:
        return False
    return not (one.number.hedge or one.ranged or one.quoted or one.of or one.counted.other)


def _beside(document: Document, one: Quantity) -> Listed | None:
    """The list in the sentence of a count."""
    text = document.prose.text
    end = document.sentence_at(one.start).end
    counted = one.counted
    at = (
        document.folded()
        .span(one.number.start, counted.end if counted and counted.end > one.number.end else one.number.end)
        .end
    )
    for pattern in _beginning(text, at, definite=one.definite in ("the", "all")):
        hit = pattern.match(text, at, end)
        if hit is not None and not _OPEN.search(_SIDES.sub("", hit.groupdict().get("between") or "")):
            number = _items(hit["list"])
            near = abs(number - one.value) <= (1 if pattern is _APPOSED else _SLIP)
            return Listed(one, Span(*hit.span("list")), number) if number and near else None
    return None


def _beginning(text: str, at: int, *, definite: bool) -> Iterator[re.Pattern[str]]:
    """The ways to list what is counted that begin as the text goes on: most begin with a mark, and are long to compile."""
    yield _COLON
    for marks, pattern in _MARKED:
        if text.startswith(marks, at):
            yield pattern
    if definite:
        yield _WERE


def series(document: Document) -> tuple[tuple[Span, int], ...]:
    """Runs of names that can be counted, wherever they are (`Alba, Brega and Corda`): spans and numbers; for `document.derived`."""
    found = []
    for hit in _SERIES.finditer(document.prose.text):
        number = _items(hit[0])
        first = hit.start() == document.sentence_at(hit.start()).start and " " not in hit[0].split(",")[0]
        if number >= 2 and not (first and "," in hit[0]):
            found.append((Span(*hit.span()), number))
    return tuple(found)


def _items(text: str) -> int:
    """How many things a list names; 0 if that is not plain."""
    parts = [part.strip() for part in re.split(r",? and |,? & |, as well as |, ", text)]
    parts = [part for part in parts if not part.isdigit()]
    if any(_SEVERAL.search(part) for part in parts) or len(set(parts)) < len(parts):
        return 0
    return len(parts)
