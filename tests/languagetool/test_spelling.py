"""Slips of the fingers, and what is none."""

from __future__ import annotations

import pytest

from newslint.languagetool.spelling import is_slip


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("responsibilty", "responsibility"),
        ("trangender", "transgender"),
        ("goverment", "government"),
        ("governnment", "government"),
        ("recieved", "received"),
        ("stold", "sold"),
    ],
)
def test_slips(seen: str, meant: str) -> None:
    assert is_slip(seen, meant)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("slurpee", "slurped"),
        ("watchlist", "watch list"),
        ("coverup", "cover-up"),
        ("chillies", "chill"),
        ("carabinieri", "carabiniere"),
        ("council", "council"),
        ("panaderia", "pandemia"),
        ("rightwing", "rifting"),
        ("kiev", "Kiel"),
        ("funhouse", "unhouse"),
        ("", "a"),
    ],
)
def test_what_is_no_slip(seen: str, meant: str) -> None:
    assert not is_slip(seen, meant)
