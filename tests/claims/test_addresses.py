"""Addresses: many spellings of one page are one, and what is no page is none."""

from __future__ import annotations

import pytest

from newslint.claims.addresses import canonical, host_of, is_page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.tide.example/a/b/", "http://tide.example/a/b"),
        ("https://tide.example/a?utm_source=x&id=3&fbclid=9", "https://tide.example/a?id=3"),
        ("https://tide.example/a?b=1&a=2", "https://tide.example/a?a=2&b=1"),
        ("https://m.tide.example/a#part", "//tide.example/a"),
        ("https://amp.tide.example/a", "https://tide.example/a"),
        ("https://tide.example/a/amp/", "https://tide.example/a"),
        ("https://tide.example/a/index.html", "https://tide.example/a"),
        ("https://tide.example:443/a", "https://tide.example/a"),
        ("https://tide.example/caf%C3%A9", "https://tide.example/café"),
        ("https://web.archive.org/web/20230102030405/https://www.tide.example/a", "https://tide.example/a"),
        ("https://web.archive.org/web/2023id_/http:/tide.example/a", "https://tide.example/a"),
        ("https://archive.ph/2023.01.02-101500/https://tide.example/a", "https://tide.example/a"),
        ("https://archive.today/newest/http://tide.example/a", "https://tide.example/a"),
        ("https://www.google.com/amp/s/www.tide.example/a", "https://tide.example/a"),
        ("https://tide-example.cdn.ampproject.org/c/s/tide.example/a", "https://tide.example/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Ftide.example%2Fa&h=xyz", "https://tide.example/a"),
        ("https://x.com/One/status/123?s=20", "https://mobile.twitter.com/two/status/123"),
        ("https://youtu.be/AbCdEf12345?t=3", "https://www.youtube.com/watch?v=AbCdEf12345&list=PL1"),
        ("https://www.youtube-nocookie.com/embed/AbCdEf12345", "https://m.youtube.com/shorts/AbCdEf12345"),
        ("tide.example/a", "https://tide.example/a"),
    ],
)
def test_addresses_of_one_page_are_one(one: str, other: str) -> None:
    assert canonical(one) == canonical(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://tide.example/a", "https://tide.example/b"),
        ("https://tide.example/a?id=1", "https://tide.example/a?id=2"),
        ("https://tide.example/a", "https://tide.example.evil.example/a"),
        ("https://x.com/one/status/123", "https://x.com/one/status/124"),
        ("https://youtu.be/AbCdEf12345", "https://youtu.be/aBcDeF12345"),
        ("https://news.tide.example/a", "https://tide.example/a"),
    ],
)
def test_other_pages_are_others(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("text", ["", " ", "/about", "#top", "mailto:desk@tide.example", "javascript:void(0)", "https://", "http://[::1", "word", "https://localhost/a"])  # fmt: skip
def test_what_is_no_address_is_empty(text: str) -> None:
    assert canonical(text) == ""


def test_a_page_is_no_site_and_no_profile() -> None:
    assert is_page(canonical("https://tide.example/a"))
    assert is_page(canonical("https://twitter.com/one/status/1"))
    assert not is_page(canonical("https://tide.example/"))
    assert not is_page(canonical("https://twitter.com/one"))
    assert not is_page(canonical("https://www.youtube.com/@tide"))
    assert host_of(canonical("https://www.tide.example/a?b=1")) == "tide.example"
