"""Parses: what the pipeline says of a document's sentences: only of those that are asked for, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.errors import Unavailable
from newslint.reading import spacy_door
from newslint.reading.pipelines import HOW_TO_INSTALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Document
    from newslint.finding import Span

_LONGEST: Final = 2000  # code points: what is longer is no sentence, and its parse would cost gigabytes
# Marks as the pipelines' training texts have them; one code point for one, so that offsets stay.
_PLAIN: Final = str.maketrans("‘’‛“”„‟‐‑\u00a0\u2009\u202f\t\r\n", '\'\'\'""""--      ')


class Sentence(NamedTuple):
    """A parsed sentence: its first code point in the prose, and spaCy's Doc, in which `token.idx` counts from there."""

    start: int
    doc: Any


class _Parses:
    """The parses of one document by one pipeline."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._docs: dict[Span, Any] = {}
        self._added: set[tuple[Span, str]] = set()

    def read(self, sentences: Sequence[Span], wanted: Iterable[str]) -> Iterator[Sentence]:
        name, text = self._document.settings.pipeline, self._document.prose.text
        new = [span for span in sentences if span not in self._docs and span.end - span.start <= _LONGEST]
        texts = (readable(text[span.start : span.end]) for span in new)
        self._docs.update(zip(new, spacy_door.parse(name, texts) if new else (), strict=True))
        for span in sentences:
            if span in self._docs:
                self._complete(name, span, wanted)
                yield Sentence(span.start, self._docs[span])

    def _complete(self, name: str, span: Span, wanted: Iterable[str]) -> None:
        for component in wanted:
            if (span, component) not in self._added:
                spacy_door.add(name, component, self._docs[span])
                self._added.add((span, component))


def readable(text: str) -> str:
    """A text as the pipelines' training texts are, code point for code point."""
    return text.translate(_PLAIN)


def parsed(
    document: Document, sentences: Sequence[Span], *, lemmas: bool = False, entities: bool = False
) -> Iterator[Sentence]:
    """The parses of some of the document's sentences, in order; a "sentence" of thousands of letters is left out.

    Unavailable if the document is read quickly.
    """
    if not document.settings.pipeline:
        raise Unavailable(f"rules that read grammar need an English spaCy pipeline; {HOW_TO_INSTALL}")
    wanted = [name for name, asked in zip(spacy_door.ON_DEMAND, (lemmas, entities), strict=True) if asked]
    yield from document.derived(_Parses).read(sentences, wanted)
