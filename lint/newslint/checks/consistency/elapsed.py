"""elapsed: a number of years against the two years that it runs between, or a year and the article's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.numbers import ONES, hedge_before, in_words
from newslint.knowledge.published import article_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = rf"(?:{'|'.join(sorted(ONES, key=len, reverse=True))}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
_N: Final = rf"(?P<n>\d{{1,3}}|{_WORD}(?:-{_WORD})?)"
_YEAR: Final = r"(?:1[6-9]|20)\d\d(?!\d|,\d|s\b|-\d|–)"
_MONTH: Final = r"(?:[a-z]+\.? (?:\d{1,2}, )?)?"
_BETWEEN: Final = r"[^.;:()—\d\"“”]"
# Two years of one sentence and the span between them; (pattern, whether the first year may be far from the span).
_TWO: Final = (
    re.compile(
        rf"\b(?:built|opened|founded|established|erected|created|completed|launched|installed|dating "
        rf"from|dating back to|established) in (?P<a>{_YEAR}){_BETWEEN}{{0,30}}"
        rf"\b(?:stood|lasted|survived|operated|been open|served|had run|endured|"
        rf"remained)\b{_BETWEEN}{{0,15}} {_N} years{_BETWEEN}{{0,60}}"
        rf"\b(?:when|until|before){_BETWEEN}{{0,50}} in {_MONTH}(?P<b>{_YEAR})"
    ),
    re.compile(
        rf"\bfrom (?P<a>{_YEAR}) (?:to|until|through|till) (?P<b>{_YEAR}), (?:a (?:period|span|stretch|"
        rf"stint) of |for )?{_N} years\b"
    ),
    re.compile(
        rf"\b(?:for|served|spent|after) {_N} years,? (?:\(|from )(?P<a>{_YEAR})(?: (?:to|until|"
        rf"through) | ?[-–] ?)(?P<b>{_YEAR})"
    ),
    re.compile(
        rf"\bin (?P<a>{_YEAR}){_BETWEEN}{{0,60}}[,;—-] ?(?:and )?(?:just |exactly |only )?{_N} years "
        rf"later,? in (?P<b>{_YEAR})"
    ),
    re.compile(
        rf"\bin (?P<b>{_YEAR}), (?:just |exactly |only |some |about )?{_N} years "
        rf"after{_BETWEEN}{{0,50}} in (?P<a>{_YEAR})"
    ),
)
_AGO: Final = (
    re.compile(
        rf"(?<![\w-]){_N} years ago,? (?:back )?in {_MONTH}(?P<a>{_YEAR})(?= ?(?:[,.;:)]|\Z|when|and|"
        rf"after|at|the|he|she|they|it)\b)?"
    ),
    re.compile(rf"\bin {_MONTH}(?P<a>{_YEAR}),? (?:\(|—|–|-- )?{_N} years ago\b"),
)
_ROUND: Final = 10  # a span of 10, 20 … years may be rounded
_ANY_YEAR = re.compile(r"[12][6-90]\d\d")


class Elapsed(Check, frozen=True, kw_only=True):
    """`built in 1911, had stood for 101 years when it burned in 2022`, `in 1990, 25 years ago`.

    One year more or less is right: a span may count both ends, or neither. Tens may be rounded, hedged spans are not
    judged. `years ago` is held against the article's trusted date, outside quotations.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"years": frozenset({"first", "last"})}
    per: ClassVar[str] = "sentence"

    def anchors(self) -> tuple[str, ...]:
        """What every such sentence says."""
        return (
            "years when",
            "years until",
            "years before",
            "years ago",
            "years later",
            "years after",
            "years, from",
            "years from",
            "years (",
            "years,",
            "years.",
            "years in",
            "years",
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each span that its years do not bear out."""
        view, start, end = unit.folded()
        text = view.text
        if _ANY_YEAR.search(text, start, end) is None:
            return
        for pattern in _TWO:
            for hit in pattern.finditer(text, start, end):
                yield from self._judged(unit, hit, int(hit["a"]), int(hit["b"]), hit.span("b"))
        trusted = unit.document.derived(article_date)
        if trusted is None:
            return
        for pattern in _AGO:
            for hit in pattern.finditer(text, start, end):
                span = view.span(*hit.span())
                if unit.document.quoted.outside(span.start, span.end):
                    yield from self._judged(unit, hit, int(hit["a"]), trusted.day.year, None)

    def _judged(
        self, unit: Unit, hit: re.Match[str], first: int, last: int, other: tuple[int, int] | None
    ) -> Iterator[Match]:
        view = unit.folded()[0]
        years = int(hit["n"]) if hit["n"].isdigit() else int(in_words(hit["n"]) or 0)
        span = last - first
        slack = max(1, round(years * 0.15)) if years % _ROUND == 0 or years % 5 == 0 else 1
        if (
            span <= 0
            or abs(span - years) <= slack
            or hedge_before(view.text, hit.start("n"), unit.folded()[1])
            or years < 2
        ):
            return
        places = [hit.span("a"), *([other] if other else [])]
        related = tuple(Compared(view.span(*place)) for place in places)
        values = {"stated": hit["n"], "first": str(first), "last": str(last), "computed": str(span)}
        place = view.span(hit.start("n"), hit.end("n") + len(" years"))
        yield Match(place, values=values, related=related, case="years")
