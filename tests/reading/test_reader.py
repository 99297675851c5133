"""The reader model: which is found, what it reads, where its words are, and what runs without it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.reading import tiny_reader

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.errors import Unavailable
from newslint.reading import reader_models
from newslint.reading.transformer import Transformer
from newslint.reading.windows import PIECES, sentences, windows
from newslint.reading.wordpiece import WordPiece
from newslint.reading.words_read import loaded, words_read

TEXT = "\U0001f40d Bridge\n\n“The bridges,” she said. Café owners don't mind 1,500 of them.\n\nIt is open."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_reader.write(tmp_path / "newslint_reader" / "model")


@pytest.fixture
def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package that holds the small model, found as an installed one is."""
    (folder.parent / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(folder.parent.parent)
    find = reader_models.find
    find.cache_clear()
    yield folder
    find.cache_clear()


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_models, "find", lambda: None)


def document(text: str, reader: Path | None = None) -> Document:
    settings = Settings(datetime.date(2026, 1, 1), reader=str(reader) if reader else "")
    return document_of(Text(text, "a.txt"), settings, "plain")


def test_words_are_where_the_prose_has_them(folder: Path) -> None:
    read = document(TEXT, folder)
    words = read.derived(words_read)
    assert [word.text for word in words] == [read.prose.text[word.span.start : word.span.end] for word in words]
    assert [word.text for word in words if word.text.isalpha()][:6] == [
        "Bridge",
        "The",
        "bridges",
        "she",
        "said",
        "Café",
    ]
    assert all(set(word.tags) < set(tiny_reader.TAGS[1:]) for word in words)
    assert all(round(word.put_in, 2) == word.put_in for word in words)


def test_without_a_model_nothing_can_be_asked() -> None:
    with pytest.raises(Unavailable, match="newslint-reader"):
        document(TEXT).derived(words_read)


def test_windows_read_together_are_read_alike_alone(folder: Path) -> None:
    network = Transformer(folder)
    some = [([2, 4, 5, 6, 3], [0, 1, 0, 0, 0]), ([2, 9, 3], [0, 0, 0]), ([2, *[5] * 180, 3], [0] * 182)]
    for (odds, tags), window in zip(network.read(some * 9), some * 9, strict=True):
        ((alone, theirs),) = network.read([window])
        assert len(odds) == len(window[0])
        np.testing.assert_allclose(odds, alone, atol=1e-4)
        np.testing.assert_allclose(tags, theirs, atol=1e-4)


def test_a_window_holds_whole_sentences_as_far_as_they_fit() -> None:
    pieces = WordPiece(tiny_reader.PIECES)
    text = f"The bridge. {'The bridges ' * 200}. The bridge."
    packed = list(windows(sentences(text, [(0, len(text))]), pieces))
    lengths = [2 + sum(1 + sum(len(pieces.numbers(w.text)) for w in s.words) for s in window) for window in packed]
    assert max(lengths) <= PIECES
    assert sum(len(s.words) for window in packed for s in window) == 3 + 401 + 3
    assert [s.first for window in packed for s in window].count(True) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bridges", ["bridge", "##s"]),
        ("Bridge", ["bridge"]),
        ("tés", ["t", "##e", "##s"]),
        ("火", ["[UNK]"]),
        ("a" * 41, ["[UNK]"]),
    ],
)
def test_words_are_split_into_the_longest_pieces(word: str, expected: list[str]) -> None:
    assert [tiny_reader.PIECES[n] for n in WordPiece(tiny_reader.PIECES).numbers(word)] == expected


def test_a_model_is_found_where_its_package_is(installed: Path) -> None:
    found = reader_models.find()
    assert found is not None
    assert (str(found), found.folder) == ("newslint-reader 9", str(installed))
    assert loaded(found.folder).tags == tiny_reader.TAGS


@pytest.mark.usefixtures("installed")
def test_a_run_says_that_it_reads_along(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    summary = json.loads(newslint("a.txt", "--select", "language.slip", "--preview", "--format", "json").out)["summary"]
    assert summary["reading"] == "thorough"
    assert "newslint-reader 9" in summary["pipelines"]


@pytest.mark.usefixtures("absent")
def test_without_it_a_run_says_what_was_not_checked(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    done = newslint("a.txt", "--select", "language.slip", "--preview")
    assert "language.slip was not checked: no reader model is installed" in done.err


@pytest.mark.usefixtures("absent")
def test_a_rule_that_can_do_without_is_checked_without_it(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    assert "not checked" not in newslint("a.txt", "--select", "machine.spun-article").err


@pytest.mark.usefixtures("installed")
def test_odd_words_are_ranked_by_both(newslint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("A Headline\n\nHe was sentenced to life in penitentiary for the fire.\n", "utf-8")
    both = newslint("odd-words", "a.txt", "--number", "99").out
    monkeypatch.setattr(reader_models, "find", lambda: None)
    alone = newslint("odd-words", "a.txt", "--number", "99").out
    assert "[penitentiary]" in both
    assert "[penitentiary]" in alone
    assert "[sentenced]" in both  # the light model has nothing to say of it
    assert "[sentenced]" not in alone


def test_quick_reading_does_not_load_it(installed: Path, newslint: Callable[..., Any]) -> None:
    loaded.cache_clear()
    Path("a.txt").write_text(TEXT, "utf-8")
    newslint("a.txt", "--quick", "--preview")
    assert loaded.cache_info().currsize == 0
