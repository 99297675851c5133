"""Stretches of time: what begins in June and lasts 18 months does not end two years later; from 1964 to 1972 is no six years."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.facts.lapses import lapses_in
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.facts.telling import TIME
from newslint.knowledge.facts.told import Told
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.quantities import Quantity
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

_MONTH_DAYS: Final = 30.44
_DAYS: Final = {"day": 1.0, "week": 7.0, "month": _MONTH_DAYS, "year": 365.25, "hour": 1 / 24, "decade": 3652.5}
_START: Final = lazy(
    rf"\b(?:work|construction|building|dredging|repairs?|restoration|renovation|it|they|the (?:work|works|project|trial|"
    rf"tour|closure|scheme)|shooting|filming)\b[^@.;]{{0,40}}?\b(?:will|would|is to|are to|to|should|due to|could|can)? ?"
    rf"(?:start|starts|begin|begins|get under way|be (?:launched|started|begun)|commence)\b[^@.;]{{0,30}}? {TIME.format('t')}"
)
_END: Final = lazy(
    rf"\b(?:open(?:s|ed|ing)?|re-?open(?:s|ing)?|finish(?:ed|es)?|complet(?:e|ed|ion)|ready|done|end(?:s|ed)?|across|cut|"
    rf"in place|back in use|welcome|delivered|first (?:trains?|passengers|pupils|residents)|move in|handed over|"
    rf"ribbon)\b[^@.;]{{0,40}}? "
    rf"(?:in|by|until|before|on|from) {TIME.format('t')}"
)
_RANGE: Final = lazy(
    rf"\b(?:from|between|in|the first in|began in|started in) {TIME.format('a')}(?: (?:to|until|till|and)|"
    rf"[^@.;]{{0,60}}?\b(?:and|to|until)\b[^@.;]{{0,40}}? (?:in|on|until)) {TIME.format('b')}"
)
_THOSE: Final = lazy(r"\b(?:those|these)(?: whole| full| entire| long)? \Z")
_THE: Final = lazy(r"\b(?:the|that|its|his|her|their)(?: whole| full| entire| long)? \Z")
_NEAR: Final = 3
_LOOSE: Final = 0.12


def _tellings(document: Document, cue: re.Pattern[str], need: re.Pattern[str] | None = None) -> Iterator[Telling]:
    """The tellings of the sentences outside quotations that hold a cue, and what else they need."""
    hits = (hit.span() for hit in cue.finditer(document.folded().text))
    for said in document.derived(Told).at(hits, need or cue):
        if document.quoted.outside(said.span.start, said.span.end):
            yield said


_WORK: Final = lazy(r"\b(?:start|begin|commence|under way|launched|begun)")
_ENDS: Final = lazy(
    r"\b(?:open|finish|complet|ready|done|end|across|cut|place|use|welcome|deliver|first|move|hand|ribbon)"
)


def schedules(document: Document) -> Iterator[Clash]:
    """Work whose beginning, length and end cannot all be right."""
    spans = [
        one
        for one in document.derived(quantities)
        if one.kind == "duration" and one.unit in ("month", "year", "week") and not one.quoted
    ]
    lengths = [one for one in spans if _length_of(document, one)]
    if len({(one.value, one.unit) for one in lengths}) != 1 or _OTHER_WORK.search(document.folded().text):
        return
    starts = [(said.time(hit["t"]), said) for said in _tellings(document, _WORK) for hit in _START.finditer(said.text)]
    if len({time.period for time, _ in starts}) != 1:
        return
    ends = [(said.time(hit["t"]), said) for said in _tellings(document, _ENDS) for hit in _END.finditer(said.text)]
    now, length, start = document.derived(moment), lengths[0], starts[0][0]
    begin = _day(start, now.day if now is not None and now.whole else None)
    later = [
        time
        for time, _ in ends
        if time.dated and time.period is not None and begin is not None and time.period.first > begin
    ]
    if (
        begin is None
        or len({time.period for time in later}) != 1
        or later[0].grain not in ("day", "month", "season", "year")
    ):
        return
    due, period = begin + length.value * _DAYS[length.unit], later[0].period
    slack = length.value * _DAYS[length.unit] * _LOOSE + 1.5 * _MONTH_DAYS
    assert period is not None
    if not period.first - slack <= due <= period.last + slack:
        view = document.folded()
        yield Clash("plan", view.span(later[0].start, later[0].end), (view.span(start.start, start.end), length.span))


_OTHER_WORK: Final = lazy(r"\b(?:second phase|first phase|phases|stages|a separate|another (?:project|plan|scheme))\b")


def _length_of(document: Document, one: Quantity) -> bool:
    """Whether a duration is that of work to come."""
    view = document.folded()
    at = view.locate(one.start)
    return _TAKING.search(view.text, max(at - 40, 0), at) is not None


_TAKING: Final = lazy(
    r"\b(?:last|lasts|take|takes|need|needs|run for|require|requires|lasting|taking|spread over)(?: (?:about|around|up to|"
    r"some|just|only|roughly|at least))* \Z"
)


def _day(time: Time, now: datetime.date | None) -> float | None:
    """The day on which a time begins: of a month without a year the next one."""
    if time.period is None:
        return None
    if time.dated:
        return float(time.period.first)
    if now is None or time.grain not in ("month", "day"):
        return None
    day = datetime.date.fromordinal(int(time.period.first))
    year = now.year + (1 if (day.month, day.day) < (now.month, 1) else 0)
    return float(datetime.date(year, day.month, min(day.day, 28)).toordinal())


def ranges(document: Document) -> Iterator[Clash]:
    """`ran from 1964 to 1972 … those six years`."""
    sentences, view = list(document.sentences), document.folded()
    kept: dict[int, tuple[float, float, Span]] = {}
    for said in _tellings(document, _FOUR, _TWO):
        hits = list(_RANGE.finditer(said.text))
        if len(hits) != 1:
            continue
        first, last = said.time(hits[0]["a"]), said.time(hits[0]["b"])
        if (
            first.dated
            and last.dated
            and first.period is not None
            and last.period is not None
            and last.period.last > first.period.first
        ):
            low, high = last.period.first - first.period.last, last.period.last - first.period.first
            kept[sentences.index(said.span)] = low, high, view.span(first.start, last.end)
    for lapse in _lapses(document) if kept else ():
        span = view.span(lapse.start, lapse.end)
        if lapse.unit not in ("year", "month", "week") or lapse.hedge or not _definite(document, lapse):
            continue
        number = sentences.index(document.sentence_at(span.start))
        alone = len(kept) == 1 and _WHOLE.match(view.text, lapse.end) is not None
        near = [kept[at] for at in kept if 0 <= number - at <= (len(sentences) if alone else _NEAR)]
        length, unit = lapse.count * _DAYS[lapse.unit], _DAYS[lapse.unit]
        if (
            len(near) == 1
            and length * _FAR > near[0][0]
            and not any(low - unit * _SLACK <= length <= high + unit * _SLACK for low, high, _ in kept.values())
        ):
            made = (near[0][0] + near[0][1]) / 2 / unit
            yield Clash("span", span, (near[0][2],), f"about {shown(made, 1)} {lapse.unit}s")


_SLACK: Final = 0.9
_FAR: Final = 5  # times shorter: of something else
# What shows that a duration is that of all that was told: `the four years over which`, `the three-year labour of writing it`.
_WHOLE: Final = lazy(
    r" (?:over|during|in|through) which\b| (?:labou?r|fraud|spree|campaign|project|effort|ordeal|investigation|inquiry|"
    r"programme|program|saga|slog|siege)\b"
)


def _lapses(document: Document) -> Iterator[Lapse]:
    """The durations outside quotations."""
    view = document.folded()
    for lapse in lapses_in(view.text, 0, len(view.text)):
        span = view.span(lapse.start, lapse.end)
        if document.quoted.outside(span.start, span.end):
            yield lapse


_FOUR: Final = lazy(r"\d{4}")
_TWO: Final = lazy(r"\d{4}[^.]*\d{4}")


def _definite(document: Document, lapse: Lapse) -> bool:
    """Whether a duration takes up a stretch that has been told of: `those six years`, `the three-year labour`."""
    text = document.folded().text
    low = max(lapse.start - 24, 0)
    if not lapse.attributive and _THOSE.search(text, low, lapse.start) is not None:
        return True
    return _THE.search(text, low, lapse.start) is not None and _WHOLE.match(text, lapse.end) is not None
