"""Inflections: forms by table and by rule, and the lemma of a form."""

from __future__ import annotations

import pytest

from newslint.inflections import forms, inflected, lemma


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("hold", "hold holds held held holding hold holds"),
        ("carry", "carry carries carried carried carrying"),
        ("stop", "stop stops stopped stopped stopping stop stops"),
        ("write", "write writes wrote written writing"),
        ("be", "be is was been being"),
        ("child", "child child children"),
        ("quickly", "quickly"),
    ],
)
def test_the_forms_of_a_lemma(base: str, expected: str) -> None:
    assert " ".join(forms(base).values()) == expected


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("swam", "VBZ", "swims"),
        ("agrees", "VBD", "agreed"),
        ("dying", "VBD", "died"),
        ("crises", "NN", "crisis"),
        ("policy", "NNS", "policies"),
        ("big", "JJR", "bigger"),
        ("strategic", "JJR", None),
        ("qwzt", "VBD", None),
        ("hold", "XX", None),
    ],
)
def test_a_word_in_another_form(word: str, tag: str, expected: str | None) -> None:
    assert inflected(word, tag) == expected


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [("ran", "V", "run"), ("leaves", "N", "leaf"), ("leaves", "V", "leave"), ("table", "A", None)],
)
def test_the_lemma_of_a_form(word: str, pos: str, expected: str | None) -> None:
    assert lemma(word, pos) == expected
