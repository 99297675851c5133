"""Stream: the JSON values of a file one by one, however large it is, each with the line on which it begins."""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_CHUNK: Final = 1 << 20  # code points that are read at once
_WHOLE: Final = 4 << 20  # code points of an object that is taken as one value; a larger one is read member by member
_LARGEST: Final = 64 << 20  # of any value
_SPACE: Final = lazy(r"[ \t\r\n]*")
_NEAR_THE_END: Final = 16  # code points before the end of what was read in which an error may only be the cut


class Value(NamedTuple):
    """A JSON value and the line (from 1) on which it begins; or, with a `fault`, what could not be read there."""

    line: int
    value: Any = None
    fault: str = ""


def values(file: TextIO) -> Iterator[Value]:
    """The values of a file: one a line, or one after another, or the elements of its arrays.

    Of an object too large to be taken whole, the elements of its arrays come first, and the rest of it last. After an error
    reading goes on with the next line; within an array it ends.
    """
    window = _Window(file)
    while window.peek():
        try:
            yield from _top(window)
        except (JSONDecodeError, RecursionError) as fault:
            said = fault.msg if isinstance(fault, JSONDecodeError) else "nested too deeply"
            yield Value(window.line, fault=f"not valid JSON: {said}")
            if window.within:
                return
            window.skip_line()


def _top(window: _Window) -> Iterator[Value]:
    first = window.peek()
    if first == "[":
        yield from _elements(window)
    elif first != "{":
        raise JSONDecodeError("expected an object or an array", window.text, window.at)
    else:
        line = window.line
        whole = window.value(_WHOLE)
        yield from _members(window) if whole is None else (Value(line, whole[0]),)


def _elements(window: _Window) -> Iterator[Value]:
    """The elements of the array that begins here."""
    window.within += 1
    window.take("[")
    while window.peek() != "]":
        line = window.line
        found = window.value(_LARGEST)
        if found is None:
            raise JSONDecodeError("one value is larger than 64 MB", window.text, window.at)
        yield Value(line, found[0])
        if window.peek() != "]":
            window.take(",")
    window.take("]")
    window.within -= 1


def _members(window: _Window) -> Iterator[Value]:
    """The elements of the arrays of the object that begins here, and at last the object without them."""
    window.within += 1
    line, rest = window.line, {}
    window.take("{")
    while window.peek() != "}":
        name, _ = window.value(_CHUNK) or ("", 0)
        window.take(":")
        if window.peek() == "[":
            yield from _elements(window)
        elif (found := window.value(_LARGEST)) is not None:
            rest[name] = found[0]
        if window.peek() != "}":
            window.take(",")
    window.take("}")
    window.within -= 1
    yield Value(line, rest)


class _Window:
    """What has been read of a file and not yet been taken. `within` counts the arrays and objects that are open."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._done, self._lines, self._counted = file, False, 1, 0
        self._decode = JSONDecoder(strict=False).raw_decode
        self.text, self.at, self.within = "", 0, 0

    @property
    def line(self) -> int:
        """The line of the place that has been reached."""
        self._lines += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._lines

    def peek(self) -> str:
        """The next code point that is no space; empty at the end."""
        while True:
            self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
            if self.at < len(self.text):
                return self.text[self.at]
            if not self._more():
                return ""

    def take(self, mark: str) -> None:
        """Passes a mark that must be next."""
        if self.peek() != mark:
            raise JSONDecodeError(f"expected '{mark}'", self.text, self.at)
        self.at += 1

    def value(self, most: int) -> tuple[Any, int] | None:
        """The value that begins here, and where it ends; None, and nothing is taken, if it is longer than `most`."""
        while True:
            try:
                found, end = self._decode(self.text, self.at)
            except JSONDecodeError as fault:
                cut = fault.msg.startswith("Unterminated") or fault.pos >= len(self.text) - _NEAR_THE_END
                if not cut or self._done:
                    raise
            else:
                if end < len(self.text) or self._done or isinstance(found, dict | list | str):
                    self.at = end
                    return found, end
            if len(self.text) - self.at > most:
                return None
            self._more()

    def skip_line(self) -> None:
        """Goes on with the line after the one that has been reached."""
        at = self.text.find("\n", self.at)
        while at < 0 and self._more():
            at = self.text.find("\n", self.at)
        self.at = len(self.text) if at < 0 else at + 1

    def _more(self) -> bool:
        """Reads on, as much again as there is; False at the end of the file."""
        _ = self.line
        chunk = "" if self._done else self._file.read(max(_CHUNK, len(self.text) - self.at))
        self._done = not chunk
        self.text, self.at, self._counted = self.text[self.at :] + chunk, 0, 0
        return bool(chunk)
