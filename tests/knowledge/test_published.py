"""The article's date: from its metadata, its file's name or folders, or the lines above its text."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of, format_of
from newslint.article.text import Text
from newslint.knowledge.published import article_date, day_of_path

TODAY = Settings(datetime.date(2024, 5, 15))
BODY = "The council met in the hall and voted for the new trams, the clerk said."


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("_posts/2017-06-29-council.md", "2017-06-29"),
        ("news/2017/06/29/council/index.md", "2017-06-29"),
        ("news/2017/2017-06-29.md", "2017-06-29"),
        ("2016/01/02/x/2017-06-29-council.html", "2017-06-29"),
        ("news/2017-13-29-council.md", None),
        ("rfc-1234-56-78.md", None),
        ("council.md", None),
    ],
)
def test_paths_hold_dates(path: str, day: str | None) -> None:
    found = day_of_path(path)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.txt", f"Council meets\n\nBy Ann Roe | Published: 29 June 2017, 10:15 BST\n\n{BODY}"),
        ("a.txt", f"Council meets\n\nPosted on June 29, 2017\n\n{BODY}"),
        ("a.txt", f"Council meets\n\nPublished 29 June 2017, updated 2 July 2017\n\n{BODY}"),
        ("a.txt", f"Council meets\n\nBRELL, June 29, 2017 (Newswire) - {BODY}"),
        ("a.txt", f"Council meets\n\nBRELL, June 29, 2017 /Wire Service/ -- {BODY}"),
        ("a.md", f"+++\ntitle = 'Council'\ndate = 2017-06-29\n+++\n\n{BODY}"),
        ("a.md", f"+++\ntitle = 'Council'\npath = '2017/06/29/council'\n+++\n\n{BODY}"),
        ("2017-06-29-a.md", f"---\ntitle: Council\n---\n\n{BODY}"),
        ("2011-01-01-a.md", f"---\ntitle: Council\ndate: 2017-06-29\n---\n\n{BODY}"),
    ],
)
def test_the_date_is_found(path: str, content: str) -> None:
    found = article_date(document_of(Text(content, path), TODAY, format_of(path)))
    assert found is not None
    assert found.day == datetime.date(2017, 6, 29)


@pytest.mark.parametrize(
    ("field", "trusted"),
    [
        ("date: unknown\ndate_text: before 29 June 1937", False),
        ("year: 1937", False),
        ("issue_date: summer of 1937", False),
        ("date: unknown\ndate_text: June 1938", True),
        ("lastmod: 2019-05-01", True),
        ("title: The fire of 1937", True),
    ],
)
def test_a_name_gives_no_date_that_a_field_contradicts(field: str, *, trusted: bool) -> None:
    text = Text(f"---\n{field}\n---\n\n{BODY}", "1938-06-29_council.md")
    found = article_date(document_of(text, TODAY, "markdown"))
    assert (found is not None and found.source == "file-name") == trusted


def test_a_line_with_two_dates_and_no_word_says_nothing() -> None:
    content = f"Council meets\n\nUpdated 2 July 2017, from 29 June 2017\n\n{BODY}"
    assert article_date(document_of(Text(content, "a.txt"), TODAY)) is None
