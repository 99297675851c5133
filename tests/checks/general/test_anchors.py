"""A pattern never matches a text in which none of its anchors stands."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.general.anchors import required

LITERALS = st.text("abc .", min_size=1, max_size=4).map(regex.escape)


def joined(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(children, min_size=1, max_size=3)
    return st.one_of(
        several.map("".join),
        several.map(lambda parts: f"(?:{'|'.join(parts)})"),
        children.map(lambda part: f"({part})?"),
        children.map(lambda part: f"(?:{part})+"),
        children.map(lambda part: f"(?:{part}){{2,3}}"),
        children.map(lambda part: rf"\b{part}"),
        children.map(lambda part: f"[ab]{part}"),
        children.map(lambda part: f"(?!{part})"),
    )


@settings(max_examples=300)
@given(st.recursive(LITERALS, joined, max_leaves=8), st.lists(st.text("abc .", max_size=30), max_size=5))
def test_no_match_without_an_anchor(pattern: str, texts: list[str]) -> None:
    anchors = required(pattern)
    for text in texts:
        if anchors is not None and regex.search(pattern, text):
            assert any(anchor in text for anchor in anchors)


@pytest.mark.parametrize(
    ("pattern", "anchors"),
    [
        ("foo(?:bar|baz)?q", ("foobarq", "foobazq", "fooq")),
        (r"\b(?:one|two) of the many", ("one of the many", "two of the many")),
        (r"\p{Lu}foo", ("foo",)),
        ("(?i)ABC", ("abc",)),
        ("x{2,3}yz", ("yz",)),
        (r"\[insert [^\]]+\]", ("[insert ",)),
        ("!", ("!",)),
        ("say n.t|won't", ("say n", "won't")),
    ],
)
def test_the_longest_literals_that_every_match_holds(pattern: str, anchors: tuple[str, ...]) -> None:
    assert required(pattern) == anchors


@pytest.mark.parametrize("pattern", ["a", r"\w+", "(?:ab)?", "ab|c", "(?:a|b)c+", "(unclosed", r"\d,"])
def test_what_is_too_common_or_unknown_is_no_anchor(pattern: str) -> None:
    assert required(pattern) is None
