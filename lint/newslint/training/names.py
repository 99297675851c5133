"""Count full names in clean news, for `consistency.known-name`.

A name is two or three capitalised words in a row.  It is *known* if it occurs in enough articles of enough
outlets; *rivals* are rarer names so close to a known one that a spelling check would take them
for misspellings.  Both go into the table, so that the check can compare their counts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from newslint.training.corpus import Article

MIN_ARTICLES = 10
MIN_OUTLETS = 3
RIVAL_ARTICLES = 2
NEAR = 2

_WORD = r"[A-Z][a-zà-ÿ]+(?:['’-]?[A-Z][a-zà-ÿ]+)*"
_RUN = re.compile(rf"{_WORD}(?:(?: [A-Z]\.)? {_WORD})+")
_INITIAL = re.compile(r" [A-Z]\.")
_TOKEN = re.compile(r"[A-Za-zà-ÿ]+")


class NameCounts:
    """Articles and outlets by name, and how often each word is written in lower case."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.outlets: defaultdict[str, set[str]] = defaultdict(set)
        self._words: Counter[str] = Counter()

    def add(self, article: Article) -> None:
        """Count each name of an article once."""
        self._words.update(_TOKEN.findall(article.text))
        for name in set(_names(article.text)):
            self.articles[name] += 1
            if len(self.outlets[name]) < MIN_OUTLETS:
                self.outlets[name].add(article.outlet)

    def is_common_word(self, word: str) -> bool:
        """Whether this capitalised word usually occurs in lower case (`White`, `President`)."""
        return self._words[word.lower()] > 0.3 * self._words[word]

    def people(self) -> dict[str, int]:
        """Names that do not begin with a common word → number of articles."""
        return {
            name: number
            for name, number in self.articles.items()
            if number >= RIVAL_ARTICLES and not self.is_common_word(name.split(" ", 1)[0])
        }


def count_names(articles: Iterable[Article]) -> NameCounts:
    """Count the names of a corpus."""
    counts = NameCounts()
    for article in articles:
        counts.add(article)
    return counts


def known_names(counts: NameCounts) -> dict[str, int]:
    """The table: known names and their rivals → number of articles, in alphabetical order."""
    people = counts.people()
    known = {
        name for name, number in people.items() if number >= MIN_ARTICLES and len(counts.outlets[name]) >= MIN_OUTLETS
    }
    table = known | set(_rivals(known, people))
    return {name: people[name] for name in sorted(table)}


def write_table(table: Mapping[str, int], path: Path) -> None:
    """Write `name<TAB>articles`, one per line."""
    path.write_text("".join(f"{name}\t{number}\n" for name, number in table.items()), encoding="utf-8")


def _names(text: str) -> Iterator[str]:
    """Names of a text, longest run first, without initials; of a longer run, its parts of two and three words."""
    for run in _RUN.finditer(text):
        words = _INITIAL.sub("", run[0]).split(" ")
        for size in (2, 3):
            for start in range(len(words) - size + 1):
                yield " ".join(words[start : start + size])


def _rivals(known: Iterable[str], people: Mapping[str, int]) -> Iterator[str]:
    """Names of `people` that differ from a known one in a single word by at most `NEAR` letters."""
    by_frame: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in known:
        for frame, word in _frames(name):
            by_frame[frame].append(word)
    for name in people:
        if any(
            Levenshtein.distance(word, other, score_cutoff=NEAR) <= NEAR
            for frame, word in _frames(name)
            for other in by_frame.get(frame, ())
            if word != other
        ):
            yield name


def _frames(name: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each word of a name with the rest of it: `A B` → `(("", "B"), "A")`, `(("A", ""), "B")`."""
    words = name.split(" ")
    for place, word in enumerate(words):
        yield (*words[:place], "", *words[place + 1 :]), word
