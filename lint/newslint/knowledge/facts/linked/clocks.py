"""Times of one day: what follows from a beginning does not come before it: `cast off at 6:40 a.m. … sent a mayday at 6:10 a.m.`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.knowledge.facts.linked.clash import Clash
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.finding import Span

_CLOCK: Final = r"(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?|(?P<noon>noon|midday))"
# Courses of a day: what begins it, and what can only come after.
_COURSES: Final = (
    (
        r"start(?:s|ed)?|began|begins?|kick(?:s|ed)? off|g[eo]ts? under way|teed off|opened",
        r"finish(?:ed)?|ended|was over|closed?|concluded|abandoned|called off|crossed the line|won|completed",
        "race match meeting game hearing concert session ceremony march rally parade show debate service conference half ride",
    ),
    (
        r"cast off|departed|left|set off|set out|set sail|took off|sailed|pulled out",
        r"mayday|distress|sank|went down|crashed|capsized|arrived|landed|docked|reached|lost contact|collided|ran aground|"
        r"derailed|hit|turned over|disappeared",
        "ferry boat ship plane flight train bus vessel aircraft helicopter coach tram yacht lorry crew",
    ),
    (
        r"broke out|caught fire|ignited|alarm (?:was )?raised|were called|was called|were alerted",
        r"under control|put out|extinguished|contained|rescued|arrived|stood down|declared dead|doused",
        "fire blaze crews flames firefighters brigade police ambulance",
    ),
    (
        r"polls closed|voting ended|polling stations closed",
        r"conced\w+|declared|called (?:the|it)|victory|result|projected",
        "polls voting polling race count",
    ),
    (r"arrested|detained", r"released|charged|freed|bailed", "police man woman suspect"),
    (
        r"opens?|doors open|gates open",
        r"closes?|shuts?|last entry",
        "shop museum library market bar gallery fair doors gates pool",
    ),
)
_OTHER: Final = lazy(
    r"\b(?:next|following|previous|before|day|yesterday|tomorrow|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"daily|each|every|until|shift|"
    r"weekdays?|weekends?|again|earlier|later that|night)\b"
)
_REACH: Final = 60


class Moment(NamedTuple):
    """A time of day in minutes, with the span that says it."""

    minutes: int
    half: str
    start: int
    end: int


def clocks(document: Document) -> Iterator[Clash]:
    """Ends and consequences that are told of a time before the beginning."""
    view = document.folded()
    text = view.text
    if len(_HALVES.findall(text)) + text.count("noon") + text.count("midday") < _TWO:
        return
    times = list(_ANY.finditer(text))
    for first, last, things in _COURSES:
        begins = [one for hit in times if (one := _told(document, text, hit, first)) is not None]
        ends = [one for hit in times if (one := _told(document, text, hit, last)) is not None]
        if len({one.minutes for one in begins}) != 1 or not ends:
            continue
        begin = begins[0]
        if not any(thing in text for thing in things.split()):
            continue
        for end in ends:
            if end.minutes < begin.minutes and begin.half in (end.half, "a") and end.start > begin.start:
                yield Clash("clock", view.span(end.start, end.end), (view.span(begin.start, begin.end),))
                return


_TWO: Final = 2
_ANY: Final = lazy(_CLOCK)
_HALVES: Final = lazy(r"\d ?[ap]\.?m\b")  # a set of characters at the start, so that `re` can skip ahead


def _told(document: Document, text: str, hit: re.Match[str], verbs: str) -> Moment | None:
    """The time of a hit with the verb right before it, in its clause; None where the sentence speaks of other days."""
    view = document.folded()
    span = view.span(*hit.span())
    sentence: Span = document.sentence_at(span.start)
    low, high = view.locate(sentence.start), view.locate(sentence.end)
    found = list(lazy(rf"\b(?:{verbs})\b").finditer(text, max(low, hit.start() - _REACH), hit.start()))
    verb = found[-1] if found else None
    if verb is None or not document.quoted.outside(span.start, span.end) or _OTHER.search(text, low, high):
        return None
    between = text[verb.end() : hit.start()]
    if _ANY.search(between) or not _BY.search(between):
        return None
    half = hit["half"] or "p"
    hour = 12 if hit["noon"] else int(hit["hour"]) % 12 + (12 if half == "p" else 0)
    return Moment(hour * 60 + int(hit["minute"] or 0), half, verb.start(), hit.end())


_BY: Final = lazy(r"\b(?:at|by|before|about|around|from)(?: (?:about|around|just after|just before|shortly after))? \Z")
