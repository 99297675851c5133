"""Tally: what was found in a part of an archive, and the sum of all parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.run.statistics import Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.archive.linting import Article, Linted

UNNAMED = "no outlet"


class Sums(Struct):
    """Findings, words and articles of an outlet; of a rule the articles in which it found something."""

    findings: int = 0
    words: int = 0
    articles: int = 0

    def add(self, findings: int, words: int, articles: int = 1) -> None:
        """Counts more in."""
        self.findings += findings
        self.words += words
        self.articles += articles


class Tally(Struct):
    """Grows with the articles. `passed` counts pages that hold no article, `pairs` findings by outlet and rule."""

    articles: int = 0
    words: int = 0
    findings: int = 0
    failures: int = 0
    passed: int = 0
    rules: dict[str, Sums] = {}
    outlets: dict[str, Sums] = {}
    pairs: dict[str, dict[str, int]] = {}
    notices: dict[str, int] = {}

    def add(self, article: Article, linted: Linted) -> int:
        """Counts an article in; its findings."""
        outlet = article.outlet or UNNAMED
        counted: dict[str, int] = {}
        for row in linted.rows:
            if not row.get("error"):
                counted[row["rule"]] = counted.get(row["rule"], 0) + 1
        found = sum(counted.values())
        self.articles += 1
        self.words += linted.words
        self.findings += found
        self.failures += linted.failed
        self.outlets.setdefault(outlet, Sums()).add(found, linted.words)
        for rule, count in counted.items():
            self.rules.setdefault(rule, Sums()).add(count, 0)
            pairs = self.pairs.setdefault(outlet, {})
            pairs[rule] = pairs.get(rule, 0) + count
        for notice in linted.notices:
            self.notices[notice] = self.notices.get(notice, 0) + 1
        return found

    def merge(self, other: Tally) -> None:
        """Counts another part in."""
        for name in ("articles", "words", "findings", "failures", "passed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for mine, theirs in ((self.rules, other.rules), (self.outlets, other.outlets)):
            for name, sums in theirs.items():
                mine.setdefault(name, Sums()).add(sums.findings, sums.words, sums.articles)
        for outlet, counts in other.pairs.items():
            _plus(self.pairs.setdefault(outlet, {}), counts)
        _plus(self.notices, other.notices)

    @property
    def by_rule(self) -> list[Share]:
        """The rules that found something, the most frequent first; their rate is that in all words."""
        rows = (Share(name, sums.findings, self.words, sums.articles) for name, sums in self.rules.items())
        return sorted(rows, key=lambda row: (-row.findings, row.name))

    @property
    def by_outlet(self) -> list[Share]:
        """The outlets, the highest rate first."""
        rows = (Share(name, sums.findings, sums.words, sums.articles) for name, sums in self.outlets.items())
        return sorted(rows, key=lambda row: (-row.rate, row.name))

    def crossed(self, outlets: Sequence[str], rules: Sequence[str]) -> list[list[float]]:
        """Findings in 10,000 words of each outlet, a row an outlet, a column a rule."""
        return [
            [Share("", self.pairs.get(outlet, {}).get(rule, 0), self.outlets[outlet].words, 0).rate for rule in rules]
            for outlet in outlets
        ]


def _plus(mine: dict[str, int], theirs: dict[str, int]) -> None:
    for name, count in theirs.items():
        mine[name] = mine.get(name, 0) + count
