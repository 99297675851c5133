"""Running: the parts of an archive linted in this process or in several; what is done is kept, whatever happens to the rest."""

from __future__ import annotations

import datetime
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.archive import linting
from newslint.archive.extraction import extracted
from newslint.archive.output import Folder
from newslint.archive.tally import Tally
from newslint.run.processes import obey, pool

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from concurrent.futures import Future

    from newslint.archive.parts import Part


class Job(Struct, frozen=True):
    """What is done with every part: plain data, because workers get it as it is."""

    folder: str
    form: str
    config: str
    today: datetime.date


class Done(Struct, frozen=True):
    """How far a run is: bytes of the inputs and articles so far; `fresh` unless an earlier run had done the part."""

    read: int
    articles: int
    fresh: bool


def work(job: Job, part: Part) -> int:
    """Lints a part and writes what was found; its articles."""
    plan = linting.plan_for(job.config, job.today)
    findings: list[linting.Row] = []
    articles: list[linting.Row] = []
    tally = Tally()
    for raw in part.articles:
        article = _extracted(raw)
        if article is None:
            tally.passed += 1
            continue
        linted = linting.lint(plan, article)
        findings += linted.rows
        row = {"path": article.id, "outlet": article.outlet, "words": linted.words}
        articles.append({**row, "findings": tally.add(article, linted)})
    Folder(Path(job.folder), job.form).put(part.number, findings, articles, tally)
    return tally.articles


def _extracted(article: linting.Article) -> linting.Article | None:
    try:
        return extracted(article)
    except Exception as fault:  # a page that breaks the extractor must not cost the others
        return linting.Article(article.id, outlet=article.outlet, fault=f"no article could be extracted: {fault}")


def run(job: Job, parts: Iterator[Part], done: set[int], jobs: int) -> Generator[Done, None, None]:
    """Does all parts that are not done, and says after each how far it is. FileError if a worker is killed."""
    if jobs == 1:
        for part in parts:
            fresh = part.number not in done
            yield Done(part.read, work(job, part) if fresh else 0, fresh)
        return
    with closing(_parallel(job, parts, done, jobs)) as results:
        yield from results


def _parallel(job: Job, parts: Iterator[Part], done: set[int], jobs: int) -> Generator[Done, None, None]:
    running: dict[Future[int], int] = {}
    with pool(jobs, "the same command goes on where this run ended", obey) as workers:
        for part in parts:
            if part.number in done:
                yield Done(part.read, 0, False)
                continue
            running[workers.submit(work, job, part)] = part.read
            if len(running) > 2 * jobs:  # no more than this of the archive is in memory
                yield from _finished(running, wait_for_all=False)
        yield from _finished(running, wait_for_all=True)


def _finished(running: dict[Future[int], int], *, wait_for_all: bool) -> Generator[Done, None, None]:
    from concurrent.futures import FIRST_COMPLETED, wait

    while running:
        ready, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in sorted(ready, key=lambda one: running[one]):
            yield Done(running.pop(future), future.result(), True)
        if not wait_for_all:
            return
