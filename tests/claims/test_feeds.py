"""Feeds: every way in which reviews are published gives the same record, and what is bad is told with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.claims import stream
from newslint.claims.feeds import Bad, files, read
from newslint.claims.ratings import rating
from newslint.claims.records import Record
from newslint.errors import FileError

REVIEW: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": "https://facts.example/moon",
    "datePublished": "2022-03-01T10:00:00+01:00",
    "inLanguage": "en_GB",
    "author": {"@type": "Organization", "name": "Fact Desk"},
    "claimReviewed": "The moon is made of &quot;cheese&quot;.",
    "reviewRating": {"alternateName": "False", "ratingValue": 1},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"name": "A poster"},
        "datePublished": "2022-02-20",
        "appearance": [{"url": "https://x.com/a/status/1"}, "https://facts.example/other", "https://x.com/a"],
        "firstAppearance": {"url": "https://tide.example/cheese?utm_source=a"},
    },
}
RECORD = Record(
    claim='The moon is made of "cheese".',
    rating="False",
    url="https://facts.example/moon",
    publisher="Fact Desk",
    date="2022-03-01",
    claimant="A poster",
    claimed="2022-02-20",
    language="en-gb",
    appearances=("twitter.com/i/status/1", "tide.example/cheese"),
)
LINE = json.dumps(REVIEW)
CONTEXT = '"@context": "https://schema.org"'
BLOCK = '<script type="application/ld+json">'


@pytest.fixture
def feed(tmp_path: Path) -> Callable[[str], list[Record | Bad]]:
    """What is read of a file with some content."""

    def records(content: str) -> list[Record | Bad]:
        path = tmp_path / "feed"
        path.write_text(content, "utf-8")
        return list(read(path))

    return records


@pytest.mark.parametrize(
    "content",
    [
        LINE,
        f"[{LINE}]",
        f"[[{LINE}]]",
        f"\ufeff{LINE}\n\n",
        f'{{{CONTEXT}, "@graph": [{{"@type": "WebPage", "@id": "#p"}}, {LINE}]}}',
        f'{{{CONTEXT}, "@type": "DataFeed", "dataFeedElement": [{{"@type": "DataFeedItem", "item": [{LINE}]}}]}}',
        f'{{"@type": "DataFeed", "dataFeedElement": {LINE}}}',
        json.dumps({f"https://schema.org/{key}" if key[0] != "@" else key: value for key, value in REVIEW.items()}),
        json.dumps({**REVIEW, "@type": ["Review", "http://schema.org/ClaimReview"]}),
        json.dumps({key: value for key, value in REVIEW.items() if key != "@type"}),
        json.dumps({**REVIEW, "author": [{"name": ""}, {"name": "Fact Desk"}], "reviewRating": "False"}),
        f'{{"@graph": [{{"@id": "#desk", "name": "Fact Desk"}}, {json.dumps({**REVIEW, "author": {"@id": "#desk"}})}]}}',
        f'<!doctype html><html><head>{BLOCK}{{"@type": "WebSite"}}</script>\n{BLOCK}\n{LINE}</script></head><p>Hello.</html>',
        f"<html><script async type='application/ld+json' id=x>//<![CDATA[\n{LINE}\n//]]></script></html>",
        f"<html>{BLOCK}{LINE.replace(chr(34), '&quot;').replace('&quot;cheese&quot;', '&amp;quot;cheese&amp;quot;')}</script></html>",
    ],
)
def test_every_form_gives_the_record(feed: Callable[[str], list[Record | Bad]], content: str) -> None:
    assert [one for one in feed(content) if isinstance(one, Record)] == [RECORD]


def test_a_table_gives_the_record(feed: Callable[[str], list[Record | Bad]]) -> None:
    head = "Claim Reviewed;Review rating;Publisher;Review URL;Review date;inLanguage;claimant;itemReviewed.datePublished;appearance"
    row = 'The moon is made of ""cheese"".;False;Fact Desk;https://facts.example/moon;1 March 2022;en-GB;A poster;2022-02-20'
    pages = "https://x.com/a/status/1 https://tide.example/cheese"
    cells = row.split(";")
    rows = [f'"{cells[0]}";{";".join(cells[1:])};{pages}', ";;;", ";False;Fact Desk"]
    assert feed("\n".join([head, *rows])) == [RECORD, Bad(4, "no claimReviewed")]


def test_lines_give_a_record_each_and_bad_ones_are_told_with_their_line(
    feed: Callable[[str], list[Record | Bad]],
) -> None:
    other = json.dumps({**REVIEW, "claimReviewed": "The sun is cold."})
    lines = [
        LINE,
        '{"claimReviewed": "cut off',
        '{"@type": "NewsArticle"}',
        json.dumps({**REVIEW, "claimReviewed": " "}),
        json.dumps({**REVIEW, "reviewRating": {"ratingValue": -1}}),
        json.dumps({**REVIEW, "url": None}),
        "true",
        other,
    ]
    found = feed("\n".join(lines))
    assert found[0] == RECORD
    assert [one.claim for one in found if isinstance(one, Record)] == [RECORD.claim, "The sun is cold."]
    assert [(one.line, one.reason.partition(":")[0]) for one in found if isinstance(one, Bad)] == [
        (2, "not valid JSON"),
        (3, "no ClaimReview in it"),
        (4, "no claimReviewed"),
        (5, "no rating"),
        (6, "no address of the review"),
        (7, "not valid JSON"),
    ]


def test_what_comes_before_an_error_in_an_array_is_kept(feed: Callable[[str], list[Record | Bad]]) -> None:
    assert feed(f'[{LINE},\n{{"claimReviewed": oops}}]') == [RECORD, Bad(2, "not valid JSON: Expecting value")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"A short article.\n", "not a feed"),
        (b"name,age\nEdda,54\n", "not a feed"),
        (b'{"claimReviewed": "caf\xe9"}', "not UTF-8"),
    ],
)
def test_what_is_no_feed_is_one_clear_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "feed").write_bytes(content)
    with pytest.raises(FileError, match=said):
        list(read(tmp_path / "feed"))


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="empty"):
        files(tmp_path)
    for name in ("b.json", "a.csv", ".hidden"):
        (tmp_path / name).touch()
    assert [path.name for path in files(tmp_path)] == ["a.csv", "b.json"]
    with pytest.raises(FileError, match="does not exist"):
        files(tmp_path / "none")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"alternateName": "Pants on fire"}, "Pants on fire"),
        ({"ratingValue": "2", "worstRating": 1, "bestRating": 5}, "2 on a scale from 1 (worst) to 5 (best)"),
        ({"ratingValue": 3}, "3"),
        ({"alternateName": {"@value": "Falsch", "@language": "de"}}, "Falsch"),
        ([{"ratingValue": -1}, {"alternateName": "Misleading"}], "Misleading"),
        ("False", "False"),
        (None, ""),
        ({"ratingValue": True}, ""),
    ],
)
def test_a_rating_is_told_in_the_reviewers_words(value: Any, words: str) -> None:
    assert rating(value) == words


@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=30), max_size=3), max_size=6),
    st.integers(1, 40),
)
def test_values_are_those_of_the_whole_file_however_little_is_read_at_once(items: list[Any], size: int) -> None:
    from io import StringIO

    class Slow(StringIO):
        def read(self, _size: int | None = -1) -> str:
            return super().read(size)

    text = "\n".join(map(json.dumps, items))
    assert [one.value for one in stream.values(Slow(text))] == items
    assert [one.value for one in stream.values(Slow(json.dumps(items)))] == items


def test_an_object_too_large_to_be_taken_whole_is_read_element_by_element(monkeypatch: pytest.MonkeyPatch) -> None:
    from io import StringIO

    monkeypatch.setattr(stream, "_WHOLE", 100)
    monkeypatch.setattr(stream, "_CHUNK", 64)
    text = json.dumps(
        {"@type": "DataFeed", "dataFeedElement": [{"n": n, "pad": "x" * 20} for n in range(40)]}, indent=1
    )
    found = list(stream.values(StringIO(text)))
    assert [one.value.get("n") for one in found] == [*range(40), None]
    assert [one.line for one in found[:3]] == [4, 8, 12]
    assert not any(one.fault for one in found)
