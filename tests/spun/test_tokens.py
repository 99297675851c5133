from __future__ import annotations

import numpy as np
import pytest

from newslint.spun.tokens import hash_words, tokenize
from newslint.spun.vocabulary import ID_NAME, ID_RARE, SPECIALS, Vocabulary


def split(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The mayor won’t pay 3,000.50 dollars.", ["The", "mayor", "won", "’t", "pay", "3,000.50", "dollars", "."]),
        ("a well-known “quoted” word", ["a", "well", "-", "known", "quoted", "word"]),
        ("dogs' bowls, ‘so-called’", ["dogs", "bowls", ",", "so", "-", "called"]),
        ("", []),
        ("😀 naïve İstanbul", ["naïve", "İstanbul"]),
        ("end.\nNext", ["end", ".", "\n", "Next"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert split(text) == tokens


def test_a_word_has_the_same_hash_alone_and_in_a_text() -> None:
    text = "The Harbour was closed; the harbour"
    tokens = tokenize(text)
    assert tokens.hashes[1] == tokens.hashes[-1] == hash_words(["harbour"])[0][0]
    assert tokens.hashes[4] == 0


def test_stems_are_the_first_letters() -> None:
    tokens = tokenize("organised organising ordered")
    assert tokens.stems[0] == tokens.stems[1] != tokens.stems[2]


def test_the_vocabulary_tells_capitals_apart_but_not_at_the_start_of_a_sentence() -> None:
    vocabulary = Vocabulary.of(["house", "House", "the"])
    found = vocabulary.encode(tokenize("House of the House. Xylo met xylo at the house"))
    house, capital = SPECIALS, SPECIALS + 1
    assert [int(i) for i in found] == [
        house,
        ID_RARE,
        SPECIALS + 2,
        capital,
        0,
        ID_NAME,
        ID_RARE,
        ID_RARE,
        ID_RARE,
        SPECIALS + 2,
        house,
    ]


def test_a_spelling_has_the_id_of_its_word() -> None:
    vocabulary = Vocabulary.of(["center", "color"], {"centre": "center", "unknown": "missing"})
    found = vocabulary.encode(tokenize("the centre center"))
    assert found[1] == found[2] == SPECIALS
    assert vocabulary.spellings == {"centre": "center"}


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert Vocabulary.of([]).find(np.array([5], dtype=np.uint64)).tolist() == [0]
