"""Windows: what the reader model sees at once, whole sentences as far as they fit.

Training and reading cut texts alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.patterns import lazy
from newslint.reading.wordpiece import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.reading.wordpiece import Word, WordPiece

PIECES: Final = 192  # of a window, with its marks of beginning and end
_SENTENCE_END: Final = lazy(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


class Sentence(NamedTuple):
    """The words of a sentence, and whether it begins a block."""

    words: Sequence[Word]
    first: bool


def sentences(text: str, blocks: Iterable[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences of some blocks of a text; the words' offsets are the text's."""
    for start, end in blocks:
        found = [word._replace(start=word.start + start, end=word.end + start) for word in words(text[start:end])]
        borders = [start + match.end() for match in _SENTENCE_END.finditer(text[start:end])]
        yield from _cut(found, [*borders, end])


def _cut(found: Sequence[Word], borders: Sequence[int]) -> Iterator[Sentence]:
    begin, first = 0, True
    for border in borders:
        end = begin
        while end < len(found) and found[end].start < border:
            end += 1
        if end > begin:
            yield Sentence(found[begin:end], first)
            first = False
        begin = end


def windows(found: Iterable[Sentence], pieces: WordPiece, size: int = PIECES) -> Iterator[list[Sentence]]:
    """Sentences in order, as many at once as fit into `size` pieces; a longer one is cut."""
    window: list[Sentence] = []
    length = 2
    for sentence in found:
        for part in _fitting(sentence, pieces, size - 3):
            cost = 1 + sum(len(pieces.numbers(word.text)) for word in part.words)
            if window and length + cost > size:
                yield window
                window, length = [], 2
            window.append(part)
            length += cost
    if window:
        yield window


def _fitting(sentence: Sentence, pieces: WordPiece, most: int) -> Iterator[Sentence]:
    """A sentence, in several parts if it is longer than a window."""
    begin = length = 0
    for number, word in enumerate(sentence.words):
        cost = len(pieces.numbers(word.text))
        if length + cost > most:
            yield Sentence(sentence.words[begin:number], sentence.first and begin == 0)
            begin, length = number, 0
        length += cost
    yield Sentence(sentence.words[begin:], sentence.first and begin == 0)
