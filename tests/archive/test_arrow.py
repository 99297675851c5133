"""Arrow batches: the schema is that of the JSON finding, the findings those of a run, and bad rows are rows with an error."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.archive.made import HOUSE_ARTICLES, batch

import newslint
from newslint.errors import UsageError
from newslint.reporters.wire import WireFinding, WireRelated

pa = pytest.importorskip("pyarrow")
from newslint.archive import arrow  # noqa: E402 (only where pyarrow is)

TODAY = datetime.date(2024, 5, 15)


def rows(*articles: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    return arrow.lint(batch(*articles), today=TODAY, **options).to_pylist()  # type: ignore[no-any-return]


def test_the_schema_is_that_of_the_json_finding() -> None:
    names = [field.name for field in msgspec.structs.fields(WireFinding)]
    assert sorted(arrow.SCHEMA.names) == sorted([*names, "error"])
    related = arrow.SCHEMA.field("related").type.value_type
    assert [field.name for field in related] == [field.name for field in msgspec.structs.fields(WireRelated)]
    assert arrow.SCHEMA.metadata == {b"newslint.findings": str(arrow.VERSION).encode()}


def test_the_findings_are_those_of_a_run() -> None:
    found = rows(*HOUSE_ARTICLES)
    linter = newslint.Linter()
    expected = [
        (article["id"], finding.rule, finding.fingerprint, finding.match)
        for article in HOUSE_ARTICLES
        for finding in linter.lint(article["text"], format=article.get("format"))
    ]
    assert [(row["path"], row["rule"], row["fingerprint"], row["match"]) for row in found] == expected
    assert len({row["path"] for row in found}) > 2


def test_an_empty_batch_has_the_schema() -> None:
    assert arrow.lint(batch()).schema.equals(arrow.SCHEMA)


def test_a_finding_in_full() -> None:
    [row] = rows({"id": "a", "text": "The the pier is long."})
    assert row == {
        "path": "a",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 8,
        "rule": "integrity.doubled-word",
        "severity": "warning",
        "message": "'the' is written twice: 'The the'.",
        "match": "The the",
        "suggestions": ["The"],
        "related": [],
        "fingerprint": "83c0fdca9e93d356",
        "safe": True,
        "scores": [],
        "silenced": "",
        "error": None,
    }


@pytest.mark.parametrize(
    ("article", "error"),
    [
        ({"id": "a", "text": None}, "the text is null"),
        ({"id": None, "text": "Fine."}, "the id is null"),
        ({"id": "a", "text": "word " * 500_000}, "the text has more than 2,000,000 characters"),
        ({"id": "a", "text": b"%PDF-1.7"}, "this is a PDF document; export its text"),
        ({"id": "a", "text": "Fine.", "format": "papyrus"}, "unknown format 'papyrus'; choose from plain, markdown"),
        ({"id": "a", "text": "Fine.", "date": "n.d."}, "'n.d.' is not a date; the article was linted without one"),
    ],
)
def test_a_bad_row_is_a_row_with_an_error(article: dict[str, Any], error: str) -> None:
    good = {"id": "good", "text": "The the pier is long."}
    found = rows(article, good)
    assert [row["path"] for row in found] == [article["id"] or "", "good"]
    assert found[0]["error"].startswith(error)
    assert found[1]["rule"] == "integrity.doubled-word"


def test_a_reader_that_fails_costs_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.article.readers import markdown

    def fails(text: object) -> None:
        raise RuntimeError("no layout")

    monkeypatch.setattr(markdown, "read", fails)
    found = rows({"id": "a", "text": "Fine.", "format": "markdown"}, {"id": "b", "text": "The the pier."})
    assert found[0]["error"] == "newslint failed on this article: RuntimeError: no layout; please report it"
    assert found[1]["path"] == "b"


def test_bytes_and_strings_that_are_no_text() -> None:
    column = pa.array([b"Caf\xe9 the the pier.", b"The the pier."], pa.binary())
    found = arrow.lint(pa.RecordBatch.from_arrays([pa.array([1, 2]), column], names=["id", "text"]), today=TODAY)
    assert set(found.column("path").to_pylist()) == {"1", "2"}
    broken = pa.Array.from_buffers(pa.string(), 2, column.buffers())
    found = arrow.lint(pa.RecordBatch.from_arrays([pa.array([1, 2]), broken], names=["id", "text"]), today=TODAY)
    assert found.column("rule").to_pylist().count("integrity.doubled-word") == 2


def test_the_date_is_the_articles_own() -> None:
    text = "The council met on Monday, 1 May."
    days = (None, datetime.date(2023, 5, 2), "2 May 2023", datetime.datetime(2023, 5, 2, 9))
    found = [
        {row["rule"] for row in arrow.lint(batch({"id": "a", "text": text, "date": day}), today=TODAY).to_pylist()}
        for day in days
    ]
    wrong = arrow.lint(batch({"id": "a", "text": text, "date": datetime.date(2024, 5, 2)}), today=TODAY).to_pylist()
    assert all("consistency.weekday-date" not in rules for rules in found)
    assert [row["rule"] for row in wrong] == ["consistency.weekday-date"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": ["1"]}, "no column 'text'; there are id"),
        ({"text": ["Fine."]}, "no column 'id'; there are text"),
        ({"id": ["1"], "text": [5]}, "column 'text' holds int64, not text"),
    ],
)
def test_a_batch_without_articles_is_refused(fields: dict[str, list[Any]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        arrow.lint(pa.RecordBatch.from_pydict(fields))


def test_columns_may_have_other_names() -> None:
    table = pa.table({"key": [7], "body": ["The the pier."]})
    assert arrow.lint(table, text="body", id="key").column("path").to_pylist() == ["7"]


def test_rules_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.run import plan

    calls: list[object] = []
    resolve = plan.resolve
    monkeypatch.setattr(plan, "resolve", lambda *arguments: calls.append(1) or resolve(*arguments))
    for number in range(5):
        arrow.lint(batch({"id": str(number), "text": "Fine.", "date": datetime.date(2023, 5, 1 + number)}), today=TODAY)
    assert len(calls) <= 1


def test_a_configuration_that_is_not_there() -> None:
    with pytest.raises(UsageError, match=r"'nowhere\.yaml' does not exist"):
        arrow.lint(batch({"id": "a", "text": "Fine."}), Path("nowhere.yaml"))
