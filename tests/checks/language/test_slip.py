"""Slips: what needs something is reported if a correction puts it right."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Unit
from newslint.checks.language.slip import Slip
from newslint.finding import Span
from newslint.reading import words_read
from newslint.reading.windows import Sentence
from newslint.reading.words_read import WordRead

# Two words in a row → what the second one needs.
NEEDS = {
    ("near", "he"): "replace the",
    ("front", "the"): "insert of",
    ("more", "that"): "replace than",
    ("the", "the"): "delete",
    ("we", "was"): "form",
    ("the", "rover"): "near",
    ("of", "hopeless"): "replace it",  # that does not help
    ("of", "it"): "delete",
}


class Stub:
    """A reader that knows a few pairs of words."""

    def read(self, found: Sequence[Sentence]) -> Iterator[WordRead]:
        before = ""
        for word in (word for sentence in found for word in sentence.words):
            tag = NEEDS.get((before, word.text))
            yield WordRead(Span(word.start, word.end), word.text, -5.0, 5.0 if tag else -5.0, (tag or "delete",))
            before = word.text


@pytest.fixture
def slips(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[str, str, str]]]:
    monkeypatch.setattr(words_read, "loaded", lambda folder: Stub())

    def found(text: str, *, attested: bool = False) -> list[tuple[str, str, str]]:
        document = document_of(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1), reader="stub"), "plain")
        prose = document.prose.text
        matches = Slip(attested=attested).find(Unit(document, "prose", 0, len(prose)))
        return [(prose[m.span.start : m.span.end], m.suggestions[0], m.case) for m in matches]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met near he river.", ("he", "the", "wrong")),
        ("They stood in front the hall.", ("the", "of the", "missing")),
        ("They left the the hall.", ("the the", "the", "extra")),
        ("At noon we was here.", ("was", "were", "wrong")),
        ("They swam in the rover.", ("rover", "river", "wrong")),
    ],
)
def test_what_a_slip_needs(
    slips: Callable[[str], list[tuple[str, str, str]]], text: str, expected: tuple[str, str, str]
) -> None:
    found = slips(text)
    assert [(match, case) for match, _, case in found] == [(expected[0], expected[2])]
    if expected[2] != "wrong" or expected[0] == "he":
        assert found[0][1] == expected[1]


def test_what_no_correction_puts_right_is_left_alone(slips: Callable[[str], list[tuple[str, str, str]]]) -> None:
    assert slips("They spoke of hopeless cases.") == []
    assert slips("They met near the river.") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It will take more that a few weeks.", 1),
        ("It will take more that a few weeks", 0),  # a heading
        ("They swam in the rover.", 0),  # not slight
        ("At noon we was here.", 0),  # clean news has "we was", in quotations
    ],
)
def test_the_counts_of_clean_news_are_asked(
    slips: Callable[..., list[tuple[str, str, str]]], text: str, number: int
) -> None:
    assert len(slips(text, attested=True)) == number
