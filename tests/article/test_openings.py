"""Lines between headline and first paragraph: whatever form a date line has, the article knows its date."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.published import article_date

_SETTINGS = Settings(today=datetime.date(2026, 11, 27))
_BODY = "\n\nThe council voted on Tuesday to build a bridge over the river.\n\nWork will begin soon, the mayor said."


def _kinds(opening: str) -> tuple[list[str], datetime.date | None]:
    document = document_of(Text(f"Council backs plan for new bridge\n\n{opening}{_BODY}"), _SETTINGS, "plain")
    found = document.derived(article_date)
    return [segment.kind for segment in document.segments], found.day if found else None


@pytest.mark.parametrize(
    "line",
    [
        "The Harbour Mail, Thursday, March 14, 2024",
        "New Delhi, 14 March 2024",
        "NAIROBI, Thursday 14 March 2024",
        "Ridge magazine, March 14, 2024",
        "Wire desk, Jakarta — March 14, 2024",
        "STAFF REPORTER · Thursday 14 March 2024",
        "Thursday 14 March 2024 | City",
        "University of Ostrow press office | 14 March 2024",
        "For immediate release: 14 March 2024",
        "Posted Thursday, March 14th, 2024",
        "Vol. 12, No. 3 — March 14, 2024",
        "(14 March 2024)",
    ],
)
@pytest.mark.parametrize("above", ["", "By Ada Lind\n\n", "Ada Lind at Mill Road\n\n"])
def test_a_line_with_the_day_and_who_published_it_is_a_dateline(line: str, above: str) -> None:
    kinds, day = _kinds(above + line)
    assert kinds[-3:] == ["dateline", "paragraph", "paragraph"]
    assert day == datetime.date(2024, 3, 14)


@pytest.mark.parametrize(
    "dek",
    [
        "Bridge to open by 14 March 2024",
        "Ferry stops running after 14 March 2024",
        "What we know of the plans since March 14, 2024",
        "Mayor Lind and Councillor Ostrow on what they promised voters in March 2024",
    ],
)
def test_a_dek_that_names_a_day_stays_a_dek(dek: str) -> None:
    assert _kinds(dek) == (["headline", "dek", "paragraph", "paragraph"], None)
