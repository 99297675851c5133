"""Sentences said again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


LEDE = "The river has left its bed again.\n\n"


def test_a_repeated_sentence_names_the_first_one(lint: Callable[..., tuple[Finding, ...]]) -> None:
    sentence = "The harbour was closed to all ships for the rest of the month by order of the mayor."
    text = f"{LEDE}{sentence} Nobody minded.\n\n{sentence}"
    [finding] = lint("integrity.duplicate-sentence", text)
    assert finding.span.start == text.rindex(sentence)
    assert finding.related[0].span.start == text.index(sentence)


def test_a_thousand_equal_sentences_take_no_square_of_time(lint: Callable[..., tuple[Finding, ...]]) -> None:
    sentence = "The harbour was closed to all ships for the rest of the month by order of the mayor. "
    assert len(lint("integrity.duplicate-sentence", LEDE + sentence * 1000)) <= 1000
