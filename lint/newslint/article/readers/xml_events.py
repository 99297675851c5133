"""XML events with exact ranges, from expat, a slice of the file at a time.

Nothing outside the file is opened, and nothing grows: an entity is read only if its declaration is a few plain characters.
"""

from __future__ import annotations

from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple
from xml.parsers import expat

from newslint.article.layout import Problem
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["open", "close", "text", "comment", "problem"]

_SLICE: Final = 1 << 16  # code points that expat is given at once
DEEPEST: Final = 1_000  # elements within each other; what nests deeper is no article
_LONGEST_ENTITY: Final = 100
_GROWING: Final = lazy(r"[&%<]")
_SURROGATES = lazy("[\ud800-\udfff]")
_ENDS: Final = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
_WORDS: Final = {
    _ENDS: "there is no element",
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: "this end tag closes another element than the open one",
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: "this character is not allowed here",
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: "this entity is declared nowhere",
    expat.errors.codes[expat.errors.XML_ERROR_SYNTAX]: "this is no markup",
}
_NO_ATTRIBUTES: Final[dict[str, str]] = {}


class Event(NamedTuple):
    """`data` is an element's name or the decoded text of [start, end) of the file; linear if letter by letter.

    Of a problem, `data` is its case and `said` what the parser says.
    """

    kind: Kind
    data: str
    start: int
    end: int
    attributes: dict[str, str] = _NO_ATTRIBUTES
    linear: bool = False
    said: str = ""

    @property
    def problem(self) -> Problem:
        """What is broken, of an event that says so."""
        return Problem(self.start, self.data, self.said)


class _Refused(Exception):
    """The file asks for what newslint does not do."""


def events(content: str, deepest: int = DEEPEST) -> Iterator[Event]:
    """The events of a file in order; elements may be nested `deepest` deep.

    What is broken or refused is the last one; what precedes has been read. An element is opened and closed though it has
    one tag; one that the file does not close is not closed.
    """
    held: Event | None = None
    for event in chain(_Scan(content, deepest).run(), [None]):
        if held is not None:
            # A start tag ends where the next event begins: expat says of each only where it starts.
            yield held if event is None or held.kind != "open" else held._replace(end=event.start)
        held = event


class _Scan:
    """One run of expat over a file."""

    def __init__(self, content: str, deepest: int) -> None:
        self.content, self._deepest = content, deepest
        self._found: list[Event] = []
        self._bytes = self._point = 0  # the last place, as a number of bytes and of code points
        self._ascii = content.isascii()
        self._raw = False  # within a CDATA section
        self._depth = 0
        self._parser = expat.ParserCreate("utf-8")  # whatever the file declares: it has been decoded
        self._listen(self._parser)

    def _listen(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler, parser.EndElementHandler = self._open, self._close
        parser.CharacterDataHandler, parser.SkippedEntityHandler = self._text, self._skipped
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._raw_from, self._raw_to
        parser.CommentHandler = self._comment
        parser.EntityDeclHandler = self._declared
        parser.ExternalEntityRefHandler = lambda *_: 1  # passed over, as if it were empty

    def run(self) -> Iterator[Event]:
        """The events; a start tag has its own start for an end."""
        for start in range(0, max(len(self.content), 1), _SLICE):
            last = start + _SLICE >= len(self.content)
            try:
                self._parser.Parse(_encoded(self.content[start : start + _SLICE]), last)
            except expat.ExpatError as fault:
                self._fail("xml", self._words(fault.code), self._parser.ErrorByteIndex)
                last = True
            except _Refused:
                last = True
            yield from self._found
            self._found = []
            if last:
                return

    def _here(self, place: int | None = None) -> int:
        """The code point at which the present event begins; expat counts bytes, and never goes back."""
        at = self._parser.CurrentByteIndex if place is None else place
        gap = at - self._bytes
        if gap <= 0:
            return self._point
        if not self._ascii:
            passed = _encoded(self.content[self._point : self._point + gap])
            gap = len(passed[:gap].decode("utf-8", "replace"))
        self._bytes, self._point = at, min(self._point + gap, len(self.content))
        return self._point

    def _words(self, code: int) -> str:
        """What is broken, in fewer riddles than expat's where it is common."""
        if code == _ENDS and self._depth:
            return "the file ends within an element"
        return _WORDS.get(code) or expat.ErrorString(code) or "unknown"

    def _fail(self, case: str, said: str = "", place: int | None = None) -> None:
        at = self._here(place)
        self._found.append(Event("problem", case, at, at, said=said))

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            self._fail("too-deep")
            raise _Refused
        at = self._here()
        self._found.append(Event("open", name, at, at, attributes))

    def _close(self, name: str) -> None:
        self._depth -= 1
        at = self._here()
        self._found.append(Event("close", name, at, at))

    def _text(self, data: str) -> None:
        at = self._here()
        sign = "" if self._raw else self.content[at : at + 1]
        if sign == "&":
            end = self.content.find(";", at) + 1
            self._found.append(Event("text", data, at, max(end, at + 1)))
        elif data == "\n" and self.content.startswith("\r\n", at):
            self._found.append(Event("text", data, at, at + 2))
        else:
            end = at + len(data)
            self._found.append(Event("text", data, at, end, linear=self.content[at:end] == data))

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        """A named character of a document type that was not opened."""
        at = self._here()
        self._found.append(Event("text", unescape(f"&{name};"), at, at + len(name) + 2))

    def _raw_from(self) -> None:
        self._raw = True

    def _raw_to(self) -> None:
        self._raw = False

    def _comment(self, data: str) -> None:
        at = self._here()
        end = self.content.find("-->", at) + 3
        self._found.append(Event("comment", data, at, max(end, at + 3)))

    def _declared(self, _name: str, _is_parameter: bool, value: str | None, *_: Any) -> None:
        """An entity's declaration; one in another file has no value and is never read."""
        if value is not None and (len(value) > _LONGEST_ENTITY or _GROWING.search(value)):
            self._fail("entities")
            raise _Refused


def _encoded(content: str) -> bytes:
    try:
        return content.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", content).encode()
