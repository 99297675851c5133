"""WordPiece: words → the pieces that a BERT vocabulary knows (uncased)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD: Final = lazy(r"[^\W_]+|[^\w\s]|_")
_LONGEST: Final = 40  # code points; a longer run of letters is no word


class Word(NamedTuple):
    """A word, number or mark: [start, end) in code points of its text."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """The words and marks of a text, in order."""
    return (Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(text))


class WordPiece:
    """The vocabulary: pieces by number, among them those for what is unknown and for a window's start and ends."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown, self.start, self.end = (self._numbers[name] for name in ("[UNK]", "[CLS]", "[SEP]"))
        self.numbers = lru_cache(maxsize=1 << 16)(self._split)

    def _split(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, each as long as can be; the unknown one if no pieces make it up."""
        folded = _folded(word)
        if len(folded) > _LONGEST:
            return (self.unknown,)
        pieces: list[int] = []
        start = 0
        while start < len(folded):
            end = len(folded)
            while end > start and (piece := self._numbers.get(("##" if start else "") + folded[start:end])) is None:
                end -= 1
            if end == start or piece is None:
                return (self.unknown,)
            pieces.append(piece)
            start = end
        return tuple(pieces) or (self.unknown,)


def _folded(word: str) -> str:
    """In lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
