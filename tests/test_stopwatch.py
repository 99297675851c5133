"""Each moment is charged to the innermost thing that is being timed, and to nothing where no stopwatch runs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from newslint import stopwatch
from newslint.stopwatch import Stopwatch, named, timed, timed_each

REST = ("stage", "rest")


def watch() -> Stopwatch:
    """One that gains a second each time it is looked at."""
    return Stopwatch(REST, map(float, count()).__next__)


def test_the_innermost_is_charged() -> None:
    mine = watch()
    with stopwatch.running(mine):
        with timed("rule", "a"), timed("analysis", "b"):
            pass
        with timed("rule", "a"):
            pass
    mine.stop()
    assert mine.seconds == {REST: 3.0, ("rule", "a"): 3.0, ("analysis", "b"): 1.0}
    assert mine.times == {("rule", "a"): 2, ("analysis", "b"): 1}


def test_what_fails_is_charged_all_the_same() -> None:
    mine = watch()
    with stopwatch.running(mine):
        try:
            with timed("rule", "a"):
                raise ValueError
        except ValueError:
            pass
    assert mine.times == {("rule", "a"): 1}


def test_finding_each_item_is_charged_and_not_what_is_done_with_it() -> None:
    mine = watch()

    def items() -> Iterator[int]:
        yield from (1, 2)

    with stopwatch.running(mine):
        for _ in timed_each("stage", "reading", items()):
            with timed("rule", "a"):
                pass
    assert mine.times == {("stage", "reading"): 3, ("rule", "a"): 2}


def test_without_a_stopwatch_nothing_is_kept() -> None:
    with timed("rule", "a"):
        pass
    assert list(timed_each("stage", "reading", "ab")) == ["a", "b"]


def test_functions_are_named_by_their_module() -> None:
    from newslint.knowledge.facts.ages import ages
    from newslint.spun.oddity import encoded

    assert (named(ages), named(encoded)) == ("facts.ages", "spun.oddity.encoded")
