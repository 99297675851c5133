"""A server of the web application for tests: the real command in a process of its own, asked over loopback."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

JSON = {"content-type": "application/json"}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Server:
    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address
        self.port = urlsplit(address).port or 0

    def ask(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, named)
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def post(self, path: str, **asked: Any) -> Answer:
        return self.ask("POST", path, json.dumps(asked), content_type="application/json")

    def check(self, content: str, **asked: Any) -> Any:
        answer = self.post("/api/check", content=content, **asked)
        assert answer.status == 200, answer.body
        return answer.json

    def rules(self, content: str, **asked: Any) -> list[str]:
        return [found["rule"] for found in self.check(content, **asked)["findings"]]


@contextmanager
def serving(folder: Path, *options: str, **variables: str) -> Iterator[Server]:
    """A server that was started in a folder; at the end it is interrupted, and must have printed nothing more."""
    (folder / ".git").mkdir(exist_ok=True)
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "newslint", "serve", "--port", "0", "--today", "2024-05-15", *options]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    try:
        assert line.startswith("newslint serves http://"), line + process.stdout.read()
        yield Server(process, line.split()[2])
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=60)[0]
    assert (process.returncode, rest) == (0, "")
