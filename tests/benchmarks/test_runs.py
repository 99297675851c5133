"""Saved runs, places in files, sheets and tables."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
import score
from scoring.measure import measure
from scoring.reported import Run, RunError, read_run, span_of
from scoring.sheets import context, sheet
from scoring.tables import markdown, write_precision
from tests.benchmarks.made import found, judged

from newslint.article.text import Text
from newslint.finding import Span

# --- places


def test_places_count_code_points_and_every_newline() -> None:
    text = Text("a\U0001f600b\r\nc\rdd\ne")
    assert span_of(text, {"line": 1, "column": 3, "end_line": 2, "end_column": 2}) == Span(2, 6)
    assert span_of(text, {"line": 3, "column": 2, "end_line": 3, "end_column": 3}) == Span(8, 9)
    assert span_of(text, {"line": 99, "column": 1, "end_line": 99, "end_column": 9}) == Span(11, 11)


def test_context_shows_the_place() -> None:
    assert context("one two three", 4, 7) == "one ⟦two⟧ three"
    assert context("x" * 400 + "two", 400, 403) == "…" + "x" * 300 + "⟦two⟧"


def saved(path: Path, *lines: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


WIRE = {
    "type": "finding",
    "path": "a.md",
    "line": 2,
    "column": 1,
    "end_line": 2,
    "end_column": 4,
    "rule": "integrity.a-an",
}
WIRE |= {"severity": "warning", "message": "m", "match": "two", "suggestions": [], "related": [], "fingerprint": "f"}
END = {"type": "summary", "files": 3, "silenced": 1, "failures": 0}
MEASURED = '{"seconds": 1.5, "words": 2}'


def test_saved_run_is_read_with_its_spans(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\ntwo\n", "utf-8")
    path = saved(tmp_path / "x.jsonl", WIRE, {**WIRE, "silenced": "by a comment"}, END)
    (tmp_path / "x.meta.json").write_text(MEASURED)
    run = read_run(path, tmp_path)
    assert (run.files, run.failures, run.seconds, run.words) == (3, 0, 1.5, 2)
    assert [finding.span for finding in run.findings] == [Span(4, 7)]


def test_run_of_other_files_and_run_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="a.md is not in"):
        read_run(saved(tmp_path / "x.jsonl", WIRE, END), tmp_path)
    with pytest.raises(RunError, match="without its summary"):
        read_run(saved(tmp_path / "y.jsonl"), tmp_path)


def test_repository_name_with_a_dot_keeps_its_own_measurements(tmp_path: Path) -> None:
    (tmp_path / "O+n.gov.meta.json").write_text(MEASURED)
    assert read_run(saved(tmp_path / "O+n.gov.jsonl", END), tmp_path).words == 2


def test_sheet_shows_earlier_verdicts_only_if_given_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It was a apple tree.\n", "utf-8")
    finding = found(start=7, end=8, message="m")
    shown = "\n".join(sheet([finding], tmp_path, {("a.md", "f" * 16): judged(finding)}))
    assert "#1 warning integrity.a-an a.md:1:8" in shown
    assert "⟦a⟧ apple" in shown
    assert "judged right on 2026-11-27: real" in shown
    assert "judged" not in "\n".join(sheet([finding], tmp_path, {}))


def test_lost_finding_fails_and_is_named_until_it_is_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(score, "SCORES", tmp_path / "SCORES.json")
    monkeypatch.setattr(score, "LEDGER", tmp_path)
    options = argparse.Namespace(all=False, details=False, sets="O+N")
    entries = [judged(found())]
    before = measure("O+N", Run((found(),), words=100), tmp_path, entries, {})
    after = measure("O+N", Run((), words=100), tmp_path, entries, {})
    score.write([before], options)
    assert score.report([before], options) == 0
    assert score.report([after], options) == 1
    assert "lost    O+N/a.md [10, 12] integrity.a-an" in capsys.readouterr().out
    score.write([after], options)
    assert score.report([after], options) == 0
    assert "lost" not in capsys.readouterr().out


def test_precision_is_written_for_rules_that_are_still_reported(tmp_path: Path) -> None:
    entries = [judged(found()), judged(found("integrity.x", 50, 60, fingerprint="1" * 16), right=False)]
    measured = measure("O+N", Run((found(),), files=2, words=1_000), tmp_path, entries, {})
    write_precision(tmp_path / "precision.json", [measured])
    assert json.loads((tmp_path / "precision.json").read_bytes()) == {
        "integrity.a-an": {"n": 1, "right": 1, "interval": [0.207, 1.0], "genres": ["magazine"], "date": "2026-11-27"}
    }
    table = list(markdown([measured], {}))
    assert table[2].startswith(
        "| O/N | – | 2 | 1,000 | – | 0.00 | 10.00 | 0.00 | 1 | 1 | 1.00 (0.21 to 1.00) | 0 | 0 |"
    )
