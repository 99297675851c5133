"""One pass over the tokens of a page: its blocks as drafts, its links, attributes and metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.layout import DATED, SIGNED, Problem
from newslint.article.readers import schema_org
from newslint.article.readers.draft import OBJECT, Draft, Lines
from newslint.article.readers.html_frame import Frame, hint, inside, unseen
from newslint.article.readers.html_names import AUTHORS, BLOCKS, CLOSES, DATES, META, SKIPPED, STRUCK, VOID
from newslint.article.readers.html_tokens import Token, tokens, value_of
from newslint.article.readers.notes import ends_apart, footnote_mark, goes_on
from newslint.article.readers.unread import is_hint, shows_code
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.segment import Kind

_LONGEST_HINTED: Final = 250  # a "byline" longer than this is a paragraph about the author
_LONG: Final = 150  # a block this long is the article itself; dates after it are not the date of publication
_REACH: Final = 40  # how far up an unclosed list item is looked for; keeps hostile nesting linear
_META_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_SHOWN: Final = ("alt", "title")
_NAMING: Final = ("class", "rel", "itemprop")
_WORD = lazy(r"[\s_-]+")

# Which attribute says where a reader is led, or a picture comes from.
_ADDRESSES: Final = {"a": "href", **dict.fromkeys(("img", "iframe", "embed", "video", "audio", "source"), "src")}


class Page:
    """The blocks and values of a page. `problem` is a tag that is never closed and swallows the rest."""

    def __init__(self, content: str, *, links: Lines | None = None, attributes: Lines | None = None) -> None:
        self.content = content
        self.drafts: list[Draft] = []
        self.title = Draft("headline")
        self.links, self.attributes, self.metadata = links or Lines(), attributes or Lines(), Lines()
        self.language = ""
        self.problem: Problem | None = None
        self._stack = [Frame("")]
        self._open: dict[str, int] = {}
        self._draft: Draft | None = None
        self._articles = 0
        self._begun = False
        self._breaks = 0

    def feed(self, start: int = 0, end: int | None = None) -> Page:
        """Reads [start, end) of the file; the page itself."""
        last = start
        for token in tokens(self.content, start, end):
            last = token.end
            match token.kind:
                case "text" | "entity":
                    self._text(token)
                case "open":
                    self._enter(token)
                case "close":
                    self._leave(token)
                case _:
                    pass
        self._flush()
        if last < (len(self.content) if end is None else end):
            self.problem = Problem(last, "open-tag")
        return self

    def _text(self, token: Token) -> None:
        frame = self._stack[-1]
        if frame.skip:
            if frame.name == "title" and not self._stack[-2].skip and not self.drafts and self._draft is None:
                self._show(self.title, token)
            elif frame.json:
                schema_org.add_fields(self.metadata, self.content, token.start, token.end)
            return
        if self._draft is None:
            if token.kind == "text" and not token.data.strip():
                return
            self._begin(frame)
        assert self._draft is not None
        self._show(self._draft, token)
        if token.data.strip():
            self._breaks = 0

    def _show(self, draft: Draft, token: Token) -> None:
        if token.kind == "entity":
            draft.put(token.data, token.start, token.end)
        else:
            draft.copy(self.content, token.start, token.end)

    def _begin(self, frame: Frame, kind: Kind | None = None) -> None:
        self._draft = Draft(kind or frame.kind, frame.language, main=frame.main, article=frame.article)
        self._breaks = 0

    def _flush(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None or not draft.parts:
            return
        size = draft.size
        if size > _LONGEST_HINTED and draft.kind in ("byline", "dateline", "credit"):
            draft.kind = None
        self._begun = self._begun or (size > _LONG and draft.kind is None)
        self.drafts.append(draft)

    def _enter(self, token: Token) -> None:
        name = token.data
        if name in VOID:
            self._void(token)
            return
        if token.attributes and not self._stack[-1].skip:
            self._values(token)
        if name in BLOCKS:
            self._imply(name)
            self._flush()
            self._element(token)
        elif name in SKIPPED:
            json = name == "script" and token.attributes.get("type", "").strip().lower() == "application/ld+json"
            self._push(Frame(name, skip=True, json=json, block=False))
        elif not self._stack[-1].skip:
            self._inline(token)
        elif self._stack[-1].name == name:
            self._push(self._stack[-1])  # keeps count, so that the right end tag closes

    def _element(self, token: Token) -> None:
        frame = inside(token, self._stack[-1], self._articles + 1)
        self._articles = max(self._articles, frame.article)
        if token.data in ("html", "body"):
            self.language = self.language or token.attributes.get("lang", "")
        self._push(frame)

    def _void(self, token: Token) -> None:
        name = token.data
        if name == "meta":
            self._meta(token)
        elif self._stack[-1].skip:
            return
        elif name == "br":
            self._line_break(token)
        elif name == "hr":
            self._flush()
        elif name == "link" and token.attributes.get("rel", "").lower() == "canonical" and "href" in token.attributes:
            self.metadata.add_field("url", value_of(self.content, token, "href"))
        elif token.attributes:
            self._values(token)

    def _line_break(self, token: Token) -> None:
        """One `<br>` is a line of the same block, two are a new block."""
        self._breaks += 1
        if self._breaks > 1:
            self._flush()
        elif self._draft is not None and self._draft.parts:
            self._draft.put("\n", token.start, token.end)

    def _inline(self, token: Token) -> None:
        name, frame = token.data, self._stack[-1]
        if shows_code(token, self.content):
            self._put(OBJECT, token)
            self._push(Frame(name, skip=True, block=False))
        elif name == "sup" and (end := footnote_mark(self.content, token.start)) and self._draft is not None:
            if self._draft.blank or goes_on(self.content, end):  # it keeps the mark that follows from what precedes
                self._put(OBJECT, token)
            self._push(Frame(name, skip=True, block=False))
        elif (token.attributes and unseen(token.attributes)) or is_hint(token, self.content):
            self._push(Frame(name, skip=True, block=False))
        elif name == "q":
            self._put("“", token)
        elif token.attributes and (hinted := hint(token)):
            if frame.kind == "caption" and hinted == "credit":
                self._flush()
                self._push(frame._replace(name=name, kind="credit"))
            elif frame.kind is None and self._draft is None and hinted != "boilerplate":
                self._begin(frame, hinted)
        elif name in self._open and frame.name == name:
            self._push(frame)  # keeps count, so that the right end tag closes

    def _put(self, shown: str, token: Token) -> None:
        if self._draft is None:
            self._begin(self._stack[-1])
        assert self._draft is not None
        self._draft.put(shown, token.start, token.end)

    def _leave(self, token: Token) -> None:
        name = token.data
        if name == "q" and self._draft is not None and not self._stack[-1].skip:
            self._put("”", token)
        elif self._open.get(name):
            unread = self._stack[-1].skip and not self._stack[-1].block and self._stack[-1].name == name
            self._pop(name)
            if unread and self._draft and not self._draft.blank and ends_apart(self.content, token.start):
                self._put(" ", token)
        elif name == "p":
            self._flush()

    def _push(self, frame: Frame) -> None:
        self._stack.append(frame)
        self._open[frame.name] = self._open.get(frame.name, 0) + 1

    def _pop(self, name: str) -> None:
        while True:
            frame = self._stack.pop()
            self._open[frame.name] -= 1
            if frame.block:
                self._flush()
            if frame.name == name:
                return

    def _imply(self, name: str) -> None:
        """Closes what a start tag closes without saying so; nothing outside an element with a content of its own."""
        if self._stack[-1].name in SKIPPED and self._stack[-1].name not in STRUCK:
            return
        if self._open.get("p"):
            self._pop("p")
        if name in CLOSES:
            closed, barrier = CLOSES[name]
            for frame in self._stack[: -_REACH - 1 : -1]:
                if frame.name in barrier:
                    return
                if frame.name in closed:
                    self._pop(frame.name)
                    return

    def _values(self, token: Token) -> None:
        """The attributes that readers see or follow, and dates."""
        attributes = token.attributes
        address = _ADDRESSES.get(token.data)
        if address and attributes.get(address):
            self.links.add(value_of(self.content, token, address))
        for name in _SHOWN:
            if attributes.get(name):
                self.attributes.add(value_of(self.content, token, name))
        self._signs(token)
        if token.data == "time" and attributes.get("datetime") and not self._begun:
            self.metadata.add_field("published", value_of(self.content, token, "datetime"))

    def _signs(self, token: Token) -> None:
        """Notes the first element that is named after the author, and the first named after the date."""
        for name in _NAMING:
            if not (value := token.attributes.get(name)):
                continue
            words = set(_WORD.split(value.lower()))
            for field, wanted in ((SIGNED, AUTHORS), (DATED, DATES)):
                if field not in self.metadata.first and not wanted.isdisjoint(words):
                    self.metadata.add_field(field, value_of(self.content, token, name))

    def _meta(self, token: Token) -> None:
        named = (token.attributes.get(key, "") for key in _META_NAMES)
        field = META.get(next(filter(None, named), "").lower())
        if field and token.attributes.get("content"):
            self.metadata.add_field(field, value_of(self.content, token, "content"))
