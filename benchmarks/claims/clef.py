"""CLEF-2020 CheckThat! task 2, English (free for research): checked claims, posts, and which claim each post makes."""

from __future__ import annotations

import csv
import io
import random
import re
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from corpus import SHARED

from newslint.claims import adding, store
from newslint.claims.records import Record

ZIP = SHARED / "claims" / "clef2020-task2-v3.zip"
FOLDS = 10


class Post(NamedTuple):
    """A post, and the numbers of the claims that it makes (one, for nearly all)."""

    text: str
    claims: frozenset[int]


class Clef(NamedTuple):
    """Claims with their headlines, in order, and posts."""

    claims: list[tuple[str, str]]
    posts: list[Post]

    def folds(self) -> list[int]:
        """The fold of each post; posts that make one claim share theirs."""
        made = sorted({min(post.claims) for post in self.posts})
        order = np.random.default_rng(0).permutation(len(made))
        fold = {claim: int(place) % FOLDS for claim, place in zip(made, order, strict=True)}
        return [fold[min(post.claims)] for post in self.posts]

    def index(self, size: int | None = None, seed: int = 1) -> Path:
        """An index of all claims, or of `size` of them chosen by `seed`."""
        numbers = range(len(self.claims)) if size is None else random.Random(seed).sample(range(len(self.claims)), size)
        path = Path(tempfile.mkdtemp()) / "claims.sqlite"
        with store.writing(path) as database:
            adding.add(database, (self.record(number) for number in sorted(numbers)))
        return path

    def words(self, number: int) -> tuple[str, ...]:
        """A claim's words: some claims are in the set twice, with other quotation marks."""
        return tuple(re.findall(r"\w+", self.claims[number][0].lower()))

    def record(self, number: int) -> Record:
        """A claim as a record; the set has no ratings and no dates."""
        claim, title = self.claims[number]
        return Record(claim=claim, title=title, rating="unknown", url=f"https://checks.example/{number}")


def number_of(record: Record) -> int:
    """The number of the claim that a record is."""
    return int(record.url.rpartition("/")[2])


def read(path: Path = ZIP) -> Clef:
    """The whole set: both of its halves' posts."""
    with zipfile.ZipFile(path) as archive:
        rows = _rows(archive, "v3.0/verified_claims.docs.tsv")
        place = {row[0]: number for number, row in enumerate(rows)}
        posts = []
        for part in ("train", "dev"):
            made: dict[str, set[int]] = {}
            for line in archive.read(f"v3.0/{part}/tweet-vclaim-pairs.qrels").decode().splitlines():
                post, _, claim, right = line.split()
                if right == "1":
                    made.setdefault(post, set()).add(place[claim])
            posts += [
                Post(text, frozenset(made[name])) for name, text in _rows(archive, f"v3.0/{part}/tweets.queries.tsv")
            ]
    return Clef([(row[1], row[2]) for row in rows], posts)


def _rows(archive: zipfile.ZipFile, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(archive.read(name).decode("utf-8"), newline=""), delimiter="\t"))[1:]


def interval(posts: list[Post], values: list[float], rounds: int = 2_000) -> tuple[float, float]:
    """The 95 % interval of a mean, by drawing claims with all their posts."""
    groups: dict[int, list[float]] = {}
    for post, value in zip(posts, values, strict=True):
        groups.setdefault(min(post.claims), []).append(value)
    sums = np.array([(sum(group), len(group)) for group in groups.values()])
    draws = np.random.default_rng(1).integers(0, len(sums), (rounds, len(sums)))
    means = sums[draws].sum(1)
    low, high = np.percentile(means[:, 0] / means[:, 1], [2.5, 97.5])
    return float(low), float(high)
