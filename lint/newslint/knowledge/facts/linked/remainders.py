"""Sets that a text counts off: what is left after a part, the place after those named, an ordinal beyond the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.shapes import token
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_VERB: Final = (
    r"(?:have|has|had|are|is|were|was|will|would|went|came|left|died|survived|escaped|stayed|voted|said|pleaded|won|lost|"
    r"remain|remained|"
    r"can|could|did|do|got|took|found|fled|swam|walked|managed|agreed|refused|already|also|now|later|of (?:them|those|"
    r"these|whom|which))"
)
_PART: Final = lazy(rf"(?<![\w@] of ){token('c', 'x')} {_VERB}\b")
_REST: Final = lazy(
    rf"\bthe (?:other|remaining) {token('c', 'r')}(?= {_VERB}\b| [a-z]+ed\b|[.;,]|\Z| (?:in|at|on|to|from|face|want|live|work)\b)"
)
_NEAR: Final = 2
_REACH: Final = 2  # sentences with figures before


def rests(shape: Shape) -> Iterator[Clash]:
    """`all five teachers …; two have found posts and the other four are looking`."""
    hits = list(_REST.finditer(shape.text)) if shape.has("the other @", "the remaining @") else []
    if len(hits) != 1 or shape.quantities[0].quoted:
        return
    rest = shape.at(hits[0]["r"])
    before = shape.text[: hits[0].start()]
    parts = [shape.at(hit["x"]) for hit in _PART.finditer(before)]
    if len(parts) != 1 or rest.number.hedge:
        return
    part = parts[0]
    wholes = _sets(shape, part)
    if len({one.value for one in wholes}) != 1:
        return
    left = wholes[0].value - part.value
    others = [one.value for one in _counts(shape) if one not in (rest, part, wholes[0])]
    explained = rest.value in (left, *others) or any(left - one == rest.value for one in others)
    if left > 0 and not explained and abs(rest.value - left) <= _NEAR:
        yield Clash("rest", rest.span, spans(wholes[0], part), shown(left))


def _counts(shape: Shape | None) -> list[Quantity]:
    found: list[Quantity] = []
    for _ in range(_REACH):
        if shape is None:
            break
        found += [one for one in shape.quantities if one.kind == "count"]
        shape = shape.before
    return found


def _sets(shape: Shape, part: Quantity) -> list[Quantity]:
    """The counts before a part that may be its whole: of a noun, and larger."""
    return [
        one
        for one in _counts(shape)
        if one.start < part.start
        and one.value > part.value
        and one.counted is not None
        and not one.number.hedge
        and not one.counted.whole
    ]


_ORDINALS: Final = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH: Final = lazy(
    r"\b[Tt]he (?P<nth>third|fourth|fifth|sixth|seventh)(?=,(?! (?:which|who|that) (?:is|are|will|may)\b)| (?:was|had|has|"
    r"died|pleaded|fled|remains)\b)"
)


def ordinals(document: Document, article: Article) -> Iterator[Clash]:
    """`Three of his aides …; the third, and the fourth`: an ordinal beyond the last of a set that is counted off."""
    text = document.prose.text
    for hit in _NTH.finditer(text) if " third" in text or " fourth" in text or " fifth" in text else ():
        nth, sentence = _ORDINALS.index(hit["nth"]), document.sentence_at(hit.start())
        start, end = hit.span()
        if f" a {hit['nth']} " in text[:start] or " another " in text[max(start - 200, 0) : start]:
            continue
        if not document.quoted.outside(start, end) or not _counted_off(text, nth, sentence.start, start, document):
            continue
        near = document.sentences_in(0, sentence.end)[-_REACH - 1 :]
        sets = [
            one
            for one in article.figures
            if near[0].start <= one.start < start
            and one.kind == "count"
            and one.value >= 2
            and one.counted is not None
            and not one.of
        ]
        if sets and max(one.value for one in sets) == nth - 1 and not any(one.value >= nth for one in sets):
            yield Clash("nth", type(sentence)(start, end), spans(max(sets, key=lambda one: one.value)), shown(nth - 1))


def _counted_off(text: str, nth: int, low: int, at: int, document: Document) -> bool:
    """Whether the one before has been named: `two of them …; the third, X, and the fourth`."""
    near = document.sentences_in(0, at + 1)[-2:]
    said = text[near[0].start if near else low : at].lower()
    return f"the {_ORDINALS[nth - 1]}" in said or (nth == _THIRD and "the other" in said)


_THIRD: Final = 3
_AFTER: Final = lazy(
    r"\b(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?P<what>[a-z]+(?: [a-z]+){0,7}?)[^.;:]{0,50}?"
    r"(?:,| –| —|\() ?(?:after|following|behind|joining|succeeding) (?P<list>[A-Z][^.;:]*)"
)
_NAME: Final = r"(?:[A-Z][\w’'.-]*(?: (?:of|the|de|la|upon|on|le|and the) (?=[A-Z]))?(?: ?[A-Z][\w’'.-]*){0,3})"
_WHEN: Final = r"(?: in (?:[A-Z][a-z]+ )?(?:19|20)\d\d| \((?:19|20)\d\d\)| (?:last|this) (?:year|month|week))?"
_NAMES: Final = lazy(rf"{_NAME}{_WHEN}(?:(?:, | and |, and ){_NAME}{_WHEN})*(?=[.,;)]|\Z)")
_SPLIT: Final = lazy(r", and | and |, ")


def following(document: Document) -> Iterator[Clash]:
    """`the third … after Holm and Byfleet in 2021 and Netherby, Cole and Staines in 2022`: more names than places before it."""
    text = document.prose.text
    for hit in _AFTER.finditer(text):
        names = _NAMES.match(hit["list"])
        if names is None or not document.quoted.outside(*hit.span()):
            continue
        items = _SPLIT.split(re.sub(_WHEN, "", names[0]))
        nth = _ORDINALS.index(hit["nth"])
        if len(items) >= nth and len(set(items)) == len(items) and all(_alike(items)) and len(items) <= nth + _NEAR:
            at = hit.start("list")
            span = type(document.sentences[0])
            yield Clash(
                "next", span(*hit.span("nth")), (span(at, at + names.end()),), _ORDINALS[min(len(items) + 1, 10)]
            )


def _alike(items: list[str]) -> Iterator[bool]:
    """Of each item, whether it can be a name that does not describe another."""
    return (bool(item) and item[0].isupper() and item not in _MONTHS for item in items)


_MONTHS: Final = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday "
    "Saturday Sunday".split()
)
