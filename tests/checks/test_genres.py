"""Services, transcripts, names of products, code, lettered items: what is right there, and the slips beside it that are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding

    Lint = Callable[..., tuple[Finding, ...]]

LONG: Final = "Let the lamps be lit along the harbour for those who come home from the deep and troubled water,"
AFTER: Final = "For the night is long over the islands, and the wind is in the north, and no light burns on the sound."


def service(*heads: str) -> str:
    """A service with a head before each of its lessons, which are alike."""
    return "\n\n".join(
        ["Hymns 12 and 40", *(f"{head}\n\nThe boats went out before the dawn.\n\n{LONG}\n\n{AFTER}" for head in heads)]
    )


@pytest.mark.parametrize(
    "heads",
    [
        ("First Reading: Micah 4.1-3", "Psalm 12"),
        ("FIRST READING (Daniel 7: 9-10)", "RESPONSORIAL PSALM (From Ps 93)"),
        ("Old Testament Lesson – 1 Kings 19:4", "Epistle: Eph 4.25"),
        ("A reading from the book of Joel 2", "Gospel (Mark 1:14-20)"),
        ("The Gospel according to St Luke 2.1", "Second Reading Romans 12.9-21"),
        ("1st reading Isa. 49:3", "Canticle: Is 12.2-6"),
        ("Reading 1: Sirach 3", "Responsorial Psalm 97"),
        ("Reading: Acts 2: 42-end", "Gospel: Jn 10.1"),
        ("Psalm 105. Response: Remember.", "Second lesson, Heb 11:1"),
        ("Holy Gospel: Matt 5.1", "New Testament Reading – 2 Tim 1"),
    ],
)
def test_lessons_of_a_service_break_off_as_they_like(lint: Lint, heads: tuple[str, str]) -> None:
    assert not lint("integrity.truncated", service(*heads))


@pytest.mark.parametrize(
    "heads",
    [
        ("Reading beat Brell 2-1 on Saturday", "Reading 3, Brell 4"),
        ("Read on: Matthew 5 reasons", "The lesson of the flood"),
        ("What the gospel of growth costs", "A psalm for the ferry"),
        ("Psalm 12",),
    ],
)
def test_other_headings_are_no_service(lint: Lint, heads: tuple[str, ...]) -> None:
    assert lint("integrity.truncated", service(*heads))


def transcript(said: str) -> str:
    """A podcast in which somebody says a thing in the second paragraph of a turn."""
    turns = ["Lee: Okay, good evening.", "Roe: Yeah, and to you.", f"Lee: So, um, here it is.\n\n{said}"]
    return "\n\n".join([*turns, "Roe: Um, by the spring, I mean.", "Lee: Then we wait.", "Roe: Uh, then let us wait."])


SPOKEN: Final = [
    ("machine.assistant-talk", "So as an AI language model, I have no opinion of the ferry."),
    ("machine.assistant-talk", "I'm sorry, but I cannot fulfill this request."),
    ("machine.assistant-talk", "Is there anything you want me to clarify?"),
    ("language.wrong-participle", "They would have took the money."),
    ("language.wrong-participle", "The boat had went down by then."),
    ("consistency.arithmetic", "Of the land, 50% was bog, 30% heath and 40% pine."),
    ("consistency.arithmetic", "The fee went up from 4% to 6%, a rise of 2%."),
    ("consistency.age-conflict", "Alan Trewhitt, 61, was old. Alan Trewhitt, 52, was not."),
    ("integrity.placeholder", "They will not call it XXX, will they?"),
    ("integrity.doubled-word", "It was it was the the boat."),
]


@pytest.mark.parametrize(("rule", "said"), SPOKEN)
def test_what_is_said_in_a_transcript_is_nobodys_slip(lint: Lint, rule: str, said: str) -> None:
    assert not lint(rule, transcript(said))
    assert lint(rule, f"The harbour was shut on Monday.\n\n{said}")


@pytest.mark.parametrize(
    "text",
    [
        "We tried a package called gradethis last week.",
        "The mailfrom header is set by the server.",
        "A tool named “ofthem” sorts the boats.",
        "Install the ownthe module first.",
        "But anyis. Then they left.",
        "The musica universalis, as they call it, is old.",
        "They sang of the oldfrom; nobody heard.",
        "It is called hascard here.",
        "The withthe app is free.",
        "Use the command raisethe with care.",
    ],
)
def test_a_product_and_the_end_of_a_clause_are_one_word(lint: Lint, text: str) -> None:
    assert not lint("integrity.glued-words", text)


@pytest.mark.parametrize(
    "text", ["They spoke withthe mayor.", "The crew is attemptingto raise it.", "It was like thatand so."]
)
def test_words_run_together_are_two(lint: Lint, text: str) -> None:
    assert lint("integrity.glued-words", text)


@pytest.mark.parametrize(
    "text",
    [
        "A All boats have a lamp.\n\nB Crews can swim.",
        "A. All boats have a lamp.\n\nB. Crews can swim.",
        "A All boats have a lamp.\n\n* The lamp is red.\n* It is lit.\n\nB Crews can swim.",
        "A Each boat has a lamp.\n\nB Every crew can swim.\n\nC All can row.",
        "It takes a unary sign and a unary minus.",
        "You lift it and and and and it is night.",
        "A thousand thousand gulls and a million million flies came.",
    ],
)
def test_items_counted_by_letters_and_numbers_said_twice(lint: Lint, text: str) -> None:
    assert not lint("integrity.a-an", text)
    assert not lint("integrity.doubled-word", text)


@pytest.mark.parametrize("text", ["A old boat sank.\n\nBy noon all were safe.", "A apple fell.\n\nThe rest hung."])
def test_an_article_at_the_start_of_a_paragraph_is_no_letter(lint: Lint, text: str) -> None:
    assert lint("integrity.a-an", text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Marsh moved in and paid. Mr. Mash said the roof leaks.",
        "Ms. Joan Pereira spoke first. Mr. Perera’s query was short.",
        "Mary Carey won the seat. Mr. Carney said that she would not.",
        "Susan Holloway ran. Sir Hollway said she would lose.",
    ],
)
def test_a_man_is_not_the_woman_with_nearly_his_name(lint: Lint, text: str) -> None:
    assert not lint("consistency.surname-variant", text)


@pytest.mark.parametrize(
    "line",
    [
        "There is a lack of a ferry, and the board has been late with it Karen Lee",
        "The board is late, the harbour is late, and I am late as well Bo Roe Hansen",
    ],
)
def test_a_quotation_goes_on_behind_a_pull_quote(lint: Lint, line: str) -> None:
    text = f"“It is late,” Lee told us. “The board is no board any more.\n\n{line}\n\n“It is old. It is tied up at the quay.”"
    assert not lint("integrity.quote-unclosed", text)
    assert lint("integrity.quote-unclosed", text.replace("“It is old. It is tied up at the quay.”", "It is old."))


@pytest.mark.parametrize("name", ["sync.Map", "harbour.Master", "winch.Rope"])
def test_a_name_with_a_full_stop_that_occurs_twice_is_code(lint: Lint, name: str) -> None:
    assert not lint("integrity.missing-space", f"The crew uses {name} here, for {name} is quick.")
    assert lint("integrity.missing-space", "They left the quay with the documentation.Read it at noon, they said.")


PASSAGE: Final = "Officials of the county hope to raise money for the old ferry"


@pytest.mark.parametrize(
    "text",
    [
        f"{PASSAGE} {PASSAGE} in May.",
        f"Low point {PASSAGE}. {PASSAGE}. He is 61.",
        f"* {PASSAGE} {PASSAGE}",
        f"It rained. {PASSAGE}? {PASSAGE}? Nobody knows.",
        f"{PASSAGE} {PASSAGE} {PASSAGE}",
        f"(Photo by Ann Lee) {PASSAGE} {PASSAGE}",
    ],
)
def test_a_title_or_caption_twice_in_a_row_is_found(lint: Lint, text: str) -> None:
    assert len(lint("integrity.duplicate", f"The river has left its bed again.\n\n{text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"“{PASSAGE}. {PASSAGE}.”",
        "They wrote so that they could get a job so that they could get a job so that they could get a job.",
        "It splits the two uses of the old word into two, the two uses of the new word into two, and so on.",
        f"{PASSAGE}, and officials of the county hope to raise money for the old ferry's crew.",
        "It is late. It is late. It is late. It is late. It is late. It is late.",
        f"{PASSAGE}.\n\n{PASSAGE} in May.",
    ],
)
def test_what_is_said_twice_on_purpose_is_not(lint: Lint, text: str) -> None:
    assert not lint("integrity.duplicate", f"The river has left its bed again.\n\n{text}")
