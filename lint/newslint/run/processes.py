"""Processes: many files linted in order, in this process or in several; the same bytes out whatever their number."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import structs

from newslint import kept_patterns
from newslint.checks import kind
from newslint.errors import FileError
from newslint.run.files import is_known, lint
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor

    from newslint.checks.check import Opened
    from newslint.config.effective import CommandLine
    from newslint.kept_patterns import KeptPatterns
    from newslint.reporters.report import FileReport
    from newslint.run.discovery import Target

_BYTES_PER_JOB: Final = 300_000  # about a second of work, quick or thorough: three times what starting a process takes
_CHUNK: Final = 16  # files handed to a process at once


def run(planner: Planner, targets: Sequence[Target], jobs: int) -> Generator[FileReport, None, None]:
    """The files' reports in order; `jobs` 0 chooses a number of processes by the work there is."""
    with _opened(planner) as opened:
        if min(jobs or _sensible(targets), len(targets)) <= 1:
            yield from (lint(planner, target) for target in targets)
            return
        known = [is_known(planner, target) for target in targets]
        new = [target for target, is_old in zip(targets, known, strict=True) if not is_old]
        linted = _linted(planner, new, jobs, opened)
        with closing(linted):
            for target, is_old in zip(targets, known, strict=True):
                yield lint(planner, target) if is_old else next(linted)


def _linted(
    planner: Planner, targets: Sequence[Target], jobs: int, opened: list[Opened]
) -> Generator[FileReport, None, None]:
    """The reports of files that have to be read, in as many processes as these are worth."""
    count = min(jobs or _sensible(targets), len(targets))
    if count <= 1:
        yield from (lint(planner, target) for target in targets)
    else:
        yield from _parallel(planner.command, targets, count, opened)


def _parallel(command: CommandLine, targets: Sequence[Target], jobs: int, opened: list[Opened]) -> Iterator[FileReport]:
    chunk = max(1, min(_CHUNK, len(targets) // (jobs * 4)))
    try:
        with pool(jobs, "run newslint again with --jobs 1", _at_start, command) as workers:
            yield from workers.map(_in_worker, targets, chunksize=chunk)
    except FileError:
        raise
    except BaseException:
        for held in opened:
            held.abandon()
        raise


@contextmanager
def pool(jobs: int, remedy: str, start: Callable[..., None], *given: Any) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that end with this block, however it ends. FileError with a remedy if one of them is killed.

    Each calls `start` with what is `given`, which should `obey`.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    workers = ProcessPoolExecutor(jobs, get_context("spawn"), start, given)
    try:
        yield workers
    except BaseException as fault:  # a worker was killed, Ctrl-C, or whoever reads has gone: no worker may wait
        is_killed = isinstance(fault, BrokenProcessPool) or (isinstance(fault, OSError) and _is_broken(workers))
        _end_workers()
        if is_killed:
            raise FileError(f"a worker process was killed (out of memory?); {remedy}") from None
        raise
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


def _is_broken(workers: ProcessPoolExecutor) -> bool:
    """Whether a worker was killed: a pool that is just finding out fails because a pipe of its own is closed."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        workers.submit(int)
    except BrokenProcessPool:
        return True
    return False


def _end_workers() -> None:
    """Ends all workers: up to Python 3.12.0 a pool that breaks overlooks, and waits for, one that was being started."""
    from multiprocessing import active_children

    _hush_the_pool()
    for child in active_children():
        child.terminate()


def _hush_the_pool() -> None:
    """Keeps quiet a pool whose workers are gone: up to Python 3.12 its thread fails on tasks that are cancelled."""
    import threading
    from concurrent.futures import InvalidStateError

    shown = threading.excepthook

    def hook(fault: threading.ExceptHookArgs) -> None:
        if not isinstance(fault.exc_value, InvalidStateError):
            shown(fault)

    threading.excepthook = hook


_command: CommandLine | None = None
_patterns: KeptPatterns | None = None


def obey() -> None:
    """Makes this process a worker that is interrupted by nobody but its parent, and ends with it."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _at_start(command: CommandLine) -> None:
    obey()
    global _command, _patterns
    _command, _patterns = command, kept_patterns.begin()


def _end_with_the_parent() -> None:
    """Ends this process once the parent is gone, killed without a chance to say so: nobody else would."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@lru_cache(maxsize=1)
def _planner() -> Planner:
    assert _command is not None
    return Planner(_command)


def _in_worker(target: Target) -> FileReport:
    planner = _planner()
    report = lint(planner, target)
    if _patterns:
        _patterns.save()
    return structs.replace(report, notices=(*report.notices, *planner.cache_notices()))


def _sensible(targets: Sequence[Target]) -> int:
    """One process for each so many bytes, as many as there are processors."""
    most = processors()
    if most == 1 or len(targets) < 2 * most:
        return 1
    return max(1, min(most, sum(_size(target.path) for target in targets) // _BYTES_PER_JOB))


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


@contextmanager
def _opened(planner: Planner) -> Iterator[list[Opened]]:
    """What the kinds of the rules that run hold open for the whole run, each once, for the first plan that asks."""
    asking = {name: plan for plan in reversed(planner.plans) for name in plan.opening}
    with ExitStack() as stack:
        held = (
            stack.enter_context(kind(name).opened(structs.asdict(plan.effective)))
            for name, plan in sorted(asking.items())
        )
        yield [one for one in held if one is not None]
