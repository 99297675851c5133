"""Markdown: blocks and values out of pyromark's events (pulldown-cmark, CommonMark), which carry byte ranges.

Chosen because its ranges are exact, entities come decoded and hostile nesting costs linear time; tree-sitter's Markdown
reads "from $5 to $10" as a formula. Mathematics and `~~` stay off for the same reason: `$3m, up from $2m`, `~20`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

import pyromark

from newslint.article.labels import label
from newslint.article.layout import MENTION, Layout, Problem
from newslint.article.readers import front_matter
from newslint.article.readers.draft import Draft, Lines, join
from newslint.article.readers.markdown_page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import Text
    from newslint.finding import Span

_OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
# A block between `---` lines is metadata at the very top only; further down pyromark would take prose for it.
_FRONT: Final = (
    pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_FENCES: Final = ("---", "+++")
_KEY = re.compile(r"---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def read(text: Text) -> Layout:
    """The layout of a Markdown file."""
    content = _SURROGATES.sub("\ufffd", text.content)
    metadata = Lines()
    body, problem = _front_matter(content, metadata)
    page = Page(content)
    page.feed(_events(content, body))
    prose, blocks = join(_with_headline(page.drafts, metadata))
    declared = next((field.value for field in metadata.fields if field.name == "language"), "")
    return Layout(
        prose,
        label(prose.text, blocks),
        links=page.links.view(),
        attributes=page.attributes.view(),
        metadata=metadata.view(),
        fields=tuple(metadata.fields),
        language=declared.replace("_", "-"),
        comments=_comments(text.content),
        problem=problem,
    )


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
    for event, start, end in _events(_SURROGATES.sub("\ufffd", content), 0):
        if not isinstance(event, dict) or not event.keys() & {"Html", "InlineHtml"}:
            continue
        if held is not None and held[1] != start:
            yield held
        held = (start if held is None or held[1] != start else held[0], end)
    if held is not None:
        yield held


def _front_matter(content: str, metadata: Lines) -> tuple[int, Problem | None]:
    """Where the body starts, and what is broken in the front matter."""
    if not content.startswith(_FENCES):
        return 0, None
    event: Any
    event, where = next(pyromark.events_with_range(content, options=_FRONT), ("", {"end": 0}))
    if isinstance(event, str) or "MetadataBlock" not in event.get("Start", ()):
        broken = _KEY.match(content) is not None
        return 0, Problem(0, "open-front-matter") if broken else None
    end = len(content.encode()[: where["end"]].decode())
    if not content.startswith("---"):
        return end, None  # TOML: nothing that gives its places is at hand
    first = content.index("\n") + 1 if "\n" in content else end
    return end, front_matter.add_fields(metadata, content, first, end - len("---"))


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
    events = pyromark.events_with_range(body, options=_OPTIONS)
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
