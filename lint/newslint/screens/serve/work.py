"""Work: few things at once, a bounded queue, and nobody waits for ever."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")
_WAITING: Final = 64


class Busy(Exception):
    """Too many are waiting."""


class Late(Exception):
    """The time is over."""


class Gone(Exception):
    """Whoever asked has left: somebody who types asks again before the answer is there."""


class Work:
    """Runs functions in `threads` threads, and never more: a function that is late keeps its thread until it ends."""

    def __init__(self, threads: int, seconds: float, waiting: int = _WAITING) -> None:
        self._pool = ThreadPoolExecutor(threads, "newslint")
        self._free = asyncio.Semaphore(threads)
        self._seconds, self._most = seconds, waiting
        self.waiting = 0

    async def do(self, function: Callable[[], T], gone: Callable[[], Awaitable[bool]]) -> T:
        """What a function returns. Busy, Late, or Gone if nobody waits for it any more once its turn has come."""
        if self.waiting >= self._most:
            raise Busy
        try:
            async with asyncio.timeout(self._seconds):
                await self._turn(gone)
                return await asyncio.shield(self._started(function))
        except TimeoutError:
            raise Late from None

    async def _turn(self, gone: Callable[[], Awaitable[bool]]) -> None:
        self.waiting += 1
        try:
            await self._free.acquire()
        finally:
            self.waiting -= 1
        if await gone():
            self._free.release()
            raise Gone

    def _started(self, function: Callable[[], T]) -> asyncio.Future[T]:
        started = asyncio.get_running_loop().run_in_executor(self._pool, function)
        started.add_done_callback(self._ended)
        return started

    def _ended(self, done: asyncio.Future[T]) -> None:
        self._free.release()
        if not done.cancelled():
            done.exception()  # nobody may be left to ask for it
