"""Made: an index of a few reviews that are given, not fed: for the examples of rules."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from newslint.claims.adding import add
from newslint.claims.jsonld import record
from newslint.claims.store import writing

if TYPE_CHECKING:
    from collections.abc import Sequence


def index_of(reviews: Sequence[dict[str, Any]]) -> str:
    """The path of an index that holds these ClaimReview objects, until the process ends; empty for none.

    `claims.records.Unfit` for one that is no record.
    """
    return _made(msgspec.json.encode(reviews)) if reviews else ""


@lru_cache(maxsize=64)
def _made(reviews: bytes) -> str:
    folder = tempfile.mkdtemp(prefix="newslint-claims-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder, "claims.sqlite")
    with writing(path) as database:
        add(database, map(record, msgspec.json.decode(reviews)))
    return str(path)
