"""Markdown: blocks and values out of pyromark's events (pulldown-cmark, CommonMark), which carry byte ranges.

Chosen because its ranges are exact, entities come decoded and hostile nesting costs linear time; tree-sitter's Markdown
reads "from $5 to $10" as a formula. Its mathematics and `~~` stay off for the same reason: `$3m, up from $2m`, `~20`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

import pyromark

from newslint.article.labels import label
from newslint.article.layout import MENTION, Layout
from newslint.article.readers import formulas, front_matter, templates
from newslint.article.readers.captions import mark_captions
from newslint.article.readers.draft import Draft, Lines, join, unsigned
from newslint.article.readers.markdown_page import Page
from newslint.article.readers.unfit import unfit
from newslint.article.segment import indents
from newslint.article.text import View
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.article.text import Text
    from newslint.finding import Span

_OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
# Kramdown and others know definitions, ": so". Pyromark asks for no space behind the colon, as in ":tada:", ":::" and ":)".
_DEFINITION, _OTHER_COLON = lazy(r"^ {0,3}:[ \t]", re.MULTILINE), lazy(r"^ {0,3}:(?![ \t])", re.MULTILINE)
_SURROGATES = lazy("[\ud800-\udfff]")
_NON_ASCII = lazy(r"[^\x00-\x7f]")


def read(text: Text) -> Layout:
    """The layout of a Markdown file, its template tags and formulas masked."""
    return layout_of(text, _masked)


def _masked(content: str, body: int, text: Text) -> str:
    engine = text.templated or body > 0 or templates.sure(content)
    return formulas.masked(templates.masked(content, body, engine=engine, markdown=True), body)


def layout_of(text: Text, mask: Callable[[str, int, Text], str]) -> Layout:
    """The layout of a file in Markdown or a format built on it.

    `mask` takes the content and the offset at which the body begins, and hides from there on what is no Markdown.
    """
    content = _SURROGATES.sub("\ufffd", text.content)
    metadata = Lines()
    front = front_matter.take(content, metadata)
    content = mask(content, front.body, text)
    page = Page(content)
    page.feed(_events(content, front.body))
    mark_captions(content, page.drafts)
    for draft in page.drafts:
        draft.parts = list(unsigned(draft.parts, text.content))
    prose, blocks = join(_with_headline(page.drafts, metadata))
    unread = unfit(text.content, prose.text, metadata, broken=front.problem is not None)
    if unread:
        return Layout(View("", []), [], metadata=metadata.view(), fields=tuple(metadata.fields), unread=unread)
    declared = next((field.value for field in metadata.fields if field.name == "language"), "")
    return Layout(
        prose,
        label(prose.text, blocks),
        links=page.links.view(),
        attributes=page.attributes.view(),
        metadata=metadata.view(),
        fields=tuple(metadata.fields),
        language=declared.replace("_", "-"),
        comments=_comments(content),
        problem=front.problem,
        indents=_MARGIN.search(content) is not None and _QUOTED.search(content) is None and indents(blocks),
    )


# Block quotes as tags, as old pages have them for a margin; and as Markdown has them, for somebody's words.
_MARGIN = lazy(r"^[ \t]*<blockquote\b", re.IGNORECASE | re.MULTILINE)
_QUOTED = lazy(r"^ {0,3}>", re.MULTILINE)


def _comments(content: str) -> Iterator[Span]:
    """Those in HTML; in code, a comment is only shown."""
    if MENTION not in content:
        return
    from newslint.article.readers.html_tokens import comments

    for start, end in _html_stretches(content):
        yield from comments(content, start, end)


def _html_stretches(content: str) -> Iterator[tuple[int, int]]:
    """The half-open stretches of the file that are HTML, adjoining lines of a block as one."""
    held: tuple[int, int] | None = None
    for event, start, end in _events(content, 0):
        if not isinstance(event, dict) or not event.keys() & {"Html", "InlineHtml"}:
            continue
        if held is not None and held[1] != start:
            yield held
        held = (start if held is None or held[1] != start else held[0], end)
    if held is not None:
        yield held


def _with_headline(drafts: list[Draft], metadata: Lines) -> list[Draft]:
    """One headline: the first `#`, else the front matter's title, else a heading that opens the text."""
    headed = False
    for draft in drafts:
        if draft.kind == "headline":
            draft.kind = "subhead" if headed else "headline"
            headed = True
    if headed:
        return drafts
    if title := metadata.first.get("headline"):
        draft = Draft("headline")
        draft.parts = title
        return [draft, *drafts]
    if drafts and drafts[0].kind == "subhead":
        drafts[0].kind = "headline"
    return drafts


def _events(content: str, start: int) -> Iterator[tuple[Any, int, int]]:
    """Pyromark's events with code-point ranges of the file."""
    body = content[start:] if start else content
    defines = "\n:" in body and _DEFINITION.search(body) and not _OTHER_COLON.search(body)
    options = _OPTIONS | pyromark.Options.ENABLE_DEFINITION_LIST if defines else _OPTIONS
    events = pyromark.events_with_range(body, options=options)
    if body.isascii():
        for event, where in events:
            yield event, where["start"] + start, where["end"] + start
        return
    ends, extra = _table(body)
    for event, where in events:
        left, right = where["start"], where["end"]
        first, last = bisect_right(ends, left), bisect_right(ends, right)
        yield event, left - extra[first] + start, right - extra[last] + start


def _table(body: str) -> tuple[list[int], list[int]]:
    """Byte offsets at which characters of several bytes end, and the surplus of bytes up to each."""
    ends: list[int] = []
    extra = [0]
    surplus = 0
    for hit in _NON_ASCII.finditer(body):
        code = ord(hit[0])
        surplus += 1 if code < 0x800 else 2 if code < 0x10000 else 3
        ends.append(hit.end() + surplus)
        extra.append(surplus)
    return ends, extra
