"""percent-change: a rise or fall in percent, or a doubling, against the two figures that it runs between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.movement import (
    APART,
    FACTORS,
    FROM_TO,
    IN_OTHER_WORDS,
    JUST_FROM,
    MOVE,
    NO_AMOUNT,
    TO_FROM,
    UNLIKE,
    ratio,
)
from newslint.knowledge.numbers import Interval, Number, read, shown, zeros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import View


class PercentChange(Check, frozen=True, kw_only=True):
    """`rose 20 percent to $6.6 billion from $6 billion`, `doubled from 6 to 15`, in one sentence.

    The change is computed between the intervals of both figures, rounded alike; a hedge (about, nearly, more than)
    widens its side. A change of percentages, a rate over years and an adjusted figure are not judged.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "first", "last", "computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "rise": frozenset(),
        "fall": frozenset(),
        "factor": frozenset(),
    }
    roles: ClassVar[dict[str, frozenset[str]]] = {"from": frozenset(), "to": frozenset()}
    per: ClassVar[str] = "sentence"

    def anchors(self) -> tuple[str, ...]:
        """Where a change starts from: `from` before a figure, or before a number in words."""
        return tuple(f"from {start}" for start in (*"0123456789$£€", "just ", "about ", "nearly ", "more ", *_WORDS))

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each change that its figures do not bear out, at the change."""
        view, start, end = unit.folded()
        text = view.text[start:end]
        if MOVE.search(text) is None or UNLIKE.search(text):
            return
        numbers = read(text)
        if len(numbers) >= 2:
            yield from _judged(view, start, text, numbers)


_WORDS: Final = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twel",
    "thirt",
    "fourt",
    "fift",
    "twent",
    "a ",
)


def _judged(view: View, base: int, text: str, numbers: list[Number]) -> Iterator[Match]:
    ends = _ends(text, numbers)
    if ends is None:
        return
    a, b = ends
    stated = _percent(text, numbers, a, b) or _factor(text, a, b)
    if stated is None:
        return
    at, stop, interval, up = stated
    found = ratio(a, b)
    if _fits(found, interval) and (up is None or up == (b.value >= a.value)):
        return
    later = max((a, b), key=lambda number: number.start)
    span = view.span(base + at, base + stop) if up is not None else view.span(base + later.start, base + later.end)
    case, computed = _computed(a.value, b.value, percent=up is not None)
    values = {"first": text[a.start : a.end], "last": text[b.start : b.end], "computed": computed}
    related = tuple(
        Compared(view.span(base + n.start, base + n.end), role)
        for n, role in ((a, "from"), (b, "to"))
        if up is not None or n is not later
    )
    yield Match(span, values={"stated": text[at:stop], **values}, related=related, case=case)


def _ends(text: str, numbers: list[Number]) -> tuple[Number, Number] | None:
    """The two figures of one change: `from a to b`, `to b from a`, or `b, up so much from a`; None unless plain."""
    marked = _marked(text, numbers)
    hits = [*FROM_TO.finditer(marked), *TO_FROM.finditer(marked)]
    if len(hits) > 1 or len(JUST_FROM.findall(marked)) != 1:
        return None
    if hits:
        a, b = (numbers[int(hits[0][name].strip("@"))] for name in "ab")
    else:
        only = JUST_FROM.search(marked)
        found = _before(text, numbers, int(only["a"].strip("@"))) if only is not None else None
        if found is None:
            return None
        a, b = found
    return (a, b) if _amount(text, a) and _amount(text, b) and a.kind == b.kind and a.value and b.value else None


def _before(text: str, numbers: list[Number], index: int) -> tuple[Number, Number] | None:
    """The figure that `, up 20 percent from a` goes back to: the one amount of its kind close before the comma."""
    a = numbers[index]
    moves = [hit for hit in MOVE.finditer(text, 0, a.start) if a.start - hit.end() < 40]
    if not moves:
        return None
    at = moves[-1].start()
    close = [
        n for n in numbers[:index] if n.kind == a.kind and _amount(text, n) and n.end <= at and _close(text[n.end : at])
    ]
    return (a, close[0]) if len(close) == 1 else None


def _close(between: str) -> bool:
    """Whether only a few words and a comma are between a figure and `, up so much from`."""
    return len(between) < 60 and between.rstrip().endswith((",", "-", "—", "–", "(")) and not APART.search(between)


def _marked(text: str, numbers: list[Number]) -> str:
    """The text with every amount replaced by `@index@`, so that patterns see amounts as one thing."""
    parts, last = [], 0
    for index, number in enumerate(numbers):
        if not _amount(text, number):
            continue
        parts += [text[last : number.start], f"@{index}@"]
        last = number.end
    return "".join([*parts, text[last:]])


def _amount(text: str, number: Number) -> bool:
    """Whether a number counts something: no year, time, age or percentage."""
    if number.kind == "%" or (
        number.kind == ""
        and number.step == 1
        and 1800 <= number.value <= 2100
        and "," not in text[number.start : number.end]
    ):
        return False
    return NO_AMOUNT.match(text, number.end) is None and not text[: number.start].endswith(("age ", "no. ", "page "))


def _percent(text: str, numbers: list[Number], a: Number, b: Number) -> tuple[int, int, Interval, bool] | None:
    """The one percentage of the sentence and its direction, as a ratio b/a."""
    shares = [n for n in numbers if n.kind == "%"]
    moves = list(MOVE.finditer(text))
    if len(shares) != 1 or any(hit["factor"] for hit in moves):
        return None
    share = shares[0]
    if not _together(text, share, a, b):
        return None
    near = [hit for hit in moves if _moves(text, hit, share)]
    directions = {bool(hit["up"]) for hit in near}
    if len(directions) != 1 or len({bool(hit["up"]) for hit in moves}) != 1:
        return None
    up = directions.pop()
    beyond = min(zeros(share.value), 10.0) if share.value >= 10 else share.step  # "more than 50%" may be 57%
    wide = Interval(
        min(share.cut.low, share.value - (beyond if share.hedge == "under" else share.step)),
        max(share.cut.high, share.value + (beyond if share.hedge == "over" else share.step)),
    )
    low, high = (1 + wide.low / 100, 1 + wide.high / 100) if up else (1 - wide.high / 100, 1 - wide.low / 100)
    return share.start, share.end, Interval(low, high), up


def _moves(text: str, move: re.Match[str], share: Number) -> bool:
    """Whether a word of rise or fall governs a percentage: `rose … by 20 percent`, `a 20 percent rise`."""
    if move.start() >= share.end:
        return move.start() - share.end < 14
    between = text[move.end() : share.start]
    return len(between) < 45 and APART.search(between) is None


def _together(text: str, share: Number, a: Number, b: Number) -> bool:
    """Whether a percentage is with its two figures: between them, or beside them in one clause."""
    first, last = min(a.start, b.start), max(a.end, b.end)
    if first < share.start < last:
        return True
    if last <= share.start:
        return IN_OTHER_WORDS.fullmatch(text, last, share.start) is not None
    between = text[share.end : first]
    if text.startswith(" of ", share.end) or (
        text[share.end : share.end + 6].lstrip(", ").startswith("to ") and b.start > share.end + 30
    ):
        return False
    return len(between) < 130 and not APART.search(between)


# "The halving" is an event of a currency, and no comparison of two figures.
_EVENT: Final = re.compile(
    r"(?:\b(?:the|an?|each|every|next|last|this|previous|past|bitcoin|btc|of|after|before)|\d{4}) \Z"
)


def _round_count(number: Number) -> bool:
    """Whether a count of people or things is in whole tens: 20 may be 18, and 50 no more than a goal."""
    return not number.kind and not number.words and number.value < 1000 and number.value % 10 == 0


def _factor(text: str, a: Number, b: Number) -> tuple[int, int, Interval, None] | None:
    """The one doubling, tripling or halving of the sentence, as a ratio b/a; news uses the words loosely."""
    moves = [hit for hit in MOVE.finditer(text) if hit["factor"]]
    if len(moves) != 1 or not 0 <= min(a.start, b.start) - moves[0].end() < 40:
        return None
    factor = FACTORS[moves[0]["factor"]]
    before = text[max(moves[0].start() - 18, 0) : moves[0].start()]
    if moves[0][0].endswith("ing") and _EVENT.search(before):
        return None
    loose = _round_count(a) and _round_count(b)
    low, high = factor * 0.9, factor * (1.3 if loose else 1.15 if factor < 4 else 1.25)
    if re.search(r"(?:more than|over|at least|better than|than) $", before):
        low, high = (factor * 0.97, factor * 1.6) if factor > 1 else (factor * 0.5, factor * 1.03)
    elif re.search(r"(?:nearly|almost|about|roughly|around|close to|virtually|essentially|practically) $", before):
        low, high = factor * 0.72, factor * 1.2 if factor > 1 else factor * 1.4
    return moves[0].start(), moves[0].end(), Interval(low, high), None


def _fits(found: Interval, stated: Interval) -> bool:
    return found.meets(stated)


def _computed(a: float, b: float, *, percent: bool) -> tuple[str, str]:
    """The case, and the change in percent or as a factor."""
    change = (b / a - 1) * 100
    if percent:
        return "rise" if change >= 0 else "fall", shown(abs(change), 1)
    return "factor", shown(b / a, 2)
