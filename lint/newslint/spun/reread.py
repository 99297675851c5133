"""The whole article, read again: where the light model's verdict is open, the reader model has the last word.

Most articles never come here: `gate` is what few clean ones exceed.  A second regression weighs the light model's verdict, the
places that both models doubt most, and how many words the reader model doubts by how much.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from msgspec import convert, json
from msgspec.structs import replace

from newslint.errors import Unavailable
from newslint.reading.reader_models import HOW_TO_INSTALL
from newslint.reading.words_read import words_read
from newslint.spun.together import together
from newslint.spun.whole import Fitted, Whole, inside, means, running, whole, witnesses

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.spun.ngrams import F32
    from newslint.spun.oddity import OddWord

_STRONGEST: Final = 5  # words that both models doubt
_DOUBTS: Final = np.arange(-5, 1)  # log-odds of the reader model: what a clean text's words exceed more and more rarely


class Refitted(Fitted, frozen=True, kw_only=True):
    """The second regression; `gate`: the light model's log-odds below which the article is not read again."""

    gate: float


_UNFITTED: Final = Refitted(weights=[], bias=0.0, thresholds={}, gate=math.inf)  # of a model from before


def reread(document: Document) -> Whole | None:
    """The verdict of both models; use `document.derived`.  None: the light one has none, or no doubt.

    Unavailable if no reader model reads along.
    """
    known, first = refitted(document), document.derived(whole)
    if first is None or first.log_odds <= known.gate:
        return None
    return Whole(known.log_odds(features(document, first.log_odds)), witnesses(document.derived(judged)))


def judged(document: Document) -> tuple[OddWord, ...]:
    """The words of running prose outside quotations, with the log-odds of both models; use `document.derived`."""
    return tuple(inside(document, document.derived(running).blocks, document.derived(together)))


def refitted(document: Document) -> Refitted:
    """What was fitted to the light model and the reader model that reads along; Unavailable if none does."""
    if not document.settings.reader:
        raise Unavailable(HOW_TO_INSTALL)
    return _kept(document.settings.reader)


@lru_cache(maxsize=1)
def _kept(folder: str) -> Refitted:
    kept: dict[str, Any] = json.decode((Path(folder) / "model.json").read_bytes())
    return convert(kept["whole"], Refitted) if "whole" in kept else _UNFITTED


def features(document: Document, light: float) -> F32:
    """The input of the second regression; `light`: the light model's log-odds."""
    words, put_in = document.derived(judged), {seen.span.start: seen.put_in for seen in document.derived(words_read)}
    fused = np.sort(means(words))[-_STRONGEST:]
    alone = means(replace(word, log_odds=put_in[word.span.start]) for word in words)
    doubted = (alone[:, None] > _DOUBTS).sum(axis=0) * (100 / max(document.derived(running).content, 1))
    return np.concatenate(([light, fused.sum() / _STRONGEST], doubted)).astype(np.float32)
