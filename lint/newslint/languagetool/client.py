"""Client: sends one text to a LanguageTool server and returns issues with offsets in code points.

The standard library is enough for the few calls used here. language-tool-python's own client waits 300 s for a
server that hangs, and its correction for astral characters moves the offsets of matches but not their lengths.
"""

from __future__ import annotations

import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from itertools import accumulate
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import msgspec
from msgspec import Struct, field

LONGEST_ANSWER: Final = 64_000_000  # bytes; more than that is no sensible answer
_CHUNK: Final = 1 << 16


class ServerError(Exception):
    """The server is gone, too slow or sends nonsense; the message is meant for users."""


class Refused(ServerError):
    """The server works but rejected this text."""


class Issue(Struct, frozen=True):
    """One of LanguageTool's matches: [start, end) in code points of the text that was sent."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    short: str = ""
    replacements: tuple[str, ...] = ()

    def moved(self, by: int) -> Issue:
        """The same issue `by` code points further on."""
        return msgspec.structs.replace(self, start=self.start + by, end=self.end + by)


class _Id(Struct):
    id: str


class _Rule(Struct):
    id: str
    category: _Id


class _Value(Struct):
    value: str = ""


class _Match(Struct):
    offset: int
    length: int
    message: str
    rule: _Rule
    short: str = field(default="", name="shortMessage")
    replacements: list[_Value] = []


class _Answer(Struct):
    matches: list[_Match]


class _Software(Struct):
    version: str
    build: str | None = field(default="", name="buildDate")


class _Info(Struct):
    software: _Software


class _Language(Struct):
    code: str
    long: str = field(default="", name="longCode")


def check(url: str, text: str, language: str, limit: float) -> list[Issue]:
    """LanguageTool's matches in a text, in its order.

    Raises ServerError if there is no answer within `limit` seconds, Refused if the server rejects the text.
    """
    sent = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes one question mark
    body = urlencode({"language": language, "text": sent}).encode()
    answer = _decoded(url, _request(url, "check", limit, body), _Answer)
    points = _points(sent)
    return [_issue(url, match, points, len(sent)) for match in answer.matches]


def version(url: str, limit: float) -> str:
    """The version and build of the server at a URL; ServerError as for `check`."""
    software = _decoded(url, _request(url, "info", limit), _Info).software
    return f"{software.version} {software.build or ''}".strip()


def languages(url: str, limit: float) -> frozenset[str]:
    """The language codes that the server accepts, short and long; ServerError as for `check`."""
    known = _decoded(url, _request(url, "languages", limit), list[_Language])
    return frozenset(code for language in known for code in (language.code, language.long) if code)


def _issue(url: str, match: _Match, points: list[int] | None, length: int) -> Issue:
    start, end = match.offset, match.offset + match.length
    try:
        if start < 0 or match.length < 0:
            raise IndexError
        if points is not None:
            start, end = points[start], points[end]
    except IndexError:
        start, end = 0, length + 1
    if end > length:
        raise ServerError(f"the server at {url} reported a position outside the text it was sent")
    replacements = tuple(item.value for item in match.replacements)
    return Issue(start, end, match.rule.id, match.rule.category.id, match.message, match.short, replacements)


def _points(text: str) -> list[int] | None:
    """UTF-16 offset → code point, including one past the end; None if the two are the same."""
    if text.isascii() or max(text) < "\U00010000":
        return None
    starts = [*accumulate((2 if char > "\uffff" else 1 for char in text), initial=0)]
    points = [0] * (starts[-1] + 1)
    for point, start in enumerate(starts):
        points[start] = point
        if point < len(text) and text[point] > "\uffff":
            points[start + 1] = point + 1  # LanguageTool never splits a pair; if it did, it would mean the letter
    return points


def _decoded(url: str, body: bytes, form: type[Any]) -> Any:
    try:
        return msgspec.json.decode(body, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise ServerError(f"the server at {url} does not answer like LanguageTool") from None


def _request(url: str, path: str, limit: float, body: bytes | None = None) -> bytes:
    """The body of the answer; `limit` seconds cover all of it, however slowly it arrives."""
    deadline = time.monotonic() + limit
    connection, root = _connection(url, limit)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        connection.request("POST" if body is not None else "GET", f"{root}/{path}", body, headers)
        response = connection.getresponse()
        answer = _read(connection, response, deadline)
    except TimeoutError:
        raise ServerError(f"the server at {url} did not answer within {limit:g} s") from None
    except (OSError, HTTPException, ValueError) as fault:
        raise ServerError(f"cannot reach the server at {url} ({_reason(fault)})") from None
    finally:
        connection.close()
    if response.status != 200:
        said = " ".join(answer[:200].decode("utf-8", "replace").split())
        raise Refused(f"the server at {url} refused a text: {response.status} {said or response.reason}".strip())
    return answer


def _read(connection: HTTPConnection, response: HTTPResponse, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(left)
        part = response.read1(_CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > LONGEST_ANSWER:
            raise ValueError("its answer is too long")


def _connection(url: str, limit: float) -> tuple[HTTPConnection, str]:
    """A connection for a URL, and the base path of LanguageTool's calls: `/v2` is added if it is missing."""
    try:
        place = urlsplit(url)
        host, port = place.hostname, place.port
        kind = {"http": HTTPConnection, "https": HTTPSConnection}[place.scheme]
    except (ValueError, KeyError):
        host = None
    if not host:
        raise ServerError(f"'{url}' is not a server address; use http://HOST:PORT")
    path = place.path.rstrip("/")
    return kind(host, port, timeout=limit), path if path.endswith("/v2") else f"{path}/v2"


def _reason(fault: Exception) -> str:
    return str(fault).partition("] ")[2] or str(fault) or type(fault).__name__
