"""The engine: same input, same findings; a check that fails costs no other finding."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Unit
from newslint.checks.general.pattern import Pattern
from newslint.engine.linter import Linter
from newslint.finding import Finding
from newslint.rulebook.packs import load_pack
from newslint.rulebook.rule import Rule

SETTINGS = Settings(today=datetime.date(2024, 5, 15))
RULE = """\
rules:
  - id: house.word
    kind: swap
    severity: warning
    message: "'{match}': '{suggestion}'."
    why: because
    swap: {utilise: use, don't: do not}
EXTRA
"""


def rules(folder: Path, extra: str = "") -> list[Rule]:
    path = folder / "house.yaml"
    path.write_text(RULE.replace("EXTRA", extra), "utf-8")
    return list(load_pack(path))


def lint(found: list[Rule], text: str, form: str = "plain") -> tuple[Finding, ...]:
    return Linter(found).lint(document_of(Text(text, "a.txt"), SETTINGS, form)).findings


def test_spans_are_the_files_and_suggestions_keep_case_and_apostrophe(tmp_path: Path) -> None:
    text = "😀 They UTILISE it.\r\n\r\nDon’t."
    first, second = lint(rules(tmp_path), text)
    assert text[first.span.start : first.span.end] == "UTILISE"
    assert first.suggestions == ("USE",)
    assert text[second.span.start : second.span.end] == "Don’t"
    assert second.suggestions == ("Do not",)


def test_a_phrase_may_be_wrapped_over_lines_but_not_over_paragraphs(tmp_path: Path) -> None:
    found = rules(tmp_path, "    except: [we do]")
    found = [*rules(tmp_path)]
    path = tmp_path / "house.yaml"
    path.write_text(RULE.replace("EXTRA", "").replace("utilise: use", "crisis  talks: talks"), "utf-8")
    found = list(load_pack(path))
    wrapped = "The two ministers of the neighbouring states held crisis\ntalks in the town hall on the first of the month of May.\n\nNo crisis\n\ntalks."
    assert [f.match for f in lint(found, wrapped)] == ["crisis\ntalks"]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("    except: [to utilise]", ["utilise"]),
        ("    unless: {sentence: [tools]}", ["utilise"]),
        ("    unless: {paragraph: [tools]}", []),
        ("    when: {document: [tools]}", ["utilise", "utilise"]),
        ("    unless: {narration: ['/tool|want|we/']}", []),
        ("    when: {sentence: ['/tool[s]/']}", ["utilise"]),
        ("    quote: inside", []),
        ("    scope: headline", []),
        ("    languages: [de]", []),
    ],
)
def test_exceptions_conditions_and_scopes(tmp_path: Path, extra: str, expected: list[str]) -> None:
    text = "They want to utilise tools. We utilise it."
    assert [f.match for f in lint(rules(tmp_path, extra), text)] == expected


def test_narration_is_what_no_speaker_says(tmp_path: Path) -> None:
    found = rules(tmp_path, "    unless: {narration: [tools]}")
    said = "“Tools, tools, tools,” she said. They utilise tools."
    assert [f.match for f in lint(found, said)] == ["utilise"]
    assert not lint(found, f"{said} They need tools, and tools are dear.")


def test_a_rule_yields_to_another_at_the_same_place(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    other = RULE.partition("\n")[2].replace("house.word", "house.other").replace("EXTRA", "    yields-to: [house.word]")
    path.write_text(RULE.replace("EXTRA\n", "") + other, "utf-8")
    found = lint(list(load_pack(path)), "We utilise it.")
    assert [(f.rule, f.silenced) for f in found] == [("house.other", "house.word"), ("house.word", "")]


def test_fingerprints_survive_edits_elsewhere_and_tell_occurrences_apart(tmp_path: Path) -> None:
    found = rules(tmp_path)
    before = lint(found, "We utilise it. We utilise it.")
    after = lint(found, "A new first paragraph.\n\nWe utilise it. We utilise it.")
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]
    assert len({f.fingerprint for f in before}) == 2


def test_a_check_that_hangs_is_one_error_and_the_rest_is_reported(tmp_path: Path) -> None:
    extra = """\
  - id: house.slow
    kind: pattern
    severity: info
    message: "'{match}'."
    why: it hangs
    pattern: '(?:a|aa)+$'
    examples: {bad: [x], good: [y]}
"""
    report = Linter(rules(tmp_path, extra)).lint(document_of(Text("utilise " + "a" * 60 + "d", "a.txt"), SETTINGS))
    assert [f.rule for f in report.findings] == ["house.word"]
    (error,) = report.errors
    assert "house.slow" in str(error)
    assert "house.yaml" in str(error)
    assert "longer than 1 s" in str(error)


def test_the_prefilter_changes_nothing(tmp_path: Path) -> None:
    text = "They UTILISE it, don't they? “Utilise it,” he said.\n\nUtilised? Don’t utilise."
    found = rules(tmp_path)
    document = document_of(Text(text), SETTINGS)
    assert Linter(found).lint(document) == Linter(found, prefilter=False).lint(document)


def test_a_slow_reader_of_matches_is_no_slow_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.checks.general.pattern.TIMEOUT_S", 0.2)
    check = Pattern(pattern=r"\bword\b")
    document = document_of(Text("word " * 3, "a.txt"), SETTINGS)
    found = check.find(Unit(document, "prose", 0, len(document.prose.text)))
    assert sum(time.sleep(0.2) is None for _ in found) == 3


def test_conditions_are_those_of_each_match_s_own_surroundings(tmp_path: Path) -> None:
    found = rules(tmp_path, "    unless: {sentence: [beta], paragraph: [gamma]}")
    text = (
        "We utilise it. We utilise beta. We utilise it.\n\nWe utilise it, and gamma. We utilise it.\n\nWe utilise it.\n"
    )
    assert [f.span.start for f in lint(found, text)] == [3, 35, 93]


def test_a_filter_that_takes_forever_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.rulebook.filters.TIMEOUT_S", 0.05)
    found = rules(tmp_path, "    unless: {document: ['/(?:a|aa)+b/']}")
    report = Linter(found).lint(document_of(Text(f"We utilise it. {'a' * 60}", "a.txt"), SETTINGS))
    assert [error.message.partition(" (")[0] for error in report.errors] == [
        "one of its filters ran longer than 0.05 s; simplify its regular expressions"
    ]
