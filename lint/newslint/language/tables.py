"""What the spun-text model knows of clean news."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.language.lexicon import Lexicon
from newslint.language.ngrams import Ngrams
from newslint.language.vectors import Vectors
from newslint.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Tables:
    """Words, how often they stand together, what surroundings they suit, and what stands for what."""

    vocabulary: Vocabulary
    ngrams: Ngrams
    vectors: Vectors
    lexicon: Lexicon
