"""Articles judged as wholes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.machine.spun_article import SpunArticle
from newslint.spun.oddity import oddities

if TYPE_CHECKING:
    from collections.abc import Callable


PRISON = "He was sentenced to life in penitentiary for the fire."


def test_a_short_article_is_not_judged(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(SpunArticle(), " ".join([PRISON] * 10)) == []


@pytest.mark.parametrize("text", ["", "\n", "a", "Моя статья.", "12 34", "word " * 300])
def test_strange_texts_have_a_score(found: Callable[..., list[tuple[str, tuple[str, ...]]]], text: str) -> None:
    document = document_of(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1)))
    assert set(document.derived(oddities).margins) == {"0.002", "0.0005", "0.0002"}
    assert found(SpunArticle(), text) == []
