"""The kinds behind the pack `integrity`, beyond what the examples of their rules show."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.document import Document, Settings
from newslint.article.text import Text
from newslint.checks.integrity.indefinite_article import sound_of
from newslint.engine.linter import Linter
from newslint.finding import Finding
from newslint.rulebook.packs import builtin

RULES = {rule.id: rule for rule in builtin() if rule.pack == "integrity"}
LINTERS = {name: Linter([rule]) for name, rule in RULES.items()}
LEDE = "The river has left its bed again.\n\n"
LOOKALIKES = dict(zip("aeopcxy", "аеорсху", strict=True))


def found(rule: str, text: str, form: str = "plain") -> tuple[Finding, ...]:
    article = Document(Text(text, "article"), Settings(today=datetime.date(2024, 5, 15)), form)
    report = LINTERS[f"integrity.{rule}"].lint(article)
    assert not report.errors
    return report.findings


def at(rule: str, text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found(rule, text)]


def repaired(text: str) -> str:
    """The text with every suggestion of `integrity.encoding` applied."""
    for finding in reversed(found("encoding", text)):
        text = text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :]
    return text


@given(st.text())
def test_no_text_makes_a_kind_fail(text: str) -> None:
    for name in RULES:
        found(name.removeprefix("integrity."), text)


@given(st.text(alphabet="ab \n\"“”‘’'″«».,?!5’", max_size=80))
def test_every_lone_mark_is_a_mark(text: str) -> None:
    for rule in ("quote-unopened", "quote-unclosed"):
        assert all(mark in "\"“”„‟″«»‘’'" for mark in at(rule, text))


@given(st.sampled_from(["bridge", "harbour", "captain", "the", "of"]), st.sampled_from([" ", "  ", "\t"]))
def test_a_word_twice_is_found_whatever_the_blank(word: str, blank: str) -> None:
    text = f"{LEDE}Nobody saw {word}{blank}{word} on Monday."
    assert at("doubled-word", text) == [f"{word}{blank}{word}"]


@pytest.mark.parametrize("word", ["pressure", "reservoir", "councilor", "shoe"])
def test_each_lookalike_is_found_and_mended(word: str) -> None:
    for letter, other in LOOKALIKES.items():
        if letter in word:
            [finding] = found("mixed-script", f"The {word.replace(letter, other, 1)} rose.")
            assert finding.suggestions == (word,)


@pytest.mark.parametrize("code", [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x202E, 0xE0041])
def test_a_hidden_character_in_a_word_is_deleted_by_its_suggestion(code: int) -> None:
    text = f"The cap{chr(code)}tain left."
    [finding] = found("hidden-characters", text)
    assert text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :] == "The captain left."


@pytest.mark.parametrize("word", ["didn’t", "café", "El Niño’s", "“quoted”", "£5"])
def test_mojibake_is_undone(word: str) -> None:
    damaged = word.encode().decode("cp1252", "replace")
    if "\ufffd" not in damaged:
        assert repaired(f"They saw {damaged} there.") == f"They saw {word} there."
    assert not found("encoding", f"They saw {word} there.")


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        *[
            (word, "vowel")
            for word in ("apple", "hour", "MP", "FBI", "18", "8", "80,000", "£8", "SOS", "uninvited", "heir", "F-16")
        ],
        *[
            (word, "consonant")
            for word in ("boat", "UN", "one-off", "European", "user", "10", "U.S", "utility", "ukulele", "7")
        ],
        *[(word, "") for word in ("historic", "herb", "NASA", "union", "1800", "HIV", "and")],
    ],
)
def test_sounds(word: str, sound: str) -> None:
    assert sound_of(word, "-" if word == "F-16" else "") == sound


def test_a_truncated_paragraph_points_at_its_last_word() -> None:
    text = f"{LEDE}The council met on Monday and closed the bridge to the north of the\n\nNobody was hurt in the flood, which reached the square at noon."
    [finding] = found("truncated", text)
    assert text[finding.span.start : finding.span.end] == "the"


def test_a_repeated_sentence_names_the_first_one() -> None:
    sentence = "The harbour was closed to all ships for the rest of the month by order of the mayor."
    text = f"{LEDE}{sentence} Nobody minded.\n\n{sentence}"
    [finding] = found("duplicate", text)
    assert finding.span.start == text.rindex(sentence)
    assert finding.related[0].span.start == text.index(sentence)


def test_a_thousand_equal_sentences_take_no_square_of_time() -> None:
    sentence = "The harbour was closed to all ships for the rest of the month by order of the mayor. "
    assert len(found("duplicate", LEDE + sentence * 1000)) <= 1000


def test_an_entity_is_a_fault_in_text_but_not_in_markup() -> None:
    assert at("encoding", "Fish &amp; chips.") == ["&amp;"]
    assert not found("encoding", "<p>Fish &amp; chips are sold here.</p>", "html")


def test_a_developing_story_may_be_new() -> None:
    text = f"{LEDE}This is a developing story."
    rule = LINTERS["integrity.developing"]
    fresh = Settings(today=datetime.date(2024, 5, 15), date=datetime.date(2024, 5, 14))
    old = Settings(today=datetime.date(2024, 5, 15), date=datetime.date(2024, 5, 1))
    assert not rule.lint(Document(Text(text), fresh)).findings
    assert "14 days old" in rule.lint(Document(Text(text), old)).findings[0].message
