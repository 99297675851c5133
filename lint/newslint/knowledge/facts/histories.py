"""Histories: what an article says befell each of its subjects, as a network of dated steps; and where it contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.courses import ALIVE, ENDS, FIRST, ONCE
from newslint.knowledge.facts.happenings import Happening, happenings
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling

_ORIGIN: Final = "the first day of the calendar"
_EVER: Final = 1e7  # days: longer than any history
_AFTER: Final = Range(0, _EVER)
_NEXT: Final = 2  # code points from the end of a sentence to the start of the next
_PRONOUNS: Final = frozenset("it he she they which who that this".split())
_PERSONAL: Final = frozenset(("he", "she"))
History = list[Happening]


def contradictions(every: Mapping[str, History]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of dated steps of one subject that cannot both be right, in the order of the text."""
    taken: set[Happening] = set()
    for history in every.values():
        for first, second in (*_in_one_breath(history), *_in_one_history(history)):
            if second not in taken and first not in taken and contradiction(_statements(first, second)):
                taken |= {first, second}
                yield first, second


def histories(said: Iterable[Telling], now: Moment | None) -> dict[str, History]:
    """The happenings of each subject by its name; a pronoun at the start of a sentence is who the last sentence was about."""
    found: dict[str, History] = defaultdict(list)
    about, number, end = "", 0, 0
    for telling in said:
        subject = ""
        if telling.span.start - end > _NEXT:
            about = ""
        end = telling.span.end
        for one in happenings(telling, now):
            if one.joined:
                name = subject
            elif one.subject in _PRONOUNS:
                name = about if one.subject not in _PERSONAL or about else one.subject
            else:
                name = one.subject
            number += 1
            subject = name or f"#{number}"
            found[subject].append(one)
        about = subject if subject and not subject.startswith("#") else ""
    return found


def _in_one_breath(history: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Steps that one sentence joins: whatever happened again, these are of one turn."""
    return ((first, second) for first, second in pairwise(history) if second.joined and _ordered(first, second))


def _in_one_history(history: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Steps that several sentences name, if none of them is said to have happened twice."""
    for first, second in combinations(history, 2):
        once = first.verb == second.verb and first.verb in ONCE
        if once or (_comparable(first, second) and not (_repeated(history, first) or _repeated(history, second))):
            yield first, second


def _comparable(first: Happening, second: Happening) -> bool:
    """Whether two steps told in this order have an order: what has ended may begin anew, but only as something else."""
    if _ordered(first, second):
        return True
    return bool(_ordered(second, first)) and (first.verb in ENDS or second.verb in FIRST)


def _ordered(first: Happening, second: Happening) -> list[str]:
    """The courses in which the first is a step before the second."""
    return [course for course, rank in first.steps for other, later in second.steps if course == other and rank < later]


def _repeated(history: Sequence[Happening], one: Happening) -> bool:
    """Whether a step is said to have happened more than once, so that another may be of another turn."""
    if one.verb in ENDS:
        return False
    steps = set(one.steps) - {ALIVE}
    return any(other is not one and steps & set(other.steps) for other in history)


def _statements(first: Happening, second: Happening) -> list[Statement]:
    """What is said of two steps: when each was, and which comes first, or that they are one."""
    found = [
        Statement(_ORIGIN, number, Range(*one.time.period[:2]), one)
        for number, one in enumerate((first, second))
        if one.time.period is not None and one.time.dated
    ]
    if len(found) < 2:
        return []
    if first.verb == second.verb:
        return [*found, Statement(0, 1, Range(0, 0), "one")]
    before, after = (0, 1) if _ordered(first, second) else (1, 0)
    return [*found, Statement(before, after, _AFTER, "order")]
