"""Kinds own their specialities: nobody else knows one by name, and a rule has words for all that its kinds tell apart."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint.article.layout import PROBLEMS
from newslint.article.text import FAULTS
from newslint.checks import KINDS, kind
from newslint.checks.check import Check
from newslint.checks.integrity.encoding import Encoding
from newslint.checks.newslint.notice import Notice
from newslint.errors import RuleError
from newslint.rulebook.packs import builtin, load_pack
from newslint.rulebook.rule import PLACEHOLDER, Rule

PACKAGE = Path(newslint.__file__).parent
OTHERS = sorted(path for path in PACKAGE.rglob("*.py") if "checks" not in path.relative_to(PACKAGE).parts)
# Words that name a kind and, elsewhere, something else: a view, a class of HTML, a group of a regex, a grain of time, an annotation of GitHub's.
HOMONYMS = {
    "metadata": {"article/readers/front_matter_names.py", "engine/linter.py", "rulebook/rule.py"},
    "hidden": {
        "article/readers/html_frame.py",
        "article/readers/html_names.py",
        "article/readers/xml_markup.py",
        "page/desk.py",
    },
    "weekday": {
        "knowledge/dates.py",
        "knowledge/facts/chronicle/dated.py",
        "knowledge/facts/coincidences.py",
        "knowledge/facts/times.py",
        "sources/whens.py",
    },
    "anniversary": {"knowledge/facts/anniversaries.py"},
    "conversion": {"archive/inputs/warc.py"},
    "limit": {"knowledge/facts/who/seats.py"},
    "figures": {"screens/serve/app.py"},
    "notice": {"reporters/forge.py", "reporters/github.py"},
}
WORD = """\
rules:
  - id: house.word
    kind: {kind}
    severity: info
    why: because
    {words}
    examples: {{bad: ["They [[utilise]] it."], good: [They use it.]}}
"""


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nobody_else_knows_a_kind_by_name(path: Path) -> None:
    named = {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    here = path.relative_to(PACKAGE).as_posix()
    assert {name for name in named & KINDS.keys() if here not in HOMONYMS.get(name, set())} == set()


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_options_of_its_own(name: str) -> None:
    assert kind(name).__bases__ == (Check,), "hold a matcher instead: options are not inherited"
    assert kind(name).opens == ("opened" in vars(kind(name)))


@pytest.mark.parametrize("rule", builtin(), ids=lambda rule: rule.id)
def test_a_built_in_rule_describes_what_it_compares_with(rule: Rule) -> None:
    roles = {role for part in rule.parts for role in part.check.roles}
    assert roles <= rule.related.keys() or "" in rule.related


def test_what_a_reader_finds_broken_has_a_message() -> None:
    assert FAULTS.keys() <= Encoding.cases.keys()
    assert set(PROBLEMS) <= Notice.cases.keys()


def loaded(folder: Path, name: str, words: str) -> Rule:
    path = folder / "house.yaml"
    path.write_text(WORD.format(kind=name, words=words), "utf-8")
    (rule,) = load_pack(path)
    return rule


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("messages: {odd: Odd.}", "7:15: error: no message for the case 'swap', and no 'message' for all others"),
        ("messages: {od: Odd.}\n    message: All.", "unknown case 'od'; available: odd, swap; did you mean 'odd'?"),
        ("messages: {odd: '{matc}.', swap: A.}", "unknown placeholder {matc}; available: {match}, {suggestion}"),
        ("messages: {odd: Odd, swap: A.}", "the message must end in '.' or '?'"),
        ("{}", "missing key 'message'"),
        ("message: All.\n    related: {odder: x}", "unknown place 'odder'; available: odd, swap; did you mean 'odd'?"),
        (
            "message: All.\n    related: '{ther}'",
            "unknown placeholder {ther}; available: {match}, {suggestion}, {there}",
        ),
    ],
)
def test_wording_that_does_not_fit_is_refused(tmp_path: Path, words: str, expected: str) -> None:
    with pytest.raises(RuleError) as caught:
        loaded(tmp_path, "odd-word", words.replace("{}", "scope: body"))
    assert expected.replace("7:15", "6:15") in str(caught.value)


def test_a_kind_that_tells_nothing_apart_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="the checks of this rule tell no cases apart"):
        loaded(tmp_path, "phrase", "phrases: [utilise]\n    messages: {odd: A.}")


def test_one_message_stands_for_all_cases(tmp_path: Path) -> None:
    rule = loaded(tmp_path, "ages", "message: '{name} is {stated}.'")
    assert rule.wordings == ("{name} is {stated}.",)
    with pytest.raises(RuleError, match="unknown placeholder {year}"):
        loaded(tmp_path, "ages", "message: '{name} is {stated}, born in {year}.'")


def test_a_newsroom_rewords_every_case_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(
        "rules:\n  - {id: house.age, extends: consistency.age-conflict, message: 'Check the age.'}\n", "utf-8"
    )
    (rule,) = load_pack(path)
    assert (rule.message, rule.messages) == ("Check the age.", {})


def test_places_are_described_in_the_rules_words(
    newslint: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.yaml").write_text(
        "rules:\n  - {id: house.age, extends: consistency.age-conflict, related: 'first {stated} at {there}'}\n",
        "utf-8",
    )
    (tmp_path / ".newslint.yaml").write_text("extend-packs: [house.yaml]\nselect: [house]\n", "utf-8")
    (tmp_path / "a.txt").write_text("Ann Quill, 61, spoke.\n\nAnn Quill, 58, of Hull, was heard.\n", "utf-8")
    assert "first 58 at 61" in newslint("a.txt").out


def test_built_in_messages_fill_every_placeholder() -> None:
    for rule in builtin():
        assert rule.wordings, rule.id
        assert all(name != "there" for text in rule.wordings for name in PLACEHOLDER.findall(text)), rule.id


def test_a_run_without_grammar_loads_nothing_of_languagetool(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met on Monday.\n", "utf-8")
    script = (
        "import sys\nfrom newslint.cli import main\nmain(['--no-config', 'a.txt'])\n"
        "print(*[name for name in sys.modules if name.startswith('newslint.languagetool')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, text=True, capture_output=True, cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == ""
