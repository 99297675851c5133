"""One rule or one kind on one text, and figures as newspapers round them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Check, Unit
from newslint.engine.linter import Linter
from newslint.finding import Finding
from newslint.rulebook.packs import builtin

TODAY = datetime.date(2024, 5, 15)


@cache
def linter(rule: str) -> Linter:
    return Linter([each for each in builtin() if each.id == rule])


@pytest.fixture(scope="session")
def lint() -> Callable[..., tuple[Finding, ...]]:
    """The findings of one built-in rule on a text, which has no error."""

    def findings(
        rule: str, text: str, form: str = "plain", *, date: datetime.date | None = None
    ) -> tuple[Finding, ...]:
        report = linter(rule).lint(document_of(Text(text, "article"), Settings(today=TODAY, date=date), form))
        assert not report.errors
        return report.findings

    return findings


@pytest.fixture(scope="session")
def matches(lint: Callable[..., tuple[Finding, ...]]) -> Callable[..., list[str]]:
    """What one built-in rule reports of a text, as it stands in the file."""

    def places(rule: str, text: str, **options: object) -> list[str]:
        return [text[found.span.start : found.span.end] for found in lint(rule, text, **options)]

    return places


@pytest.fixture(scope="session")
def found() -> Callable[..., list[tuple[str, tuple[str, ...]]]]:
    """What a check finds in a text, and what it suggests; `house` are words that the house accepts."""

    def pairs(check: Check, text: str, *house: str) -> list[tuple[str, tuple[str, ...]]]:
        document = document_of(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1), vocabulary=frozenset(house)))
        prose = document.prose.text
        return [
            (prose[match.span.start : match.span.end], match.suggestions)
            for match in check.find(Unit(document, "prose", 0, len(prose)))
        ]

    return pairs


@pytest.fixture(scope="session")
def rounded() -> Callable[..., str]:
    """A value with so many decimals, rounded as the decimal module calls it."""

    def figure(value: float, decimals: int, how: str) -> str:
        return f"{Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), how):f}"

    return figure
