"""Parts of a whole and what is left: `nine of the crew of 12 were saved; the other three …`; votes and who was against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.numbers import read
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_N: Final = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|"
    r"nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_NO_FIGURE: Final = rf"(?:(?!\b{_N}\b|\bof whom\b|\band another\b)[^\d\n]){{1,160}}?"
_LEFT = lazy(rf"\bthe (?:other|remaining) {_N}\b")
_REACH: Final = 240
_REST = lazy(
    rf"\b(?P<part>{_N}) of (?:the |its |his |her |their |those |these |all |[\w’'-]+'s )?(?:[a-z-]+ "
    rf"){{0,3}}?(?P<whole>{_N})\b(?!-|%| per ?cent)"
    rf"{_NO_FIGURE}\bthe (?:other|remaining) (?P<rest>{_N})\b(?! (?:per ?cent|%|years?|days?|hours?|minutes?|miles?))"
)
# 6-3, with who was in the minority: `the two who voted against`, `with three dissenting`.
_VOTE = lazy(
    r"\b(?:vot(?:e|es|ed|ing)|ruling|ruled|decision|approved|passed|rejected|backed|"
    r"carried)\b[^.\n]{0,50}?\b(?P<for>\d{1,3})(?:-|–| to )(?P<no>\d{1,3})\b(?!-)"
)
_AGAINST = lazy(
    rf"\b(?:(?P<with>with (?P<others>{_N}) (?:colleagues|others|other [a-z]+|fellow [a-z]+))|(?P<count>{_N}) (?:[a-z]+ "
    rf"){{0,2}}?(?:who )?(?:voted|votes?) "
    rf"(?:against|no)\b|(?P<dissent>{_N}) (?:dissenters|dissenting [a-z]+|no votes|votes against|noes))"
)
_SLIP: Final = 2  # a figure that is further off is of another vote
_SELF = lazy(r"\b(?:voted (?:no|against)|opposed|dissented|objected)\b[^.\n]{0,30}\Z")


class Rest(Struct, frozen=True):
    """What is left of a whole: `stated` at `span`; it should be `computed`, from the figures at `wholes`."""

    kind: Literal["rest", "votes"]
    span: Span
    stated: int
    computed: int
    wholes: tuple[Span, ...]


def rests(document: Document) -> tuple[Rest, ...]:
    """All parts that are left, in order; use `document.derived(rests)`."""
    return (*_remainders(document), *_minorities(document))


def _remainders(document: Document) -> Iterator[Rest]:
    view = document.folded()
    for left in _LEFT.finditer(view.text):
        hit = _REST.search(view.text, max(left.start() - _REACH, 0), left.end())
        if hit is None:
            continue
        part, whole, rest = (_value(hit[name]) for name in ("part", "whole", "rest"))
        if 0 < part < whole and abs(whole - part - rest) <= _SLIP:
            spans = tuple(view.span(*hit.span(name)) for name in ("part", "whole"))
            yield Rest("rest", view.span(*hit.span("rest")), rest, whole - part, spans)


def _minorities(document: Document) -> Iterator[Rest]:
    view = document.folded()
    votes = [hit for hit in _VOTE.finditer(view.text) if int(hit["for"]) > 0]
    if len({(hit["for"], hit["no"]) for hit in votes}) != 1:
        return
    vote = votes[0]
    minority = min(int(vote["for"]), int(vote["no"]))
    for hit in _AGAINST.finditer(view.text):
        if hit["with"] and not _SELF.search(view.text, max(hit.start() - 60, 0), hit.start()):
            continue
        span = view.span(*hit.span())
        if not document.quoted.outside(span.start, span.end):
            continue
        stated = _value(hit["others"] or hit["count"] or hit["dissent"])
        if abs(stated - minority) > _SLIP:
            continue
        yield Rest("votes", span, stated, minority - bool(hit["with"]), (view.span(vote.start("for"), vote.end("no")),))


def _value(written: str) -> int:
    return int(read(written)[0].value)
