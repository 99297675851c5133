"""Kind `tokens`: what a pattern may say, what it needs, what it captures, and what it suggests."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from newslint import checks
from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Check, Unit
from newslint.checks.general.token_forms import written
from newslint.errors import CheckError, RuleError
from newslint.paths import builtin_rules
from newslint.reading import pipelines
from newslint.wordlists import Lists

TREE = [
    {"RIGHT_ID": "match", "RIGHT_ATTRS": {"LOWER": {"IN": ["said", "told"]}}},
    {"LEFT_ID": "match", "REL_OP": ">", "RIGHT_ID": "who", "RIGHT_ATTRS": {"DEP": "nsubj"}},
]


def built(**options: Any) -> Check:
    lists = Lists([builtin_rules() / "lists"])
    return checks.build("tokens", checks.kind("tokens").expand(options, lists))


def found(check: Check, text: str, view: str = "prose") -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    pipeline = pipelines.find()
    if check.reads and pipeline is None:
        pytest.skip(pipelines.missing(None))
    settings = Settings(datetime.date(2026, 1, 1), pipeline=pipeline.name if pipeline else "")
    document = document_of(Text(text, "a.txt"), settings, "plain")
    whole = document.view(view).text
    matches = check.find(Unit(document, view, 0, len(whole)))
    return [(whole[m.span.start : m.span.end], m.suggestions, m.values) for m in matches]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({}, "lists of patterns"),
        ({"tokens": [[]]}, "lists of patterns"),
        ({"tokens": [[{"COLOUR": "red"}]]}, "unknown token attribute COLOUR"),
        ({"tokens": [[{"LOWER": "a", "AS": "x"}]], "suggest": ["{y}"]}, "'y' is not the name of a token that every"),
        ({"tokens": [[{"LOWER": "a", "AS": "x"}], [{"LOWER": "b"}]], "suggest": ["{x}"]}, "every pattern has"),
        ({"tokens": [[{"LOWER": "a", "AS": "x", "OP": "{0,1}"}]], "suggest": ["{x}"]}, "every pattern has"),
        ({"tokens": [[{"LOWER": "a"}]], "without": {"y": ["conj"]}}, "'y' is not the name of a token"),
        ({"dependencies": [[{"RIGHT_ID": "a"}]]}, "RIGHT_ATTRS"),
        ({"dependencies": [[{**TREE[0], "REL_OP": ">"}]]}, "neither LEFT_ID nor REL_OP"),
        ({"dependencies": [[TREE[0], {**TREE[1], "LEFT_ID": "nobody"}]]}, "'who' needs a LEFT_ID"),
        ({"dependencies": [[TREE[0], {**TREE[1], "REL_OP": "?"}]]}, "'who' needs a LEFT_ID"),
        ({"dependencies": [[{**TREE[0], "WEIGHT": 1}]]}, "unknown key WEIGHT"),
        ({"tokens": [[{"LEMMA": {"REGEX": "a"}}]]}, "LEMMA and lists need a word"),
        ({"tokens": [[{"LOWER": "{no-such-list}"}]]}, "unknown list"),
    ],
)
def test_mistakes_are_found_when_the_rule_is_loaded(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Exception, match=complaint):  # msgspec wraps what __post_init__ raises
        built(**options)


def test_spacy_says_what_is_wrong_with_a_value() -> None:
    with pytest.raises(RuleError, match="spaCy refuses the pattern"):
        found(built(tokens=[[{"LENGTH": "3", "OP": "?!"}]]), "Any text.")


@pytest.mark.parametrize(
    ("options", "reads", "anchors"),
    [
        ({"tokens": [[{"LOWER": "very"}, {"LIKE_NUM": "true"}]]}, "", ("very",)),
        ({"tokens": [[{"LEMMA": "hold"}, {"LOWER": "talks"}]]}, "", ("talks",)),
        ({"tokens": [[{"LOWER": "very"}, {"TAG": "JJ"}]]}, "parses", ("very",)),
        ({"tokens": [[{"POS": "ADJ"}]]}, "parses", None),
        ({"tokens": [[{"LOWER": "{month}", "OP": "?"}, {"ENT_TYPE": "DATE"}]]}, "parses", None),
        ({"dependencies": [TREE]}, "parses", ("said", "told")),
    ],
)
def test_what_a_pattern_needs(options: dict[str, Any], reads: str, anchors: tuple[str, ...] | None) -> None:
    check = built(**options)
    assert (check.reads, check.anchors()) == (reads, anchors)


def test_words_without_a_model() -> None:
    check = built(
        tokens=[[{"LEMMA": "hold", "AS": "verb"}, {"LOWER": {"IN": ["{weekday}", "talks"]}, "AS": "what"}]],
        suggest=["{verb:VBG} {what}"],
    )
    assert found(check, "They held talks; we’ll hold Monday.") == [
        ("held talks", ("holding talks",), {"verb": "held", "what": "talks"}),
        ("hold Monday", ("holding Monday",), {"verb": "hold", "what": "Monday"}),
    ]


def test_curly_marks_are_plain_ones_and_the_text_is_the_articles() -> None:
    check = built(tokens=[[{"LOWER": "\U0001f40d", "OP": "?"}, {"LOWER": "do"}, {"LOWER": "n't", "AS": "not"}]])
    assert found(check, "\U0001f40d We don’t.") == [("don’t", (), {"not": "n’t"})]


def test_trees_with_captures_and_what_they_must_not_have() -> None:
    text = "The mayor said so. The mayor and the chair said so. He told us."
    assert [(match, values["who"]) for match, _, values in found(built(dependencies=[TREE]), text)] == [
        ("said", "mayor"),
        ("said", "mayor"),
        ("told", "He"),
    ]
    refused = built(dependencies=[TREE], without={"who": ["conj"]})
    assert [values["who"] for *_, values in found(refused, text)] == ["mayor", "He"]


def test_entities() -> None:
    check = built(tokens=[[{"LOWER": "in"}, {"ENT_TYPE": "GPE", "OP": "+", "AS": "match"}]])
    assert [match for match, *_ in found(check, "They met in New York, in haste.")] == ["New York"]


def test_several_names_for_a_token() -> None:
    check = built(
        tokens=[[{"LOWER": "told", "AS": ["match", "verb"]}, {"LOWER": "to"}, {"LOWER": "us"}]], suggest=["{verb} us"]
    )
    assert found(check, "He Told to us.") == [("Told", ("Told us",), {"match": "Told", "verb": "Told"})]


def test_grammar_is_read_in_prose_only() -> None:
    with pytest.raises(CheckError):
        found(built(dependencies=[TREE]), "The mayor said so.", "raw")


@pytest.mark.parametrize(
    ("template", "words", "said"),
    [
        ("{v:plural}", {"v": "Was"}, "were"),
        ("{v:singular}", {"v": "have"}, "has"),
        ("{v:plural}", {"v": "goes"}, "go"),
        ("{v:singular}", {"v": "go"}, "goes"),
        ("{v:VBD} {n:NNS}", {"v": "write", "n": "child"}, "wrote children"),
        ("{v} to {n}", {"v": "said", "n": "us"}, "said to us"),
        ("{v:XYZ}", {"v": "said"}, None),
    ],
)
def test_suggestions(template: str, words: dict[str, str], said: str | None) -> None:
    assert written(template, words) == said
