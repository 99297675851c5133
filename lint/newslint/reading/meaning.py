"""Meaning: the vectors of texts by the sentence model that is installed; texts that mean the same have vectors that are close."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from newslint.reading import reader_models
from newslint.reading.transformer import Encoder
from newslint.reading.wordpiece import WordPiece, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.reading.reader_models import ReaderModel
    from newslint.reading.transformer import F32

_PIECES: Final = 192  # of a text, with the marks of its beginning and end: what is longer is cut
_BATCH: Final = 16  # texts at once


class Meanings:
    """A loaded model."""

    def __init__(self, model: ReaderModel) -> None:
        folder = Path(model.folder)
        self.name = str(model)
        self._pieces = WordPiece((folder / "vocabulary.txt").read_text("utf-8").split("\n"))
        self._encoder = Encoder(folder)

    def vectors(self, texts: Sequence[str]) -> list[F32]:
        """A vector of length 1 for each text."""
        found: list[F32] = []
        for start in range(0, len(texts), _BATCH):
            windows = [self._encoder.embedded(self._numbers(text)) for text in texts[start : start + _BATCH]]
            found += [_direction(rows.mean(axis=0)) for rows in self._encoder.encoded(windows)]
        return found

    def _numbers(self, text: str) -> list[int]:
        pieces = [number for word in words(text) for number in self._pieces.numbers(word.text)]
        return [self._pieces.start, *pieces[: _PIECES - 2], self._pieces.end]


def _direction(vector: F32) -> F32:
    short: F32 = vector / np.float32(max(float(np.linalg.norm(vector)), 1e-9))
    return short


def installed() -> Meanings | None:
    """The model of sentences, loaded once; None if none is installed."""
    model = reader_models.of_sentences()
    return _loaded(model) if model is not None else None


@lru_cache(maxsize=1)
def _loaded(model: ReaderModel) -> Meanings:
    return Meanings(model)
