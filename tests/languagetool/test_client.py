"""The HTTP client: offsets, and servers that misbehave."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.languagetool import client
from newslint.languagetool.client import Refused, ServerError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def serving(body: bytes, status: int = 200) -> Iterator[str]:
    """A server that gives the same answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def match(offset: int, length: int) -> bytes:
    rule = {"id": "RULE", "category": {"id": "GRAMMAR"}}
    found = {
        "offset": offset,
        "length": length,
        "message": "Look here.",
        "rule": rule,
        "replacements": [{"value": "x"}],
    }
    return msgspec.json.encode({"matches": [found]})


@pytest.mark.parametrize(
    ("text", "offset", "length", "seen"),
    [
        ("He he went.", 0, 5, "He he"),
        ("🙂 He he went.", 3, 5, "He he"),
        ("🙂🙂 He said 🙂 yes.", 13, 2, "🙂"),
        ("🙂 an 🙂 end", 8, 4, " end"),
        ("café’s 🇺🇸 flag", 12, 4, "flag"),
    ],
)
def test_utf16_places_become_code_points(text: str, offset: int, length: int, seen: str) -> None:
    with serving(match(offset, length)) as url:
        (issue,) = client.check(url, text, "en-US", 5)
    assert text[issue.start : issue.end] == seen


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.data())
def test_any_text_maps_to_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    offset = len(text[:start].encode("utf-16-le")) // 2
    length = len(text[start:end].encode("utf-16-le")) // 2
    points = client._points(text)
    assert (start, end) == ((offset, offset + length) if points is None else (points[offset], points[offset + length]))


@pytest.mark.parametrize("text", ["abc", "abc🙂"])
@pytest.mark.parametrize(("offset", "length"), [(-1, 2), (0, -1), (2, 40), (90, 1)])
def test_a_place_outside_the_text_is_nonsense(text: str, offset: int, length: int) -> None:
    with serving(match(offset, length)) as url, pytest.raises(ServerError, match="outside the text"):
        client.check(url, text, "en-US", 5)


@pytest.mark.parametrize("body", [b"", b"<html>Welcome</html>", b"[]", b'{"matches": [{}]}', b'{"matches": "\xff"}'])
def test_garbage_is_said_to_be_garbage(body: bytes) -> None:
    with serving(body) as url, pytest.raises(ServerError, match="does not answer like LanguageTool"):
        client.check(url, "Some text.", "en-US", 5)


def test_a_refusal_says_what_the_server_said() -> None:
    said = b"Error: 'xx' is not a\nlanguage code"
    with serving(said, 400) as url, pytest.raises(Refused, match="400 Error: 'xx' is not a language code"):
        client.check(url, "Some text.", "xx", 5)


def test_a_server_that_hangs_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ServerError, match=r"did not answer within 0\.2 s"):
            client.check(url, "Some text.", "en-US", 0.2)


def test_a_server_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ServerError, match="cannot reach"):
        client.check(f"http://127.0.0.1:{port}/v2", "Some text.", "en-US", 5)


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://localhost:port", "ftp//x"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(ServerError, match="is not a server address"):
        client.check(url, "Some text.", "en-US", 1)
