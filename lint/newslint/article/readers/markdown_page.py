"""One pass over the events of a Markdown file: its blocks as drafts, its links and attributes."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from newslint.article.readers.draft import OBJECT, Draft, Lines, Part, exactly
from newslint.article.readers.notes import ends_apart, goes_on
from newslint.article.readers.unread import element_end, filled_later, stands_for_code
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.article.segment import Kind

_CONTAINERS: Final[dict[str, Kind]] = {
    "BlockQuote": "block-quote",
    "Item": "list-item",
    "FootnoteDefinition": "list-item",
    "DefinitionListTitle": "list-item",
    "DefinitionListDefinition": "list-item",
}
_INLINE: Final = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})
_CELLS: Final = frozenset({"TableCell", "TableHead", "TableRow"})
_COMMENT = lazy(r"<!--(?:(?!-->).)*-->\s*", re.DOTALL)
_TAG = lazy(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
_BREAK = lazy(r"<br\b", re.IGNORECASE)
# What begins or ends a block wherever it is written; in a line of Markdown it is an inline tag.
_BLOCK_TAG = lazy(r"</?(?:p|pre|h[1-6]|[uo]l|li|dl|dt|dd|table|tr|hr|blockquote|figure|section)\b", re.IGNORECASE)
_PRE = lazy(r"<(/?)pre\b", re.IGNORECASE)
_PRE_ENDS = lazy(r"</pre\s*>", re.IGNORECASE)
_LINK_TAIL = lazy(r"\]\(\s*<?")
_QUOTE_TAG: Final = lazy(r"<(/?)blockquote\b", re.IGNORECASE)


class Page:
    """The blocks and values of a Markdown file. Offsets are the file's, in code points."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.drafts: list[Draft] = []
        self.links, self.attributes = Lines(), Lines()
        self._kinds: list[Kind] = []
        self._draft: Draft | None = None
        self._code = 0
        self._images: list[list[Part]] = []
        self._targets: list[Any] = []  # what pyromark says of the links and images that are open
        self._html: list[tuple[int, int]] = []
        self._raw_quotes = 0  # block quotes that raw HTML has opened: the first of the kinds
        self._last = 0  # where the text of a link or image ends, so far
        self._listings_end = True  # until one is found that does not
        self._unread = 0  # where an inline element ends of which nothing is read

    def feed(self, events: Iterable[tuple[Any, int, int]]) -> None:
        """Reads all events."""
        for event, start, end in events:
            if start < self._unread and (isinstance(event, str) or not event.keys() & {"Start", "End"}):
                continue
            if isinstance(event, str):
                self._bare(event, start, end)
                continue
            ((name, value),) = event.items()
            self._event(name, value, start, end)
            if name != "Start":
                self._last = end
        self._flush()

    def _event(self, name: str, value: Any, start: int, end: int) -> None:
        match name:
            case "Text":
                self._text(value, start, end)
            case "Start":
                self._start(value, start)
            case "End":
                self._end(value, start, end)
            case "Code":
                self._put(OBJECT, start, end)
            case "Html":
                self._html.append((start, end))
            case "InlineHtml":
                self._inline_html(value, start, end)

    def _bare(self, event: str, start: int, end: int) -> None:
        if event == "SoftBreak":
            self._put(" ", start, end)
        elif event == "HardBreak":
            self._put("\n", start, end)
        elif event == "Rule":
            self._flush()

    def _text(self, value: str, start: int, end: int) -> None:
        if self._code:
            return
        if self._images:
            self._images[-1] += exactly(self.content, start, end, value)
        elif self.content[start:end] == value:
            self._open().copy(self.content, start, end)
        else:
            self._open().put(value, start, end)

    def _put(self, shown: str, start: int, end: int) -> None:
        if self._images:
            self._images[-1].append(Part(shown, start, end))
        elif shown == OBJECT or (self._draft is not None and not (shown == " " and self._draft.blank)):
            self._open().put(shown, start, end)

    def _inline_html(self, value: str, start: int, end: int) -> None:
        """A line break, the end of a block, or an element of which readers see nothing or code."""
        if _BREAK.match(value):
            self._put("\n", start, end)
        elif _BLOCK_TAG.match(value) and not self._images:
            self._flush()
            self._leave_listing(start, end)
        elif hit := _TAG.match(value):
            name = hit[1].lower()
            gap = filled_later(self.content, start)
            last = gap or element_end(self.content, name, hit[2], start, end)
            if last and (gap or stands_for_code(name, hit[2]) or (name == "sup" and self._keeps_apart(last))):
                self._put(OBJECT, start, last)
            if last and ends_apart(self.content, last):
                self._put(" ", start, last)
            self._unread = last

    def _keeps_apart(self, end: int) -> bool:
        """Whether the mark of a note that ends there parts what precedes from what follows: a blank, a comma."""
        return self._draft is not None and (self._draft.blank or goes_on(self.content, end))

    def _open(self) -> Draft:
        if self._draft is None:
            self._draft = Draft(self._kinds[-1] if self._kinds else None)
        return self._draft

    def _flush(self) -> None:
        if self._draft is not None and self._draft.parts:
            self.drafts.append(self._draft)
        self._draft = None

    def _start(self, value: Any, start: int) -> None:
        name, detail = next(iter(value.items())) if isinstance(value, dict) else (value, None)
        if name in ("Link", "Image"):
            self._targets.append(detail)
            self._last = start + (1 if name == "Link" else 2)
            if name == "Image":
                self._images.append([])
        elif name not in _INLINE:
            self._flush()
            self._block(name, detail)

    def _block(self, name: str, detail: Any) -> None:
        if name == "CodeBlock":
            self._code += 1
        elif name == "Heading":
            self._draft = Draft("headline" if detail["level"] == "H1" and not self._kinds else "subhead")
            if self._kinds:
                self._draft.kind = self._kinds[-1]
        elif name in _CONTAINERS:
            self._kinds.append("block-quote" if "block-quote" in self._kinds[-1:] else _CONTAINERS[name])
        elif name in _CELLS:
            self._kinds.append("list-item")

    def _end(self, value: Any, start: int, end: int) -> None:
        name = next(iter(value)) if isinstance(value, dict) else value
        if name == "Link":
            self._linked(start, end)
        elif name == "Image":
            self._pictured(start, end)
        elif name == "HtmlBlock":
            self._embedded()
        elif name not in _INLINE:
            self._flush()
            if name == "CodeBlock":
                self._code -= 1
            elif name in _CONTAINERS or name in _CELLS:
                self._kinds.pop()

    def _linked(self, start: int, end: int) -> None:
        self._addressed(self._targets.pop(), start, end)

    def _addressed(self, detail: Any, start: int, end: int) -> None:
        """Where a link leads, or a picture comes from."""
        address = detail["dest_url"]
        if detail["link_type"] in ("Autolink", "Email"):
            self.links.add(exactly(self.content, start + 1, end - 1, address))
            return
        hit = _LINK_TAIL.match(self.content, self._last, end)
        if hit is None:  # the address is elsewhere, in a definition
            self.links.add([Part(address, start, end)])
        elif self.content.startswith(address, hit.end()):
            self.links.add([Part(address, hit.end(), hit.end() + len(address), True)])
        else:
            self.links.add([Part(address, hit.end(), end - 1)])

    def _pictured(self, start: int, end: int) -> None:
        detail, alternative = self._targets.pop(), self._images.pop()
        if self._images:
            self._images[-1] += alternative
            return
        self._addressed(detail, start, end)
        self.attributes.add(alternative)
        if detail["title"]:
            self.attributes.add([Part(detail["title"], start, end)])

    def _embedded(self) -> None:
        """A block of raw HTML: its text by the HTML reader, unless it is a comment."""
        lines, self._html = self._html, []
        if not lines or _COMMENT.fullmatch(self.content, lines[0][0], lines[-1][1]):
            return
        self._quote_in_html(lines[0][0], lines[-1][1])
        self._leave_listing(lines[0][0], lines[-1][1])
        from newslint.article.readers.html_page import Page as HtmlPage

        whole = all(a[1] == b[0] for a, b in pairwise(lines))
        for start, end in [(lines[0][0], lines[-1][1])] if whole else lines:  # in a quotation each line has its prefix
            page = HtmlPage(self.content, links=self.links, attributes=self.attributes).feed(start, end)
            for draft in page.drafts:
                draft.kind = self._kinds[-1] if self._kinds else draft.kind
                self.drafts.append(draft)

    def _leave_listing(self, start: int, end: int) -> None:
        """A listing that raw HTML opens goes on to its end: an empty line, which ends the HTML for Markdown, is code in it."""
        tags = list(_PRE.finditer(self.content, start, end))
        if tags and not tags[-1][1] and self._listings_end:
            closed = _PRE_ENDS.search(self.content, end)
            self._unread, self._listings_end = max(self._unread, closed.end() if closed else 0), closed is not None

    def _quote_in_html(self, start: int, end: int) -> None:
        """A block quote that one block of raw HTML opens and a later one closes: the Markdown between them is in it.

        Only outside lists and the like, and only in a file that closes what it opens: one lost tag must not quote the rest.
        """
        if not self._balanced:
            return
        for hit in _QUOTE_TAG.finditer(self.content, start, end):
            if hit[1] and self._raw_quotes:
                self._raw_quotes -= 1
                del self._kinds[0]
            elif not hit[1] and len(self._kinds) == self._raw_quotes:
                self._raw_quotes += 1
                self._kinds.append("block-quote")

    @cached_property
    def _balanced(self) -> bool:
        tags = [hit[1] for hit in _QUOTE_TAG.finditer(self.content)]
        return tags.count("/") == tags.count("")
