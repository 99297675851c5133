"""Misspelt words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Unit
from newslint.checks.general.misspelt import Misspelt

if TYPE_CHECKING:
    from collections.abc import Callable

Found = list[tuple[str, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("The [] of the town has resigned.", "goverment", "government"),
        ("They await a [] decision.", "committtee", "committee"),
        ("She lost the [] vote.", "gubernatoriall", "gubernatorial"),
        ("It will [] to rain.", "contineu", "continue"),
        ("It came [] the storm had passed.", "afetr", "after"),
        ("The [] was closed.", "restuarant", "restaurant"),
        ("They have a [] house by the sea.", "seperate", "separate"),
        ("He met the minister in a [] place.", "dangetous", "dangerous"),
        ("The law allows [] medical aid.", "mergency", "emergency"),
        ("They talked of [] power.", "ppower", "power"),
    ],
)
def test_each_kind_of_slip(found: Callable[..., Found], text: str, word: str, meant: str) -> None:
    assert found(Misspelt(), text.replace("[]", word)) == [(word, (meant,))]


@pytest.mark.parametrize(
    "text",
    [
        "Run upower or xclock after you have read the news.",
        "The firewalld daemon guards the server.",
        "See https://acounts.example/ and acounts.example for the acounts page.",
        "A Goverment is a boat; the goverment sails well.",
        "The acounts, the other acounts and the third acounts were sold.",
        "He was goin’ and runnin’ all day.",
        "The micro-eonomic aid was small.",
        "She wrote of the goverment [sic] and left.",
        "They gave her a shoutout at noon.",
        "Il governo e la responsabilita del paese.",
    ],
)
def test_what_is_no_slip(found: Callable[..., Found], text: str) -> None:
    assert found(Misspelt(), text) == []


def test_words_of_the_newsroom() -> None:
    settings = Settings(datetime.date(2026, 1, 1), vocabulary=frozenset({"unsual"}))
    document = document_of(Text("The ferry took an unsual course.", "a"), settings)
    assert not list(Misspelt().find(Unit(document, "prose", 0, len(document.prose.text))))
