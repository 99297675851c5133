"""Search: an archive read twice, once for what may be kin and once for the texts of those; each article with its likely source."""

from __future__ import annotations

import datetime
import tempfile
from collections import defaultdict, deque
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
from msgspec import Struct

from newslint.archive.extraction import extracted
from newslint.archive.kin.bands import BANDS, bands
from newslint.archive.kin.marks import marks
from newslint.archive.kin.relation import Relation, related
from newslint.archive.kin.shingles import shingles
from newslint.archive.kin.spool import Places, Spool, Store
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

    Memory does not grow with the texts: bands and marks, a kilobyte an article, and the texts of candidates are in files.
    """
    whole = sum(Path(each.path).stat().st_size for each in inputs) or 1
    with tempfile.TemporaryDirectory(prefix="newslint-kin-") as folder, pool(jobs, "use --jobs 1", obey) as workers:
        with Spool(Path(folder)) as spool:
            for part, found in _mapped(workers, places, parts(inputs, fields), 2 * jobs):
                spool.put(found)
                progress("reading", part.read / whole)
        if not spool.rows:
            return Found(0, 0, 0, ())
        blank, pairs = spool.met()
        claims: list[Claim] = []
        with closing(Store(Path(folder) / "texts")) as store:
            store.fill(parts(inputs, fields), {number for pair in pairs for number in pair})
            some = ([store.pair(pair) for pair in pairs[at : at + _AT_ONCE]] for at in range(0, len(pairs), _AT_ONCE))
            for number, (_, claimed) in enumerate(_mapped(workers, compared, some, 2 * jobs), 1):
                claims += claimed
                progress("comparing", min(number * _AT_ONCE / len(pairs), 1.0))
    return Found(spool.rows, blank, len(pairs), best(claims))


def places(part: Part) -> list[Places]:
    """Where each of a part's articles may meet kin."""
    return [places_of(article) for article in part.articles]


def places_of(article: Article) -> Places:
    """Where an article may meet kin; zeros and nothing for one that cannot be read."""
    document = _document(article)
    if document is None:
        return Places(np.zeros(2 * BANDS, np.uint64), np.zeros(0, np.uint64))
    found = document.derived(shingles)
    return Places(bands(found), marks(found))


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
