"""Disputes: what a story says that cannot all be true: a spell that is shorter or longer than its ends, the dead who act."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.knowledge.facts.chronicle.spells import END, NOUNS, spells
from newslint.knowledge.facts.chronicle.story import Story, events_of
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Range, gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.knowledge.facts.chronicle.dated import Happened, Lasted
    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.periods import Period

Kind = Literal["spell", "counted", "dead", "unborn", "unfounded"]

_DURATIVE: Final = frozenset(
    "serve spend work run last lead manage rule reign be do hold stay live play teach chair head coach captain occupy remain take "
    "labour labor toil".split()
)
_STAYING: Final = frozenset(
    ("stay shut", "stay closed", "remain shut", "remain closed", "be shut", "be closed", "close", "shut")
)
_DEATH: Final = frozenset(("die", "pass away", "drown", "perish"))
# What the dead may still do, or is done with what they left.
_AFTER_DEATH: Final = frozenset(
    "be have become remain win receive appear earn inspire leave go come follow make turn get begin start end open sell publish "
    "release premiere debut air lie rest belong continue live sing feature star include rank know".split()
)
_FOUNDING: Final = frozenset(("found", "establish", "set up", "form", "incorporate", "launch", "create", "start"))
_AGENTS: Final = frozenset(
    (
        "buy",
        "acquire",
        "build",
        "open",
        "sell",
        "own",
        "run",
        "take over",
        "design",
        "produce",
        "make",
        "commission",
        "publish",
    )
)
_UNIQUE: Final = 1
_NEAR: Final = 2  # sentences between what is said of one: further off, "the senator" may be another


class Dispute(Struct, frozen=True):
    """What contradicts what: a spell and its ends, or an act and the death, birth or founding that rules it out."""

    kind: Kind
    first: Happened
    last: Happened
    lapse: Lapse | None = None
    days: Range = Range(0, 0)


def disputes(told: Story, now: Period | None) -> Iterator[Dispute]:
    """All contradictions of a story, each once."""
    for one in told.lasted:
        found = _spell(told, one, now)
        if found is not None:
            yield found
    yield from _counted(told)
    for subject in dict.fromkeys(one.subject for one in told.happened if one.subject):
        yield from _lives(list(events_of(told, subject)), [one for one in told.happened if one.by == subject])


def _spell(told: Story, one: Lasted, now: Period | None) -> Dispute | None:
    events = [each for each in events_of(told, one.subject) if abs(each.number - one.number) <= _NEAR]
    if not one.subject:
        return None
    pairs = [
        (first, last)
        for first, last in itertools.permutations(events, 2)
        if any(_names(one, spell) for spell in spells(first.steps, last.steps))
    ]
    if len(pairs) != _UNIQUE or _fits(told, one, events, now):
        return None
    first, last = pairs[0]
    if last.off or first.time.period is None or last.time.period is None:
        return None
    found = gaps(first.time.period, last.time.period)
    if not found or not _contradicts(Range(*one.lapse.days), found[0]) or found[0].high < 0:
        return None
    return Dispute("spell", first, last, one.lapse, found[0])


def _counted(told: Story) -> Iterator[Dispute]:
    """Times that are counted from the one thing that the sentence before tells, and lie elsewhere."""
    for one in told.happened:
        before = [each for each in told.happened if each.number == one.number - 1]
        if one.counted is None or len({each.time.period for each in before}) != _UNIQUE:
            continue
        first, second, lapse = before[0].time.period, one.time.period, one.counted.lapse
        wanted = Range(*lapse.days) if one.counted.later else Range(-lapse.days.high, -lapse.days.low)
        found = gaps(first, second) if first is not None and second is not None else []
        if found and all(_contradicts(wanted, gap) for gap in found):
            yield Dispute("counted", before[0], one, lapse, found[0])


def _names(one: Lasted, spell: str) -> bool:
    """Whether a duration is that of a spell: by the verb that ends it, or a noun that names it."""
    if one.how == "noun":
        return one.what in NOUNS[spell]
    if one.what and one.what not in NOUNS[spell]:
        return False
    if one.how == "after":
        return one.verb in END[spell]
    if one.verb in _STAYING:
        return spell == "closure"
    return one.verb in _DURATIVE and (bool(one.what) or spell == "building")


def _fits(told: Story, one: Lasted, events: Iterable[Happened], now: Period | None) -> bool:
    """Whether some two times that may be meant lie as far apart as is said."""
    near = [each.time.period for each in told.happened if abs(each.number - one.number) <= 1]
    periods = [period for period in (*(each.time.period for each in events), *near, now) if period is not None]
    wanted = Range(*one.lapse.days)
    return any(
        not _contradicts(wanted, gap) for first, last in itertools.permutations(periods, 2) for gap in gaps(first, last)
    )


def _contradicts(wanted: Range, gap: Range) -> bool:
    return bool(contradiction((Statement(0, 1, gap, "calendar"), Statement(0, 1, wanted, "text"))))


def _lives(own: list[Happened], by: list[Happened]) -> Iterator[Dispute]:
    """What one did after death, before birth, or before it was founded."""
    for kind, bounds in _bounds(own):
        if len(bounds) != _UNIQUE:
            continue
        bound = bounds[0]
        for act in (*own, *by):
            near = abs(act.number - bound.number) <= _NEAR
            if act is not bound and near and _acts(act, kind, by) and _excluded(kind, bound, act):
                yield Dispute(kind, bound, act)
                break


def _bounds(own: list[Happened]) -> Iterator[tuple[Kind, list[Happened]]]:
    yield "dead", [one for one in own if one.verb in _DEATH]
    yield "unborn", [one for one in own if one.verb in ("bear", "born") and one.done]
    yield "unfounded", [one for one in own if one.verb in _FOUNDING and one.done]


def _acts(act: Happened, kind: Kind, by: list[Happened]) -> bool:
    """Whether an act is one that only the living, or a body that exists, can do."""
    if kind == "unfounded":
        return act in by and act.verb in _AGENTS
    if kind == "unborn":
        return act in by or (not act.done and act.verb not in ("be", "have"))
    return not act.done and act.verb not in _AFTER_DEATH


def _excluded(kind: Kind, bound: Happened, act: Happened) -> bool:
    there, here = bound.time.period, act.time.period
    if there is None or here is None or there.turn or here.turn:
        return False
    return here.first > there.last + 1 if kind == "dead" else here.last < there.first
