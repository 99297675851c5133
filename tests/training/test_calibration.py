"""Adapting to a house: small archives made here, read by the shipped model."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import msgspec
import numpy as np
import pytest

from newslint.archive.corpus import archive as read_from
from newslint.errors import UsageError
from newslint.spun import calibration
from newslint.spun.calibration import Flags, Share
from newslint.spun.model import shipped
from newslint.training.calibrate import by_chance, calibrate, differing, house_texts, house_words
from newslint.training.corpus import Article
from newslint.training.thresholds import TEXT_BUDGETS, WORD_BUDGETS

Run = Callable[..., Any]
CLEAN = "The mayor said the bridge would open in the spring."
PRISON = "He was sentenced to life in penitentiary for the murder."
BILL = "The bill is anticipated to pass on Monday."


@pytest.fixture
def thesauri(tmp_path: Path) -> tuple[str, ...]:
    """Options that name empty ones, so that a corpus is read."""
    pytest.importorskip("catboost")
    for name in ("noun", "verb", "adj", "adv"):
        (tmp_path / f"data.{name}").touch()
    (tmp_path / "mythes.dat").write_text("UTF-8\n", "utf-8")
    return "--wordnet", ".", "--mythes", "mythes.dat", "--quiet"


def archive(path: Path, *texts: str) -> Path:
    path.write_bytes(b"\n".join(msgspec.json.encode(Article(text)) for text in texts))
    return path


def numbered(text: str, count: int) -> list[str]:
    """The text many times; each different, as what comes twice counts once."""
    return [f"{text} It was number {number}." for number in range(count)]


def test_the_budgets_are_the_same_everywhere() -> None:
    meta = shipped().meta
    assert set(get_args(Flags)) == set(meta.word_thresholds) == {str(budget) for budget in WORD_BUDGETS}
    assert set(get_args(Share)) == set(meta.text_thresholds) == {str(budget) for budget in TEXT_BUDGETS}


def test_words_of_the_house_are_learnt_and_tried_on_the_other_half() -> None:
    found = calibrate([Article(text) for text in numbered(PRISON, 4)], shipped())
    assert "penitentiary" in found.calibration.words
    assert "mayor" not in found.calibration.words
    assert (found.articles, found.words) == (4, 4 * 14)
    assert found.before.flags == pytest.approx(1000 / 14)
    assert found.with_words.flags == found.after.flags == 0


def test_a_word_of_one_half_is_not_excused_there() -> None:
    texts = [*numbered(PRISON, 2), *numbered(BILL, 2)]
    found = calibrate([Article(text) for text in texts], shipped())
    assert {"penitentiary", "anticipated"} <= set(found.calibration.words)
    assert found.with_words == found.before
    assert found.before.flags > 0


def test_a_text_that_comes_twice_counts_once() -> None:
    found = calibrate([Article(PRISON), Article(CLEAN), Article(PRISON)], shipped())
    assert found.articles == 2
    assert found.with_words == found.before


def test_an_archive_that_is_too_small_leaves_the_thresholds_alone() -> None:
    found = calibrate([Article(text) for text in numbered(PRISON, 4)], shipped()).calibration
    assert (found.word_thresholds, found.text_thresholds) == ({}, {})


@pytest.mark.parametrize(
    ("total", "budgets"), [(29_999, set()), (30_000, {"1.0"}), (350_000, {"0.1", "0.2", "0.5", "1.0"})]
)
def test_a_threshold_for_words_needs_thirty_flags(total: int, budgets: set[str]) -> None:
    odds = np.random.default_rng(1).normal(size=total // 10)
    found = house_words({"words": odds, "texts": np.zeros(0), "total": np.array(total)})
    assert set(found) == budgets
    for budget, border in found.items():
        assert (odds > border).sum() == pytest.approx(float(budget) * total / 1000, abs=1)


SHIPPED = {"0.0002": 5.8, "0.0005": 5.0, "0.002": 3.8}


def texts(count: int, *over: float) -> dict[str, np.ndarray]:
    """Log-odds of clean articles far below all thresholds, but for some."""
    low = np.random.default_rng(1).normal(-5, 1, count - len(over))
    return {"texts": np.concatenate((low, np.array(over)))}


@pytest.mark.parametrize("over", [(), (4.5,), (5.5,), (3.9, 4.5), (6.0, 4.0), (5.2, 5.5)])
def test_with_few_articles_the_threshold_for_articles_stays(over: tuple[float, ...]) -> None:
    assert house_texts(texts(300, *over), SHIPPED) == {}


def test_few_articles_can_show_that_a_threshold_is_too_low() -> None:
    found = house_texts(texts(300, 5.7, 5.6, 5.5), SHIPPED)  # 0.15 were expected over the warning
    assert set(found) == {"0.0005"}
    assert found["0.0005"] >= 5.5
    found = house_texts(texts(300, 9.0, 8.5, 8.0, 7.5), SHIPPED)
    assert set(found) == set(SHIPPED)
    assert all(found[share] > SHIPPED[share] for share in SHIPPED)


def test_few_articles_cannot_lower_a_threshold_and_many_can() -> None:
    assert house_texts(texts(4_900), SHIPPED) == {}
    found = house_texts(texts(5_000), SHIPPED)
    assert set(found) == {"0.002"}
    assert (texts(5_000)["texts"] > found["0.002"]).sum() == 10


def test_no_article_is_long_enough() -> None:
    assert house_texts({"texts": np.zeros(0)}, SHIPPED) == {}


@pytest.mark.parametrize("expected", [0.02, 0.15, 0.6, 3.0, 9.0])
def test_what_chance_explains(expected: float) -> None:
    most = by_chance(expected)
    poisson = [math.exp(-expected) * expected**n / math.factorial(n) for n in range(most + 1)]
    assert sum(poisson) >= 0.99 > sum(poisson[:-1])


def test_a_smaller_budget_is_never_easier_to_exceed() -> None:
    assert differing({"0.002": 5.5}, SHIPPED) == {"0.0005": 5.5, "0.002": 5.5}
    assert differing({"0.002": 3.0}, SHIPPED) == {"0.002": 3.0}
    assert differing({"0.0005": 5.2}, SHIPPED) == {"0.0005": 5.2}
    assert differing({}, SHIPPED) == {}


def test_the_command_writes_what_the_configuration_reads(newslint: Run, tmp_path: Path) -> None:
    archive(tmp_path / "archive.jsonl", *numbered(PRISON, 3))
    result = newslint("train", "--calibrate", "archive.jsonl", "--out", "house.yaml", "--quiet")
    assert (result.code, result.err) == (0, "")
    assert "read 3 articles (42 words); accepted words: 1" in result.out
    assert "71.429 before, 0.000 with the words, 0.000 with words and thresholds" in result.out
    assert "articles over the threshold for a warning: 0 of 0 before, 0 after" in result.out
    text = (tmp_path / "house.yaml").read_text("utf-8")
    assert text.startswith("# written by newslint train --calibrate from archive.jsonl: 3 articles, 42 words\n")
    read = calibration.read("house.yaml", "house.yaml")
    assert (read.words, read.stale) == (("penitentiary",), False)
    newslint("train", "--calibrate", "archive.jsonl", "--out", "again.yaml", "--quiet")
    assert (tmp_path / "again.yaml").read_text("utf-8") == text

    (tmp_path / "a.txt").write_text(f"{PRISON}\n", "utf-8")
    assert "[machine.spun-collocation]" in newslint("--preview", "a.txt").out
    (tmp_path / ".newslint.yaml").write_text("calibration: house.yaml\n", "utf-8")
    assert "[machine.spun-collocation]" not in newslint("--preview", "a.txt").out


@pytest.mark.parametrize("how", ["--calibrate", "--corpus"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "error: 'a.jsonl' contains no article; each must have a text"),
        (b"\n \n", "error: 'a.jsonl' contains no article; each must have a text"),
        (b'\n{"text": 3}\n', "error: 'a.jsonl' contains no article: a.jsonl:2: the text is no text but int"),
        (b'{"txt": "A."}\n', "error: no field 'text' in a.jsonl; there are txt; choose one with --text"),
        (b'["A."]\n', "error: a.jsonl:1: expected one object a line, with a field 'text'"),
        (b'{"text": "A.', "error: a.jsonl:1: this is no line of JSON: "),
        (b'{"text": "caf\xe9."}\n', "error: a.jsonl:1: this is no line of JSON: "),
        (b'{"text": "\\ud800"}\n', "error: a.jsonl:1: this is no line of JSON: "),
        (None, "a.jsonl"),
    ],
)  # fmt: skip
def test_a_bad_archive_is_told_in_one_line(
    newslint: Run, tmp_path: Path, thesauri: tuple[str, ...], how: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / "a.jsonl").write_bytes(data)
    result = newslint("train", how, "a.jsonl", "--out", "out", *thesauri)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith("newslint: ")
    assert result.err.count("\n") == 1
    assert not (tmp_path / "out").is_file()


def test_an_archive_is_whatever_archives_come_in(newslint: Run, tmp_path: Path) -> None:
    texts = numbered(PRISON, 3)
    (tmp_path / "news").mkdir()
    with gzip.open(tmp_path / "news/a.jsonl.gz", "wt") as lines:
        lines.write(f'{json.dumps({"headline": "Not counted", "body": texts[0]})}\n{{"body": null}}\n')
    (tmp_path / "news/b.csv").write_text(f'id;body\n1;"{texts[1]}"\n', "utf-8")
    (tmp_path / "news/c.html").write_text(f"<p>{texts[2]}</p>", "utf-8")
    result = newslint("train", "--calibrate", "news", "--text", "body", "--out", "house.yaml", "--quiet")
    assert result.code == 0
    assert "read 3 articles (42 words); accepted words: 1" in result.out
    assert result.err == "1 article could not be read; the first: news/a.jsonl.gz:2: the text is null\n"
    assert "from 3 files: 3 articles" in (tmp_path / "house.yaml").read_text("utf-8")


@pytest.mark.parametrize("out", ["folder", "nowhere/house.yaml", "a.jsonl"])
def test_a_calibration_that_cannot_be_written_is_refused_first(newslint: Run, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder").mkdir()
    archive(tmp_path / "a.jsonl", PRISON)
    result = newslint("train", "--calibrate", "a.jsonl", "--out", out, "--quiet")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"newslint: error: cannot write '{out}'")
    assert (tmp_path / "a.jsonl").read_bytes() == archive(tmp_path / "b.jsonl", PRISON).read_bytes()


def test_a_corpus_that_is_too_small_is_refused(newslint: Run, tmp_path: Path, thesauri: tuple[str, ...]) -> None:
    archive(tmp_path / "a.jsonl", *numbered(PRISON, 4))
    result = newslint("train", "--corpus", "a.jsonl", "--out", "out", *thesauri)
    assert result.code == 2
    assert "'a.jsonl' is too small to learn from" in result.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--out", "a.jsonl"), "error: cannot create the folder 'a.jsonl': "),
        (("--work", "a.jsonl/work"), "error: cannot create the folder 'a.jsonl/work': "),
        (("--ppdb", "a.jsonl"), "error: cannot read a thesaurus: File is not a zip file"),
        (("--mythes", "."), "error: cannot read a thesaurus: "),
        (("--sample", "0"), "error: --sample: expected a whole number above 0, got '0'"),
    ],
)
def test_what_a_corpus_cannot_be_used_with(
    newslint: Run, tmp_path: Path, thesauri: tuple[str, ...], options: tuple[str, ...], said: str
) -> None:
    archive(tmp_path / "a.jsonl", PRISON)
    result = newslint("train", "--corpus", "a.jsonl", *thesauri, *options)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"newslint: {said}")


def test_a_byte_order_mark_is_no_part_of_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "A."}\n{"text": "B."}\n')
    assert [article.text for article in read_from(tmp_path / "a.jsonl").articles()] == ["A.", "B."]


@pytest.mark.parametrize("text", ["", "12 34", "Моя статья вышла."])
def test_an_archive_without_english_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no English text"):
        calibrate([Article(text)], shipped())
