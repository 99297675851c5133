"""Deal the outlets of a corpus out: what is counted, what is fitted and what is measured never share an outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from newslint.training.corpus import Article


class Part(Enum):
    """A part of the corpus and its share of the articles."""

    COUNTS = 0.74
    WORDS = 0.07  # to fit the trees
    DOCUMENTS = 0.05  # to fit the document model
    THRESHOLDS = 0.14  # clean text only

    @property
    def share(self) -> float:
        """The share of all articles this part should get."""
        return float(self.value)


def deal(articles: Iterable[Article]) -> dict[str, Part]:
    """Outlet → part: largest outlet first, each to the part that lacks most."""
    sizes = Counter(article.outlet for article in articles)
    lacking = {part: part.share * sizes.total() for part in Part}
    parts = {}
    for outlet, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        part = max(Part, key=lacking.__getitem__)
        parts[outlet] = part
        lacking[part] -= size
    return parts
