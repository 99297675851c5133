"""The corpora beside the project (`../shared`), read for measuring and never committed."""

from __future__ import annotations

import datetime
import json
import lzma
import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[2] / "shared"


class Article(NamedTuple):
    """One article of a corpus; `date` is None where the corpus gives none that can be read."""

    id: str
    outlet: str
    date: datetime.date | None
    text: str


def articles(name: str, count: int | None = None, seed: int = 1) -> list[Article]:
    """`count` articles of `news-dev` or `news-train`, chosen by `seed`; all of them, in order, without a count."""
    found = list(read(SHARED / "corpora" / f"{name}.jsonl.xz"))
    return found if count is None else random.Random(seed).sample(found, count)


def read(path: Path) -> Iterator[Article]:
    """The articles of a corpus in order; the first line of a text is its headline."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            yield Article(data["id"], data["outlet"], _date(data["date"]), f"{data['headline']}\n{data['text']}")


def _date(written: str) -> datetime.date | None:
    for form in ("%Y-%m-%d", "%m/%d/%y"):
        try:
            return datetime.datetime.strptime(written[:10], form).date()
        except ValueError:
            continue
    return None
