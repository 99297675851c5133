"""MDX: Markdown in which lines are modules, tags are components and braces hold expressions. No more than Markdown is read.

A component's attributes are code; what stands between its tags is prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.article.readers import markdown, templates
from newslint.article.readers.templates import Tag, covered
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.text import Text

_FENCE = lazy(r"[ \t>]*(`{3,}|~{3,})")
_CODE = lazy(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,500}\1(?!`)")
_MODULE = lazy(
    r"(?:import\s+(?:type\s+)?(?:[\"'{*]|[\w$]+\s*(?:,|\sfrom\b))|export\s+(?:default|const|let|var|function|async|class|type|\{|\*))"
)
_BRACE = lazy(r"[{}]")
_INSIDE = lazy(r"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*(?:(?!\*/).)*\*/", re.DOTALL)
_COMPONENT = lazy(r"<(?:/?(?P<name>[A-Z][\w.]*|[a-z]+[-:.][\w.-]+)(?:\s[^<>]{0,2000}?)?(?P<closed>/?)|/?)>")
_PARAGRAPH = lazy(r"(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)")


def read(text: Text) -> Layout:
    """The layout of an MDX file."""
    return markdown.layout_of(text, _masked)


def _masked(content: str, body: int, text: Text) -> str:
    code = list(_code(content, body))
    content = covered(content, _without(_modules(content, body), code), alone=True)
    content = covered(content, _without(_expressions(content, body, code), code), alone=True)
    content = covered(content, _without(_components(content, body), code), alone=True)
    return templates.masked(content, body, engine=True, markdown=True)


def _code(content: str, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of code, in fences or in a line: braces there are no expressions."""
    fence, begin = "", start
    for line in _lines(content, start):
        mark = _FENCE.match(content, *line)
        if fence:
            if mark and mark[1].startswith(fence) and not content[mark.end() : line[1]].strip():
                yield begin, line[1]
                fence = ""
        elif mark and "`" not in content[mark.end() : line[1]]:
            fence, begin = mark[1], line[0]
        else:
            yield from (hit.span() for hit in _CODE.finditer(content, *line))
    if fence:
        yield begin, len(content)


def _lines(content: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(content):
        end = content.find("\n", start)
        end = len(content) if end < 0 else end + 1
        yield start, end
        start = end


def _without(tags: Iterator[Tag], code: list[tuple[int, int]]) -> Iterator[Tag]:
    """The tags that do not begin in code; both are in order."""
    stretches = iter(code)
    here = next(stretches, None)
    for tag in tags:
        while here and here[1] <= tag.start:
            here = next(stretches, None)
        if not here or tag.start < here[0]:
            yield tag


def _modules(content: str, start: int) -> Iterator[Tag]:
    """Imports and exports: each from the head of a paragraph to a blank line outside its braces."""
    at = start
    fresh = True
    for first, last in _lines(content, start):
        blank = not content[first:last].strip()
        if fresh and first >= at and _MODULE.match(content, first, last):
            at = _module_end(content, first)
            yield Tag(first, at)
        fresh = blank or first < at


def _module_end(content: str, start: int) -> int:
    depth, at = 0, start
    while True:
        hit = _PARAGRAPH.search(content, at)
        end = hit.start() if hit else len(content.rstrip()) if content.rstrip() else len(content)
        depth += sum(1 if brace[0] == "{" else -1 for brace in _BRACE.finditer(content, at, end))
        if depth <= 0 or hit is None:
            return max(end, start + 1)
        at = hit.end()


def _expressions(content: str, start: int, code: list[tuple[int, int]]) -> Iterator[Tag]:
    """The outermost pairs of braces; a brace that has no partner is a brace."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    at = start
    stretches = iter(code)
    here = next(stretches, None)
    while hit := (_INSIDE if opened else _BRACE).search(content, at):
        while here and here[1] <= hit.start():
            here = next(stretches, None)
        if here and here[0] <= hit.start() and not opened:
            at = here[1]
            continue
        at = hit.end()
        if hit[0] == "{":
            opened.append(hit.start())
        elif hit[0] == "}" and opened:
            pairs.append((opened.pop(), hit.end()))
    end = start
    for first, last in sorted(pairs):
        if first >= end:
            hides = content.startswith(("{/*", "{#"), first) or content[first + 1 : last - 1].strip(" \"'") == ""
            yield Tag(first, last, shows=not hides)
            end = last


def _components(content: str, start: int) -> Iterator[Tag]:
    """Tags of components; a closed one shows what the file does not say."""
    for hit in _COMPONENT.finditer(content, start):
        yield Tag(*hit.span(), name=hit["name"] or "", shows=bool(hit["closed"]))
