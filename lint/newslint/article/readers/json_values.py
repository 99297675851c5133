"""JSON with the place of every string, through the hook that the standard library's decoder has for strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.article.layout import Problem
from newslint.article.readers.draft import Part
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPE = lazy(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)


class Placed(str):
    """A string value and its place, without quotes."""

    start: int
    end: int


class Object(dict[str, Any]):
    """An object and its place, braces and all."""

    start: int
    end: int

    def among(self, *names: str) -> Any:
        """The value of the first of the names (in lower case) that has one, whatever their case here."""
        values = {key.lower(): value for key, value in self.items()}
        return next((values[name] for name in names if values.get(name)), None)


def parts_of(content: str, value: Placed) -> Iterator[Part]:
    """The value letter by letter, its escapes each as a whole."""
    import json

    at = value.start
    for hit in _ESCAPE.finditer(content, value.start, value.end):
        if hit.start() > at:
            yield Part(content[at : hit.start()], at, hit.start(), True)
        yield Part(json.loads(f'"{hit[0]}"'), hit.start(), hit.end())
        at = hit.end()
    if at < value.end:
        yield Part(content[at : value.end], at, value.end, True)


def placed(content: str, start: int, end: int) -> tuple[Any, int]:
    """The JSON value in [start, end) with a `Placed` for every string, and its end; (None, start) where there is none."""
    while start < end and content[start].isspace():
        start += 1
    try:
        value, stop = _scanner()(content[:end], start)
    except (ValueError, StopIteration, RecursionError):
        return None, start
    return value, stop


def whole(content: str) -> tuple[Any, Problem | None]:
    """The one JSON value of a file, with a `Placed` for every string; None and what is broken where it has none."""
    from json import JSONDecodeError

    start = len(content) - len(content.lstrip())
    try:
        value, stop = _scanner()(content, start)
    except JSONDecodeError as fault:
        return None, Problem(fault.pos, "json", fault.msg[0].lower() + fault.msg[1:])
    except StopIteration as fault:
        return None, Problem(fault.value, "json", "a value is expected")
    except RecursionError:
        return None, Problem(start, "json", "it is nested too deeply")
    except ValueError:  # an integer of thousands of digits
        return None, Problem(start, "json", "a number is too long")
    rest = content[stop:]
    if rest.strip():
        return None, Problem(stop + len(rest) - len(rest.lstrip()), "json", "more follows where the value has ended")
    return value, None


def _scanner() -> Any:
    import json
    from json import decoder, scanner

    scan_string: Any = decoder.scanstring  # type: ignore[attr-defined]  # in C where it can be

    def string(text: str, begin: int, strict: bool = True) -> tuple[Placed, int]:
        value, stop = scan_string(text, begin, False)
        placed = Placed(value)
        placed.start, placed.end = begin, stop - 1
        return placed, stop

    def mapping(held: tuple[str, int], *settings: Any) -> tuple[Object, int]:
        value, stop = decoder.JSONObject(held, *settings)  # type: ignore[attr-defined]
        placed = Object(value)
        placed.start, placed.end = held[1] - 1, stop
        return placed, stop

    reader: Any = json.JSONDecoder()
    reader.parse_string, reader.parse_object = string, mapping
    return scanner.py_make_scanner(reader)  # type: ignore[attr-defined]
