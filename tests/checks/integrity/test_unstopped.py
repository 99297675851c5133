"""Paragraphs without their full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newslint.checks.integrity.unstopped import Unstopped

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND = (
    "The council met on Monday night.",
    "The bridge was built in 1901.",
    "The town cannot pay.",
    "Nobody was hurt.",
    "The ferry sails again.",
    "The end is near.",
)
LOST = "He left the yard at nine and walked along the quay. Nobody has seen him since he passed the old light"


def article(paragraph: str, sound: tuple[str, ...] = SOUND) -> str:
    return "\n\n".join((*sound[:4], paragraph, *sound[4:]))


def test_the_last_word_is_reported(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(Unstopped(), article(LOST)) == [("light", ("light.",))]


@pytest.mark.parametrize(
    "text",
    [
        article(LOST + "."),
        article(LOST, tuple(line.rstrip(".") for line in SOUND)),
        "\n\n".join((LOST, *SOUND)),
        "\n\n".join((*SOUND, LOST)),
        article("The light at the end of the quay"),
        article(LOST + " Jo Poe"),
        article(LOST + ":"),
        article("* " + LOST),
        article(LOST + " is 413 664-4025"),
    ],
)
def test_what_needs_no_full_stop(found: Callable[..., list[tuple[str, tuple[str, ...]]]], text: str) -> None:
    assert found(Unstopped(), text) == []


def test_a_pull_quote_repeats_the_article(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(Unstopped(), article(LOST, (*SOUND, f"{LOST}, she said."))) == []
