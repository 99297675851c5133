"""What verdicts prove, what is drawn to be judged, and what is found of marked defects."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from scoring.estimates import Stratum, by_rule, weighted, wilson
from scoring.marks import Mark, article, fits, recall, snippets, unexplained, unmarked
from scoring.reported import Reported
from scoring.sampling import quotas, sample
from scoring.survival import fates
from tests.benchmarks.made import found, judged

from newslint.finding import Span

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
