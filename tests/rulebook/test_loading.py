"""A rule file that is not as it should be gets one line with its place, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.errors import RuleError
from newslint.rulebook.packs import builtin, find, load_pack, unique
from newslint.rulebook.rule import Rule

GOOD = """\
rules:
  - id: house.word
    kind: phrase
    severity: info
    message: "'{match}'."
    why: because
    phrases: [utilise]
    examples: {bad: ["They [[utilise]] it."], good: [They use it.]}
"""


def loaded(folder: Path, text: str) -> list[Rule]:
    path = folder / "house.yaml"
    path.write_text(text, "utf-8")
    return list(load_pack(path))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("severity: info", "severty: info"), "4:5: error: unknown key 'severty'; did you mean 'severity'?"),
        (("severity: info", "severity: grave"), "4:15: error: unknown value 'grave'"),
        (("severity: info", "severity: inf"), "4:15: error: unknown value 'inf'; did you mean 'info'?"),
        (("kind: phrase", "case: exat\n    kind: phrase"), "3:11: error: unknown value 'exat'; did you mean 'exact'?"),
        (("kind: phrase", "kind: phrases"), "3:11: error: unknown kind 'phrases'; did you mean 'phrase'?"),
        (("id: house.word", "id: home.word"), "2:9: error: the id 'home.word' must be 'house.' followed by a name"),
        (("message: \"'{match}'.\"", "message: no stop"), "5:14: error: the message must end in '.' or '?'"),
        (
            ("'{match}'.", "'{mach}'."),
            "5:14: error: unknown placeholder {mach}; available: {match}, {suggestion}; did you mean 'match'?",
        ),
        (("    why: because\n", ""), "2:5: error: missing key 'why'"),
        (("why: because", "why: because\n    scope: heads"), "7:12: error: unknown scope 'heads'"),
        (("why: because", "why: because\n    leaves: speach"), "7:13: error: "),
        (("phrases: [utilise]", "phrases: utilise"), "7:14: error: expected a list"),
        (
            ("phrases: [utilise]", "phrases: ['{nolist}']"),
            "unknown list 'nolist'; put nolist.txt into a folder 'lists' beside the rules",
        ),
        (("why: because", "why: because\n    why: again"), "7:5: error: key 'why' occurs twice"),
        (
            ("why: because", "why: !!python/object/apply:os.system [echo]"),
            "6:10: error: a tag that would run code is not allowed",
        ),
        (("why: because", "why: !secret x"), "6:10: error: tag '!secret' is not allowed"),
        (("    why: because", "\twhy: because"), "6:1: error: not valid YAML"),
        (("why: because", "why: because\n    except: ['/(/']"), "7:13: error: invalid regular expression in a filter"),
        (("rules:", "rulez:"), "1:1: error: expected the key 'rules' with a list of rules"),
        (("rules:", "more: 1\nrules:"), "1:1: error: unknown key 'more'"),
    ],
)
def test_each_fault_names_its_place(tmp_path: Path, change: tuple[str, str], expected: str) -> None:
    with pytest.raises(RuleError) as caught:
        loaded(tmp_path, GOOD.replace(*change))
    message = str(caught.value)
    assert expected in message
    assert "house.yaml" in message
    assert "\n" not in message


def test_an_alias_loop_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="an alias loop"):
        loaded(tmp_path, "rules: &a\n  - *a\n")


def test_aliases_of_aliases_of_aliases_are_refused(tmp_path: Path) -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    with pytest.raises(RuleError, match="its aliases expand to more than the file itself holds"):
        loaded(tmp_path, f"a0: &a0 [{', '.join('x' * 10)}]\n{levels}")


def test_a_pattern_with_capitals_would_never_match(tmp_path: Path) -> None:
    text = GOOD.replace("kind: phrase", "kind: pattern").replace("phrases: [utilise]", "pattern: Utilise")
    with pytest.raises(RuleError, match="lower-case text"):
        loaded(tmp_path, text)


def test_a_bad_regex_names_its_position(tmp_path: Path) -> None:
    text = GOOD.replace("kind: phrase", "kind: pattern").replace("phrases: [utilise]", "pattern: '(utilise'")
    with pytest.raises(RuleError, match="house.yaml:7:.*bad regular expression: missing \\)"):
        loaded(tmp_path, text)


def test_two_rules_of_one_id_are_refused(tmp_path: Path) -> None:
    rules = loaded(tmp_path, GOOD + GOOD.partition("\n")[2])
    with pytest.raises(RuleError, match="already used at .*house.yaml:2"):
        unique(rules)


def test_a_rule_may_extend_a_built_in_one(tmp_path: Path) -> None:
    text = """\
rules:
  - id: house.idiom
    extends: machine.spun-military
    severity: info
    add: {swap: {naval committee: military committee}}
    remove: {swap: [naval coup]}
"""
    (rule,) = loaded(tmp_path, text)
    swap = rule.parts[0].options["swap"]
    assert rule.severity.label == "info"
    assert "naval committee" in swap
    assert "naval coup" not in swap
    assert "naval junta" in swap


def test_a_rule_may_extend_one_of_a_file_or_pack_beside(tmp_path: Path) -> None:
    for folder, text in (
        ("house", "rules:\n  - {id: house.more, extends: house.word, add: {phrases: [leverage], scope: [headline]}}\n"),
        ("desk", "rules:\n  - {id: desk.most, extends: house.more, add: {except: [leverage ratio]}}\n"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "more.yaml").write_text(text, "utf-8")
    (tmp_path / "house" / "word.yaml").write_text(GOOD.replace("    why", "    scope: body\n    why"), "utf-8")
    (most,) = load_pack(tmp_path / "desk")
    assert most.parts[0].options["phrases"] == ["utilise", "leverage"]
    assert most.scope == ("body", "headline")
    assert most.exceptions == ("leverage ratio",)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("{id: house.a, extends: house.none}", "unknown rule 'house.none'; extend a built-in rule or one of this file"),
        ("{id: house.a, extends: house.a}", "'house.a' extends this rule in turn"),
        (
            "{id: house.a, extends: house.word, remove: {phrases: [utilize]}}",
            "'house.word' has no 'utilize' under 'phrases'",
        ),
        (
            "{id: house.a, extends: house.word, add: {phrases: {a: b}}}",
            "'phrases' is a list in one of the rules and a mapping in the other; write it as 'house.word' does",
        ),
    ],
)
def test_what_cannot_be_inherited_is_said(tmp_path: Path, more: str, expected: str) -> None:
    with pytest.raises(RuleError, match=f"house.yaml:9:.*{expected}"):
        loaded(tmp_path, f"{GOOD}  - {more}\n")


def test_lists_and_inflections_are_written_out(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "place.txt").write_text("# places\nhall\nsquare\n", "utf-8")
    (rule,) = loaded(tmp_path, GOOD.replace("[utilise]", "['~hold the {place}']"))
    assert set(rule.parts[0].options["phrases"]) == {
        f"{verb} the {place}" for verb in ("hold", "holds", "held", "holding") for place in ("hall", "square")
    }


def test_an_unknown_pack_suggests_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="did you mean 'machine'"):
        find("machin", tmp_path)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("", ()), ("speech", ("speech",)), ("[reprinted, block-quotes]", ("reprinted", "block-quotes")), ("[]", ())],
)
def test_whose_words_a_rule_leaves_alone(tmp_path: Path, written: str, expected: tuple[str, ...]) -> None:
    more = f"why: because\n    leaves: {written}" if written else "why: because"
    assert loaded(tmp_path, GOOD.replace("why: because", more))[0].leaves == expected


def test_packs_about_wording_leave_the_words_of_others_alone() -> None:
    rules = {rule.id: rule for rule in builtin()}
    assert rules["language.date-comma"].leaves == ("reprinted", "block-quotes")
    assert rules["integrity.encoding"].leaves == rules["integrity.boilerplate"].leaves == ()
