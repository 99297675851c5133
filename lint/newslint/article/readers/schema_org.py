"""schema.org metadata in JSON-LD: the string values of an article's properties, each with its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.article.readers.json_values import Placed, parts_of, placed

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_MOST_NODES: Final = 10_000


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
