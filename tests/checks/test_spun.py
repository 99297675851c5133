"""The kinds that ask the shipped spun-text model."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest

from newslint.article.document import Document, Settings
from newslint.article.text import Text
from newslint.checks.check import Check, Unit
from newslint.checks.integrity.glued import Glued
from newslint.checks.machine.odd_word import OddWord
from newslint.checks.machine.pair_in_context import PairInContext
from newslint.checks.machine.repeated_swap import RepeatedSwap
from newslint.checks.machine.spun_article import SpunArticle
from newslint.cli import main
from newslint.spun.oddity import oddities

PRISON = "He was sentenced to life in penitentiary for the fire."


def found(check: Check, text: str, *house: str) -> list[tuple[str, tuple[str, ...]]]:
    document = Document(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1), vocabulary=frozenset(house)))
    prose = document.prose.text
    return [
        (prose[match.span.start : match.span.end], match.suggestions)
        for match in check.find(Unit(document, "prose", 0, len(prose)))
    ]


def test_an_odd_word_has_its_likely_original() -> None:
    assert found(OddWord(), PRISON) == [("penitentiary", ("prison",))]


def test_a_word_of_the_house_is_not_odd() -> None:
    assert found(OddWord(), PRISON, "penitentiary") == []


def test_an_astral_character_moves_nothing() -> None:
    assert found(OddWord(), f"😀 {PRISON}") == [("penitentiary", ("prison",))]


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("missileinto", "missile into"), ("arethe", "are the"), ("asDonald", "as Donald"), ("forthwith", "")],
)
def test_glued_words(word: str, suggestion: str) -> None:
    text = f"Then the old {word} rose again."
    assert found(Glued(), text) == ([(word, (suggestion,))] if suggestion else [])


def test_what_stands_in_an_address_is_not_glued() -> None:
    assert found(Glued(), "See #missileinto and a@missileinto now.") == []


def test_a_pair_needs_its_place() -> None:
    check = PairInContext(originals={"dying": "death"})
    assert found(check, "The dying toll rose to nine, officials said.") == [("dying", ("death",))]
    assert found(check, "His father was dying when the letter came.") == []


def test_one_swap_throughout_is_reported_once() -> None:
    text = "The atomic deal was signed. Critics of the atomic deal spoke first. The atomic talks go on."
    assert found(RepeatedSwap(), text) == [("atomic", ("nuclear",))]
    assert found(RepeatedSwap(least=4), text) == []


def test_a_short_article_is_not_judged() -> None:
    assert found(SpunArticle(), " ".join([PRISON] * 10)) == []


@pytest.mark.parametrize("text", ["", "\n", "a", "Моя статья.", "12 34", "word " * 300])
def test_strange_texts_have_a_score(text: str) -> None:
    document = Document(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1)))
    assert set(document.derived(oddities).margins) == {"0.002", "0.0005", "0.0002"}
    assert found(SpunArticle(), text) == []


def test_british_spelling_is_as_good_as_american() -> None:
    there, here = (
        [
            word.log_odds
            for word in Document(Text(text, "a"), Settings(datetime.date(2026, 1, 1))).derived(oddities).words
        ]
        for text in ("The labour party organised a colourful parade.", "The labor party organized a colorful parade.")
    )
    assert len(there) == len(here)


def test_odd_words_lists_the_oddest_word_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A Headline\n\n{PRISON}\n", encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    assert main(["odd-words", str(tmp_path / "a.txt"), "--number", "1"], io.StringIO(), out, err) == 0
    first, second = out.getvalue().splitlines()
    assert "content words" in first
    assert ":3:29: " in second
    assert "[penitentiary]" in second
    assert "(prison, +" in second
