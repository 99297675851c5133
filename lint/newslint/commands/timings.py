"""Timings: what `--profile` prints of a run: its time by stage, by rule, and by analysis that rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint import stopwatch

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from newslint.commands.command import Outcome, Streams
    from newslint.stopwatch import Charge, Stopwatch

REST: Final[Charge] = ("stage", "starting, finding files, output")
_TITLES: Final = {"rule": "rule", "analysis": "analysis, made once an article for all rules"}
_STAGES: Final = {"rule": "rules", "analysis": "analyses that rules share"}
_SHOWN: Final = 20  # rules and analyses


def profiled(run: Callable[[Namespace, Streams], Outcome], arguments: Namespace, streams: Streams) -> Outcome:
    """A run in this process that reads every article anew, and then on standard error where its time went."""
    watch = stopwatch.Stopwatch(REST)
    arguments.jobs, arguments.no_cache = 1, True
    with stopwatch.running(watch):
        outcome = run(arguments, streams)
    watch.stop()
    streams.stderr.writelines(f"{line}\n" for line in lines(watch))
    return outcome


def lines(watch: Stopwatch) -> Iterator[str]:
    """The tables: stages in the order of their time, then the costliest rules and analyses."""
    whole = sum(watch.seconds.values()) or 1.0
    yield f"newslint: {whole:.2f} s"
    yield from _table("stage", dict(_by_stage(watch)), {}, whole)
    for sort, title in _TITLES.items():
        own = {name: seconds for (of, name), seconds in watch.seconds.items() if of == sort}
        times = {name: number for (of, name), number in watch.times.items() if of == sort}
        if own:
            yield ""
            yield from _table(title, own, times, whole)


def _by_stage(watch: Stopwatch) -> Iterator[tuple[str, float]]:
    for sort in ("stage", *_STAGES):
        own = {name: seconds for (of, name), seconds in watch.seconds.items() if of == sort}
        yield from own.items() if sort == "stage" else ((_STAGES[sort], sum(own.values())),)


def _table(title: str, seconds: dict[str, float], times: dict[str, int], whole: float) -> Iterator[str]:
    """Rows of seconds, share of the whole, number of times and name, the largest first."""
    yield f"{'s':>8} {'share':>6} {'times' if times else '':>7}  {title}"
    ordered = sorted(seconds.items(), key=lambda item: (-item[1], item[0]))
    for name, spent in ordered[:_SHOWN]:
        yield f"{spent:8.3f} {spent / whole:6.1%} {times.get(name, ''):>7}  {name}"
    if rest := ordered[_SHOWN:]:
        spent = sum(each for _, each in rest)
        yield f"{spent:8.3f} {spent / whole:6.1%} {'':>7}  {len(rest)} others"
