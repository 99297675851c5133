"""Sentences, language and segments of a document."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text

SETTINGS = Settings(today=datetime.date(2024, 5, 15))


def document(text: str, form: str = "plain") -> Document:
    return document_of(Text(text), SETTINGS, form)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Gen. Smith spoke at length.", "He left."],
        ["U.S. forces left the base.", "It was late."],
        ["He lives at No. 10 now.", "She does not."],
        ["They met at 5 p.m. Friday in the hall.", "Nobody came."],
        ["J. K. Rowling wrote it.", "It sold."],
        ["“Go. Now.”", "He went."],
        ["Sen. Rand Paul, R-Ky., objected.", "The vote failed."],
        ["It cost $1.5 million.", "Prices rose 3.5 per cent."],
        ["Is it over?", "No!", "Not yet…"],
        ["Mr. and Mrs. Oak came.", "Dr. Elm did not."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = f"A headline\n\n{' '.join(sentences)}"
    assert [text[s.start : s.end] for s in document(text).sentences] == ["A headline", *sentences]


GERMAN = "Der Bürgermeister hat am Montag mit der Ministerin über die Lage in der Stadt und auf dem Land gesprochen, es ist nicht klar."
ENGLISH = "The mayor spoke with the minister on Monday about the state of the town and of the country, and it is not clear what was said."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (
            "Le maire a parlé avec la ministre de la situation dans la ville et dans les campagnes, qui est difficile pour tous.",
            "fr",
        ),
        ("Мэр сказал.", "und"),
        ("市长在星期一说，情况不明。", "und"),
        ("قال رئيس البلدية إن الوضع غير واضح.", "und"),
        ("Smith, Jones, Brown.", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert document(text).language == language


def test_a_foreign_paragraph_in_an_english_article() -> None:
    text = f"Headline of it\n\n{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}"
    found = document(text)
    assert found.language == "en"
    assert [text[s.start : s.start + 3] for s in found.segments if s.start in found.foreign] == ["Der"]


def test_an_analysis_is_made_once() -> None:
    made: list[Document] = []

    def analysis(of: Document) -> int:
        made.append(of)
        return len(made)

    found = document("A text.")
    assert (found.derived(analysis), found.derived(analysis)) == (1, 1)
