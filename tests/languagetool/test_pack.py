"""The pack beside the others: off unless asked for, and one finding where two rules see the same."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newslint.engine.linter import Linter
from newslint.paths import builtin_rules
from newslint.rulebook import packs

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.article.document import Document
    from newslint.languagetool.session import Session

_PACKS = ("consistency", "grammar", "integrity", "language")
_BUILTIN = {rule.id: rule for pack in _PACKS for rule in packs.load_pack(builtin_rules() / pack)}
_OURS = [rule for rule in _BUILTIN.values() if rule.pack == "grammar"]
SAME = {
    "integrity.doubled-word": "The clerk said that the the bridge would reopen in May.",
    "integrity.a-an": "It was a honest mistake, the clerk of the town said.",
    "integrity.determiner-clash": "The mayor called it a the bridge too far.",
    "consistency.weekday-date": "The court met on Sunday, July 17, 2020, in the old hall.",
    "integrity.space-before-punctuation": "The council met on Monday , and agreed.",
    "integrity.double-punctuation": "The council met on Monday,, and agreed.",
    "language.year-old": "A 22 year-old man was held.",
}


def test_every_rule_waits_to_be_asked() -> None:
    assert {rule.default for rule in _OURS} == {"off", "preview"}
    assert all(part.kind == "proofread" for rule in _OURS for part in rule.parts)


def test_every_rule_yields_to_one_that_there_is() -> None:
    assert {name for rule in _OURS for name in rule.yields_to} <= set(_BUILTIN)


@pytest.mark.parametrize(("other", "text"), SAME.items(), ids=SAME)
def test_one_finding_is_shown_where_two_rules_see_the_same(
    other: str, text: str, languagetool: Session, article: Callable[..., Document]
) -> None:
    asked = [rule for rule in _OURS if rule.default == "off" or rule.id == "grammar.weekday"]
    alone = Linter(asked).lint(article(text)).findings
    both = Linter([*asked, _BUILTIN[other]]).lint(article(text)).findings
    assert len(alone) == 1
    assert [finding.rule for finding in both if not finding.silenced] == [other]
    assert [finding.silenced for finding in both if finding.rule == alone[0].rule] == [other]


def test_a_run_without_the_pack_loads_nothing_of_it() -> None:
    code = (
        "import io, sys; from newslint import cli; sys.stdin = io.StringIO('The the council met.'); cli.main(['--quick', '-']);"
        "heavy = ('newslint.languagetool', 'language_tool_python', 'psutil', 'requests', 'sqlite3');"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
