"""Sheet: an article out of an exchange format, written down as a page of HTML that knows where in the file its text is.

What all such formats have in common (headline, byline, body, the HTML inside) is then read once, by the reader of HTML.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from html import escape
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final

from newslint.article.excerpts import through
from newslint.article.layout import Layout
from newslint.article.readers.draft import Part, clipped
from newslint.article.readers.html import page_layout
from newslint.article.text import Piece, View
from newslint.finding import Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.layout import Problem

_SIGNS = lazy(r"[&<>\"]")
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});|</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,300})?/?>")
_COMMENT: Final = "<!--"


class Sheet:
    """A page under way; parts are `draft.Part`s with places in the file."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._at = 0  # the last place in the file

    def markup(self, html: str, at: int | None = None) -> None:
        """HTML that the file does not have as such; it belongs to the place `at`, or to the last one."""
        self._at = self._at if at is None else at
        self._append(html, self._at, self._at, linear=False)

    def text(self, parts: Iterable[Part]) -> None:
        """Plain text."""
        for part in parts:
            for shown, start, end, linear in _escaped(part):
                self._append(shown, start, end, linear=linear)

    def html(self, parts: Iterable[Part]) -> None:
        """HTML as the file has it, decoded."""
        for shown, start, end, linear in parts:
            self._append(shown, start, end, linear=linear)

    @staticmethod
    def marked_up(parts: list[Part]) -> bool:
        """Whether a text in which a feed may have put HTML has any."""
        return _ENTITY.search("".join(part.shown for part in parts)) is not None

    def either(self, parts: list[Part]) -> None:
        """Text in which a feed may have put HTML."""
        if self.marked_up(parts):
            self.html(parts)
        else:
            self.text(parts)

    def block(self, name: str, parts: list[Part], hint: str = "") -> None:
        """An element of its own with text, if there is any."""
        if any(part.shown.strip() for part in parts):
            self.markup(f'<{name} class="{hint}">' if hint else f"<{name}>", parts[0].start)
            self.either(parts)
            self.markup(f"</{name}>")

    def paragraphs(self, parts: list[Part]) -> None:
        """Plain text, in the blocks that the reader of plain text sees in it."""
        from newslint.article.readers.plain import blocks

        starts = [0, *accumulate(len(part.shown) for part in parts)]
        for start, end in blocks("".join(part.shown for part in parts)):
            first = bisect_right(starts, start) - 1
            held = list(
                clipped(islice(parts, first, bisect_left(starts, end)), start - starts[first], end - starts[first])
            )
            self.markup("<p>", held[0].start)
            self.text(held)
            self.markup("</p>")

    def body(self, parts: list[Part]) -> None:
        """An article's text, in HTML if there is any in it."""
        if self.marked_up(parts):
            self.block("div", parts)
        else:
            self.paragraphs(parts)

    def embed(self, inner: Sheet, parts: list[Part]) -> None:
        """What another sheet has, whose places are those of a text made of these parts."""
        starts = [0, *accumulate(len(part.shown) for part in parts)]
        text = View(
            "".join(part.shown for part in parts),
            [Piece(at, *part[1:]) for at, part in zip(starts, parts, strict=False)],
        )
        shown = through(View("".join(inner._shown), inner._pieces), text)
        bounds = [*(piece.view for piece in shown.pieces or ()), len(shown.text)]
        for piece, end in zip(shown.pieces or (), bounds[1:], strict=True):
            self._append(shown.text[piece.view : end], piece.start, piece.end, linear=piece.linear)

    def meta(self, name: str, parts: Iterable[Part]) -> None:
        """What the article says of itself under one of the names in `html_names.META`."""
        held = list(parts)
        if any(part.shown.strip() for part in held):
            self.markup(f'<meta name="{name}" content="', held[0].start)
            self.text(_trimmed(held))
            self.markup('">')

    def _append(self, shown: str, start: int, end: int, *, linear: bool) -> None:
        if not shown:
            return
        last = self._pieces[-1] if self._pieces else None
        if linear and last is not None and last.linear and last.end == start:
            self._pieces[-1] = last._replace(end=end)
        else:
            self._pieces.append(Piece(self._length, start, end, linear))
        self._shown.append(shown)
        self._length += len(shown)
        self._at = end

    def layout(
        self,
        part: Span,
        content: str,
        *,
        language: str = "",
        problem: Problem | None = None,
        comments: Iterable[Span] = (),
        shortcodes: bool = False,
    ) -> Layout:
        """The article's layout: `part` is its stretch of the file with that content; `comments` are those of the format."""
        base = View("".join(self._shown), self._pieces)
        self._shown = [base.text]
        made = page_layout(base.text, shortcodes=shortcodes)
        if problem is None and made.problem is not None:
            at = base.span(made.problem.offset, made.problem.offset).start
            problem = made.problem._replace(offset=max(min(at, part.end), part.start))
        return Layout(
            through(made.prose, base),
            made.segments,
            links=through(made.links, base),
            attributes=through(made.attributes, base),
            metadata=through(made.metadata, base),
            fields=made.fields,
            language=made.language or language.replace("_", "-"),
            comments=sorted([*comments, *_written(content, (base.span(s.start, s.end) for s in made.comments))]),
            problem=problem,
            indents=made.indents,
            part=part,
        )


def nothing(content: str, problem: Problem | None = None) -> Layout:
    """The layout of a file that holds no article, or none that could be read."""
    return Layout(View("", []), [], problem=problem, part=Span(0, len(content)))


def _written(content: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The comments that the file has letter by letter."""
    for span in spans:
        if content.startswith(_COMMENT, span.start) and content.endswith("-->", span.start, span.end):
            yield span


def _escaped(part: Part) -> Iterator[Part]:
    """A part as HTML shows it."""
    if not _SIGNS.search(part.shown):
        yield part
        return
    if not part.linear:
        yield part._replace(shown=escape(part.shown))
        return
    at = 0
    for hit in _SIGNS.finditer(part.shown):
        here = part.start + hit.start()
        yield Part(part.shown[at : hit.start()], part.start + at, here, True)
        yield Part(escape(hit[0]), here, here + 1)
        at = hit.end()
    yield Part(part.shown[at:], part.start + at, part.end, True)


def _trimmed(parts: list[Part]) -> list[Part]:
    """The parts without spaces at both ends."""
    while parts and not parts[0].shown.strip():
        parts = parts[1:]
    while parts and not parts[-1].shown.strip():
        parts = parts[:-1]
    return [_cut(part, number == 0, number == len(parts) - 1) for number, part in enumerate(parts)]


def _cut(part: Part, first: bool, last: bool) -> Part:
    shown = part.shown.lstrip() if first else part.shown
    left = len(part.shown) - len(shown)
    shown = shown.rstrip() if last else shown
    if not part.linear:
        return part._replace(shown=shown)
    return Part(shown, part.start + left, part.start + left + len(shown), True)
