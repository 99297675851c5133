"""Things that are counted: each count of an article with what it is a count of, where, when and whose.

Two counts are of one thing if their nouns are of one family, or what has become of those counted is the same, and nothing
tells them apart (see `apart`).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.nouns import FIXED, STATES, VAGUE, family, human
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.knowledge.facts.unwritten import unwritten
from newslint.knowledge.headline import stems
from newslint.knowledge.numbers import CAP
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document

Part = Literal["headline", "summary", "lede", "body", "item"]

MEASURED: Final = frozenset({"duration", "measure", "money", "percent"})
_EXACT: Final = 100
_WINDOW: Final = 110  # code points of a sentence on each side of a count that say what it is about
_NAME = lazy(r"(?<=[\w,;:)’'] )[A-Z][\w’'-]*[a-z]\w*")
_WHEN = lazy(
    r"\b(?:(?:19|20)\d\d|last (?:year|month|season|time)|(?:next|this|previous|following) (?:year|month|season)|"
    r"(?:a|one|two|three|four|five|six|\d+) (?:year|month|decade)s? (?:ago|earlier|later|before)|"
    r"(?:a few|several|some) (?:year|month|week)s ago|annually|a year|per year|every year)\b"
)


class Thing(Struct, frozen=True, dict=True):
    """A count and what it counts. `key` is the state of those counted, or the family of the noun; `part` is where in the article.

    `sentence` is its sentence in the prose; `start` and `end` are those of the quantity.
    """

    document: Document
    quantity: Quantity
    key: str
    part: Part
    sentence: Span

    @property
    def keys(self) -> tuple[str, ...]:
        """`key`, and the family of the noun where the key is what became of those counted."""
        counted = self.quantity.counted
        noun = family(counted.lemma) if counted else ""
        if (
            self.quantity.kind != "count"
            or not noun
            or noun in (self.key, "person")
            or counted is None
            or counted.lemma in STATES
        ):
            return (self.key,)
        return (self.key, noun)

    @property
    def value(self) -> float:
        """The count."""
        return self.quantity.value

    @property
    def start(self) -> int:
        """The figure's first code point in the prose."""
        return self.quantity.start

    @property
    def shown(self) -> Span:
        """The count with its noun, in the prose."""
        quantity, counted = self.quantity, self.quantity.counted
        if counted is None or not 0 < counted.start - quantity.number.end <= 1:
            return quantity.span
        return Span(quantity.start, self.document.folded().span(quantity.number.start, counted.end).end)

    @cached_property
    def window(self) -> str:
        """The part of the sentence that is near the count."""
        low, high = max(self.sentence.start, self.start - _WINDOW), min(self.sentence.end, self.quantity.end + _WINDOW)
        return self.document.prose.text[low:high]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words near the count, but for its own noun's."""
        counted = self.quantity.counted
        own = stems(counted.head) if counted else []
        return frozenset(stems(self.window)) - frozenset(own)

    @cached_property
    def names(self) -> frozenset[str]:
        """The capitalised words near the count; none of a headline, where capitals may be style."""
        return frozenset() if self.part == "headline" else frozenset(_NAME.findall(self.window))

    @cached_property
    def times(self) -> frozenset[str]:
        """The words of time in the sentence."""
        text = self.document.prose.text[self.sentence.start : self.sentence.end].lower()
        return frozenset(_WHEN.findall(text))

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The words before the noun, and the noun itself if it is a kind of its family."""
        counted = self.quantity.counted
        return frozenset(counted.modifiers if counted else ())


def things(document: Document) -> tuple[Thing, ...]:
    """All counts of things in order; use `document.derived(things)`."""
    found = []
    for one in document.derived(quantities):
        key = _key(one)
        part = _part(document, one.start) if key else None
        if part is not None:
            found.append(Thing(document, one, key, part, document.sentence_at(one.start)))
    for one in document.derived(unwritten):
        key, part = _key(one), _part(document, one.start)
        if key and part is not None:
            found.append(Thing(document, one, key, part, document.sentence_at(one.start)))
    return tuple(sorted(found, key=lambda thing: thing.start))


def _lede(document: Document) -> int:
    """Where the first paragraph begins: a list before it sums the article up."""
    return next((segment.start for segment in document.segments if segment.lede), 0)


def _part(document: Document, at: int) -> Part | None:
    segment = document.segment_at(at)
    if segment is None:
        return None
    if segment.kind in ("headline", "dek"):
        return "headline"
    if segment.kind == "paragraph" and document.prose.text[segment.start : segment.end].isupper():
        return None  # a link to another article
    if segment.kind in ("caption", "subhead"):
        return "summary"
    if segment.kind == "list-item":
        return "summary" if segment.start < document.derived(_lede) else "item"
    return "lede" if segment.lede else "body"


def _key(one: Quantity) -> str:
    if one.kind in MEASURED:
        return f"{one.kind} {one.unit}"
    if one.kind != "count" or one.value < 2 or one.value != int(one.value) or one.of:
        return ""
    lemma = one.counted.lemma if one.counted else ""
    if one.state and (not lemma or human(lemma) or lemma in STATES):
        return one.state
    if (lemma, one.value) in FIXED or not lemma or lemma in VAGUE or len(lemma) < 3:
        return ""
    return STATES.get(lemma) or family(lemma)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two counts can be one: roundings of each other, or within what their hedges allow."""
    if one.kind in MEASURED:
        return one.number.rounded.meets(other.number.rounded)
    if abs(one.value - other.value) <= max(_rounding(one), _rounding(other)):
        return True
    return _allows(one, other.value) or _allows(other, one.value)


def _rounding(one: Quantity) -> float:
    """How far the true count may be: small counts are exact, round ones from a hundred on may be rounded at their noughts."""
    if one.number.step > 1:
        return one.number.step / 2
    if one.value < _EXACT:
        return 0.0
    grain = 1.0
    while one.value % (grain * 10) == 0:
        grain *= 10
    return min(grain / 2, one.value * CAP) if grain > 1 else 0.0


def _allows(one: Quantity, value: float) -> bool:
    """Whether a hedged count can mean a value: `at least 12` any higher one, `nearly 300` one a quarter lower."""
    hedge, stated = one.number.hedge, one.value
    if hedge == "over":
        return stated * 0.98 <= value <= stated * 1.6
    if hedge == "under":
        return stated * 0.75 <= value <= stated * 1.02
    if hedge == "about" or dozens(one):
        return stated * 0.75 <= value <= stated * (1.1 if one.definite == "all" else 1.25)
    return False


def dozens(one: Quantity) -> bool:
    """Whether a count is written in dozens: roughly."""
    return one.number.words and one.value % 12 == 0
