"""What a scanner of HTML yields, tokens by their first offset in the piece that it was given, and character references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from newslint.article.readers.draft import Part
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "entity", "open", "close", "other"]
NO_ATTRIBUTES: Final[dict[str, str]] = {}
_REFERENCE = lazy(r"&[^&]*")
_KEPT: Final = 60  # the longest entity name has 33 letters


class Raw(NamedTuple):
    """A token: `data` is a tag's name or the decoded text. It ends where the next one begins."""

    kind: Kind
    data: str
    start: int
    attributes: dict[str, str]


def references(raw: str, start: int) -> Iterator[Part]:
    """A stretch of the file that begins at `start`, its entities decoded, each as a whole."""
    from html import unescape

    first = raw.find("&")
    head = len(raw) if first < 0 else first
    if head:
        yield Part(raw[:head], start, start + head, True)
    for hit in _REFERENCE.finditer(raw, head):
        shown = unescape(hit[0])
        stop = hit[0].find(";", 0, _KEPT) + 1
        tail = hit[0][stop:] if stop and shown.endswith(hit[0][stop:]) else ""
        edge = hit.end() - len(tail)
        yield Part(shown[: len(shown) - len(tail)], start + hit.start(), start + edge)
        if tail:
            yield Part(tail, start + edge, start + hit.end(), True)
