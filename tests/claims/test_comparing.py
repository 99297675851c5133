"""Comparing: what repeats a claim, what only looks like it, and what reports its check."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.claims.conftest import record

from newslint.article.document import Document
from newslint.claims.comparing import linking, resembling
from newslint.claims.conflicts import conflict
from newslint.claims.namesakes import somebody_else
from newslint.errors import Unavailable

LIGHTHOUSE = "Mayor Edda Lindqvist sold the lighthouse of Brell to a casino company for one krona."
FERRIES = "Crime on the Brell ferries rose by 300 percent after the night crossings began."
DAY = datetime.date(2024, 5, 10)


@pytest.mark.parametrize(
    ("claim", "sentence", "why"),
    [
        (LIGHTHOUSE, "The lighthouse of Brell was sold by Mayor Edda Lindqvist to a casino company for one krona.", ""),
        (
            LIGHTHOUSE,
            "Mayor Edda Lindqvist never sold the lighthouse of Brell to a casino company for one krona.",
            "negation",
        ),
        (LIGHTHOUSE, "Mayor Edda Lindqvist did not sell the lighthouse to a casino company for one krona.", "negation"),
        (
            LIGHTHOUSE,
            "Mayor Edda Lindqvist denies that she sold the lighthouse to a casino company for one krona.",
            "negation",
        ),
        (LIGHTHOUSE, "Mayor Edda Lindqvist sold the lighthouse to a casino company; it has not rained since.", ""),
        (LIGHTHOUSE, "Mayor Tove Lindqvist sold the lighthouse of Brell to a casino company for one krona.", "person"),
        (LIGHTHOUSE, "Edda Lindqvist bought the lighthouse of Brell from a casino company for one krona.", "opposite"),
        (FERRIES, "Crime on the Brell ferries fell by 300 percent after the night crossings began.", "opposite"),
        (FERRIES, "Crime on the Brell ferries rose by 300 percent before the night crossings began.", "opposite"),
        (FERRIES, "Crime on the Brell ferries rose by 12 percent after the night crossings began.", "figure"),
        (FERRIES, "Crime on the Brell ferries rose by 300 percent in 2024 after the night crossings began.", "time"),
        (FERRIES, "Crime on the Brell ferries rose by 300 percent this year, after the night crossings began.", "time"),
        (FERRIES, "Crime on the Brell ferries rose by 300 percent last month after the night crossings began.", "time"),
        (
            FERRIES,
            "Crime on the Brell ferries rose by 300 percent after the night crossings began, she said last week.",
            "",
        ),
        ("The mayor banned 12 dogs in 2019.", "The mayor banned 12 dogs in 2021.", "time"),
        ("The mayor banned 12 dogs in 2019.", "The mayor banned 12 dogs in 2019 and 2021.", ""),
        ("The vaccine causes blindness in sheep.", "The vaccine prevents blindness in sheep.", "opposite"),
        ("There are more sheep than people in Brell.", "There are fewer sheep than people in Brell.", "opposite"),
        ("The council rejected the harbour plan.", "The council approved the harbour plan.", "opposite"),
        ("The port sells frozen penguins to zoos.", "The port sells frozen herrings to zoos.", "replaced"),
        ("The council did not repair the pier.", "The council repaired the pier.", "negation"),
        ("The council did not repair the pier.", "The council didn't repair the pier.", ""),
    ],
)
def test_what_speaks_against_a_likeness(claim: str, sentence: str, why: str) -> None:
    assert conflict(sentence, record(claim, date="2022-03-01"), sentence, DAY) == why


@pytest.mark.parametrize(
    ("sentence", "claim", "article", "expected"),
    [
        ("Tove Lindqvist sold it.", "Edda Lindqvist sold it.", "", True),
        ("Lindqvist sold it.", "Edda Lindqvist sold it.", "Tove Lindqvist is a singer. Lindqvist sold it.", True),
        ("Lindqvist sold it.", "Edda Lindqvist sold it.", "Edda Lindqvist is mayor. Lindqvist sold it.", False),
        ("Lindqvist sold it.", "Edda Lindqvist sold it.", "Lindqvist sold it.", False),
        ("Joe Petersen sold it.", "Joseph Petersen sold it.", "", False),
        ("Mayor Petersen sold it.", "Joseph Petersen sold it.", "Mayor Petersen sold it.", False),
        ("Ivanka Trump opened it.", "Trump opened it.", "", True),
        ("Donald Trump opened it.", "Trump opened it.", "", False),
        ("President Trump opened it.", "Donald Trump opened it.", "", False),
        ("Harbour Plans were sold.", "Pier Plans were sold.", "", False),
    ],
)
def test_a_namesake_is_somebody_else(sentence: str, claim: str, article: str, expected: bool) -> None:
    assert somebody_else(sentence, claim, "", article) is expected


def told(found: tuple[object, ...]) -> list[tuple[str, bool]]:
    return [(each.record.claim[:12], each.reported) for each in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("{}", False),
        ("False claim about the mayor goes round\n\n{}\n\nThe post was shared a hundred times.", True),
        ("{} That is untrue, the land register shows.", True),
        ("A post went round on Monday.\n\n{}\n\nThat is untrue, the land register shows.", True),
        ("A hoax post goes round again:\n\n{}", True),
        ("Fact Desk looked into it.\n\n{}", True),
        ("It is untrue that the pier is closed, the clerk said.\n\n{}", False),
        ("{}\n\nThe pier is open.\n\nThat the bridge is shut is untrue.", False),
    ],
)
def test_an_article_that_reports_the_check(
    index: Callable[..., Path], article: Callable[..., Document], text: str, reported: bool
) -> None:
    path = index(record(LIGHTHOUSE, publisher="Fact Desk"))
    document = article(
        text.format("Mayor Edda Lindqvist sold the lighthouse of Brell to a casino company for one krona."), path
    )
    assert told(resembling(document)) == [("Mayor Edda L", reported)]


def test_a_link_to_the_review_reports_it(index: Callable[..., Path], article: Callable[..., Document]) -> None:
    path = index(record(LIGHTHOUSE))
    text = f"[A review](http://www.facts.example/1/?utm_source=x) says more.\n\nPosters write:\n\n{LIGHTHOUSE}"
    assert told(resembling(article(text, path, "markdown"))) == [("Mayor Edda L", True)]


def test_of_several_claims_the_likest_is_told(index: Callable[..., Path], article: Callable[..., Document]) -> None:
    path = index(
        record(LIGHTHOUSE),
        record(LIGHTHOUSE.replace("one krona", "two horses"), 2, date="2024-01-01"),
        record(FERRIES, 3),
    )
    (found,) = resembling(article(LIGHTHOUSE, path))
    assert found.record.url == "https://facts.example/1"


def test_links_are_compared_by_page(index: Callable[..., Path], article: Callable[..., Document]) -> None:
    path = index(record(LIGHTHOUSE, appearances=("twitter.com/i/status/17", "tide.example/sold")))
    text = "A [post](https://x.com/a/status/17?s=1), a [page](https://tide.example/sold/amp) and [another](https://tide.example/b)."
    document = article(text, path, "markdown")
    links = document.view("links")
    found = linking(document)
    assert [links.text[each.span.start : each.span.end] for each in found] == [
        "https://x.com/a/status/17?s=1",
        "https://tide.example/sold/amp",
    ]
    assert not any(each.reported for each in found)
    assert linking(article(text.replace("A [post]", "A fake [post]"), path, "markdown"))[0].reported


def test_without_an_index_nothing_is_compared_and_a_missing_one_is_told(
    article: Callable[..., Document], tmp_path: Path
) -> None:
    assert resembling(article(LIGHTHOUSE, "")) == linking(article(LIGHTHOUSE, "")) == ()
    with pytest.raises(Unavailable, match="newslint claims add FEED"):
        resembling(article(LIGHTHOUSE, tmp_path / "none.sqlite"))


def test_an_index_that_grows_is_read_anew(index: Callable[..., Path], article: Callable[..., Document]) -> None:
    import os

    path = index(record(FERRIES))
    assert resembling(article(LIGHTHOUSE, path)) == ()
    index(record(LIGHTHOUSE, 2))
    os.utime(path, (1, 1))  # as a clock too coarse to tell the two apart would not
    assert told(resembling(article(LIGHTHOUSE, path))) == [("Mayor Edda L", False)]
