"""Plain text: blocks by blank lines or by lines, named by position and typography."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.layout import Layout
from newslint.segment import label
from newslint.text import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.text import Text

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_BREAK = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_WRAP_MIN, _WRAP_MAX = 45, 100  # a hard-wrapped line is this long, but for the last of its paragraph
_ITEM = re.compile(r"\s*(?:[-*•‣]|\d{1,2}[.)])\s")


def read(text: Text) -> Layout:
    """The layout of a text without markup: the prose is the file itself."""
    blocks = [trim(text.content, start, end) for start, end in _blocks(text.content)]
    return Layout(View(text.content), label(text.content, blocks))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without the blanks at its ends."""
    block = text[start:end]
    return start + len(block) - len(block.lstrip()), end - len(block) + len(block.rstrip())


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: runs of lines between blank lines if they look hard-wrapped, else single lines."""
    lines = [hit.span() for hit in _LINE.finditer(text)]
    run: list[tuple[int, int]] = []
    for line in lines:
        if run and _BREAK.search(text, run[-1][1], line[0]):
            yield from _joined(text, run)
            run = []
        run.append(line)
    yield from _joined(text, run)


def _joined(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    wrapped = len(run) > 1 and all(_continues(text, a, b) for a, b in zip(run, run[1:], strict=False))
    if wrapped:
        yield run[0][0], run[-1][1]
    else:
        yield from run


def _continues(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    return _WRAP_MIN <= line[1] - line[0] <= _WRAP_MAX and not _ITEM.match(text, following[0])
