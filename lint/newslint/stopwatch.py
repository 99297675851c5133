"""Stopwatch: where the time of a run goes. Each moment is charged to the innermost thing that is being timed."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

Item = TypeVar("Item")
Charge = tuple[str, str]  # what sort of thing (a stage, an analysis, a rule), and its name


class Stopwatch:
    """Seconds and number of times by charge. While nothing else is timed, time is charged to `rest`."""

    def __init__(self, rest: Charge, clock: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: defaultdict[Charge, float] = defaultdict(float)
        self.times: defaultdict[Charge, int] = defaultdict(int)
        self._clock, self._stack, self._last = clock, [rest], clock()

    def enter(self, charge: Charge) -> None:
        """Charges the time from now on to something."""
        self._settle()
        self._stack.append(charge)

    def leave(self) -> None:
        """Goes back to what was timed before the last `enter`."""
        self._settle()
        self.times[self._stack.pop()] += 1

    def stop(self) -> None:
        """Charges what has passed."""
        self._settle()

    def _settle(self) -> None:
        now = self._clock()
        self.seconds[self._stack[-1]] += now - self._last
        self._last = now


class _Timed(AbstractContextManager[None]):
    def __init__(self, watch: Stopwatch, charge: Charge) -> None:
        self._watch, self._charge = watch, charge

    def __enter__(self) -> None:
        self._watch.enter(self._charge)

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._watch.leave()


_watch: Stopwatch | None = None
_UNTIMED: Final = nullcontext()


@contextmanager
def running(watch: Stopwatch) -> Iterator[None]:
    """Lets a stopwatch run in this process: what calls `timed` is charged to it."""
    global _watch  # noqa: PLW0603 (what is timed is too deep inside to be handed a stopwatch, which a run hardly ever has)
    _watch = watch
    try:
        yield
    finally:
        _watch = None


def timed(sort: str, name: str) -> AbstractContextManager[None]:
    """Charges the time of a block, if a stopwatch runs."""
    return _UNTIMED if _watch is None else _Timed(_watch, (sort, name))


def named(function: Callable[..., object]) -> str:
    """A function as users see it, by its module: `facts.ages`, `spun.oddity.encoded`."""
    room = function.__module__.removeprefix("newslint.").removeprefix("knowledge.")
    name = getattr(function, "__name__", type(function).__name__)
    return room if room.rpartition(".")[2] == name else f"{room}.{name}"


def timed_each(sort: str, name: str, items: Iterable[Item]) -> Iterator[Item]:
    """The items, the time of finding each charged, if a stopwatch runs."""
    iterator, end = iter(items), object()
    while True:
        with timed(sort, name):
            item = next(iterator, end)
        if item is end:
            return
        yield item  # type: ignore[misc]
