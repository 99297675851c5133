"""What other people wrote, under heads that name them."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text

THEIRS = "The winch is broken again and nobody looks at it."


def article(content: str) -> Document:
    return document_of(Text(content), Settings(datetime.date(2026, 1, 1)), "markdown")


def is_reprinted(document: Document, words: str) -> bool:
    at = document.prose.text.index(words)
    return document.others.reprinted.inside(at, at + len(words))


def digest(*heads: str) -> str:
    return "# Blogs of the week\n\nHere they are.\n\n" + "\n\n".join(f"{head}\n\n{THEIRS}" for head in heads)


@pytest.mark.parametrize("mark", ["### [{}]({})", "[{}]({})", "**[{}]({})**"])
def test_a_digest_of_blogs_shows_their_words(mark: str) -> None:
    titles = ("Ann Lee: Why we sail", "Jo de Poe: The winch", "B. Roe: Of ropes and men")
    document = article(digest(*(mark.format(title, "https://brell.example/1") for title in titles)))
    assert is_reprinted(document, THEIRS)
    assert not is_reprinted(document, "Here they are")


def test_headings_with_colons_are_no_digest() -> None:
    assert not is_reprinted(
        article(digest("### Part One: Ropes", "### Part Two: Men", "### Part Three: Boats")), THEIRS
    )


def test_two_blogs_are_no_digest() -> None:
    links = [f"### [{title}](https://brell.example)" for title in ("Ann Lee: Why we sail", "Jo Poe: The winch")]
    assert not is_reprinted(article(digest(*links)), THEIRS)


@pytest.mark.parametrize(
    "head",
    ["Comment by @ann posted on 2025-12-15:", "[Comment by @ann posted on 2025-12-15:](https://brell.example/1)",
     "Reply from Ann Lee on 15 December 2025", "Message by ann posted at 12:40:"],
)  # fmt: skip
def test_what_follows_the_line_over_a_comment_is_reprinted(head: str) -> None:
    document = article(f"# The week\n\nIt rained.\n\n{head}\n\n{THEIRS}\n\n## Next\n\nIt is dry.")
    assert is_reprinted(document, THEIRS)
    assert not is_reprinted(document, "It is dry")


def test_a_sentence_about_a_post_is_no_line_over_a_comment() -> None:
    assert not is_reprinted(article(f"The post by Ann Lee on the winch drew 15 answers.\n\n{THEIRS}"), THEIRS)
