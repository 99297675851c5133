"""The reader model's door: what it says of the words of an article's running text, read once, when a check asks."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.errors import Unavailable
from newslint.finding import Span
from newslint.reading import reader_models
from newslint.reading.windows import Sentence, sentences, windows
from newslint.reading.wordpiece import WordPiece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.reading.transformer import F32, Transformer

_PROSE: Final = frozenset({"headline", "dek", "paragraph", "list-item", "block-quote", "subhead", "caption"})
_DIGITS: Final = 2  # of log-odds: what lies beyond differs between processors
_LIKELIEST: Final = 3  # tags of a word that are told


class WordRead(Struct, frozen=True):
    """One word of the prose, and what the model says of it.

    `put_in`: log-odds that another hand put it in the place of another word. `slip`: log-odds that it needs something,
    the likeliest being `tags`, most likely first: `delete`, `form` (another form of it), `near` (a word like it), `insert X`
    (X is missing before it) or `replace X` (it should be X).
    """

    span: Span
    text: str
    put_in: float
    slip: float
    tags: tuple[str, ...]


class Reader(Struct, frozen=True):
    """A loaded model."""

    transformer: Transformer
    pieces: WordPiece
    tags: tuple[str, ...]

    def read(self, found: Sequence[Sentence]) -> Iterator[WordRead]:
        """The words of some sentences, in order."""
        packed = list(windows(found, self.pieces))
        coded = [self._coded(window) for window in packed]
        for window, (_, _, firsts), (odds, tags) in zip(
            packed, coded, self.transformer.read([(pieces, capitals) for pieces, capitals, _ in coded]), strict=True
        ):
            words = (word for sentence in window for word in sentence.words)
            for word, at in zip(words, firsts, strict=True):
                yield self._word(Span(word.start, word.end), word.text, float(odds[at]), tags[at])

    def _coded(self, window: Sequence[Sentence]) -> tuple[list[int], list[int], list[int]]:
        """Pieces, capitals, and where the words' first pieces are."""
        pieces, capitals, firsts = [self.pieces.start], [0], []
        for sentence in window:
            if sentence.first:
                pieces.append(self.pieces.end)
                capitals.append(0)
            for word in sentence.words:
                numbers = self.pieces.numbers(word.text)
                firsts.append(len(pieces))
                pieces.extend(numbers)
                capitals.extend([int(word.text[0].isupper())] * len(numbers))
        return [*pieces, self.pieces.end], [*capitals, 0], firsts

    def _word(self, span: Span, text: str, put_in: float, scores: F32) -> WordRead:
        import numpy as np

        needs = scores[1:]
        best = np.argsort(-needs, kind="stable")[:_LIKELIEST].tolist()
        highest = needs[best[0]]
        slip = float(highest + np.log(np.exp(needs - highest).sum()) - scores[0])
        return WordRead(span, text, round(put_in, _DIGITS), round(slip, _DIGITS), tuple(self.tags[n + 1] for n in best))


@lru_cache(maxsize=1)
def loaded(folder: str) -> Reader:
    """The model of a folder."""
    from newslint.reading.transformer import Transformer

    place = Path(folder)
    shape = json.loads((place / "model.json").read_text("utf-8"))
    pieces = (place / "vocabulary.txt").read_text("utf-8").split("\n")
    return Reader(Transformer(place), WordPiece(pieces), tuple(shape["tags"]))


def reader(document: Document) -> Reader:
    """The model that reads the document along. Unavailable if it is read quickly."""
    if not document.settings.reader:
        raise Unavailable(reader_models.HOW_TO_INSTALL)
    return loaded(document.settings.reader)


def words_read(document: Document) -> tuple[WordRead, ...]:
    """The words of the document's running text in its own language, in order; use `document.derived`."""
    blocks = document.blocks(_PROSE, foreign=False)
    return tuple(reader(document).read(list(sentences(document.prose.text, blocks))))
