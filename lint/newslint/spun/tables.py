"""What the spun-text model knows about clean news."""

from __future__ import annotations

from msgspec import Struct

from newslint.spun.lexicon import Lexicon
from newslint.spun.ngrams import Ngrams
from newslint.spun.vectors import Vectors
from newslint.spun.vocabulary import Vocabulary


class Tables(Struct, frozen=True):
    """Words, how often they occur together, what surroundings they suit, and what may replace what."""

    vocabulary: Vocabulary
    ngrams: Ngrams
    vectors: Vectors
    lexicon: Lexicon
