"""An index of invented claims, and articles that are compared with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.claims import adding, store
from newslint.claims.records import Record


def record(claim: str, number: int = 1, **more: str) -> Record:
    """A record with what the test does not care about filled in."""
    return Record(**{"claim": claim, "rating": "False", "url": f"https://facts.example/{number}", **more})


@pytest.fixture
def index(tmp_path: Path) -> Callable[..., Path]:
    """Adds records to one index; its path."""

    def made(*records: Record) -> Path:
        path = tmp_path / "claims.sqlite"
        with store.writing(path) as database:
            adding.add(database, records)
        return path

    return made


@pytest.fixture
def article() -> Callable[..., Document]:
    """A document that knows an index."""

    def document(text: str, claims: Path | str, form: str = "plain", date: datetime.date | None = None) -> Document:
        settings = Settings(today=datetime.date(2024, 5, 15), date=date, claims=str(claims))
        return document_of(Text(text, "article"), settings, form)

    return document
