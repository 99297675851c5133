"""Notices about the run."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from newslint.article.document import Settings
from newslint.article.language import DECLARED
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding

FRENCH = (
    "Le conseil municipal a décidé lundi de fermer le vieux pont, qui n'est plus sûr depuis les inondations de mars."
)
ENGLISH = "The council decided on Monday to close the old bridge, which has not been safe since the flood, until there is money."


def test_a_short_foreign_line_is_not_worth_a_notice(lint: Callable[..., tuple[Finding, ...]]) -> None:
    assert not lint("newslint.other-language", "Brücke zu")


@pytest.mark.parametrize(
    ("content", "path", "house", "silenced"),
    [
        (FRENCH, "desk/pont.md", "en", ""),
        (FRENCH, "content/fr/pont.md", "en", DECLARED),
        (FRENCH, "desk/pont.fr.md", "en", DECLARED),
        (FRENCH, "desk/pont.md", "fr-CA", DECLARED),
        (f"---\nlang: fr\n---\n\n{FRENCH}", "desk/pont.md", "en", DECLARED),
        (FRENCH, "content/de/pont.md", "en", ""),
        (f"---\nlang: fr\n---\n\n{ENGLISH}", "content/fr/bridge.md", "en", ""),
    ],
)
def test_a_notice_of_what_is_declared_is_silenced(content: str, path: str, house: str, silenced: str) -> None:
    rules = [rule for rule in builtin() if rule.id == "newslint.other-language"]
    document = document_of(Text(content, path), Settings(today=datetime.date(2026, 5, 4), language=house), "markdown")
    assert [finding.silenced for finding in Linter(rules).lint(document).findings] == [silenced]
