"""The kinds behind the packs `sourcing` and `newslint`, beyond what the examples of their rules show."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Finding
from newslint.rulebook.packs import builtin

LINTERS = {rule.id: Linter([rule]) for rule in builtin() if rule.pack in ("sourcing", "newslint")}
PAGE = """<html lang="en"><head><title>Bridge</title><script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge", "author": {{"name": "Ann Lee"}},
"datePublished": "{published}", "dateModified": "{modified}"}}</script></head>
<body><article><h1>Bridge</h1><p>The bridge has been closed since Monday.</p></article></body></html>"""


def found(rule: str, text: str, form: str = "plain") -> tuple[Finding, ...]:
    report = LINTERS[rule].lint(document_of(Text(text, "article"), Settings(today=datetime.date(2024, 5, 15)), form))
    assert not report.errors
    return report.findings


@pytest.mark.parametrize(
    ("published", "modified", "wrong"),
    [
        ("2024-05-02", "2024-05-01", True),
        ("2024-05-01", "2024-05-01", False),
        ("2024-05-02T00:20:00+02:00", "2024-05-01T23:50:00Z", False),
        ("2024-05-02T00:20:00Z", "2024-05-01T23:50:00Z", True),
        ("2024-05-02T00:20:00", "2024-05-02T00:10:00", False),
        ("soon", "later", False),
    ],
)
def test_dates_are_compared_as_moments(published: str, modified: str, wrong: bool) -> None:
    page = PAGE.format(published=published, modified=modified)
    findings = found("sourcing.date-order", page, "html")
    assert bool(findings) is wrong
    assert all(page[f.span.start : f.span.end] == modified for f in findings)


def test_a_page_with_author_and_date_lacks_nothing() -> None:
    assert not found("sourcing.metadata", PAGE.format(published="2024-05-02", modified="2024-05-02"), "html")


def test_the_anonymous_article_is_told_once_at_its_headline() -> None:
    text = "Bridge to close\n\nThe bridge will close, a person familiar with the plan said.\n\nIt is old, a second person said."
    [finding] = found("sourcing.anonymous-only", text)
    assert (finding.span.start, finding.span.end) == (0, len("Bridge to close"))


def test_one_name_is_enough() -> None:
    text = "Bridge to close\n\nThe bridge will close, a person familiar with the plan said.\n\nIt is old, Ann Lee said."
    assert not found("sourcing.anonymous-only", text)


def test_a_short_foreign_line_is_not_worth_a_notice() -> None:
    assert not found("newslint.other-language", "Brücke zu")
