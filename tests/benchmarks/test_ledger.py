"""The pure parts of benchmarks/score.py and judge.py: what survives, what it proves, what is drawn."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import msgspec
import pytest
import score
from scoring import figures, ledger, sets
from scoring.estimates import Stratum, by_rule, weighted, wilson
from scoring.ledger import Entry
from scoring.marks import Mark, article, fits, recall, snippets, unexplained, unmarked
from scoring.measure import measure
from scoring.reported import Reported, Run, RunError, read_run, span_of
from scoring.sampling import quotas, sample
from scoring.sheets import context, sheet
from scoring.survival import Fate, fates
from scoring.tables import markdown, write_precision

from newslint.article.text import Text
from newslint.finding import Span

LEDGER = Path(__file__).parents[2] / "benchmarks/ledger"


def found(rule: str = "integrity.a-an", start: int = 10, end: int = 12, **other: object) -> Reported:
    values = {"file": "a.md", "severity": "warning", "fingerprint": "f" * 16, **other}
    return Reported(rule=rule, span=Span(start, end), **values)  # type: ignore[arg-type]


def judged(finding: Reported, *, right: bool = True, why: str = "real") -> Entry:
    return ledger.entry(finding, (right, why), ("O+N", "c0ffee", "magazine"), "2026-11-27", "reader")


def fate(
    entry: Entry, *findings: Reported, renamed: dict[str, str] | None = None, others: tuple[Entry, ...] = ()
) -> Fate:
    return next(fates([entry, *others], findings, renamed or {}))


# --- what survives


def test_same_fingerprint_survives_wherever_it_moved() -> None:
    moved = found(start=500, end=502)
    assert fate(judged(found()), moved).same == moved


def test_fingerprint_in_another_file_is_another_finding() -> None:
    assert fate(judged(found()), found(file="b.md")).kept is None


def test_same_rule_at_the_same_place_survives_with_another_fingerprint() -> None:
    wider = found(start=8, end=14, fingerprint="0" * 16)
    assert fate(judged(found()), wider).same == wider


def test_neighbour_does_not_stand_for_it() -> None:
    assert fate(judged(found()), found(start=12, end=14, fingerprint="0" * 16)).kept is None


def test_renamed_rule_takes_its_verdict_along() -> None:
    new = found("language.article", fingerprint="0" * 16)
    assert fate(judged(found()), new).kept is None
    assert fate(judged(found()), new, renamed={"integrity.a-an": "language.article"}).same == new


def test_another_rule_of_the_pack_keeps_the_place_but_no_verdict() -> None:
    other = found("integrity.spelling", fingerprint="0" * 16)
    result = fate(judged(found()), other)
    assert (result.same, result.kept) == (None, other)
    assert fate(judged(found()), found("integrity-house.x", fingerprint="0" * 16)).kept is None


def test_two_findings_at_one_place_do_not_stand_for_each_other() -> None:
    no_date = judged(found("sourcing.metadata", 0, 0, fingerprint="d" * 16))
    byline = found("sourcing.metadata", 0, 0, fingerprint="b" * 16)
    assert fate(no_date, byline, others=(judged(byline),)).kept is None
    assert fate(no_date, byline).same == byline


def test_one_finding_for_a_run_of_lines_stands_for_each_of_them() -> None:
    second = judged(found("integrity.duplicate", 40, 60, fingerprint="2" * 16))
    first = found("integrity.duplicate", 0, 20, fingerprint="1" * 16, related=(Span(40, 60),))
    assert fate(second, first, others=(judged(first),)).same == first


def test_warning_that_became_an_info_is_lowered() -> None:
    assert fate(judged(found()), found(severity="info")).lowered
    assert not fate(judged(found(severity="info")), found(severity="info")).lowered
    assert not fate(judged(found())).lowered


def test_measured_set_counts_survivors_and_names_the_lost() -> None:
    entries = [
        judged(found()),
        judged(found(fingerprint="1" * 16, start=90, end=91)),
        judged(found(file="c.md"), right=False),
    ]
    measured = measure("O+N", Run((found(),), files=1, words=5_000), Path(), entries, {})
    values = {figure.name: (figure.value, figure.of) for figure in measured.figures}
    assert values["O+N: right findings that survive"] == (1, 2)
    assert values["O+N: wrong findings that are gone"] == (1, 1)
    assert values["O+N: warnings per 10,000 words"] == (2, 0)
    assert list(measured.lost) == [f"O+N/a.md#{'1' * 16}"]


# --- what it proves


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [
        (153, 168, 0.8579, 0.9451),
        (50, 50, 0.9287, 1.0),
        (0, 290, 0.0, 0.0131),
        (1, 2, 0.0945, 0.9055),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=1e-4)


def test_weighted_share_follows_the_volume() -> None:
    estimate = weighted([Stratum(900, 10, 9), Stratum(100, 10, 0), Stratum(250, 0, 0)])
    assert estimate is not None
    assert estimate.share == pytest.approx(0.81)
    assert estimate.covered == pytest.approx(0.8)
    assert (estimate.judged, estimate.right) == (20, 9)
    low, high = wilson(0.81 * 12.195, 12.195)  # 1000² / (900²/10 + 100²/10)
    assert (estimate.low, estimate.high) == pytest.approx((low, high), abs=1e-4)


def test_equal_sampling_is_plain_wilson() -> None:
    estimate = weighted([Stratum(60, 30, 27), Stratum(40, 20, 20)])
    assert estimate is not None
    assert (estimate.low, estimate.high) == pytest.approx(wilson(47, 50))


def test_nothing_judged_is_no_estimate() -> None:
    assert weighted([Stratum(5, 0, 0)]) is None
    assert weighted([]) is None


def test_verdicts_count_for_what_is_still_reported() -> None:
    here, gone = judged(found()), judged(found(fingerprint="0" * 16, start=90, end=95), right=False)
    findings = [found(), found(fingerprint="1" * 16, start=200, end=201), found(severity="info", fingerprint="2" * 16)]
    strata = by_rule(findings, fates([here, gone], findings, {}), lambda finding: finding.grave)
    assert strata == {"integrity.a-an": Stratum(2, 1, 1)}


# --- what is drawn


def many(rule: str, count: int, severity: str = "warning") -> list[Reported]:
    return [found(rule, at, at + 1, fingerprint=f"{rule}{at}", severity=severity) for at in range(count)]


def test_quota_is_by_square_root_and_at_least_two() -> None:
    assert quotas({"a.x": 10_000, "a.y": 100, "a.z": 1}, 30) == {"a.x": 28, "a.y": 3, "a.z": 1}


def test_sample_has_its_size_every_rule_and_no_finding_twice() -> None:
    everything = [*many("a.x", 500), *many("a.y", 40), *many("a.z", 3), *many("b.i", 50, "info")]
    drawn = sample(everything, 25, 10, "1")
    assert [finding.grave for finding in drawn] == [True] * 25 + [False] * 10
    assert {finding.rule for finding in drawn} == {"a.x", "a.y", "a.z", "b.i"}
    assert len({finding.fingerprint for finding in drawn}) == 35


def test_sample_depends_on_the_seed_and_on_nothing_else() -> None:
    everything = [*many("a.x", 100), *many("a.y", 100)]
    state = random.getstate()
    assert sample(everything, 20, 0, "1") == sample(everything, 20, 0, "1") != sample(everything, 20, 0, "2")
    assert random.getstate() == state


def test_sample_takes_all_where_there_is_little() -> None:
    assert len(sample([*many("a.x", 3), *many("a.y", 1)], 25, 10, "1")) == 4


# --- the ledger's files


def test_ledger_is_sorted_and_a_later_verdict_replaces_the_earlier(tmp_path: Path) -> None:
    path, late = tmp_path / "O+N.jsonl", found(start=90, end=95, fingerprint="1" * 16)
    assert ledger.add(path, [judged(late), judged(found())]) == 2
    assert ledger.add(path, [judged(found(), right=False, why="template")]) == 2
    entries = ledger.read(path)
    assert [entry.span for entry in entries] == [(10, 12), (90, 95)]
    assert (entries[0].right, entries[0].why) == (False, "template")


@pytest.mark.parametrize(
    ("written", "right", "why"),
    [
        ("template", False, "template"),
        ("Pull quote", False, "pull-quote"),
        ("'of the village' is said twice", False, "other"),
        ("typo", True, "real"),
        ("", False, "other"),
    ],
)
def test_reasons_keep_none_of_the_readers_words(written: str, right: bool, why: str) -> None:
    assert ledger.why_of(written, right=right) == why


def test_line_that_is_no_entry_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"set": "x"}\n')
    with pytest.raises(msgspec.ValidationError):
        ledger.read(tmp_path / "x.jsonl")


@pytest.mark.parametrize("path", sorted(LEDGER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_committed_ledger_is_in_order_and_holds_our_words_only(path: Path) -> None:
    entries, known = ledger.read(path), sets.sources()
    assert entries == sorted(entries, key=lambda entry: entry.order)
    assert len({entry.key for entry in entries}) == len(entries)
    assert path.stem in known
    for entry in entries:
        assert (entry.set, entry.genre, entry.commit) == (path.stem, known[path.stem].genre, known[path.stem].commit)
        assert entry.why in ledger.WHYS


def test_repositories_are_sorted() -> None:
    repositories = [name for name, source in sets.sources().items() if source.repository]
    assert repositories == sorted(repositories)


# --- marks and pairs


def test_unmarked_text_and_its_spans() -> None:
    text, marks = unmarked("A ⟦doubled-word|the the|the⟧ cat and ⟦loaded|vile||⟧ dog ⟦x|y|⟧.")
    assert text == "A the the cat and ⟦loaded|vile||⟧ dog y."
    assert marks == [("doubled-word", Span(2, 9), "the the"), ("x", Span(38, 39), "y")]


def test_a_mark_is_found_by_a_rule_of_its_kind_that_overlaps() -> None:
    mark = Mark("a.md", "wrong-article", Span(11, 20), "an")
    assert fits(found(), mark)
    assert not fits(found("integrity.doubled-word"), mark)
    assert not fits(found(file="b.md"), mark)
    assert recall([mark], [found()]).found == Counter({"wrong-article": 1})
    assert unexplained(
        [mark], [found("language.x"), found(start=30, end=31), found(start=40, end=41, severity="info")]
    ) == [found(start=30, end=31)]


def test_snippets_become_articles(tmp_path: Path) -> None:
    assert article("(10 June 2024) It opens.") == "---\ndate: 10 June 2024\n---\n\nIt opens.\n"
    assert article("Headline: Cat wins ¶ It lost.") == "Cat wins\n\nIt lost.\n"
    table = tmp_path / "pairs.tsv"
    table.write_text("text\tkind\twrong\twhy\nOf 120, 12 won.\tarithmetic\t12\t.\nOf 120, 20 won.\tarithmetic\t\t.\n")
    wrong, right = snippets(table)
    assert wrong.mark is not None
    assert wrong.mark.span == Span(8, 10)
    assert right.mark is None
    assert not right.frozen


# --- what changed


def test_comparison_knows_which_way_is_better() -> None:
    before = {
        "a": figures.Figure("a", 9, 10),
        "b": figures.Figure("b", 3),
        "c": figures.Figure("c", 5, 10),
        "d": figures.Figure("d", 1),
    }
    now = [
        figures.Figure("a", 18, 21, guard=True),
        figures.Figure("b", 2, good=-1),
        figures.Figure("c", 10, 20),
        figures.Figure("d", 7, good=0),
        figures.Figure("e", 1),
    ]
    changes = list(figures.compare(now, before))
    assert [change.verdict for change in changes] == ["worse", "better", "same", "changed", "new"]
    assert [change.fails for change in changes] == [True, False, False, False, False]
    assert changes[0].line == "worse   a: 9/10 (0.900) → 18/21 (0.857)"


def test_saved_figures_come_back(tmp_path: Path) -> None:
    path = tmp_path / "SCORES.json"
    figures.save(path, [figures.Figure("a", 9, 10), figures.Figure("b", 0.12345)], ["x#1"])
    assert {name: (one.value, one.of) for name, one in figures.load(path).items()} == {"a": (9, 10), "b": (0.1235, 0)}
    assert figures.lost_before(path) == {"x#1"}
    assert figures.load(tmp_path / "none.json") == {}


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
