"""Days that a box, a caption or a name for the event gives, against the day on which the text says it happened.

`Decision taken on Monday night` over a meeting `on Wednesday`; `the Jan. 20 accident` of a ship that `sank on Tuesday`, the 21st.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.calendars import WEEKDAYS, month_number
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.headline import stems
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_TOP: Final = frozenset({"headline", "dek", "subhead", "list-item"})
_DAY: Final = lazy(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b")
_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE: Final = (
    rf"(?:(?P<month>{_MONTHS}) (?P<d>\d{{1,2}})|(?P<e>\d{{1,2}}) (?P<name>{_MONTHS}))(?!\d)(?:,? (?P<year>20\d\d))?"
)
_EVENT: Final = lazy(
    rf"\b[Tt]he {_DATE} (?P<what>accident|crash|collision|sinking|attack|shooting|bombing|blast|explosion|fire|blaze|"
    rf"disaster|storm|flood|quake|"
    r"earthquake|vote|election|meeting|raid|robbery|killing|murder|protest|march|match|verdict|ruling|collapse|derailment|"
    r"landslide)\b"
)
_DATED: Final = lazy(rf"(?:[■●►▶•–-] ?)?{_DATE}(?:, 20\d\d)?: ")
_AHEAD: Final = lazy(r"\b(?:to [a-z]+|will|next|due|until|from|opens?|starts?|begins?)\b")
_WEEK: Final = 7
_LEAST: Final = 1


def boxes(document: Document) -> Iterator[Clash]:
    """Days that the text has nowhere, where it has another for the same thing."""
    text = document.prose.text
    for segment in document.segments:
        if _AHEAD.search(text, segment.start, segment.end):
            continue
        if segment.kind in _TOP or _DATED.match(text, segment.start, segment.end):
            for hit in _DAY.finditer(text, segment.start, segment.end):
                yield from _held(document, segment, Span(*hit.span()), hit["day"])
            dated = _DATED.match(text, segment.start, segment.end)
            if dated is not None and (name := _weekday(document, dated)):
                yield from _held(document, segment, Span(dated.start(), dated.end() - 2), name)
    for hit in _EVENT.finditer(text):
        name = _weekday(document, hit)
        lede = next((one for one in document.segments if one.lede), None)
        if name and lede is not None and not lede.start <= hit.start() < lede.end:
            yield from _against(document, Span(*hit.span()), name, [lede])


def _weekday(document: Document, hit: re.Match[str]) -> str:
    """The weekday of a date of the week before the article; nothing for others."""
    now = document.derived(moment)
    if now is None or not now.whole:
        return ""
    month = month_number((hit["month"] or hit["name"]).lower().rstrip("."))
    try:
        day = datetime.date(int(hit["year"] or now.day.year), month, int(hit["d"] or hit["e"]))
    except ValueError:
        return ""
    return WEEKDAYS[day.weekday()] if 0 <= (now.day - day).days < _WEEK else ""


def _held(document: Document, segment: Segment, place: Span, name: str) -> Iterator[Clash]:
    """A weekday of a line against those of the sentences that share a word with it."""
    text = document.prose.text
    said = frozenset(stems(text[segment.start : segment.end])) - _NAMES
    near = [
        one
        for one in document.segments
        if one.kind == "paragraph"
        and len(said & frozenset(stems(text[one.start : one.end]))) >= _LEAST
        and one is not segment
    ]
    yield from _against(document, place, name, near)


_NAMES: Final = frozenset(stems(" ".join(WEEKDAYS)))


def _against(document: Document, place: Span, name: str, near: list[Segment]) -> Iterator[Clash]:
    text = document.prose.text
    body = [
        hit for one in document.segments if one.kind == "paragraph" for hit in _DAY.finditer(text, one.start, one.end)
    ]
    if any(
        hit["day"] == name for hit in body if not place.start <= hit.start() < place.end
    ) or not document.quoted.outside(place.start, place.end):
        return
    there = [hit for hit in body if any(one.start <= hit.start() < one.end for one in near)]
    if len({hit["day"] for hit in there}) == 1 and len({hit["day"] for hit in body}) <= _FEW:
        yield Clash("once", place, (Span(*there[0].span()),))


_FEW: Final = 2
