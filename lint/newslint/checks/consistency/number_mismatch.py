"""number-mismatch: a headline or first paragraph and the body that count the same noun differently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.numbers import Number, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_NUMBER: Final = (
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
)
_DEFINITE = re.compile(rf"\b(?:the|all|all of the|those|these) (?:more than |nearly |about |some )?(?={_NUMBER})")
_NOUN = re.compile(
    r" (?:(?!other|and|or|of|in|at|to|for|with|on|per|were|was|are|is|have|had|who|that|from|by|"
    r"than|the|a|an)[a-z][a-z'-]+ ){0,2}?(?P<noun>people|men|women|children|dead|"
    r"[a-z]{3,}[a-rt-z]s)(?![\w'-])"
)
# Nouns that count time, money or measure, or name anything: two numbers of them need not be of one thing.
_VAGUE: Final = frozenset(
    "years months weeks days hours minutes seconds times decades miles metres meters feet "
    "kilometres kilometers inches acres pounds dollars euros cents points percent "
    "others things ways parts cases states countries degrees thousands millions hundreds dozens "
    "votes seats games goals runs yards members reasons words "
    "men women children steps sides ones nations counties cities teams wins was has".split()
)
_ELSEWHERE = re.compile(
    r"\b(?:earlier|initially|originally|at first|previously|revised|rose to|risen|corrected|"
    r"correction|up from|down from|now|so far|at least|"
    r"another|(?:19|20)\d\d|(?:in|last|since) (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december|year|month|week)|ago)\b"
)
_ANOTHER = re.compile(
    r" (?:with|associated|on|in|from|at|currently|across|aboard|that|under|for|of|to)\b"
)  # a group of its own
_HURT = re.compile(
    r" (?:who were |that were )?(?:wounded|injured|hurt|arrested|missing|rescued|aboard|onboard|"
    r"on board)\b"
)


class Count(Struct, frozen=True):
    """A number and the plural noun that it counts: [start, end) of both in the folded prose."""

    number: Number
    noun: str
    start: int
    end: int


def _counts(text: str, start: int, end: int) -> Iterator[Count]:
    for number in read(text, start, end):
        if (
            number.kind
            or number.value < 2
            or number.value != int(number.value)
            or number.hedge
            or 1900 <= number.value <= 2100
        ):
            continue
        noun = _NOUN.match(text, number.end, min(end, number.end + 60))
        if noun is not None and noun["noun"] not in _VAGUE:
            yield Count(number, noun["noun"], number.start, noun.end())


class NumberMismatch(Check, frozen=True, kw_only=True):
    """`640,000 patients` at the top, `The 460,000 patients` below: a definite count of a noun that the article began with.

    The body's number must be new there: a number that stands anywhere before may count a part, or another group.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """A definite count."""
        starts = [
            *"123456789",
            *"two three four five six seven eight nine ten eleven twelve thirt fourt fift sixt sevent "
            "eight ninet twent".split(),
        ]
        return tuple(f"{word} {start}" for word in ("the", "all", "these", "those") for start in starts)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each definite count that differs from the top's only count of its noun."""
        top, body = _top(unit.document)
        view = unit.document.folded()
        if not top or body is None:
            return
        text = view.text
        for hit in _DEFINITE.finditer(text, body):
            count = next(_counts(text, hit.end(), min(hit.end() + 70, len(text))), None)
            if count is None or count.start != hit.end() or count.noun not in top:
                continue
            first = top[count.noun]
            if _differ(text, first, count):
                other = text[first.start : first.end]
                yield Match(
                    view.span(count.start, count.end),
                    values={"other": other},
                    related=(Compared(view.span(first.start, first.end)),),
                )
                return


def _top(document: Document) -> tuple[dict[str, Count], int | None]:
    """The counts of headline, dek and first paragraph by noun, where each is counted once; and where the body goes on."""
    view = document.folded()
    counts: dict[str, list[Count]] = {}
    for segment in document.segments:
        if segment.kind in ("headline", "dek") or segment.lede:
            for count in _counts(view.text, view.locate(segment.start), view.locate(segment.end)):
                counts.setdefault(count.noun, []).append(count)
        if segment.lede:
            top = {noun: found[-1] for noun, found in counts.items() if len({c.number.value for c in found}) == 1}
            return top, view.locate(segment.end)
    return {}, None


def _differ(text: str, first: Count, later: Count) -> bool:
    """Whether two counts cannot be roundings of each other, and the later number is new in the text."""
    one, other = first.number, later.number
    if text[first.number.end : first.end] != text[other.end : later.end] and " " in text[other.end : later.end].strip():
        return False
    if one.rounded.meets(other.rounded) or not 0.25 < other.value / one.value < 4:
        return False
    if (
        text[: later.start].endswith((" of the ", " of all ", " of those ", " of these "))
        or _ANOTHER.match(text, later.end) is not None
    ):
        return False
    written = text[other.start : other.end].strip()
    before = text[: later.start]
    if any(number.value == other.value for number in read(before)) or re.search(
        rf"(?<![\w.,]){re.escape(written)}(?![\w,.]\d)", before
    ):
        return False
    if _HURT.match(text, later.end) is not None and "kill" in text[max(first.start - 60, 0) : first.end + 60]:
        return False
    line = text[text.rfind("\n", 0, later.start) + 1 :].partition("\n")[0]
    return _ELSEWHERE.search(line) is None
