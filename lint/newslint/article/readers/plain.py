"""Plain text: blocks by blank lines or by lines, named by position and typography."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newslint.article.labels import label
from newslint.article.layout import MENTION, Layout
from newslint.article.readers.draft import Lines
from newslint.article.readers.unfit import is_dump, is_listing, is_mail, is_source, unfit
from newslint.article.segment import Block
from newslint.article.text import View
from newslint.finding import Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.segment import Kind
    from newslint.article.text import Text

_ITEM = lazy(r"\s*(?:[-*•‣]|\d{1,2}[.)])\s")
_COMMENT = lazy(r"^[ \t]*(<!--[^\r\n]*?-->)[ \t]*$", re.MULTILINE)
_WORD = lazy(r"\S+")
_WRAP_MIN, _WRAP_MAX = 45, 120  # the width of a text whose lines are broken by hand or by an editor
_HABIT: Final = 3  # cut lines in a run that show how it was written
_UNENDED = lazy(
    r"(?<=\s)(?:the|an?|of|to|and|or|for|with|by|from|at|as|that|which|who|his|her|its|their|was|were|is|are)\Z"
)
_LONG_WORD: Final = 8
Line = tuple[int, int]


def read(text: Text) -> Layout:
    """The layout of a text without markup: the prose is the file itself."""
    content = text.content
    if "{%" in content and (unread := unfit(content, content, Lines())):
        return Layout(View("", []), [], unread=unread)
    if unread := _form(text):
        return Layout(View("", []), [], unread=unread)
    found = [_block(content, start, end) for start, end in blocks(content)]
    if "\x02" in content:
        found = list(_transmitted(content, found))
    return Layout(View(content), label(content, found), comments=_comments(content), comments_shown=True)


def _form(text: Text) -> str:
    """Which of `layout.UNREAD` a text is; empty for an article."""
    if is_mail(text.content):
        return "mail"
    if is_source(text.path) or is_listing(text.content):
        return "listing"
    return "dump" if is_dump(text.encoding) else ""


def _block(content: str, start: int, end: int) -> Block:
    """A block; a line after `>` is somebody else's mail."""
    if content[start] != ">" or not (hit := _QUOTED.match(content, start, end)):
        return Block(start, end)
    return Block(hit.end(), end, "block-quote")


_QUOTED = lazy(r"(?:>[ \t]{0,2})+(?=\S)")
_FILLING: Final = 60  # words up to which a block of a wire story that says the same few again and again is filler
_CONTROLS: Final = "\x01\x02\x03\x04\x7f \t"


def _transmitted(content: str, blocks: list[Block]) -> Iterator[Block]:
    """The blocks of a wire story in the form of IPTC 7901: SOH header STX text ETX trailer. Of others, all."""
    begin = content.index("\x02")
    if "\x01" not in content[:begin]:
        yield from blocks
        return
    end = content.find("\x03", begin)
    end = len(content) if end < 0 else end
    for block in blocks:
        start, stop = max(block.start, begin + 1), min(block.end, end)
        shown = content[start:stop]
        start += len(shown) - len(shown.lstrip(_CONTROLS))
        stop -= len(shown) - len(shown.rstrip(_CONTROLS))
        if start < stop:
            yield block._replace(start=start, end=stop, kind=_kind(content[start:stop]) or block.kind)


def _kind(shown: str) -> Kind | None:
    """Boilerplate, if a block only fills its line or page: at least half of its words repeat others."""
    words = _LETTERS.findall(shown.lower())
    return "boilerplate" if _LEAST <= len(words) <= _FILLING and 2 * len(set(words)) <= len(words) else None


_LETTERS = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST: Final = 5


def _comments(content: str) -> Iterator[Span]:
    """Those that have a line of their own."""
    if MENTION in content:
        for hit in _COMMENT.finditer(content.replace("\r", "\n")):
            if MENTION in hit[1]:
                yield Span(*hit.span(1))


def blocks(text: str) -> Iterator[Line]:
    """Paragraphs: runs of lines between blank lines if they are hard-wrapped, else single lines."""
    runs = list(_runs(text))
    # One paragraph that goes on in lower case shows how the whole file was written.
    wrapped = any(len(run) > 1 and _filled(text, run) and _runs_on(text, run) for run in runs)
    for run in runs:
        if len(run) > 1 and ((wrapped and _filled(text, run)) or _ragged(text, run)):
            yield run[0][0], run[-1][1]
        else:
            yield from _rejoined(text, run)


def _rejoined(text: str, run: list[Line]) -> Iterator[Line]:
    """Lines that are paragraphs; but where breaks cut some of them again and again, a cut line and the next are one."""
    cuts = [_is_cut(text, line, following) for line, following in pairwise(run)]
    if sum(cuts) < _HABIT:
        yield from run
        return
    start = run[0][0]
    for (_, end), (following, _), cut in zip(run, run[1:], cuts, strict=False):
        if not cut:
            yield start, end
            start = following
    yield start, run[-1][1]


def _is_cut(text: str, line: Line, following: Line) -> bool:
    """Whether a break cut a line: it is as long as one, and goes on in lower case, or ends with a word that nothing ends with."""
    start, end = line
    if not _WRAP_MIN <= end - start <= _WRAP_MAX or not (text[end - 1].isalnum() or text[end - 1] == ","):
        return False
    return text[following[0]].islower() or _UNENDED.search(text, end - _LONG_WORD, end) is not None


def _runs(text: str) -> Iterator[list[Line]]:
    """Lines that are not blank, trimmed, in runs between blank ones."""
    if "\r" in text:  # every newline a line feed where it was; offsets stay
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    run: list[Line] = []
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line or line[0].isspace() or line[-1].isspace():
            start, end = end - len(line.lstrip()), start + len(line.rstrip())
        if start < end:
            run.append((start, end))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _filled(text: str, run: list[Line]) -> bool:
    """Whether every line ends where the next word would no longer have fitted."""
    width = max(end - start for start, end in run)
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return False
    return all(end - start + 1 + _first_word(text, following) > width for (start, end), following in pairwise(run))


def _ragged(text: str, run: list[Line]) -> bool:
    """Whether lines of much the same length go on in the next, which begins in lower case: a letter wrapped by hand."""
    widths = [end - start for start, end in run]
    if not _WRAP_MIN <= max(widths) <= _WRAP_MAX or min(widths[:-1]) * 3 < max(widths) * 2:
        return False
    return 2 * sum(text[start].islower() for start, _ in run[1:]) >= len(run) - 1 and not any(
        _ITEM.match(text, start) for start, _ in run
    )


def _first_word(text: str, line: Line) -> int:
    """The length of a line's first word; a list item never continues a line."""
    word = _WORD.search(text, *line)
    return 0 if word is None or _ITEM.match(text, line[0]) else word.end() - line[0]


def _runs_on(text: str, run: list[Line]) -> bool:
    return any(text[start].islower() for start, _ in run[1:])
