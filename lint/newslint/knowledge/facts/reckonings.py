"""Reckonings: what a sentence itself says lies between two times: "from 1990 to 2003, 13 years", "in 1962, 50 years ago".

Each form binds a duration to its two ends by the words between them, whatever the durations and times look like: these
are tokens (see `telling`). Where an end may be another than the nearest, the others are its `rivals`: a duration that fits
one of them is explained.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, cast

from msgspec import Struct

from newslint.knowledge.facts import reckoning_grammar as grammar
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

Form = Literal["stretch", "later", "earlier", "ago", "since", "until"]


class Reckoning(Struct, frozen=True):
    """That `lapse` is what lies between two times; None for a time is the article's own. Offsets are of the telling's text.

    `loose` means that it may count from something that an earlier sentence says, too; `more` are further stretches that
    are counted with the first.
    """

    form: Form
    lapse: Lapse
    first: Time | None
    last: Time | None
    start: int
    end: int
    rivals: tuple[Time, ...] = ()
    loose: bool = False
    more: tuple[tuple[Time, Time], ...] = ()


def reckonings(said: Telling) -> Iterator[Reckoning]:
    """What the sentence says of the days between two of its times, or one of them and the article's."""
    if "@l" not in said.text or "@t" not in said.text:
        return
    yield from _stretches(said)
    yield from _shifted(said)
    yield from _until_now(said)


def _all(patterns: Iterable[re.Pattern[str]], said: Telling) -> Iterator[re.Match[str]]:
    return (hit for pattern in patterns for hit in pattern.finditer(said.text))


def _of(form: Form, said: Telling, hit: re.Match[str]) -> Reckoning:
    return Reckoning(form, said.lapse(hit["l"]), said.time(hit["a"]), said.time(hit["b"]), *hit.span())


def _until_now(said: Telling) -> Iterator[Reckoning]:
    for hit in _all(grammar.AGO, said):
        time = said.time(hit["a"])
        if time.basis == "written":  # not "ten years ago this month"
            yield Reckoning("ago", said.lapse(hit["l"]), time, None, *hit.span())
    for hit in _all(grammar.SINCE, said):
        yield Reckoning("since", said.lapse(hit["l"]), said.time(hit["a"]), None, *hit.span())


def _shifted(said: Telling) -> Iterator[Reckoning]:
    for hit in grammar.UNTIL.finditer(said.text):
        yield _with_rivals("until", said, hit)
    for hit in grammar.STOOD.finditer(said.text):
        yield _with_rivals("stretch", said, hit)
    for form, loose, pattern in grammar.SHIFTS:
        for hit in pattern.finditer(said.text):
            yield _with_rivals(cast("Form", form), said, hit, loose=loose)
    for form, pattern in grammar.LED:
        led = pattern.match(said.text)
        if led is not None:
            yield _of(cast("Form", form), said, led)


def _stretches(said: Telling) -> Iterator[Reckoning]:
    summed = set()
    for hit in grammar.TWICE.finditer(said.text):
        if hit["whole"] or hit["total"] or "a total of" in hit[0]:
            summed.add(hit["l"])
            ends = said.time(hit["a"]), said.time(hit["b"])
            more = ((said.time(hit["c"]), said.time(hit["d"])),)
            yield Reckoning("stretch", said.lapse(hit["l"]), *ends, *hit.span(), more=more)
    for hit in _all(grammar.STRETCHES, said):
        if (
            hit["l"] not in summed
            and _is_counted(said, hit)
            and not _OF_SOMETHING_ELSE.search(hit.groupdict().get("gap") or "")
        ):
            yield _of("stretch", said, hit)


# Words between a duration and its ends that start another phrase: "jailed for five years for thefts from 2010 to 2012".
_OF_SOMETHING_ELSE: Final = lazy(
    r"\b(?:serving|acting|heading|chairing|leading|directing|for|in prison|behind bars|jail|sentence|ban|old|including|and) "
)


def _is_counted(said: Telling, hit: re.Match[str]) -> bool:
    """Whether a duration is counted; a rate is not ("twice a week from June", "9am to 5pm, six days a week"), but of hours."""
    lapse = said.lapse(hit["l"])
    if lapse.days.high >= 1 and _RATE.match(said.text, hit.end("l")):
        return False
    return lapse.count != 1 or not hit[0].startswith("@l")


_RATE: Final = lazy(r"@[ -](?:@l|(?:a|an|per|each|every|out of) (?:@l|day|night|week|month|season|year))")


def _with_rivals(form: Form, said: Telling, hit: re.Match[str], *, loose: bool = False) -> Reckoning:
    """The first end is the last time before the duration; all times of the sentence before it may be meant instead."""
    last, lapse = said.time(hit["b"]), said.lapse(hit["l"])
    before = tuple(time for time in said.times if time.end <= min(lapse.start, last.start))
    first = before[-1] if before else said.time(hit["a"])
    return Reckoning(form, lapse, first, last, *hit.span(), rivals=before, loose=loose)
