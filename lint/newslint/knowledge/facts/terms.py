"""Terms: what an article calls its things by nouns of which only one can be meant (`exclusive`), and where it changes its mind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.exclusive import exclude, plurals, same, uses
from newslint.knowledge.facts.who.words import stands_alone
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Document

_TITLE: Final = r"[A-ZÀ-Þ][\w’'-]*"
_NAME_AFTER: Final = lazy(rf" [“‘\"'*_]*({_TITLE}(?: (?:of |the )*{_TITLE})*)")
# After a noun that stands by itself: a mark, a verb, a preposition or an adverb.
_STOPS: Final = lazy(
    r"[’']s\b|[”\"’)*_]*(?:[.,;:!?)\n—–]|$| (?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do"
    r"|goes|went|came|comes|took|takes|made|makes|said|says|lost|kept|left|began|stood|fell|rose|ran|runs|cost|costs|got|in"
    r"|on|at|after|before|and|but|or|by|for|with|to|as|when|while|until|since|into|over|under|about|against|near|off|up|down"
    r"|out|away|back|itself|now|then|also|too|never|still|not|again|there|here|"
    r"(?!(?:famil|suppl|assemb|monopo|anoma|al|ral|repl|bul|bel|jel|butterf|f)l?y\b)\w+ly|\w+ed|\w+ing|\w+[^s\W]s)\b)"
)
# What describes a noun on the spot, and so introduces it: "the loan that she took".
_DESCRIBED: Final = lazy(r" (?:of|that|which|who|whom|whose|where|between|from|called|named|to [a-z]+|[a-z]+ed by)\b")
_THE: Final = lazy(
    r"\b(?:the|this|that)(?: (?:same|whole|new|old|doomed|stricken|rusting|aged|small|huge))? $", re.IGNORECASE
)
_DETERMINED: Final = lazy(
    r"\b(?:an?|the|this|that|its|their|his|her|our|[A-Z]\w+[’']s)(?: [\w’'-]+){0,3} $", re.IGNORECASE
)
_PLAYED: Final = lazy(r"\b(?:play(?:s|ed|ing)?|learn\w*|stud(?:y|ies|ied)|take|takes|took|by|on) the $")
_OR: Final = lazy(r"\b(?:or|not|instead of|rather than) (?:(?:to|in|at|of|for) )?(?:the|this|that) $")
_BOUND: Final = lazy(r"[.,;:!?()—–\n]")
_LEAD: Final = 40  # code points before a noun in which its article is looked for
_FAR: Final = 1200  # code points between two nouns for one thing
_READ: Final = frozenset({"headline", "dek", "subhead", "paragraph", "list-item", "caption"})


class Noun(Struct, frozen=True):
    """A noun of the table, and where it is in the prose."""

    span: Span
    word: str


class Drift(Struct, frozen=True):
    """A noun that can mean nothing but what an earlier noun meant, which excludes it; `name`: what both are put before."""

    first: Noun
    later: Noun
    name: str = ""


def nouns(document: Document, hits: Iterable[tuple[int, int]]) -> Iterator[Noun]:
    """The nouns at some places of the folded prose that are whole words, the longer of two, in order."""
    view, last = document.folded(), -1
    text = view.text
    for start, stop in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= last and not text[start - 1 : start].isalnum() and not text[stop : stop + 1].isalnum():
            last = stop
            yield Noun(view.span(start, stop), text[start:stop])


def drifts(document: Document, found: Sequence[Noun]) -> Iterator[Drift]:
    """Where a noun cannot be what it refers to, the first place for each noun and name."""
    by_word: dict[str, list[Noun]] = {}
    named: dict[str, Noun] = {}
    for noun in found:
        by_word.setdefault(noun.word, []).append(noun)
    for number, noun in enumerate(found):
        drift = _renamed(document, noun, named) if "s" in uses(noun.word) else None
        first = "t" in uses(noun.word) and by_word[noun.word][0] is noun
        if drift is None and first and _definite(document, noun) and _only(document, noun, by_word):
            drift = _referring(document, found[:number], noun)
        if drift is not None:
            yield drift


def _renamed(document: Document, noun: Noun, named: dict[str, Noun]) -> Drift | None:
    hit = _NAME_AFTER.match(document.prose.text, noun.span.end)
    if hit is None or not document.quoted.outside(noun.span.start, hit.end(1)):
        return None
    first = named.setdefault(hit[1], noun)
    return Drift(first, noun, hit[1]) if exclude(first.word, noun.word, "s") else None


def _definite(document: Document, noun: Noun) -> bool:
    """Whether a noun is "the loan", by itself and in the paper's own words."""
    text, span = document.prose.text, noun.span
    if noun.word in plurals() or not text[span.start].islower() or not _after_the(text, noun):
        return False
    if _PLAYED.search(text, max(span.start - 16, 0), span.start):
        return False  # "plays the organ": any organ
    alone = (
        (_STOPS.match(text, span.end) or stands_alone(document, span.end))
        and not _DESCRIBED.match(text, span.end)
        and not _NAME_AFTER.match(text, span.end)
    )
    return bool(alone) and document.quoted.outside(span.start, span.end) and _read(document, noun)


def _after_the(text: str, noun: Noun) -> bool:
    return _THE.search(text, max(noun.span.start - 15, 0), noun.span.start) is not None


def _read(document: Document, noun: Noun) -> bool:
    segment = document.segment_at(noun.span.start)
    return segment is not None and segment.kind in _READ


def _only(document: Document, noun: Noun, by_word: dict[str, list[Noun]]) -> bool:
    """Whether the article has the noun as "the …" only, and nothing that means the same: nothing else introduces it."""
    if any(word in by_word for word in same(noun.word) if word != noun.word):
        return False
    return all(_after_the(document.prose.text, each) for each in by_word[noun.word])


def _referring(document: Document, before: Sequence[Noun], noun: Noun) -> Drift | None:
    """The drift from the nearest noun before that excludes another: singular, introduced, and not in the same clause."""
    text = document.prose.text
    for other in reversed(before):
        if noun.span.start - other.span.end > _FAR:
            return None
        fits = exclude(other.word, noun.word, "t") and other.word not in plurals() and _introduced(document, other)
        if fits and not _joined(text, other, noun):
            return Drift(other, noun)
    return None


def _introduced(document: Document, noun: Noun) -> bool:
    """Whether a noun is the head of its phrase, with an article or a possessive not far before it."""
    text, span = document.prose.text, noun.span
    head = any(pattern.match(text, span.end) for pattern in (_STOPS, _DESCRIBED, _NAME_AFTER))
    lead = text[max(span.start - _LEAD, 0) : span.start]
    return (
        head
        and _DETERMINED.search(lead) is not None
        and document.quoted.outside(span.start, span.end)
        and _read(document, noun)
    )


def _joined(text: str, other: Noun, noun: Noun) -> bool:
    """Whether both are in one clause, or the later is said to be an alternative: "to the embassy, or to the consulate"."""
    if _OR.search(text, max(noun.span.start - _LEAD, 0), noun.span.start):
        return True
    return _BOUND.search(text, other.span.end, noun.span.start) is None
