"""Turns of a transcript are speech; labels of a notice are not."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text


def article(content: str) -> Document:
    return document_of(Text(content), Settings(datetime.date(2026, 1, 1)))


def paragraphs(*labels: str) -> str:
    said = "The pier will be open again in May, and the ferry with it, if the crew can be paid."
    return "\n\n".join(f"{label}: {said}" for label in labels)


@pytest.mark.parametrize("names", [("Ann Lee", "Bo Roe"), ("Q", "A"), ("Mayor Lee", "J. Roe", "O’Dea")])
def test_what_follows_a_speakers_name_is_speech(names: tuple[str, ...]) -> None:
    document = article(paragraphs(*names * 4))
    at = document.prose.text.index("The pier", 200)
    assert document.quoted.inside(at, at + 8)
    assert document.quoted.outside(at - 3, at - 2)


@pytest.mark.parametrize(
    "labels", [("Note", "Update"), ("What", "When", "Where", "Who", "Why", "Contact", "Price", "Notes")]
)
def test_labels_that_do_not_alternate_are_no_speakers(labels: tuple[str, ...]) -> None:
    document = article(paragraphs(*labels))
    assert document.quoted.outside(0, len(document.prose.text))


def transcript(*said: str, label: str = "{name}: ") -> Document:
    names = ("Lee", "Roe")
    return article("\n\n".join(label.format(name=names[n % 2], n=n) + words for n, words in enumerate(said)))


SAID = (
    "Okay, we go on.",
    "Yeah, um, it was late.",
    "The winch, you know, is old.",
    "Uh, so it is.",
    "I mean it.",
    "Yeah.",
)


@pytest.mark.parametrize(
    "label",
    [
        "{name}: ",
        "[00:0{n}:12] ",
        "12:3{n} - ",
        "{name} Dunn: ",
        "{name} (Harbour Board): ",
        "[00:12] {name}: ",
        "{name} 2 (00:12): ",
        "- {name}: ",
    ],
)
def test_what_is_taken_down_word_for_word_is_speech(label: str) -> None:
    document = transcript(*SAID, label=label)
    at = document.prose.text.index("is old")
    assert document.others.speech.inside(at, at + 6)


def test_later_paragraphs_of_a_turn_are_speech() -> None:
    document = transcript(*SAID[:3], "Uh, so it is.\n\nThe pier was shut then.", *SAID[4:])
    at = document.prose.text.index("The pier")
    assert document.others.speech.inside(at, at + 8)


def test_an_edited_interview_is_no_speech() -> None:
    assert not article(paragraphs(*("Ann Lee", "Bo Roe") * 4)).others.speech.spans


MEETING = "Lee Roe Lee Park Voss Roe Lee Dunn Lee Park Roe Park Lee Roe Voss Dunn Park Lee Voss Roe Voss Dunn".split()


def test_the_turns_of_many_are_speech_without_fillers() -> None:
    document = article(paragraphs(*MEETING))
    at = document.prose.text.index("The pier", 200)
    assert document.others.speech.inside(at, at + 8)


@pytest.mark.parametrize(
    "turn",
    [
        "**{0}**\n{1}",
        "**{0}:** {1}",
        "**{0}** [12:03](https://example.org): {1}",
        "**{0}**\n\n* {1}\n* {1}",
        "- **{0}**: {1}",
    ],
)
def test_the_turns_of_speakers_in_bold_are_speech(turn: str) -> None:
    content = "# Call\n\nThe pier was closed.\n\n" + "\n\n".join(turn.format(n, "It is late, late.") for n in MEETING)
    document = document_of(Text(content, "a.md"), Settings(datetime.date(2026, 1, 1)), "markdown")
    text = document.prose.text
    last = text.rindex("It is late")
    assert document.others.speech.inside(last, last + 9)
    assert not document.others.speech.inside(text.index("was closed"), text.index("was closed") + 5)


def test_sections_in_bold_are_no_turns() -> None:
    labels = ("Added", "Changed", "Fixed", "Removed", "Known") * 6
    content = "\n\n".join(f"**{n}**\n\n- It is late, late." for n in labels)
    document = document_of(Text(content, "a.md"), Settings(datetime.date(2026, 1, 1)), "markdown")
    assert not document.others.speech.spans


@pytest.mark.parametrize("labels", [("Address", "Hours", "Phone", "Price", "Site") * 5, MEETING[:12], MEETING[:2] * 12])
def test_fields_of_a_list_and_the_turns_of_few_are_none(labels: tuple[str, ...]) -> None:
    assert not article(paragraphs(*labels)).others.speech.spans


@pytest.mark.parametrize(
    ("clock", "said"), [("00:0{n}:12 --> 00:0{n}:19\n", True), ("[09:1{n}:40]\t", True), ("09:1{n} ", False)]
)
def test_what_a_clock_with_seconds_precedes_is_speech(clock: str, *, said: bool) -> None:
    lines = "\n\n".join(clock.format(n=n) + "The winch is old and the ferry is late." for n in range(8))
    assert bool(article(lines).others.speech.spans) is said


def test_a_mark_that_lacks_its_partner_in_a_turn_is_lone_there() -> None:
    document = transcript(*SAID[:3], "Uh, I asked, “Is it safe? Then we left.", "He said so.” I mean it.", "Yeah.")
    lone = [q for q in document.reading.quotations if q.mark == "“"]
    assert [(q.closed, q.continues) for q in lone] == [(False, False)]
    assert len(document.reading.strays) == 1


@pytest.mark.parametrize("field", ["transcript_by", "transcribed-by", "Transcriber", "transcription_by"])
def test_all_paragraphs_are_speech_where_the_metadata_name_who_transcribed_them(field: str) -> None:
    document = document_of(
        Text(
            f"---\ntitle: A talk\n{field}: Ada Lind\n---\n\nWe, we had less of them.\n\n- And then, then none.\n",
            "a.md",
        ),
        Settings(datetime.date(2026, 1, 1)),
        "markdown",
    )
    spans = document.others.speech.spans
    assert [document.prose.text[start:end] for start, end in spans] == [
        "We, we had less of them.",
        "And then, then none.",
    ]


@pytest.mark.parametrize("field", ["transcript", "speakers", "description"])
def test_a_page_that_links_to_a_transcript_is_none(field: str) -> None:
    content = f"---\ntitle: A talk\n{field}: https://example.org/talk\n---\n\nWe had less of them.\n"
    document = document_of(Text(content, "a.md"), Settings(datetime.date(2026, 1, 1)), "markdown")
    assert not document.others.speech.spans
