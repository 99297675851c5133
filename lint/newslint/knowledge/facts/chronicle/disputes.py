"""Disputes: what a story says that cannot all be true: a spell that is shorter or longer than its ends, the dead who act."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.knowledge.facts.chronicle.spells import ANY, END, NOUNS, OWN, is_noun_of, spells
from newslint.knowledge.facts.chronicle.story import Story, events_of
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Range, gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.knowledge.facts.chronicle.dated import Happened
    from newslint.knowledge.facts.chronicle.lasting import Lasted
    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.periods import Period

Kind = Literal["spell", "counted", "dead", "unborn", "unfounded"]

_DURATIVE: Final = frozenset(
    "serve spend work run last lead manage rule reign be do hold stay live play teach chair head coach captain occupy remain take "
    "labour labor toil".split()
)
# A length needs no noun with these (`he served five years`), nor with the others beside the two ends of a closure.
_ALONE: Final = frozenset("serve run last reign rule take".split())
_SHUT: Final = frozenset("stay remain be stand sit lie close shut".split())
_DEATH: Final = frozenset(("die", "pass away", "drown", "perish"))
# What the dead may still do, or is done with what they left.
_AFTER_DEATH: Final = frozenset(
    "be have become remain win receive appear earn inspire leave go come follow make turn get begin start end open sell publish "
    "release premiere debut air lie rest belong continue live sing feature star include rank know".split()
)
_FOUNDING: Final = frozenset(("found", "establish", "set up", "form", "incorporate", "launch", "create", "start"))
_AGENTS: Final = frozenset("buy acquire build open sell own run design produce make commission publish".split()) | {
    "take over"
}
_UNIQUE: Final = 1
_TWO: Final = 2
_OF_ONE: Final = ANY - frozenset("career company firm".split())  # these others work for, too, before and after
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
    for subject in one.subjects:
        events = [each for each in events_of(told, subject) if abs(each.number - one.number) <= _NEAR]
        ends = _ends(one, events)
        if ends is not None and not _fits(told, one, events, now):
            return _misfit(one, *ends)
    return None


def _ends(one: Lasted, events: list[Happened]) -> tuple[Happened, Happened] | None:
    """The two events that a duration is between: the only ones that may be, or all that is dated if that is shorter."""
    pairs = {_times(*pair): pair for pair in itertools.permutations(events, 2) if _is_length_of(one, *pair)}
    if len(pairs) == _UNIQUE:
        return next(iter(pairs.values()))
    dated = _dated(events)
    return (dated[0][1], dated[-1][1]) if _is_too_long(one, dated) else None


def _dated(events: list[Happened]) -> list[tuple[Period, Happened]]:
    """Those that are dated, with their periods, the earliest first."""
    found = [(one.time.period, one) for one in events if one.time.period is not None]
    return sorted(found, key=lambda one: one[0])


def _is_too_long(one: Lasted, dated: list[tuple[Period, Happened]]) -> bool:
    """Whether a duration that is its subject's own is longer than all that is dated of it near by."""
    if len(dated) < _TWO or any(period.turn for period, _ in dated):
        return False
    stretch = dated[-1][0].last - dated[0][0].first
    return one.lapse.days.low > stretch and _is_own(one, dated[0][1], dated[-1][1])


def _is_own(one: Lasted, first: Happened, last: Happened) -> bool:
    """Whether a duration is one of its subject's life, not of what it has or will have, such as a sentence or a contract."""
    fits = not one.what or one.what in _OF_ONE or one.what in first.around | last.around
    if one.how == "noun":
        return one.what in OWN
    if one.how == "after":
        return one.verb in last.steps and (fits or first.verb in _FOUNDING)
    if one.verb in ("end", "cap", "conclude"):
        return True
    return fits and (one.over or one.shown or one.verb in _ALONE or (bool(one.what) and one.verb in _DURATIVE))


def _times(first: Happened, last: Happened) -> tuple[Period | None, Period | None]:
    return first.time.period, last.time.period


def _misfit(one: Lasted, first: Happened, last: Happened) -> Dispute | None:
    if last.off or first.time.period is None or last.time.period is None:
        return None
    found = gaps(first.time.period, last.time.period)
    if not found or not _contradicts(Range(*one.lapse.days), found[0]):
        return None
    return Dispute("spell", first, last, one.lapse, found[0])


def _counted(told: Story) -> Iterator[Dispute]:
    """Times that are counted from what a noun names, or from the one thing that the sentence before tells, and lie elsewhere."""
    for one in told.happened:
        before = _origins(told, one)
        if one.counted is None or len({each.time.period for each in before}) != _UNIQUE:
            continue
        first, second, lapse = before[0].time.period, one.time.period, one.counted.lapse
        wanted = Range(*lapse.days) if one.counted.later else Range(-lapse.days.high, -lapse.days.low)
        found = gaps(first, second) if first is not None and second is not None else []
        if found and all(_contradicts(wanted, gap) for gap in found):
            yield Dispute("counted", before[0], one, lapse, found[0])


def _origins(told: Story, one: Happened) -> list[Happened]:
    if one.counted is None or not one.counted.since:
        return [each for each in told.happened if each.number == one.number - 1]
    near = (each for each in told.happened if 0 < one.number - each.number <= _NEAR)
    return [each for each in near if is_noun_of(one.counted.since, each.verb)]


def _is_length_of(one: Lasted, first: Happened, last: Happened) -> bool:
    """Whether a duration is that of the stretch between two events of its subject: by its verb, or by a noun."""
    if not _follows(first, last):
        return False
    names = spells(first.steps, last.steps)
    stretch = first.bound == "from" and last.bound == "until" and (first.verb, first.number) == (last.verb, last.number)
    if not names and not stretch:
        return False
    nouns = frozenset[str]().union(*(NOUNS[name] for name in names))
    if one.how == "noun":
        return bool(names) and (one.what in nouns or one.what == first.subject)
    if one.what and one.what not in nouns | first.around | last.around:
        return False
    if one.how == "after":
        return one.verb in last.steps or (bool(one.what) and (stretch or any(one.verb in END[name] for name in names)))
    if one.verb.split(maxsplit=1)[0] in _SHUT and "closure" in names:
        return True
    if one.verb in _DURATIVE and (one.what or "building" in names):
        return True
    return one.verb in _ALONE or (one.shown and bool(one.what))


def _follows(first: Happened, last: Happened) -> bool:
    """Whether one event may come after the other."""
    before, after = _times(first, last)
    found = gaps(before, after) if before is not None and after is not None else []
    return bool(found) and found[0].high > 0


def _fits(told: Story, one: Lasted, events: Iterable[Happened], now: Period | None) -> bool:
    """Whether some two times that may be meant lie as far apart as is said."""
    near = [each.time.period for each in told.happened if abs(each.number - one.number) <= 1]
    today = now if one.going else None
    periods = [period for period in (*(each.time.period for each in events), *near, today) if period is not None]
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
