"""Words of others that an article shows as they were written."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text


def article(content: str, form: str = "plain") -> Document:
    return document_of(Text(content), Settings(datetime.date(2026, 1, 1)), form)


def is_reprinted(document: Document, words: str) -> bool:
    at = document.prose.text.index(words)
    return document.others.reprinted.inside(at, at + len(words))


OWN = "The harbour was shut on Monday, and nobody was told of it in time.\n\n"
THEIRS = "The winch is broken again and nobody looks at it."
AFTER = "\n\nIt met again on Tuesday."


@pytest.mark.parametrize(
    "shown",
    [
        f"“\n\n{THEIRS}\n\n”",
        f'"\n\n{THEIRS}\n\n"',
        f"«\n\n{THEIRS}\n\n»",
        f"The mayor tweeted: “{THEIRS}”",
        f"The captain wrote on his blog, “{THEIRS}”",
        f"“{THEIRS}” she posted on Tuesday.",
        f"{THEIRS} — Ann Lee (@annlee) June 5, 2020",
        f"One mail was in the minutes.\n\nFrom: Ann Lee\n\nSubject: The winch\n\n{THEIRS}",
        f"One mail was in the minutes.\n\nTo: The board\n\nFrom: Ann Lee\n\nDate: 5 June 2020\n\n{THEIRS}",
        f"The board got this letter from the captain:\n\nDear all\n\n{THEIRS}\n\nYours faithfully\n\nAnn Lee",
        f"This is the e-mail that he sent:\n\nHello everybody\n\n{THEIRS}",
    ],
    ids=range(11),
)
def test_words_of_others_are_told_from_the_articles_own(shown: str) -> None:
    document = article(f"{OWN}The board met on Monday.\n\n{shown}{AFTER}")
    assert is_reprinted(document, THEIRS)
    assert not is_reprinted(document, OWN.strip())


@pytest.mark.parametrize(
    "shown",
    [
        f"“{THEIRS}” she said on Tuesday.",
        f"The mayor said: “{THEIRS}”",
        f"The board wrote to the mayor. {THEIRS}",
        f"Dear reader, {THEIRS}",
        f"Subject: boats\n\n{THEIRS}",
        f"3 comments\n\n{THEIRS}",
        f"“\n\n{THEIRS}",
    ],
    ids=range(7),
)
def test_what_is_said_or_the_articles_own_is_no_reprint(shown: str) -> None:
    assert not is_reprinted(article(f"{OWN}The board met on Monday.\n\n{shown}{AFTER}"), THEIRS)


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("3 comments", "Ann Lee says:"),
        ("Comments", "Posted by annlee on June 5, 2020 at 3:40 pm"),
        ("Responses to “Ferry”", "Bo Roe • 2 weeks ago"),
        ("Comments (12)", "annlee, 5 June 2020 15:40"),
    ],
)
def test_comments_end_a_page(heading: str, head: str) -> None:
    assert is_reprinted(article(f"{OWN}{heading}\n\n{head}\n\n{THEIRS}"), THEIRS)


@pytest.mark.parametrize("head", ["<lee{n}> ", "[12:3{n}] <@lee{n}> ", "Dec 16 08:07:3{n} <lee_{n}>\n\n"])
def test_the_log_of_a_chat(head: str) -> None:
    log = "\n\n".join(head.format(n=n) + f"It is boat {n} again." for n in range(7))
    document = article(f"{OWN}{log}{AFTER}")
    assert is_reprinted(document, "boat 3 again")
    assert is_reprinted(document, "boat 6 again")
    assert not is_reprinted(document, AFTER.strip())


def test_the_log_of_a_chat_in_one_paragraph() -> None:
    log = "  \n".join(f"**\\<lee_{n}[m]>** It is boat {n} again." for n in range(7))
    document = article(f"# Log\n\n{OWN}{log}{AFTER}", "markdown")
    assert is_reprinted(document, "boat 0 again")
    assert is_reprinted(document, "boat 6 again")
    assert not is_reprinted(document, AFTER.strip())
    assert not is_reprinted(document, OWN.strip())


def test_a_page_that_begins_with_a_header_is_its_own() -> None:
    assert not is_reprinted(article(f"From: Ann Lee\n\nSubject: The winch\n\n{THEIRS}\n\n{OWN}"), THEIRS)


def test_the_quoted_entries_of_a_digest() -> None:
    entries = "\n\n".join(f'## Boat {n}\n\n"Boat {n} sails again at last."' for n in range(3))
    document = article(f'{entries}\n\n## Winch\n\n"{THEIRS}\n\nIt is old."\n\nWe thank all authors.\n', "markdown")
    assert is_reprinted(document, THEIRS)
    assert is_reprinted(document, "It is old.")
    assert not is_reprinted(document, "We thank all authors.")
    assert not is_reprinted(article(f'## Winch\n\n"{THEIRS}"\n', "markdown"), THEIRS)


def test_excerpts_that_are_cut_short() -> None:
    entries = "\n\n".join(f"**Boat {n}**\n\nBoat {n} sails again at last. (...)" for n in range(3))
    document = article(f"# Week 9\n\nHere is the news.\n\n{entries}\n\nWe thank all authors.\n", "markdown")
    assert is_reprinted(document, "Boat 2 sails again at last.")
    assert not is_reprinted(document, "We thank all authors.")


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("markdown", "- [The boats of Brell {n}](https://brell.example/{n})"),
        ("markdown", "- **[The boats of Brell {n}](https://brell.example/{n})** by Ann Lee"),
        ("markdown", "### [The boats of Brell {n}](//brell.example/{n})"),
        ("html", "<li><a href='http://brell.example/{n}'>The boats of Brell {n}</a>, by Ann Lee</li>"),
        ("markdown", "- 2024-05-0{n} | Velm | [The boats of Brell {n}](https://brell.example/{n})"),
        ("markdown", "- [video] [The boats of Brell {n}](https://brell.example/{n})."),
        ("html", "<li>Harbour: <a href='//brell.example/{n}'>The boats of Brell {n}</a></li>"),
        ("html", "<h3><a class='t' href='https://brell.example/{n}'>The boats of Brell {n}</a></h3>"),
    ],
)
def test_titles_of_other_pages(form: str, line: str) -> None:
    lines = "\n\n".join(line.format(n=n) for n in range(3))
    assert is_reprinted(article(lines, form), "The boats of Brell 1")
    if "Ann" in line:
        assert not is_reprinted(article(lines, form), "Ann Lee")
    assert not is_reprinted(
        article(lines.replace("https://brell.example", "").replace("//brell.example", ""), form), "Brell 1"
    )


def test_a_link_that_a_sentence_goes_on_after_is_no_title() -> None:
    lines = "\n\n".join(f"- Harbour: [the boats of Brell {n}](https://brell.example/{n}) are late" for n in range(3))
    assert not is_reprinted(article(lines, "markdown"), "the boats of Brell 1")


def test_block_quotes_are_apart_unless_they_are_a_margin() -> None:
    document = article(f"{OWN}> {THEIRS}{AFTER}", "markdown")
    at = document.prose.text.index(THEIRS)
    assert document.others.block_quotes.inside(at, at + 5)
    assert document.others.reprinted.outside(at, at + 5)
    assert not article(f"<blockquote><p>{THEIRS}</p><p>{OWN}</p></blockquote>", "html").others.block_quotes.spans
