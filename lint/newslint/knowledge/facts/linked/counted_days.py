"""Days that are counted: a five-day festival does not run from 3 to 12 May; what came in 2015 was not two years before 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.time_grammar import NUMBER
from newslint.knowledge.headline import stem, stems
from newslint.knowledge.numbers import in_words
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.finding import Span

_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|"
    r"aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_N: Final = rf"(?P<n>\d{{1,2}}|{NUMBER})"
_LONG: Final = lazy(
    rf"\b{_N}-day (?:[a-z]+ )?(?P<what>festival|strike|walkout|visit|tour|trip|conference|summit|fair|sale|exhibition|"
    rf"event|tournament|show|march|"
    r"trial|hearing|curfew|closure|lockdown|truce|ceasefire|congress|convention|race|regatta|games|course|camp|celebration)\b"
)
_FROM: Final = lazy(
    rf"\b(?:(?P<a>\d{{1,2}})(?:st|nd|rd|th)?(?:-|–| to | until | through | and )(?P<b>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}|"
    rf"{_MONTH} (?P<c>\d{{1,2}})(?:-|–| to | until | through )(?:{_MONTH} )?(?P<d>\d{{1,2}})(?!\d|,? \d{{1,2}}\b))"
)
_LATER: Final = lazy(
    rf"\bin (?P<year>(?:19|20)\d\d),? (?:just |only |some |about )?{_N} years (?P<side>after) (?:it|they|he|she|that)\b|"
    rf"\b(?P<m>\d{{1,2}}|{NUMBER}) years (?:after|later),? (?:it|they|he|she)? ?(?:(?!\band\b)[^.,;\d]){{0,40}}? "
    r"in (?P<last>(?:19|20)\d\d)\b",
    needs=("in 19|in 20", " years after| years later"),
)
_YEAR: Final = lazy(r"(?<![\w.,$£€])(?:19|20)\d\d(?!\w|-)")
_SLACK: Final = 1
_FAR: Final = 2.6  # times longer or shorter: of something else


def counted_days(document: Document) -> Iterator[Clash]:
    """Durations in days of an event whose first and last days are told."""
    view = document.folded()
    longs = list(_LONG.finditer(view.text)) if "-day " in view.text else []
    ranges = list(_FROM.finditer(view.text)) if longs else []
    if len({hit["n"] for hit in longs}) != 1 or len({hit[0] for hit in ranges}) != 1:
        return
    stated = _number(longs[0]["n"])
    first, last = (int(ranges[0][one] or ranges[0][other]) for one, other in (("a", "c"), ("b", "d")))
    span = view.span(*longs[0].span())
    made = last - first + 1
    where = view.span(*ranges[0].span())
    if (
        last > first
        and _of_event(document, longs[0]["what"], span, where)
        and abs(made - stated) > _SLACK
        and stated / _FAR < made < stated * _FAR
        and document.quoted.outside(span.start, span.end)
    ):
        yield Clash("span", span, (where,), f"{made} days")


def _of_event(document: Document, noun: str, long: Span, dates: Span) -> bool:
    """Whether dates are told in the sentence of an event or in one beside it, or where its noun is."""
    one, other = (document.sentence_at(span.start) for span in (long, dates))
    between = document.sentences_in(min(one.end, other.end), max(one.start, other.start))
    text = document.prose.text[other.start : other.end].lower()
    return not between or noun in text


def _told(text: str, at: int, before: str) -> bool:
    """Whether the event that is counted from is the one that the sentence before tells: by its verb."""
    verb = _VERB.match(text, at)
    if verb is None:
        return True
    return verb["verb"] in ("went in", "came in") or stem(verb["verb"]) in stems(before)


_VERB: Final = lazy(r" (?:had |was |were |had been |first )*(?P<verb>went in|came in|[a-z]+)")


def _number(written: str) -> float:
    return float(written) if written[0].isdigit() else in_words(written) or 0.0


def years_after(document: Document) -> Iterator[Clash]:
    """`was lodged in 2015. It was turned down in 2019, two years after it went in`."""
    view = document.folded()
    for hit in _LATER.finditer(view.text) if " years " in view.text else ():
        span = view.span(*hit.span())
        sentence = document.sentence_at(span.start)
        before = document.sentences_in(0, sentence.start)[-1:]
        own = list(_YEAR.finditer(view.text, view.locate(sentence.start), view.locate(sentence.end)))
        there = (
            list(_YEAR.finditer(view.text, view.locate(before[0].start), view.locate(before[0].end))) if before else []
        )
        if not before or not _told(view.text, hit.end(), document.prose.text[before[0].start : before[0].end]):
            continue
        if len(own) != 1 or len({year[0] for year in there}) != 1 or not document.quoted.outside(span.start, span.end):
            continue
        gap, stated = int(own[0][0]) - int(there[0][0]), _number(hit["n"] or hit["m"])
        if gap > 0 and abs(gap - stated) > _SLACK:
            yield Clash("span", span, (view.span(*there[0].span()),), f"{gap} years ago")
