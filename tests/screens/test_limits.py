"""What the web application answers when reading takes too long or fails: one sentence, and nothing of the article."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest

from newslint.screens.serve.app import Limits, application
from newslint.screens.serve.asked import Asked
from newslint.screens.serve.doors import Doors
from newslint.screens.serve.linting import Linted, Linting

SECRET = "Zanzibarian"
BODY = json.dumps({"content": SECRET, "reading": "quick"}).encode()
HEADERS = [(b"host", b"localhost"), (b"content-type", b"application/json")]


class Slow(Linting):
    """Reads nothing until it is told to go on."""

    go_on = threading.Event()

    def read(self, asked: Asked) -> Linted:
        self.go_on.wait(30)
        return super().read(asked)


class Broken(Linting):
    """Fails, and would say of what."""

    def read(self, asked: Asked) -> Linted:
        raise ZeroDivisionError(asked.content)


async def answered(app: Any, *, leaves: bool = False) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of the answer; whoever asked may have left at once."""
    messages: list[dict[str, Any]] = [{"type": "http.request", "body": BODY, "more_body": False}]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        if messages:
            return messages.pop()
        if not leaves:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/desk/look", "query_string": b"", "headers": HEADERS}
    try:
        await app(scope, receive, send)
    except ZeroDivisionError:  # the server behind this one drops it
        assert sent
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent)


def test_what_takes_too_long() -> None:
    async def whole() -> None:
        app = application(Slow(config=""), Doors(), Limits(seconds=0.1, threads=1))
        status, headers, body = await answered(app)
        assert (status, headers["retry-after"]) == (503, "2")
        assert json.loads(body) == {"error": "the article took too long"}
        gone = asyncio.create_task(answered(application(Slow(config=""), Doors()), leaves=True))
        Slow.go_on.set()
        assert (await gone)[0] == 499

    asyncio.run(whole())


def test_what_fails(capfd: pytest.CaptureFixture[str]) -> None:
    status, _, body = asyncio.run(answered(application(Broken(config=""), Doors())))
    assert status == 500
    assert json.loads(body) == {"error": "newslint failed: ZeroDivisionError; please report it"}
    assert SECRET not in "".join(capfd.readouterr())


def test_a_reader_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError(SECRET)

    monkeypatch.setattr("newslint.screens.serve.linting.look", fails)
    status, _, body = asyncio.run(answered(application(Linting(config=""), Doors())))
    assert status == 422
    assert json.loads(body) == {"error": "newslint failed on this article: ZeroDivisionError; please report it"}
