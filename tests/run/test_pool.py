"""The pool of workers: none of them outlives it, whatever has become of the others."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children

import pytest

from newslint.errors import FileError
from newslint.run.processes import obey, pool


def broken_unseen(workers: ProcessPoolExecutor) -> None:
    """As when a pool breaks while one more worker is being started: nobody ends that one."""
    workers.submit(time.sleep, 600)
    raise BrokenProcessPool


def broken_just_now(workers: ProcessPoolExecutor) -> None:
    held = workers.submit(time.sleep, 600)
    os.kill(active_children()[0].pid or 0, signal.SIGTERM)
    held.exception()
    raise OSError("handle is closed")


def at_fault(workers: ProcessPoolExecutor) -> None:
    workers.submit(time.sleep, 600)
    raise OSError("no such disk")


@pytest.mark.parametrize(
    ("task", "fault", "said"),
    [
        (broken_unseen, FileError, r"a worker process was killed \(out of memory\?\); use less$"),
        (broken_just_now, FileError, "a worker process was killed"),
        (at_fault, OSError, "no such disk"),
    ],
)
def test_no_worker_outlives_its_pool(
    task: Callable[[ProcessPoolExecutor], None], fault: type[Exception], said: str
) -> None:
    def run() -> None:
        with pool(1, "use less", obey) as workers:
            task(workers)

    with pytest.raises(fault, match=said):
        run()
    for _ in range(600):
        if not active_children():
            return
        time.sleep(0.1)
    pytest.fail("a worker is still there")
