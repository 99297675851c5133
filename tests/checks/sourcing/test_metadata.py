"""What a page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


PAGE = """<html lang="en"><head><title>Bridge</title><script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge", "author": {{"name": "Ann Lee"}},
"datePublished": "{published}", "dateModified": "{modified}"}}</script></head>
<body><article><h1>Bridge</h1><p>The bridge has been closed since Monday.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("published", "modified", "wrong"),
    [
        ("2024-05-02", "2024-05-01", True),
        ("2024-05-01", "2024-05-01", False),
        ("2024-05-02T00:20:00+02:00", "2024-05-01T23:50:00Z", False),
        ("2024-05-02T00:20:00Z", "2024-05-01T23:50:00Z", False),
        ("2024-05-02T00:20:00Z", "2024-03-01T23:50:00Z", True),
        ("2024-05-02T00:20:00", "2024-05-02T00:10:00", False),
        ("soon", "later", False),
    ],
)
def test_dates_with_times_may_be_those_of_a_draft_that_waited(
    lint: Callable[..., tuple[Finding, ...]], published: str, modified: str, wrong: bool
) -> None:
    page = PAGE.format(published=published, modified=modified)
    findings = lint("sourcing.date-order", page, "html")
    assert bool(findings) is wrong
    assert all(page[f.span.start : f.span.end] == modified for f in findings)


def test_a_page_with_author_and_date_lacks_nothing(lint: Callable[..., tuple[Finding, ...]]) -> None:
    assert not lint("sourcing.metadata", PAGE.format(published="2024-05-02", modified="2024-05-02"), "html")


BODY = "The council met in the hall and voted for the trams, which will run along the harbour from May on. " * 5


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (f"---\ntitle: T\nauthor: A\n---\n\n{BODY}", ["date of publication"]),
        (f"---\ntitle: T\ndate: 2024-05-01\n---\n\n{BODY}", ["byline"]),
        (f"---\ntitle: T\nlayout: page\n---\n\n{BODY}", []),
        ("---\ntitle: T\nauthor: A\n---\n\nShort.", []),
        (f"---\ntitle: T\nauthor: A\ncreated_at: 2024-05-01\n---\n\n{BODY}", []),
        (f"---\ntitle: T\nauthor: A\n---\n\nMay 3, 2024\n\n{BODY}", []),
        (f"---\ntitle: T\ndate: 2024-05-01\nguest_author: A\n---\n\n{BODY}", []),
        (f"---\ntitle: T\ndate: 2024-05-01\n---\n\n{BODY}\n\n— Ann Lee\n", []),
        (f"---\ntitle: T\nauthor: A\npermalink: /2024/05/01/trams/\n---\n\n{BODY}", []),
    ],
)
def test_only_what_is_said_nowhere_is_missing(
    lint: Callable[..., tuple[Finding, ...]], content: str, missing: list[str]
) -> None:
    found = lint("sourcing.metadata", content, "markdown")
    assert [f.message.removeprefix("The metadata has no ").rstrip(".") for f in found] == missing
