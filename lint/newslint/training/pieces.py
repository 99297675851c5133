"""Pieces: some articles at once as numbers, each with its end known, so that nothing is counted across two articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from newslint.spun.tokens import I64, tokenize
from newslint.spun.vocabulary import Ids, Vocabulary

SIZE: Final = 4_000_000  # characters, or tokens
BETWEEN: Final = "\n\n"  # articles: two ends of a sentence, which no window of three reaches across


@dataclass(frozen=True, slots=True)
class Piece:
    """Some articles as ids, each with the two ends of a sentence after it, and where each ends."""

    ids: Ids
    ends: I64


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Articles together, of about `SIZE` characters: counting many at once is faster."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= SIZE:
            yield held
            held, size = [], 0
    if held:
        yield held


def encode(texts: Sequence[str], vocabulary: Vocabulary) -> Piece:
    """Some articles as ids."""
    tokens = tokenize("".join(f"{text}{BETWEEN}" for text in texts))
    lengths = np.cumsum([len(text) + len(BETWEEN) for text in texts])
    return Piece(vocabulary.encode(tokens), np.searchsorted(tokens.starts, lengths))


def whole(pieces: Iterable[Piece]) -> Piece:
    """Pieces as one."""
    known = list(pieces)
    before = np.cumsum([0, *(len(piece.ids) for piece in known)])
    ends = [piece.ends + start for piece, start in zip(known, before.tolist(), strict=False)]
    return Piece(np.concatenate([piece.ids for piece in known]), np.concatenate(ends))


def cut(piece: Piece, tokens: int = SIZE) -> Iterator[Piece]:
    """A piece as smaller ones, of so many tokens and the rest of an article."""
    start = first = 0
    while first < len(piece.ends):
        last = int(np.searchsorted(piece.ends, start + tokens)) + 1
        end = int(piece.ends[min(last, len(piece.ends)) - 1])
        yield Piece(piece.ids[start:end], piece.ends[first:last] - start)
        start, first = end, last
