"""Work: few things at once, a bounded queue, a limit of time, and nothing for those who have left."""

from __future__ import annotations

import asyncio
import threading

import pytest

from newslint.screens.serve.work import Busy, Gone, Late, Work


async def here() -> bool:
    return False


async def left() -> bool:
    return True


def test_what_a_function_returns_or_raises() -> None:
    async def whole() -> None:
        work = Work(1, 10)
        assert await work.do(lambda: 3, here) == 3
        with pytest.raises(ZeroDivisionError):
            await work.do(lambda: 1 // 0, here)
        with pytest.raises(Gone):
            await work.do(lambda: 3, left)
        assert await work.do(lambda: 4, here) == 4

    asyncio.run(whole())


def test_who_is_late_keeps_the_thread_and_others_wait() -> None:
    async def whole() -> None:
        end, work = threading.Event(), Work(1, 0.2, waiting=2)
        with pytest.raises(Late):
            await work.do(lambda: end.wait(10), here)
        waiting = [asyncio.create_task(work.do(lambda: 5, here)) for _ in range(2)]
        await asyncio.sleep(0.01)
        assert work.waiting == 2
        with pytest.raises(Busy):
            await work.do(lambda: 6, here)
        end.set()
        assert await asyncio.gather(*waiting) == [5, 5]
        assert work.waiting == 0

    asyncio.run(whole())
