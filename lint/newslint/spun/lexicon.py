"""What a word may have replaced: the word forms for which a thesaurus offers it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from newslint.spun.tokens import I64
from newslint.spun.vocabulary import Ids


class Lexicon(Struct, frozen=True):
    """Alternatives of every word id: `forms[offsets[id]:offsets[id + 1]]`."""

    offsets: npt.NDArray[np.uint32]
    forms: Ids

    def expand(self, words: Ids) -> tuple[I64, Ids]:
        """All alternatives of some words: the place in `words` each belongs to, ascending, and its id."""
        begin = self.offsets[words].astype(np.int64)
        sizes = self.offsets[words.astype(np.int64) + 1].astype(np.int64) - begin
        owners = np.repeat(np.arange(len(words)), sizes)
        inside = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return owners, self.forms[begin[owners] + inside]
