"""Addresses in prose: found whole, and no words for rules on words."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.addresses import addresses, unveiled, veiled
from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text

TODAY = Settings(datetime.date(2024, 5, 15))


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://pier.example/plan-ofthe/old?x=1&isOpen=y.", ["https://pier.example/plan-ofthe/old?x=1&isOpen=y"]),
        ("(www.pier.org/organisation), or pier.org.", ["www.pier.org/organisation", "pier.org"]),
        ("Write to ann.lee@pier.example, or mailto:b@c.example.", ["ann.lee@pier.example", "mailto:b@c.example"]),
        ("It is in /usr/share/organisation/x and ./a/b/c.txt now.", ["/usr/share/organisation/x", "./a/b/c.txt"]),
        ("Edit content/news/pier.md first.", ["content/news/pier.md"]),
        ("Either/or, his/her, 3/4 inch, 12/05/2017, km/h, AC/DC and/or s/he.", []),
        ("He works for Amazon.com and said no.The pier shut.", []),
        ("@pier said it at 9 a.m. on Monday.", []),
        ("", []),
    ],
)
def test_addresses_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_veil_keeps_length_host_and_identity() -> None:
    text = "See https://pier.example/the-the and https://pier.example/the-the now."
    hidden = veiled(text, list(addresses(text)))
    assert len(hidden) == len(text)
    assert "pier.example" in hidden
    assert "the-the" not in hidden
    first, second = hidden[4:33], hidden[37:66]
    assert first == second


def test_links_show_the_addresses_of_the_prose_at_their_places() -> None:
    content = "# Pier\n\nSee [a](http://a.example) and **https://b.example/é?x=1**.\n"
    document = document_of(Text(content), TODAY, "markdown")
    assert document.links.text == "http://a.example\nhttps://b.example/é?x=1\n"
    at = document.links.text.index("x=1")
    span = document.links.span(at, at + 3)
    assert content[span.start : span.end] == "x=1"


@pytest.mark.parametrize("unit", ["http://", "a/", "/a", "a@", "@a.", "www.", "a.com", "a.com/ ", "://a "])
def test_floods_are_read(unit: str) -> None:
    text = unit * 20_000
    assert len(veiled(text, list(addresses(text)))) == len(text)


def test_what_is_veiled_can_be_shown_again() -> None:
    text = "write to ann.lee@pier.example/old?x=1 now"
    hidden = veiled(text, list(addresses(text)))
    assert (hidden != text, unveiled(hidden), len(hidden)) == (True, text, len(text))
