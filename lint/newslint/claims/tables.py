"""Tables: ClaimReview records as CSV, one a row, under schema.org's names or the usual ones."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final

from newslint.claims.jsonld import record
from newslint.claims.records import Record, Unfit
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TextIO

# What a column may be called, in lower case without marks → where its value goes in a ClaimReview.
_COLUMNS: Final[dict[str, str]] = {
    "claimreviewed": "claimReviewed",
    "claim": "claimReviewed",
    "claimtext": "claimReviewed",
    "vclaim": "claimReviewed",
    "reviewrating": "reviewRating.alternateName",
    "reviewratingalternatename": "reviewRating.alternateName",
    "alternatename": "reviewRating.alternateName",
    "rating": "reviewRating.alternateName",
    "ratingname": "reviewRating.alternateName",
    "textualrating": "reviewRating.alternateName",
    "verdict": "reviewRating.alternateName",
    "label": "reviewRating.alternateName",
    "reviewratingratingvalue": "reviewRating.ratingValue",
    "ratingvalue": "reviewRating.ratingValue",
    "reviewratingbestrating": "reviewRating.bestRating",
    "bestrating": "reviewRating.bestRating",
    "reviewratingworstrating": "reviewRating.worstRating",
    "worstrating": "reviewRating.worstRating",
    "author": "author",
    "authorname": "author",
    "publisher": "author",
    "publishername": "author",
    "reviewer": "author",
    "url": "url",
    "reviewurl": "url",
    "link": "url",
    "datepublished": "datePublished",
    "reviewdate": "datePublished",
    "date": "datePublished",
    "inlanguage": "inLanguage",
    "language": "inLanguage",
    "languagecode": "inLanguage",
    "headline": "headline",
    "title": "headline",
    "name": "headline",
    "itemreviewedauthor": "itemReviewed.author",
    "itemreviewedauthorname": "itemReviewed.author",
    "claimant": "itemReviewed.author",
    "itemrevieweddatepublished": "itemReviewed.datePublished",
    "claimdate": "itemReviewed.datePublished",
    "appearance": "itemReviewed.appearance",
    "itemreviewedappearance": "itemReviewed.appearance",
    "firstappearance": "itemReviewed.firstAppearance",
    "itemreviewedfirstappearance": "itemReviewed.firstAppearance",
}
_DELIMITERS: Final = ",;\t|"
_BETWEEN: Final = lazy(r"[\s|]+(?=https?://)")
_MOST: Final = 1 << 20  # code points of a cell


def is_table(start: str) -> bool:
    """Whether a file that begins so is a table with a column for the claim and one for its rating."""
    targets = set(_header(start.splitlines()[0]).values()) if start.strip() else set()
    return "claimReviewed" in targets and any(target.startswith("reviewRating") for target in targets)


def records(file: TextIO) -> Iterator[Record | tuple[int, str]]:
    """The records of a table's rows; for a row that is none its line and why."""
    first = file.readline()
    columns = _header(first)
    csv.field_size_limit(_MOST)
    rows = csv.reader(file, delimiter=_delimiter(first))
    line = 2
    while True:
        try:
            row = next(rows, None)
        except csv.Error as fault:
            yield line, f"not a row: {fault}"
            line = rows.line_num + 2
            continue
        if row is None:
            return
        if any(row):
            try:
                yield record(_review(columns, row))
            except Unfit as why:
                yield line, str(why)
        line = rows.line_num + 2


def _header(line: str) -> dict[int, str]:
    """The number of each known column → where it goes; the first of two that go to one place counts."""
    names = next(csv.reader([line.lstrip("\ufeff")], delimiter=_delimiter(line)), [])
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        if target := _COLUMNS.get(re.sub(r"[\W_]", "", name).lower()):
            found.setdefault(target, number)
    return {number: target for target, number in found.items()}


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _review(columns: dict[int, str], row: Iterable[str]) -> dict[str, Any]:
    """The row as a ClaimReview object."""
    review: dict[str, Any] = {"itemReviewed": {"@type": "Claim"}, "reviewRating": {}}
    for number, cell in enumerate(row):
        target, _, inner = columns.get(number, "").partition(".")
        if not target or not cell.strip():
            continue
        if inner:
            review[target][inner] = _BETWEEN.split(cell.strip()) if "ppearance" in inner else cell
        else:
            review[target] = cell
    return review
