"""Search: an archive read twice, once for what may be kin and once for the texts of those; each article with its likely source."""

from __future__ import annotations

import datetime
import sqlite3
import tempfile
from collections import defaultdict, deque
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec
import numpy as np
from msgspec import Struct

from newslint.archive.extraction import extracted
from newslint.archive.kin.bands import BANDS, bands, candidates
from newslint.archive.kin.relation import Relation, related
from newslint.archive.kin.shingles import shingles
from newslint.archive.linting import Article, opened
from newslint.archive.parts import parts
from newslint.article.document import Document, Settings
from newslint.knowledge.published import article_date
from newslint.run.processes import obey, pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from newslint.archive.inputs import Input
    from newslint.archive.inputs.fields import Fields
    from newslint.archive.kin.shingles import U64
    from newslint.archive.parts import Part

    Numbered = tuple[int, Article]

Given = TypeVar("Given")
Made = TypeVar("Made")
_AT_ONCE: Final = 200  # pairs that a worker compares at once
_SETTINGS: Final = Settings(today=datetime.date.max)  # no date is in the future: nothing here is judged


class Kin(Struct, frozen=True):
    """An article, the one that it was likely made from, and how."""

    path: str
    source: str
    relation: Relation


class Claim(Struct, frozen=True):
    """A kin, with the number of the article in the archive, and the day and number of the source."""

    article: int
    source: tuple[datetime.date, int]
    kin: Kin

    @property
    def rank(self) -> tuple[float, datetime.date, int]:
        """Lower for a likelier source."""
        relation = self.kin.relation
        return -round(relation.kept * relation.answered, 2), *self.source


class Found(Struct, frozen=True):
    """What a search came to: articles, how many of them were blank (unreadable, or without text to go by), pairs that were
    compared, and the kin, in the order of the archive.
    """

    articles: int
    blank: int
    compared: int
    kin: Sequence[Kin]


def search(inputs: Sequence[Input], fields: Fields, jobs: int, progress: Callable[[str, float], None]) -> Found:
    """The kin in an archive. `progress` is told what is being done, and the share of it that is done.

    Memory does not grow with the texts: the bands, 512 bytes an article, and the texts of candidates are in files of their own.
    """
    whole = sum(Path(each.path).stat().st_size for each in inputs) or 1
    with tempfile.TemporaryDirectory(prefix="newslint-kin-") as folder, pool(jobs, "use --jobs 1", obey) as workers:
        spool = Path(folder) / "bands"
        with spool.open("wb") as file:
            for part, found in _mapped(workers, banded, parts(inputs, fields), 2 * jobs):
                file.write(found)
                progress("reading", part.read / whole)
        rows = spool.stat().st_size // (2 * BANDS * 8)
        if not rows:
            return Found(0, 0, 0, ())
        known = np.memmap(spool, np.uint64, "r", shape=(rows, 2 * BANDS))
        blank = rows - int(known.any(axis=1).sum())
        pairs = candidates(known)
        claims: list[Claim] = []
        with closing(Store(Path(folder) / "texts")) as store:
            store.fill(parts(inputs, fields), {number for pair in pairs for number in pair})
            some = ([store.pair(pair) for pair in pairs[at : at + _AT_ONCE]] for at in range(0, len(pairs), _AT_ONCE))
            for number, (_, claimed) in enumerate(_mapped(workers, compared, some, 2 * jobs), 1):
                claims += claimed
                progress("comparing", min(number * _AT_ONCE / len(pairs), 1.0))
    return Found(rows, blank, len(pairs), best(claims))


def banded(part: Part) -> bytes:
    """The bands of a part's articles, a row an article."""
    return b"".join(banded_article(article).tobytes() for article in part.articles)


def banded_article(article: Article) -> U64:
    """The bands of an article; zeros for one that cannot be read."""
    document = _document(article)
    return np.zeros(2 * BANDS, np.uint64) if document is None else bands(document.derived(shingles))


def compared(pairs: Iterable[tuple[Numbered, Numbered]]) -> list[Claim]:
    """The kin among some pairs: the later article was made from the earlier one."""
    known: dict[int, Document | None] = {}
    found = []
    for pair in pairs:
        documents = []
        for number, article in pair:
            if number not in known:
                known[number] = _document(article)
            if (document := known[number]) is not None:
                documents.append(((_day(document), number), article.id or "", document))
        if len(documents) == 2:
            (earlier, source, original), ((_, number), name, document) = sorted(documents, key=lambda each: each[0])
            relation = related(Document(document.text, document.layout, document.settings, (original,)))
            if relation is not None:
                found.append(Claim(number, earlier, Kin(name, source, relation)))
    return found


def best(claims: Iterable[Claim]) -> list[Kin]:
    """Of each article the likeliest source: the one of which it keeps most, the earliest of those of which it keeps as much."""
    by_article: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    return [min(by_article[number], key=lambda claim: claim.rank).kin for number in sorted(by_article)]


class Store:
    """Some articles, on disk, by number."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("pragma journal_mode=off")
        self._database.execute("create table articles (number integer primary key, article blob not null)")

    def fill(self, parts: Iterable[Part], wanted: set[int]) -> None:
        """Keeps the wanted articles of an archive."""
        numbers = count()
        for part in parts:
            self._database.execute("begin")
            for article in part.articles:
                if (number := next(numbers)) in wanted:
                    self._database.execute(
                        "insert into articles values (?, ?)", (number, msgspec.msgpack.encode(article))
                    )
            self._database.execute("commit")

    def pair(self, numbers: tuple[int, int]) -> tuple[Numbered, Numbered]:
        """Two of them."""
        one, other = ((number, self._article(number)) for number in numbers)
        return one, other

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def _article(self, number: int) -> Article:
        [held] = self._database.execute("select article from articles where number = ?", (number,)).fetchone()
        return msgspec.msgpack.decode(held, type=Article)


def _mapped(
    workers: ProcessPoolExecutor, work: Callable[[Given], Made], given: Iterable[Given], most: int
) -> Iterator[tuple[Given, Made]]:
    """What workers make of what they are given, in order; no more than `most` of it is on its way."""
    waiting: deque[tuple[Given, Future[Made]]] = deque()
    for each in given:
        waiting.append((each, workers.submit(work, each)))
        if len(waiting) > most:
            first, made = waiting.popleft()
            yield first, made.result()
    for first, made in waiting:
        yield first, made.result()


def _document(raw: Article) -> Document | None:
    """An article as a document; None for what cannot be read, which linting says of it."""
    try:
        article = extracted(raw)
        return None if article is None else opened(article, _SETTINGS)
    except Exception:  # whatever a reader may do
        return None


def _day(document: Document) -> datetime.date:
    """When an article was published; the last of days where nobody knows."""
    dated = document.derived(article_date)
    return datetime.date.max if dated is None else dated.day
