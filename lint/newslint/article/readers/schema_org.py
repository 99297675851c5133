"""schema.org metadata in JSON-LD: the string values of an article's properties, each with its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from newslint.article.readers.draft import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.readers.draft import Lines

_ARTICLE: Final = ("Article", "Posting", "Report", "Review")
_FIELDS: Final = {
    "headline": "headline",
    "alternativeHeadline": "alternative-headline",
    "description": "dek",
    "datePublished": "published",
    "dateModified": "modified",
    "articleSection": "section",
    "inLanguage": "language",
    "creditText": "credit",
    "correction": "correction",
    "url": "url",
}
_NAMED: Final = {"author": "byline", "publisher": "source"}  # persons and organisations: their name
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_MOST_NODES: Final = 10_000


class Placed(str):
    """A string value and its place, without quotes."""

    start: int
    end: int


def add_fields(metadata: Lines, content: str, start: int, end: int) -> None:
    """Adds the properties of the articles described in the JSON of [start, end); JSON that is broken adds none."""
    for node in _articles(placed(content, start, end)[0]):
        for key, value in node.items():
            if name := _FIELDS.get(key):
                _add(metadata, content, name, value)
            elif name := _NAMED.get(key):
                for person in value if isinstance(value, list) else [value]:
                    _add(metadata, content, name, person.get("name") if isinstance(person, dict) else person)


def _add(metadata: Lines, content: str, name: str, value: Any) -> None:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Placed):
            metadata.add_field(name, parts_of(content, item))


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
    """The JSON value in [start, end) with a `Placed` for every string, through the standard library's hook, and its end.

    (None, start) where there is none.
    """
    import json
    from json import decoder, scanner

    scan_string: Any = decoder.scanstring  # type: ignore[attr-defined]  # in C where it can be

    def string(text: str, begin: int, strict: bool = True) -> tuple[Placed, int]:
        value, stop = scan_string(text, begin, False)
        placed = Placed(value)
        placed.start, placed.end = begin, stop - 1
        return placed, stop

    reader: Any = json.JSONDecoder()
    reader.parse_string = string
    scan = scanner.py_make_scanner(reader)  # type: ignore[attr-defined]
    while start < end and content[start].isspace():
        start += 1
    try:
        value, stop = scan(content[:end], start)
    except (ValueError, StopIteration, RecursionError):
        return None, start
    return value, stop


def _articles(data: Any) -> Iterable[dict[str, Any]]:
    """The objects whose type is a kind of article, at the top, in lists and in `@graph`."""
    found, waiting = [], [data]
    for node in waiting:
        if len(waiting) > _MOST_NODES:
            break
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            types = node.get("@type")
            if any(str(name).endswith(_ARTICLE) for name in (types if isinstance(types, list) else [types])):
                found.append(node)
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]
    return found
