"""Cases: examples made ready: their texts without marks, and what the marks expect."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.patterns import lazy
from newslint.rulebook.declaration import Example

if TYPE_CHECKING:
    from newslint.yaml_source import Path

TODAY: Final = datetime.date(2024, 5, 15)
_MARK: Final = lazy(r"(?<!\\)\[\[(.*?)( =>(?: (.*?))?)?\]\](?!\])", re.DOTALL)
Expected = list[tuple[int, int, tuple[str, ...] | None]]


class Case:
    """One example made ready: the text without marks, the expected spans and suggestions, the place for complaints.

    `claims` is the path of the index of claims while it runs.
    """

    def __init__(self, example: str | Example, at: Path, claims: str = "") -> None:
        self.example = Example(text=example) if isinstance(example, str) else example
        self.at, self._claims = at, claims
        headline = f"{self.example.headline}\n\n" if self.example.headline else ""
        self.text, self.expected = unmark(headline + self.example.text)
        if self.example.bytes:
            from newslint.article.decoding import decode

            self._text = decode(bytes.fromhex(self.example.bytes), "example")
            start = self._text.content.find(self.example.at)
            self.expected = [(start, start + len(self.example.at), None)] if self.example.at else []
        else:
            self._text = Text(self.text, "example")

    def document(self, text: str | None = None, pipeline: str = "", reader: str = "") -> Document:
        """The example as a document; `text` replaces its own (to try a suggestion), `pipeline` and `reader` read along."""
        example = self.example
        settings = Settings(
            today=datetime.date.fromisoformat(example.today) if example.today else TODAY,
            language=example.language or "en",
            vocabulary=frozenset(example.vocabulary),
            date=datetime.date.fromisoformat(example.date) if example.date else None,
            pipeline=pipeline,
            claims=self._claims,
            reader=reader,
        )
        sources = tuple(document_of(Text(source, "source"), settings) for source in example.sources)
        return document_of(self._text if text is None else Text(text, "example"), settings, example.format, sources)


def unmark(marked: str) -> tuple[str, Expected]:
    """A marked text without its marks, and (start, end, suggestions or None for any) of each, half-open."""
    out: list[str] = []
    expected: Expected = []
    length = last = 0
    for hit in _MARK.finditer(marked):
        before = marked[last : hit.start()].replace("\\[[", "[[")
        out += [before, hit[1]]
        start = length + len(before)
        length = start + len(hit[1])
        words = None if hit[2] is None else tuple(hit[3].split(" | ")) if hit[3] else ("",)
        expected.append((start, length, words))
        last = hit.end()
    return "".join([*out, marked[last:].replace("\\[[", "[[")]), expected
