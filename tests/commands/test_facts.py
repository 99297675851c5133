"""facts: what an article says, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

ARTICLE = """\
Ferry back in service

The harbour board bought 12 boats for £2.5m in May 2019.

"We are glad," said Maria Quispe, 52, who runs the ferry. Quispe was born in 1970.
"""


def test_people_figures_times_and_speakers_with_their_places(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(ARTICLE, "utf-8")
    result = newslint("facts", "--quick", "--no-config", "--format", "json", "a.txt")
    found = [(fact["kind"], fact["line"], fact["column"], fact["text"]) for fact in json.loads(result.out)["facts"]]
    assert ("quantity", 3, 26, "12") in found
    assert ("time", 3, 48, "May 2019") in found
    assert ("person", 5, 21, "Maria Quispe") in found
    by_text = {fact["text"]: fact for fact in json.loads(result.out)["facts"]}
    assert by_text["12"]["counted"] == "boats"
    assert (by_text["May 2019"]["from"], by_text["May 2019"]["to"]) == ("2019-05-01", "2019-05-31")
    assert by_text['"We are glad,"']["speaker"] == "Maria Quispe"


def test_one_kind_as_a_table(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(ARTICLE, "utf-8")
    result = newslint("facts", "--quick", "--no-config", "--kind", "person", "a.txt")
    assert [line.split() for line in result.out.splitlines()] == [
        ["5:21", "person", "Maria", "Quispe", "name", "Maria", "Quispe"],
        ["5:59", "person", "Quispe", "name", "Maria", "Quispe"],
    ]


def test_times_that_no_calendar_places(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(
        "Late\n\nThe ferry sank on Friday at 9.30pm in fog. Talks begin on 3 June, and ended last month.\n", "utf-8"
    )
    result = newslint("facts", "--quick", "--no-config", "--date", "2024-03-02", "--kind", "time", "a.txt")
    assert [line.split(maxsplit=2)[2].rsplit("  ", 1) for line in result.out.splitlines()] == [
        [f"{'Friday':<60}", "time weekday"],
        [f"{'9.30pm':<60}", "time clock"],
        [f"{'3 June':<60}", "time day"],
        [f"{'last month':<60}", "time month, from 2024-02-01, to 2024-02-29"],
    ]


def test_a_missing_article_is_named(newslint: Callable[..., Any]) -> None:
    result = newslint("facts", "none.txt")
    assert (result.code, result.err) == (
        2,
        "newslint: error: 'none.txt' does not exist or is not a file; name an article\n",
    )
