"""`calibration:` in the configuration: read strictly, merged, and heard by everything that asks the spun-text model."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Check, Unit
from newslint.checks.machine.odd_word import OddWord
from newslint.checks.machine.spun_article import SpunArticle
from newslint.config import file
from newslint.spun import calibration
from newslint.spun.calibration import Calibration, shipped_model
from newslint.spun.oddity import oddities

Run = Callable[..., Any]
PRISON = "He was sentenced to life in penitentiary for murder."
SPUN = Path(__file__).parents[2] / "rules" / "machine" / "spun-article.yaml"
BRIDGE = "The mayor said the bridge would open in the spring. " * 30


def spun_example() -> str:
    """The spun article of the rule's own examples."""
    text: str = yaml.safe_load(SPUN.read_text("utf-8"))["rules"][1]["examples"]["bad"][0]
    return text.replace("[[", "").replace("]]", "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("wrds: [a]\n", "1:1: error: unknown key 'wrds'; did you mean 'words'?"),
        ("words: [a]\nwords: [b]\n", "2:1: error: key 'words' occurs twice"),
        ("words: a\n", "1:8: error: expected a list, got text"),
        ("words:\n", "1:7: error: expected a list, got text"),
        ("words: [a, [b]]\n", "1:12: error: expected text, got a list"),
        ("word-thresholds: [1]\n", "1:18: error: expected a mapping, got a list"),
        ("word-thresholds:\n  0.15: 2\n", "2:3: error: unknown budget '0.15'; did you mean '0.5'?"),
        ("word-thresholds:\n  many: 2\n", "2:3: error: unknown budget 'many'; available: 0.05, 0.1, 0.2, 0.5, 1.0"),
        ("word-thresholds: {0.0005: 2}\n", "1:19: error: unknown budget '0.0005'; did you mean '0.05'?"),
        ("text-thresholds: {0.005: 2}\n", "1:19: error: unknown budget '0.005'; did you mean '0.0005'?"),
        ("word-thresholds:\n  0.1: high\n", "2:8: error: expected a number, got 'high'"),
        ("word-thresholds: {0.1: }\n", "1:24: error: expected a number, got ''"),
        ("text-thresholds: {0.002: .nan}\n", "1:26: error: expected a number, got '.nan'"),
        ("text-thresholds: {0.002: nan}\n", "1:26: error: expected a number, got 'nan'"),
        ("text-thresholds: {0.002: 1e999}\n", "1:26: error: expected a number, got '1e999'"),
        ("text-thresholds: {0.002: [1]}\n", "1:26: error: expected a number, got a list or a mapping"),
        ("- a\n", "1:1: error: expected keys and values, as 'newslint train --calibrate' writes them"),
        ("", "1:1: error: expected keys and values, as 'newslint train --calibrate' writes them"),
        ("words: [a\n", "2:1: error: not valid YAML"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(newslint: Run, tmp_path: Path, written: str, expected: str) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/house.yaml").write_text(written, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("calibration: desk/house.yaml\n", "utf-8")
    (tmp_path / "a.txt").write_text("A sad end.\n", "utf-8")
    result = newslint("a.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"newslint: desk/house.yaml:{expected}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("name", ["none.yaml", "''", "."])
def test_a_missing_file_is_told_where_it_is_named(newslint: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / ".newslint.yaml").write_text(f"calibration: {name}\n", "utf-8")
    (tmp_path / "a.txt").write_text("A sad end.\n", "utf-8")
    result = newslint("a.txt")
    assert result.code == 2
    assert result.err.startswith("newslint: .newslint.yaml:1:14: error: '")
    assert "is not a file; 'newslint train --calibrate' writes" in result.err


def test_what_is_written_is_read(tmp_path: Path) -> None:
    words = ("no", "null", "1.0", "café", "'tis", "Ngāti", "it's", "#tag", "a: b", "😀")
    house = Calibration(shipped_model(), words, {"0.05": 3.25, "1.0": -0.5}, {"0.0005": 5.5})
    path = tmp_path / "house.yaml"
    path.write_text(calibration.written(house, "A comment"), "utf-8")
    assert path.read_text("utf-8").startswith("# A comment\nmodel: ")
    assert yaml.safe_load(path.read_text("utf-8"))["words"] == list(words)
    assert calibration.read(str(path), "house.yaml") == house
    path.write_text(calibration.written(Calibration(), "x"), "utf-8")
    assert calibration.read(str(path), "house.yaml") == Calibration()


def test_what_is_extended_is_relative_to_its_own_file_and_the_nearest_holds(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base/desk.yaml").write_text("words: [penitentiary]\nword-thresholds: {0.1: 9}\n", "utf-8")
    (tmp_path / "base/shared.yaml").write_text("calibration: desk.yaml\nvocabulary: [Ngata]\n", "utf-8")
    own = tmp_path / ".newslint.yaml"
    own.write_text("extends: base/shared.yaml\nvocabulary: [Aroha]\n", "utf-8")
    (tmp_path / "a.txt").write_text("A sad end.\n", "utf-8")
    shown = yaml.safe_load(newslint("--show-config", "a.txt").out)
    assert shown["vocabulary"] == ["Aroha", "Ngata", "penitentiary"]
    assert shown["calibration"] == "base/desk.yaml"
    assert file.read(str(own)).calibration.word_thresholds == {"0.1": 9.0}

    (tmp_path / "house.yaml").write_text("words: [kvetched]\n", "utf-8")
    own.write_text("extends: base/shared.yaml\ncalibration: house.yaml\n", "utf-8")
    shown = yaml.safe_load(newslint("--show-config", "a.txt").out)
    assert shown["vocabulary"] == ["Ngata", "kvetched"]
    assert shown["calibration"] == "house.yaml"
    assert file.read(str(own)).calibration.word_thresholds == {}


def test_without_one_nothing_is_calibrated(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A sad end.\n", "utf-8")
    assert yaml.safe_load(newslint("--show-config", "a.txt").out)["calibration"] is None


def found(check: Check, text: str, **house: Any) -> list[str]:
    document = document_of(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1), **house))
    prose = document.prose.text
    return [prose[match.span.start : match.span.end] for match in check.find(Unit(document, "prose", 0, len(prose)))]


def test_thresholds_for_words_go_before_the_models() -> None:
    sound = {"0.002": 99.0}  # one sentence alone is suspect
    assert found(OddWord(), PRISON, text_thresholds=sound) == ["penitentiary"]
    assert found(OddWord(), PRISON, text_thresholds=sound, word_thresholds={"0.1": 9.0}) == []
    assert found(OddWord(), PRISON, text_thresholds=sound, word_thresholds={"0.2": 9.0}) == ["penitentiary"]


def test_a_suspect_article_is_one_over_the_houses_threshold() -> None:
    own = {"0.1": 9.0, "0.5": 1.0}
    assert found(OddWord(), PRISON, word_thresholds=own, text_thresholds={"0.002": 99.0}) == []
    assert found(OddWord(), PRISON, word_thresholds=own, text_thresholds={"0.002": -99.0}) == ["penitentiary"]


def test_a_house_can_ask_for_more_before_an_article_is_suspect() -> None:
    text = spun_example()
    assert found(SpunArticle(), text) == ["Harbor Bridge Vote Is Put Off"]
    assert found(SpunArticle(), text, text_thresholds={"0.0005": 99.0}) == []
    assert found(SpunArticle(), text, text_thresholds={"0.0002": 99.0}) != []
    assert found(SpunArticle(share="0.0002"), text, text_thresholds={"0.0002": 99.0}) == []


def test_a_low_threshold_of_the_house_makes_no_clean_article_suspect() -> None:
    assert found(SpunArticle(), f"A Fire\n\n{BRIDGE}", text_thresholds={"0.0005": -99.0}) == []


def test_a_margin_is_measured_from_the_houses_threshold() -> None:
    from newslint.spun.model import shipped

    plain, raised = (
        document_of(Text(PRISON, "a"), Settings(datetime.date(2026, 1, 1), text_thresholds=own))
        .derived(oddities)
        .margins
        for own in ({}, {"0.002": shipped().meta.text_thresholds["0.002"] + 2})
    )
    assert raised["0.002"] == pytest.approx(plain["0.002"] - 2)
    assert raised["0.0005"] == pytest.approx(plain["0.0005"])


def test_a_word_of_the_house_is_no_evidence_either_way() -> None:
    text = "The city council on Monday postponed a vote on the new harbor bridge. " + PRISON
    plain, excused = (
        document_of(Text(text, "a"), Settings(datetime.date(2026, 1, 1), vocabulary=house)).derived(oddities).margins
        for house in (frozenset[str](), frozenset({"penitentiary", "harbor", "postponed"}))
    )
    assert all(excused[share] < plain[share] for share in plain)


@pytest.mark.parametrize("spelling", ["behaviour", "behavior"])
def test_british_spellings_are_not_odd(spelling: str) -> None:
    assert found(OddWord(), f"He was accused of sexism and inappropriate {spelling} towards women.") == []


def test_odd_words_counts_from_the_houses_threshold(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A Fire\n\n{BRIDGE}\n", "utf-8")
    assert "odder" not in newslint("odd-words", "a.txt").out
    (tmp_path / "house.yaml").write_text("text-thresholds: {0.0005: -99}\n", "utf-8")
    (tmp_path / ".newslint.yaml").write_text("calibration: house.yaml\n", "utf-8")
    assert "odder than all but 0.05% of clean articles" in newslint("odd-words", "a.txt").out


def test_thresholds_of_another_model_do_not_hold_and_it_is_said(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{PRISON}\n\nHe kvetched about it.\n", "utf-8")
    (tmp_path / ".newslint.yaml").write_text("calibration: house.yaml\n", "utf-8")
    house = tmp_path / "house.yaml"
    house.write_text(f"model: {shipped_model()}\nwords: [kvetched]\nword-thresholds: {{0.1: 9, 0.5: 9}}\n", "utf-8")
    result = newslint("--select", "machine.spun-collocation", "a.txt")
    assert (result.out, "note:" in result.err) == ("", False)
    house.write_text(house.read_text("utf-8").replace(shipped_model(), "0123456789ab"), "utf-8")
    result = newslint("--select", "machine.spun-collocation", "a.txt")
    assert "penitentiary" in result.out
    assert "kvetched" not in result.out
    assert "newslint: note: house.yaml was measured with the model of another version of newslint" in result.err
