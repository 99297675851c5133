"""Lines of a page's frame: each once a file, and none of an article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding

FRONT = "---\ntitle: Ferry\ndate: 2024-05-02\n---\n\n"
PROSE = "The ferry ran aground on a rock off Skerrow on Monday night with 46 people on board."


def test_each_line_is_reported_once_a_file(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = f"{PROSE}\n\nAdvertisement\n\n{PROSE}\n\nAdvertisement\n\n{PROSE}\n\nADVERTISEMENT\n\n{PROSE}"
    [finding] = lint("integrity.boilerplate", text)
    assert "3 times" in finding.message
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Media playback is unsupported on your device",
        "You can also contact us in the following ways:",
        "Please upgrade your browser",
        "(Graphic: tmsnrt.rs/2AbCdEf)",
        "Click to see graphic here",
        "12 comments",
        "7 min read",
        "[email protected]",
        "© 2024 Harbour News Network. All Rights Reserved.",
        "By entering your email and clicking the Subscribe button, you agree to the terms of use.",
        "You've successfully subscribed to this newsletter!",
        "Related article‘The rock was on no chart’",
        "Share on Twitter Email Print",
        "Follow Ann Lee on Twitter @annlee",
        "Listen to this article",
        "Story continues below",
        "Watch: How the ferry was raised from the rock",
        "We use cookies to show you the ferry's timetable.",
        "You have used 3 of your 5 free articles this month.",
        "The post Ferry aground appeared first on The Courier.",
    ],
)
def test_lines_of_many_sites_are_found(line: str, lint: Callable[..., tuple[Finding, ...]]) -> None:
    assert len(lint("integrity.boilerplate", f"{PROSE}\n\n{line}\n\n{PROSE}")) == 1


@pytest.mark.parametrize(
    "body",
    [
        "## Read more\n\n- [Our guide](https://guide.example/)\n",
        "See also:\n\n- [Archive](https://archive.example/)\n",
        "### watch: mark as stable\n\nThe watch mode is stable.\n",
        "[Subscribe to our newsletter](/news) for updates.\n",
        "By signing up you agree to the harbour's [privacy policy](https://brell.example/privacy).\n",
        "Questions? Email us at ferry@brell.example.\n",
        "### Trams\n\nTrams stop for a week.\n\nRead more\n\n### Pier\n\nThe pier is shut.\n\nRead more\n\n### Fares\n\nFares rise.\n\nRead more\n",
    ],
)
def test_what_is_the_articles_own_is_left_alone(body: str, lint: Callable[..., tuple[Finding, ...]]) -> None:
    assert not lint("integrity.boilerplate", f"{FRONT}{PROSE}\n\n{body}", form="markdown")


def test_the_frame_of_a_page_is_no_furniture_of_its_article(lint: Callable[..., tuple[Finding, ...]]) -> None:
    page = f"<html><body><h1>Ferry</h1><p>{PROSE}</p><p>Advertisement</p><p>{PROSE}</p><div>Sign up</div><div>More stories</div></body></html>"
    assert [finding.match for finding in lint("integrity.boilerplate", page, form="html")] == ["Advertisement"]


def test_of_lines_in_one_block_only_those_of_the_frame_are_reported(lint: Callable[..., tuple[Finding, ...]]) -> None:
    block = "4 May 2020 Posted in [Harbour news](/news)\n<br>  \n**Ann Roe, Harbour Board**"
    found = lint("integrity.boilerplate", f"{FRONT}{block}\n\n{PROSE}", form="markdown")
    assert [finding.match for finding in found] == ["4 May 2020 Posted in Harbour news"]


def test_a_gallery_above_the_article_is_no_prose_of_it(lint: Callable[..., tuple[Finding, ...]]) -> None:
    gallery = (
        f'<div class="cutline">{PROSE}</div><div class="credit">ANN ROE/THE COURIER</div><div>Related article »</div>'
    )
    page = f"<html><body>{gallery}<p>{PROSE}</p></body></html>"
    assert not lint("integrity.boilerplate", page, form="html")


def test_the_day_of_the_last_change_is_furniture_where_the_front_matter_has_a_date(
    lint: Callable[..., tuple[Finding, ...]],
) -> None:
    text = f"---\ntitle: Ferry\ndate: 2020-05-01\n---\n\n{PROSE}\n\nLast updated on 4 May 2020\n"
    assert [finding.match for finding in lint("integrity.boilerplate", text, form="markdown")] == [
        "Last updated on 4 May 2020"
    ]
