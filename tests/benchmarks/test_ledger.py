"""What of the judged findings survives, the ledger's files, and what changed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from scoring import figures, ledger, sets
from scoring.ledger import Entry
from scoring.measure import measure
from scoring.reported import Reported, Run
from scoring.survival import Fate, fates
from tests.benchmarks.made import found, judged

from newslint.finding import Span

LEDGER = Path(__file__).parents[2] / "benchmarks/ledger"


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


def test_a_place_that_was_judged_by_two_fingerprints_survives_for_both() -> None:
    now = found(fingerprint="0" * 16)
    assert fate(judged(found()), now, others=(judged(now),)).same == now


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
