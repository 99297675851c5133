"""Doors: names that mean this machine, pages that may ask, and the units in which scripts count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.screens.serve.doors import Doors
from newslint.screens.serve.units import Units

HERE = Doors()
NET = Doors(loopback=False, hosts=frozenset({"desk.example"}), token="x" * 16)


@pytest.mark.parametrize(
    ("host", "here", "net"),
    [
        ("127.0.0.1:8765", True, True),
        ("127.8.9.1", True, True),
        ("localhost", True, True),
        ("LOCALHOST:1", True, True),
        ("[::1]:8765", True, True),
        ("192.0.2.7", False, True),
        ("[2001:db8::1]:80", False, True),
        ("desk.example", False, True),
        ("desk.example:443", False, True),
        ("127.0.0.1.evil.example", False, False),
        ("evil.example", False, False),
        ("localhost.evil.example", False, False),
        ("0x7f000001", False, False),
        ("[::1", False, False),
        ("", False, False),
    ],
)
def test_names_of_this_machine(host: str, *, here: bool, net: bool) -> None:
    for doors, own in ((HERE, here), (NET, net)):
        refusal = doors.refusal("GET", "/health", {"host": host})
        assert (refusal is None) == own
        assert refusal is None or refusal.status == 421


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),
        ({"origin": "http://localhost:8765"}, True),
        ({"origin": "http://localhost:8766"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({"origin": "https://localhost:8765.evil.example"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
    ],
)
def test_pages_that_may_ask(headers: dict[str, str], *, allowed: bool) -> None:
    refusal = HERE.refusal("POST", "/desk/look", {"host": "localhost:8765", **headers})
    assert (refusal is None) == allowed


@given(st.text(st.sampled_from("a\u00e9\u6771\U0001f600\n")), st.data())
def test_units(content: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(content)))
    assert Units(content)(offset) == len(content[:offset].encode("utf-16-le")) // 2
