"""Times of a race: the winner's, the gap to the next, and the record: `38 seconds ahead of Worku, who crossed in 2:06:49`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Span
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.numbers import read as numbers
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document

_NUMBER: Final = r"\d{1,2}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TIME: Final = lazy(
    r"(?<![\d:.,])(?P<a>\d{1,2}):(?P<b>[0-5]\d)(?::(?P<c>[0-5]\d))?(?P<d>\.\d+)?(?![\d:]|\.\d)(?! ?[ap]\.?m)"
    rf"|\b(?:(?P<hours>{_NUMBER}) hours?,? (?:and )?)?(?P<minutes>{_NUMBER}) minutes?,? (?:and )?(?P<seconds>{_NUMBER}) seconds?\b",
    re.IGNORECASE,
)
_GAP: Final = lazy(
    rf"\b(?P<n>\d{{1,2}}(?:\.\d+)?|{_NUMBER}) seconds? (?P<how>ahead of|clear of|in front of|behind|faster than|slower "
    rf"than|quicker than|adrift of|off|outside|inside|better than|short of)\b",
    re.IGNORECASE,
)
_RACE: Final = lazy(
    r"\b(?:race|marathon|course|lap|finish(?:ed)?|runner|rider|sprint|swim\w*|skier|rower|heat|final|kilometres|metres|stage)\b",
    re.IGNORECASE,
)
_RECORD: Final = lazy(
    r"\b(?:(?:course|world|national|track|stage|club|school|championship|olympic|european|pool|meeting|lap|british|new|a) "
    r")record\b",
    re.IGNORECASE,
)
_OLD: Final = lazy(
    r"\b(?:old|previous|existing|former) (?:[a-z]+ )?(?:record|best|mark)(?: of| was| stood at| had been|,)|\brecord of "
    r"[^.;]{0,40}(?:had stood|was set|set by|stood) ",
    re.IGNORECASE,
)
_NEAR: Final = 60


class Clocked(NamedTuple):
    """A race time in seconds, with its span and the digits it is exact to."""

    seconds: float
    span: Span


def finishes(document: Document) -> Iterator[Clash]:
    """Gaps and records that the times of a race do not bear out."""
    text = document.prose.text
    if _RACE.search(text) is None or not (":" in text or " minutes" in text):
        return
    times = list(_times(document))
    if len(times) >= _PAIR:
        yield from _gaps(document, times)
        yield from _records(document, times)


_PAIR: Final = 2


def _times(document: Document) -> Iterator[Clocked]:
    for hit in _TIME.finditer(document.prose.text):
        if not document.quoted.outside(*hit.span()):
            continue
        if hit["a"]:
            parts = [int(hit["a"]), int(hit["b"]), *([int(hit["c"])] if hit["c"] else [])]
            value = sum(part * 60**power for power, part in enumerate(reversed(parts))) + float(hit["d"] or 0)
        else:
            value = _value(hit["hours"]) * 3600 + _value(hit["minutes"]) * 60 + _value(hit["seconds"])
        yield Clocked(value, Span(*hit.span()))


def _value(written: str | None) -> float:
    return next((one.value for one in numbers(written.lower())), 0.0) if written else 0.0


def _gaps(document: Document, times: Sequence[Clocked]) -> Iterator[Clash]:
    """A gap beside the time of the one behind, which no two times of the article are apart."""
    for hit in _GAP.finditer(document.prose.text):
        gap, sentence = _value(hit["n"]), document.sentence_at(hit.start())
        here = [one for one in times if sentence.start <= one.span.start < sentence.end]
        before = [one for one in times if one.span.start < sentence.start]
        near = here if len(here) > 1 else [*before[-1:], *here] if here else []
        if (
            len(near) != _PAIR
            or abs(near[0].seconds - near[1].seconds) > _MOST
            or not document.quoted.outside(*hit.span())
        ):
            continue
        made = abs(near[0].seconds - near[1].seconds)
        if not any(abs(abs(a.seconds - b.seconds) - gap) <= _SLACK for a in times for b in times):
            yield Clash("finish", Span(*hit.span("n")), tuple(one.span for one in near), f"{made:.4g} seconds")


_SLACK: Final = 1.0
_MOST: Final = 600


def _records(document: Document, times: Sequence[Clocked]) -> Iterator[Clash]:
    """A record that is slower than the old one."""
    text = document.prose.text
    new = [one for one in times if _is_new(document, one)]
    old = [
        one
        for one in times
        if one not in new and _OLD.search(text, document.sentence_at(one.span.start).start, one.span.start + _NEAR)
    ]
    if len({one.seconds for one in new}) == len({one.seconds for one in old}) == 1:
        beaten = new[0].seconds > old[0].seconds
        if beaten and new[0].seconds < old[0].seconds * 1.05:
            yield Clash("record", new[0].span, (old[0].span,))


def _is_new(document: Document, one: Clocked) -> bool:
    text, start = document.prose.text, max(one.span.start - _NEAR, document.sentence_at(one.span.start).start)
    near = text[start : one.span.start]
    return (
        _RECORD.search(near) is not None
        and _OLD.search(text, start, min(one.span.end + _NEAR, document.sentence_at(one.span.start).end)) is None
        and " off " not in near
        and "outside" not in near
    )
