"""Mails that a page shows one after another."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text

OWN = "The winch\n\nThe harbour was shut on Monday, and nobody was told of it in time.\n\nOur readers wrote to us.\n\n"
THEIRS = "The winch is broken again and nobody looks at it."


def article(content: str, form: str = "plain") -> Document:
    return document_of(Text(content), Settings(datetime.date(2026, 1, 1)), form)


def is_in_thread(document: Document, words: str) -> bool:
    at = document.prose.text.index(words)
    return document.others.threads.inside(at, at + len(words))


@pytest.mark.parametrize(
    "head",
    [
        "Ann Lee [ann at brell.example]\nThu, 05 Oct 2006 11:25:39 -0700",
        "Ann Lee <ann@brell.example>\n\nFri, 6 Oct 2006 9:25 GMT",
        "[a.lee at brell.example]\nThu, 05 Oct 2006 21:32:25 -0800",
        "From Ann Lee on Tue, 04 Jul 2000",
        "From Ann and Jo Lee on Tuesday, 4 July 2000",
    ],
)
def test_what_follows_a_sender_and_an_hour_is_a_mail(head: str) -> None:
    document = article(f"{OWN}{head}\n\nHi,\n\n{THEIRS}\n\nThanks")
    assert is_in_thread(document, THEIRS)
    assert not is_in_thread(document, "The harbour was shut")


def test_a_header_in_one_block_that_begins_with_the_date() -> None:
    own = OWN.replace("\n\n", "</p><p>")
    head = "Wed, 05 Apr 2000 10:53:22 PDT<br>From: Ann Lee &lt;ann@brell.example&gt;<br>Subject: The winch"
    assert is_in_thread(article(f"<p>{own}{head}</p><p>{THEIRS}</p>", "html"), THEIRS)


@pytest.mark.parametrize(
    "line",
    [
        "Write to ann@brell.example before Thursday, 5 October 2006.",
        "Ann Lee <ann@brell.example>",
        "Thu, 05 Oct 2006 11:25:39 -0700",
        "From Brell on Tuesday, 4 July 2000, two ferries left.",
    ],
)
def test_an_address_or_a_date_by_itself_is_none(line: str) -> None:
    assert not is_in_thread(article(f"{OWN}{line}\n\n{THEIRS}"), THEIRS)


def test_a_sender_and_a_date_at_the_top_are_the_articles_own() -> None:
    head = "Ann Lee <ann@brell.example>\nThu, 05 Oct 2006 11:25:39 -0700"
    assert not is_in_thread(article(f"The winch\n\n{head}\n\n{THEIRS}"), THEIRS)
