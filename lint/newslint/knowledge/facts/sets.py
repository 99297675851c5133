"""Sets that are taken up by their number alone: `both`, `all three`, `the four had …`; and what the text before offers."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.lists import series
from newslint.knowledge.facts.nouns import VAGUE, family
from newslint.knowledge.facts.plurals import plural, singular
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.knowledge.numbers import read
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_N: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_GROUPS: Final = {
    "pair": 2,
    "duo": 2,
    "couple": 2,
    "trio": 3,
    "threesome": 3,
    "quartet": 4,
    "foursome": 4,
    "quintet": 5,
}
_VERBS: Final = (
    r"(?:had|have|has|were|was|are|will|said|say|must|would|could|also|then|later|now|who|died|went|came|left|met|took|won|lost|made|"
    r"gave|got|told|began|pleaded|denied|appeared|face)\b"
)
_TAKEN_UP = lazy(
    r"\b(?<!including )(?:"
    rf"all (?P<all>(?:half a |a |{_N} )?(?:dozen|hundred|thousand|million)|{_N}|\d[\d,]*|[a-z]+ty(?:-[a-z]+)?)\b"
    r"(?: of (?:them|these|those))?(?! of | or more)(?: (?P<noun>[a-z]+))?"
    rf"|the (?P<the>{_N}|\d{{1,2}})(?= (?:all\b|{_VERBS}))"
    rf"|the (?P<group>{'|'.join(_GROUPS)})(?= (?:{_VERBS}|(?:[a-z]{{3,}}ed|meet|share|train|play|plan|hope|live|work|run|own)\b))"
    r"|(?P<both>both)(?: of (?:them|the|these|those))?(?: (?P<kind>[a-z]+s|men|women|people|children))?"
    rf"(?= {_VERBS}))"
)
_REACH: Final = 3  # sentences before that a set may have been named in
_NEAR: Final = 1  # and in which it must have been named to be the one that is meant
_PAIR: Final = 2  # two names may be part of a set with the speaker, or with a third who was named before
_SLIP: Final = 2
_LARGE: Final = 12
_FAR: Final = 7


class Taken(Struct, frozen=True):
    """A set taken up at `span` of the prose: how many, the noun if one is written, and the one set that is offered before."""

    span: Span
    size: int
    noun: str
    offered: Span
    offers: int


def taken_up(document: Document) -> tuple[Taken, ...]:
    """The sets taken up by a number that the text does not offer, though it offers another; for `document.derived`."""
    return tuple(_all(document))


def _all(document: Document) -> Iterator[Taken]:
    view = document.folded()
    for hit in _TAKEN_UP.finditer(view.text):
        size = _size(hit)
        noun = next((word for word in (hit["noun"], hit["kind"]) if word and plural(word)), "")
        span = view.span(hit.start(), hit.end() if noun or not hit["noun"] else hit.start("noun") - 1)
        if size < 2 or not document.quoted.outside(span.start, span.end):
            continue
        offered = _offered(document, span.start, size, noun)
        if offered is not None:
            yield Taken(span, size, noun, *offered)


def _size(hit: re.Match[str]) -> int:
    if hit["both"]:
        return 2
    if hit["group"]:
        return _GROUPS[hit["group"]]
    return int(next((one.value for one in read(hit["all"] or hit["the"])), 0))


def _offered(document: Document, at: int, size: int, noun: str) -> tuple[Span, int] | None:
    """The one set near before `at` that has another size, if nothing offers this one."""
    sentence = document.sentence_at(at)
    index = document.sentences.index(sentence)
    far = document.sentences[max(index - _REACH, 0)].start
    near = document.sentences[max(index - _NEAR, 0)].start
    counts = [
        one
        for one in document.derived(quantities)
        if far <= one.start < at and one.kind in ("count", "score", "share", "ordinal")
    ]
    lists = [(span, items) for span, items in document.derived(series) if far <= span.start and span.end <= at]
    sizes = [*(int(one.value) for one in counts if one.value < 1e6), *(items for _, items in lists)]
    if (
        size in sizes
        or any(_makes(a, b, size) for a, b in itertools.permutations(sizes, 2))
        or size in itertools.accumulate(sizes)
    ):
        return None
    if any(one.value == size for one in document.derived(quantities) if one.start < at):
        return None
    close = [(span, items) for span, items in lists if span.start >= near and items > _PAIR]
    close += [(one.span, int(one.value)) for one in counts if one.start >= near and _fits(one, noun)]
    if len({items for _, items in close}) != 1 or any(one.value == 1 for one in counts):
        return None
    return close[-1] if _near(close[-1][1], size, bare=not noun) else None


def _near(offered: int, size: int, *, bare: bool) -> bool:
    """Whether one set can be a slip for the other: a little larger or smaller, or a large one out of bounds."""
    return abs(offered - size) <= _SLIP or (bare and min(offered, size) > _LARGE and 1 / _FAR < offered / size < _FAR)


def _makes(a: int, b: int, size: int) -> bool:
    return size in (a + b, a - b, a + b + 1) or size == a + 1


def _fits(one: Quantity, noun: str) -> bool:
    """Whether a count can be the set that is taken up: it counts the same noun, or people where no noun is written."""
    if one.quoted or one.value < 2 or one.kind != "count" or one.counted is None or one.ranged or one.of:
        return False
    lemma = one.counted.lemma
    if one.counted.whole or one.counted.other or lemma in VAGUE:
        return False
    return family(singular(noun)) == family(lemma) if noun else True
