"""What a key of front matter means, and its value as readers see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.readers import templates
from newslint.article.readers.front_matter_names import INNER, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.readers.draft import Lines, Part


def add(metadata: Lines, name: str, parts: Iterable[Part]) -> None:
    """Adds a value; in titles and descriptions tags are masked, and entities decoded as a page shows them."""
    metadata.add_field(name, _decoded(parts) if name in _SHOWN else parts)


_SHOWN: Final = frozenset({"headline", "alternative-headline", "dek"})


def _decoded(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if any(sign in part.shown for sign in ("{{", "{%", "${")):
            yield part._replace(shown=templates.masked(part.shown, engine=True, markdown=False))
        elif "&" in part.shown and ";" in part.shown:
            from newslint.article.readers.html_scan import references

            read = references(part.shown, part.start)
            yield from read if part.linear else [part._replace(shown="".join(inner.shown for inner in read))]
        else:
            yield part


def named(key: str) -> str:
    """The field that a top key means, or the key itself."""
    return NAMES.get(key.lower().replace("-", "_"), key)


def joined(name: str, key: str) -> str:
    """`author: {name: …}` is the author and `seo: {description: …}` a description; other keys keep both names."""
    if key == "name":
        return name
    field = NAMES.get(key.lower().replace("-", "_")) if name.lower() in INNER else None
    return field or f"{name}.{key}"
