"""Both readers together: how odd each word is to the light model and to the reader model, as one number."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from newslint.reading.words_read import words_read
from newslint.spun.features import MIN_LETTERS
from newslint.spun.oddity import OddWord, oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.reading.words_read import WordRead

_LEAST: Final = -6.0  # log-odds of the light model that count


class Weights(Struct, frozen=True):
    """A line through both models' log-odds; `alone`: in place of the light model's for a word that it did not examine."""

    light: float
    reader: float
    bias: float
    alone: float

    def log_odds(self, light: float | None, reader: float) -> float:
        """What both say."""
        first = self.alone if light is None else self.light * max(light, _LEAST)
        return first + self.reader * reader + self.bias


@lru_cache(maxsize=1)
def weights(folder: str) -> Weights:
    """Those that were fitted to a reader model and this light one."""
    return Weights(**json.loads((Path(folder) / "model.json").read_bytes())["together"])


def together(document: Document) -> tuple[OddWord, ...]:
    """The words of an article that either model doubts, in order, with the log-odds of both; use `document.derived`.

    Unavailable if no reader model reads along.
    """
    return tuple(_judged(document))


def _judged(document: Document) -> Iterator[OddWord]:
    line, house = weights(document.settings.reader), document.settings.vocabulary
    examined = {word.span.start: word for word in document.derived(oddities).words}
    for seen in document.derived(words_read):
        known = examined.get(seen.span.start)
        if known is not None:
            yield replace(known, log_odds=line.log_odds(known.log_odds, seen.put_in))
        elif _is_content(seen) and seen.text not in house:
            yield OddWord(seen.span, seen.text, line.log_odds(None, seen.put_in), "", 0.0)


def _is_content(word: WordRead) -> bool:
    return len(word.text) >= MIN_LETTERS and word.text.islower() and word.text.isalpha()
