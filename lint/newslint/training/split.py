"""Distribute the outlets of a corpus, so that counting, fitting and measuring never share an outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

import numpy as np

from newslint.spun.tokens import I64
from newslint.training.corpus import Article

FOLDS = 5


class Part(Enum):
    """A part of the corpus and its share of the articles."""

    COUNTS = 0.76
    WORDS = 0.06  # to fit the trees
    TEXTS = 0.18  # to fit the regression and set the thresholds, each outlet judged by the others

    @property
    def share(self) -> float:
        """The share of all articles this part should get."""
        return float(self.value)


def deal(articles: Iterable[Article]) -> dict[str, Part]:
    """Outlet → part: largest outlet first, each to the part that needs most."""
    sizes = Counter(article.outlet for article in articles)
    lacking = {part: part.share * sizes.total() for part in Part}
    parts = {}
    for outlet, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        part = max(Part, key=lacking.__getitem__)
        parts[outlet] = part
        lacking[part] -= size
    return parts


def folds(articles: Iterable[Article]) -> I64:
    """Of each article, which of `FOLDS` parts its outlet belongs to: largest outlet first, each to the smallest part."""
    outlets = [article.outlet for article in articles]
    sizes, part = [0] * FOLDS, {}
    for outlet, size in sorted(Counter(outlets).items(), key=lambda item: (-item[1], item[0])):
        part[outlet] = sizes.index(min(sizes))
        sizes[part[outlet]] += size
    return np.array([part[outlet] for outlet in outlets], dtype=np.int64)
