"""Front matter in TOML: tomllib checks it, a scan of its lines gives the places. Never raises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.layout import Problem
from newslint.article.readers.draft import exactly
from newslint.article.readers.front_matter_fields import add, joined, named
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.readers.draft import Lines, Part

_STRING: Final = (
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|' + r"'''(?:[^']|'(?!''))*'''|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'"
)
_KEY: Final = r"[\w-]+|\"[^\"\n]*\"|'[^'\n]*'"
_LINE = lazy(
    rf"^[ \t]*(?:\[\[?[ \t]*(?P<table>[^\[\]\n]+?)[ \t]*\]|(?P<key>(?:{_KEY})(?:[ \t]*\.[ \t]*(?:{_KEY}))*)[ \t]*=[ \t]*)",
    re.MULTILINE,
)
_VALUE = lazy(rf"(?P<string>{_STRING})|(?P<list>\[)|(?P<bare>[^\s#\[{{][^#\n]*)", re.DOTALL)
_ITEM = lazy(rf"(?P<string>{_STRING})|(?P<end>\])|#[^\n]*|[^\"'\]#]+", re.DOTALL)
_PLACE = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_MOST_VALUES: Final = 1_000


def add_fields(metadata: Lines, content: str, start: int, end: int) -> Problem | None:
    """Adds the values of the TOML in [start, end); what is broken there."""
    import tomllib

    held = content[start:end]
    try:
        tomllib.loads(held.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return Problem(start + _offset(held, str(fault)), "toml", _PLACE.sub("", str(fault)))
    table, at = "", start
    while hit := _LINE.search(content, at, end):
        at = hit.end()
        if hit["table"]:
            table = hit["table"]
            continue
        key = hit["key"].strip("\"'")
        at = _value(metadata, content, joined(table, key) if table else named(key), at, end)
    return None


def _value(metadata: Lines, content: str, name: str, at: int, end: int) -> int:
    """Adds what stands behind a key; where it ends."""
    hit = _VALUE.match(content, at, end)
    if hit is None:
        return at
    if hit["string"]:
        add(metadata, name, _parts(content, *hit.span("string")))
    elif hit["bare"]:
        value = hit["bare"].rstrip()
        metadata.add_field(name, exactly(content, hit.start(), hit.start() + len(value), value))
    else:
        return _items(metadata, content, name, hit.end(), end)
    return hit.end()


def _items(metadata: Lines, content: str, name: str, at: int, end: int) -> int:
    """Adds the strings of a list that opens before `at`; where it ends."""
    for hit in _ITEM.finditer(content, at, end):
        if hit["end"]:
            return hit.end()
        if hit["string"] and len(metadata.fields) < _MOST_VALUES:
            add(metadata, name, _parts(content, *hit.span("string")))
    return end


def _parts(content: str, start: int, end: int) -> list[Part]:
    import tomllib

    raw = content[start:end]
    width = 3 if raw.startswith(('"""', "'''")) and len(raw) >= 6 else 1
    try:
        value = str(tomllib.loads("v = " + raw.replace("\r\n", "\n"))["v"])
    except tomllib.TOMLDecodeError:
        return []
    left = start + width + (len(raw[width:]) - len(raw[width:].lstrip("\r\n")) if width == 3 else 0)
    return exactly(content, left, end - width, value)


def _offset(held: str, fault: str) -> int:
    place = _PLACE.search(fault)
    if place is None or place[1] is None:
        return max(len(held) - 1, 0)
    lines = held.split("\n")
    line = min(int(place[1]), len(lines)) - 1
    return min(sum(len(each) + 1 for each in lines[:line]) + int(place[2]) - 1, len(held))
