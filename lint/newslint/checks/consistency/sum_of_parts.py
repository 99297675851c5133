"""sum-of-parts: a total against its parts, or a lead against the two figures that make it, in one sentence."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.numbers import ONES, Number, marked, read, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import View

_N: Final = "@\\d+@"
_WORDS: Final = r"[^@,;:.()—–\"“”]"
_ITEM: Final = rf"(?:another |the |about |some |an? [a-z]+ of |for )?{_N}{_WORDS}{{0,60}}?"
_AND: Final = r",? (?:and|plus|joined by|followed by|with) "
_LIST: Final = rf"{_ITEM}(?:[,;] {_ITEM}){{0,6}}(?:{_AND}|[,;] ){_ITEM}"
_WHAT: Final = rf"(?P<total>{_N})(?P<noun>(?: (?!to\b|and\b|or\b|by\b|of them)[a-z][\w'-]*){{0,5}}?)"
_END: Final = r"(?=[\"”')]*(?:[.!?;]|\Z))"
# The list after a total: set off so that it can only be what the total is made of.
_SET_OFF: Final = (
    re.compile(rf"{_WHAT}(?: ?(?:—|--) ?| – |(?<=[a-z])–)(?P<list>{_LIST})(?= ?(?:—|–|--)|{_END[3:]}"),
    re.compile(rf"{_WHAT} ?[(\[](?P<list>{_LIST})(?=[)\]])"),
    re.compile(rf"{_WHAT}: (?P<list>{_LIST}){_END}"),
    re.compile(
        rf"{_WHAT},? (?:(?:is|was|are|were) )?(?:made up of|comprising|consisting of|composed of) "
        rf"(?P<list>{_LIST})(?=[,)—–]|{_END[3:]}"
    ),
)
_AFTER: Final = (
    re.compile(
        rf"(?P<list>{_LIST})(?:,|:|—|–| —| –|,? for|,? making|,? bringing it to) (?:an? )?(?:grand |"
        rf"combined )?total of (?P<total>{_N})(?P<noun>)"
    ),
    re.compile(
        rf"(?P<list>{_LIST})(?:,|:| ?—| ?–) (?P<total>{_N})(?P<noun>(?: [a-z]+)?) (?:in all|all told|"
        rf"altogether|in total)\b"
    ),
)
_OF = re.compile(
    rf"(?:^|[\s(])of (?:the|its|those|these|their|his|her|that) (?P<total>{_N})(?P<noun>[^@,;:."
    rf"]{{0,40}}), (?P<list>.*)"
)
_RECORD = re.compile(
    rf"(?P<total>{_N}) (?:[a-z]+ )?(?:games|matches|outings|fixtures|bouts|fights)\b[^@."
    rf";]{{0,30}}?,? (?:with |winning |including )?"
    rf"(?P<list>{_N} (?:wins|victories)(?:, {_N} (?:draws|ties))?,? and {_N} (?:defeats|losses))"
)
_LEAD = re.compile(
    rf"\b(?:le[ad]d?s?|leading|ahead|trail(?:s|ed|ing)?|behind|won|beat|defeat(?:s|ed)|lost)\b[^@."
    rf";]{{0,50}}\bby (?:just |only )?(?P<total>{_N})[- ](?:percentage[- ])?points?(?: margin)?"
    rf"(?:,| —| –| --|:| \() ?(?:a margin of )?(?P<a>{_N})(?: percent)?(?: to | ?[-–] ?)(?P<b>{_N})(?!\d| points)"
)
_SKIP = re.compile(
    r"@\d+@(?:[ -]?(?:kilograms?|kg|pounds|lbs?|meters?|metres?|feet|foot|miles?|km|kilometers?|"
    r"kilometres?|inches|acres|hectares|spots|place|years?|months?|weeks?|days?|hours?|minutes?|"
    r"percent of|times|th|rd|nd|st|in \d|-)\b|['’]s|-(?:year|month|week|day|hour|foot|member|"
    r"point))"
)
_PARTIAL = re.compile(
    r"\b(?:including|include[sd]?|among them|of them|of whom|of which|more than one|at least one|"
    r"both|each|apiece|per|every|about half|most|the (?:rest|remaining|others?)|another|dozens|"
    r"several|respectively|overlap|no-shows?|(?:did|do|does|was|were|could|have|had|has) not|didn't|weren't|absent|missed|"
    r"declined|cancell?ed|excluding|not counting|failed to)\b"
)


_NUMBER_WORDS: Final = (*ONES, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class Sum(NamedTuple):
    """A total and its parts; `most` says that the parts may leave something over but cannot exceed the total."""

    total: Number
    parts: tuple[Number, ...]
    most: bool


class SumOfParts(Check, frozen=True, kw_only=True):
    """A list set off after its total (`64, made up of 41 in one town and 23 in the other`), a total after its list
    (`62 in all`), money of which all parts are named (`Of the £6.8m …`), a record of games, a lead in points.

    The parts are added as intervals: each may be rounded at its last digit. Lists that say `including`, `another` or
    `each`, and numbers of years or days, are not judged.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "sum": frozenset({"parts"}),
        "percent-sum": frozenset({"parts"}),
        "difference": frozenset({"first", "last"}),
    }
    roles: ClassVar[dict[str, frozenset[str]]] = {"total": frozenset(), "part": frozenset(), "end": frozenset()}
    per: ClassVar[str] = "sentence"

    def anchors(self) -> tuple[str, ...]:
        """Marks and words that set a list off."""
        firsts = [*"123456789$£€", *(f"{word} " for word in _NUMBER_WORDS)]
        lists = [f"{mark}{first}" for mark in ("—", "— ", "–", "– ", "--", "-- ", "(", "[", ": ") for first in firsts]
        wholes = [
            f"of {article} {first}"
            for article in ("the", "its", "those", "these", "their", "his", "her", "that")
            for first in "$£€"
        ]
        says = (
            " made up of ",
            "comprising ",
            "consisting of ",
            "composed of ",
            "total of ",
            " in all",
            "all told",
            "altogether",
            "in total",
        )
        return (
            *lists,
            *wholes,
            *says,
            " losses",
            " defeats",
            " points,",
            " points (",
            "-point",
            " points:",
            " points —",
            " points –",
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each total that its parts do not make."""
        view, start, end = unit.folded()
        text = view.text[start:end]
        numbers = read(text)
        if len(numbers) < 3:
            return
        shape = marked(text, numbers)
        for found in _sums(shape, numbers):
            if not _adds_up(found):
                yield _match(view, start, text, found)
                return
        yield from _leads(view, start, text, shape, numbers)


def _sums(shape: str, numbers: list[Number]) -> Iterator[Sum]:
    forms = [(pattern, False) for pattern in (*_SET_OFF, *_AFTER, _RECORD)] + [(_OF, True)]
    for pattern, most in forms:
        hit = pattern.search(shape)
        if hit is None:
            continue
        indices = [int(token.strip("@")) for token in re.findall(_N, hit["list"])]
        total, parts = numbers[int(hit["total"].strip("@"))], tuple(numbers[index] for index in indices)
        if _plain(shape, hit, total, parts, most=most):
            yield Sum(total, parts, most)


def _plain(shape: str, hit: re.Match[str], total: Number, parts: tuple[Number, ...], *, most: bool) -> bool:
    """Whether total and parts count the same kind of thing, once each."""
    if (
        len(parts) < 2
        or any(part.kind != total.kind or part.hedge for part in parts)
        or total.hedge in ("about", "under")
    ):
        return False
    if (
        _SKIP.search(hit[0])
        or _PARTIAL.search(hit["list"])
        or total.value == len(parts)
        or max(p.value for p in parts) >= total.value
        or max(p.value for p in parts) == 1
        or any(_year(n) for n in (total, *parts))
    ):
        return False
    if re.search(rf"{_N} (?:(?:out )?of [^@,;.]{{0,30}}|[a-z]+ (?:in|across) )\Z", shape[: hit.start()]) or not _like(
        total, parts
    ):
        return False
    return not most or (total.kind not in ("", "%") and "@" not in shape[: hit.start()])


def _like(total: Number, parts: tuple[Number, ...]) -> bool:
    """Whether the parts come near the total, and do not make it by multiplication (12 rows and six columns)."""
    made = sum(part.value for part in parts)
    return 0.6 < made / total.value < 1.7 and math.prod(part.value for part in parts) != total.value


_MUCH_MORE: Final = 1.5  # "more than 10,000" may be 12,300


def _year(number: Number) -> bool:
    return number.kind == "" and number.step == 1 and 1800 <= number.value <= 2100


def _adds_up(found: Sum) -> bool:
    low = sum(part.exact.low for part in found.parts)
    high = sum(part.exact.high for part in found.parts)
    total = found.total.exact
    finest = min(part.step for part in (*found.parts, found.total))
    if found.total.step > finest:  # a total rounded more than its parts
        total = found.total.rounded
    # Rounded figures whose intervals only touch would all have to be at the very edge of their rounding.
    slack = 1e-9 * max(high, 1.0) * (-1 if high > low and total.high > total.low and not found.total.hedge else 1)
    most = total.high if found.total.hedge != "over" else found.total.value * _MUCH_MORE
    return low <= most + slack and (found.most or high >= total.low - slack)


def _match(view: View, base: int, text: str, found: Sum) -> Match:
    later = max((found.total, *found.parts), key=lambda number: number.start)
    others = [number for number in (found.total, *found.parts) if number is not later]
    percent = found.total.kind == "%"
    value = sum(part.value for part in found.parts)
    decimals = 2 if any(part.step < 1 for part in found.parts) else 0
    parts = " + ".join(text[part.start : part.end].strip() for part in found.parts)
    stated = text[found.total.start : found.total.end].strip()
    computed = shown(value, decimals) if percent else f"{found.total.kind}{shown(value, decimals)}"
    return Match(
        view.span(base + later.start, base + later.end),
        values={"stated": stated, "parts": parts, "computed": computed},
        related=tuple(
            Compared(view.span(base + n.start, base + n.end), "total" if n is found.total else "part") for n in others
        ),
        case="percent-sum" if percent else "sum",
    )


def _leads(view: View, base: int, text: str, shape: str, numbers: list[Number]) -> Iterator[Match]:
    hit = _LEAD.search(shape)
    if hit is None:
        return
    lead, a, b = (numbers[int(hit[name].strip("@"))] for name in ("total", "a", "b"))
    difference = abs(a.value - b.value)
    if abs(difference - lead.value) > (lead.step + a.step + b.step) / 2 or lead.hedge:
        if lead.hedge:
            return
        stated, first, last = (text[n.start : n.end].strip() for n in (lead, a, b))
        yield Match(
            view.span(base + lead.start, base + lead.end),
            values={"stated": stated, "first": first, "last": last, "computed": shown(difference, 2)},
            related=tuple(Compared(view.span(base + n.start, base + n.end), "end") for n in (a, b)),
            case="difference",
        )
