"""Front matter as lines: "Key: value", which Pelican, Nikola and MultiMarkdown read one by one, whatever YAML says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.readers.draft import exactly
from newslint.article.readers.front_matter_fields import add, joined, named
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.readers.draft import Lines

_FEWEST: Final = 2  # lines of metadata without a mark of their own
_KEY: Final = r"(?P<key>[A-Za-z][\w-]*(?: [\w-]+){0,2})[ \t]*:"
_END: Final = r"(?:\r?\n|\Z)"
# At the top of a file, to the first empty line: "Title: The pier".
_LINE = lazy(rf"{_KEY}(?:[ \t]+(?P<value>\S[^\r\n]*))?{_END}")
_CLOSES = lazy(rf"[ \t]*{_END}")
# Nikola's, bare or in a comment: ".. title: The pier".
_COMMENT_OPENS = lazy(r"\s*<!--[ \t]*\r?\n?(?=[ \t]*\.\. )")
_DOTTED = lazy(rf"[ \t]*\.\.[ \t]+{_KEY}(?:[ \t]+(?P<value>\S[^\r\n]*?))?[ \t]*(?=-->|\r?\n|\Z)(?:\r?\n)?")
_COMMENT_CLOSES = lazy(rf"\s*-->[ \t]*{_END}")
# Between the lines of YAML's front matter: an entry, an item or a value that goes on, a remark or nothing.
_ROW = lazy(r"[^\r\n]+")
_ENTRY = lazy(rf"(?P<indent>[ \t]*(?:-[ \t]+)?){_KEY}(?!//)[ \t]*(?P<value>[^\r\n]*)")
_MORE = lazy(r"(?:[ \t]+|(?=-))(?:-[ \t]+)?(?P<value>[^\s#][^\r\n]*)|[ \t]*(?:#[^\r\n]*)?")
_BLOCK = lazy(r"[>|][+-]?\d?")  # the value is in the lines that follow
_PAIRS: Final = {"[": "]", "{": "}"}
_QUOTES: Final = "\"'"


def take(content: str, metadata: Lines) -> int:
    """Adds the lines at the top of a file of which one is the title, and returns where the article begins, else 0.

    Without a title, "Date: …" and "Place: …" are what the article says of an event.
    """
    opening = _COMMENT_OPENS.match(content)
    dotted = opening is not None or content.startswith(".. ")
    found, at = _run(_DOTTED if dotted else _LINE, content, opening.end() if opening else 0)
    closed = (_COMMENT_CLOSES if opening else _CLOSES).match(content, at)
    if len(found) < _FEWEST or closed is None or not any(named(hit["key"]) == "headline" for hit in found):
        return 0
    for hit in found:
        _add(metadata, content, named(hit["key"]), hit)
    return closed.end()


def _run(line: re.Pattern[str], content: str, at: int) -> tuple[list[re.Match[str]], int]:
    """The lines that follow each other from `at`, and where the last one ends."""
    found = []
    while at < len(content) and (hit := line.match(content, at)):
        found.append(hit)
        at = hit.end()
    return found, at


def take_between(content: str, start: int, end: int, metadata: Lines) -> bool:
    """Adds what YAML rejects in [start, end) as a reader of lines takes it; false, and nothing added, if it could not either.

    A value that opens a quotation mark or a bracket and does not close it is broken for every reader; what a template
    engine fills in is none of an article's.
    """
    if any(tag in content[start:end] for tag in ("{{", "{%")):
        return False
    found = list[tuple[str, re.Match[str]]]()
    top = ""
    for row in _ROW.finditer(content, start, end):
        if hit := _ENTRY.fullmatch(content, *row.span()):
            inner = bool(top) and hit["indent"] != found[0][1]["indent"]
            name = joined(top, hit["key"]) if inner else named(hit["key"])
            top = top if inner else name
        elif (hit := _MORE.fullmatch(content, *row.span())) and (top or not hit["value"]):
            name = top
        else:
            return False
        if not _is_whole(hit["value"] or ""):
            return False
        if hit["value"] or top:
            found.append((name, hit))
    for name, hit in found:
        _add(metadata, content, name, hit)
    return bool(found)


def _is_whole(value: str) -> bool:
    mark = value[:1]
    if mark in _PAIRS:
        return value.count(mark) == value.count(_PAIRS[mark])
    return not mark or mark not in _QUOTES or value.count(mark) % 2 == 0


def _add(metadata: Lines, content: str, name: str, hit: re.Match[str]) -> None:
    value = (hit["value"] or "").rstrip()
    if value and not _BLOCK.fullmatch(value):
        quoted = len(value) > 1 and value[0] in _QUOTES and value[-1] == value[0]
        start, end = hit.start("value") + quoted, hit.start("value") + len(value) - quoted
        add(metadata, name, exactly(content, start, end, content[start:end]))
