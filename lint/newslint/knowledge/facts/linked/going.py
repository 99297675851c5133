"""Spells that go on, and ages: how long somebody `has lived` somewhere against the year of the move, how old one was when."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.ages import ages
from newslint.knowledge.facts.chronicle.story import events_of, story
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.periods import Range
from newslint.knowledge.numbers import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.age import Age
    from newslint.knowledge.facts.chronicle.dated import Happened
    from newslint.knowledge.facts.chronicle.lasting import Lasted
    from newslint.knowledge.facts.chronicle.story import Story

# Of a verb that goes on: the verbs that begin it.
_LEADS: Final = (
    "take over, take charge, found, establish, set up, become, appoint, elect, name, start, open, launch, buy, promote, "
    "join"
)
_BEGINS: Final[dict[str, frozenset[str]]] = {
    verb: frozenset(begins.split(", "))
    for verbs, begins in (
        ("live, stay, reside", "move, settle, arrive, come, buy, move in, emigrate"),
        (
            "work, serve, teach, play, sing, nurse, fly, sail, drive",
            "join, start, begin, hire, enlist, sign, employ, recruit",
        ),
        ("lead, run, manage, head, chair, coach, rule, govern, represent, edit, direct, hold, be", _LEADS),
        ("own, keep, farm", "buy, acquire, open, inherit, purchase, start"),
        ("stand, operate, trade, exist", "build, open, found, establish, start, erect, complete"),
        ("marry", "marry, wed, meet"),
    )
    for verb in verbs.split(", ")
}
# The least age at which one does something, in years.
_LEAST: Final[dict[str, int]] = {
    verb: least
    for least, verbs in (
        (0, "emigrate, move, arrive, settle, leave, meet"),
        (2, "start, begin"),
        (3, "win, become"),
        (4, "join, write"),
        (5, "sign"),
        (6, "publish"),
        (8, "buy"),
        (10, "found, set up, launch, open, direct"),
        (12, "establish"),
        (14, "marry, wed, enlist, take over, promote, hire, serve"),
        (16, "appoint, resign, divorce"),
        (17, "graduate, qualify, elect"),
        (18, "ordain"),
        (25, "retire"),
    )
    for verb in verbs.split(", ")
}
_STUDIED: Final = ("university", "graduat", "degree", "college")
_STUDENT: Final = 19
_YEAR: Final = 365.2425


def open_spells(document: Document) -> Iterator[Clash]:
    """`has lived on Mill Lane for 31 years … moved there in 1983`."""
    told, now = document.derived(story), document.derived(moment)
    if now is None or not now.whole:
        return
    for one in told.lasted:
        if not one.going or one.what == "as" or one.lapse.unit not in ("year", "decade") or not one.subjects:
            continue
        begins = _begins(told, one)
        if len({each.time.period for each in begins}) == 1 and not _fits(begins[0], one, now.day):
            view, first = document.folded(), begins[0]
            span = view.span(one.lapse.start, one.lapse.end)
            years = (now.day.toordinal() - _ordinals(first)[1]) / _YEAR
            yield Clash("since", span, (view.span(first.start, first.end),), f"{shown(years, 0)} years")


def _begins(told: Story, one: Lasted) -> list[Happened]:
    wanted = _BEGINS.get(one.verb.split()[0], frozenset())
    found = [
        each for each in events_of(told, one.subjects[0]) if each.verb in wanted and each.time.dated and not each.off
    ]
    return [each for each in found if each.time.grain in ("year", "month", "day")]


def _ordinals(one: Happened) -> tuple[float, float]:
    period = one.time.period
    assert period is not None
    return period.first, period.last


def _fits(begin: Happened, one: Lasted, day: datetime.date) -> bool:
    first, last = _ordinals(begin)
    gap, slack = Range(day.toordinal() - last, day.toordinal() - first), _YEAR
    wanted = Range(one.lapse.days[0] - slack, one.lapse.days[1] + slack)
    return not contradiction((Statement(0, 1, gap, "calendar"), Statement(0, 1, wanted, "text")))


def too_young(document: Document) -> Iterator[Clash]:
    """`Ms Adeyemi, 48, joined the agency in 1991 straight from university`, in 2023."""
    now = document.derived(moment)
    told = document.derived(story)
    if now is None or not now.whole or not told.happened:
        return
    today = now.day.year + (now.day.timetuple().tm_yday - 1) / _YEAR
    people = document.derived(cast).persons
    held: dict[str, list[Age]] = {}
    for one in document.derived(ages):
        if one.holder >= 0 and not one.birth and one.year is None:
            held.setdefault(people[one.holder].surname.lower(), []).append(one)
    for event in told.happened:
        known = held.get(event.subject, [])
        least = _least(document, event)
        born = known[0].born(today) if known and least is not None else None
        if least is None or born is None or len({one.low for one in known}) != 1:
            continue
        age = datetime.date.fromordinal(int(_ordinals(event)[1])).year + 1 - born[0] if event.time.dated else _GROWN
        if age < least + _ROUND:
            view = document.folded()
            yield Clash(
                "young",
                view.span(event.start, event.end),
                (type(view.span(0, 0))(known[0].start, known[0].end),),
                shown(max(age - 1, 0), 0),
            )


_GROWN: Final = 200
_ROUND: Final = 0.0


def _least(document: Document, event: Happened) -> int | None:
    """The least age for what happened; None if nothing is known of it."""
    least = _LEAST.get(event.verb)
    if least is None or event.time.grain not in ("year", "month", "day"):
        return None
    sentence = document.sentence_at(document.folded().span(event.start, event.end).start)
    said = document.prose.text[sentence.start : sentence.end].lower()
    if "born" in said or "family" in said or "parents" in said:
        return None
    return _STUDENT if event.verb in ("join", "hire") and any(word in said for word in _STUDIED) else least
