"""Plain text: what an editor would call each block."""

from __future__ import annotations

import pytest

from newslint.article.readers import plain, read
from newslint.article.text import Text


def shown(content: str) -> list[tuple[str, str]]:
    made = read(Text(content), "plain")
    return [(segment.kind, made.prose.text[segment.start : segment.end]) for segment in made.segments]


def kinds(*blocks: str) -> list[str]:
    return [kind for kind, _ in shown("\n\n".join(blocks))]


LEDE = "It rained for a week in the north of the county, the Met Office said on Monday."
MORE = "Roads were closed and two schools sent their pupils home before noon."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ann Lee", "byline"),
        ("By T. K. Marsh Jr. and Bo Tran in Leeds", "byline"),
        ("Ann Lee", "byline"),
        ("1 May 2024", "dateline"),
        ("Published: Wednesday, May 1, 2024 at 10:15 a.m. GMT", "dateline"),
        ("2024-05-01T10:00 | Updated 12:30", "dateline"),
        ("Week of rain closes roads and schools in the north", "dek"),
        ("(Reporting by Ann Lee; Editing by Bo Tran)", "credit"),
        ("FILE - In this May 1, 2020, file photo, a dog sits in the rain in Leeds.", "caption"),
        ("A dog sits in the rain in Leeds, May 1, 2020. (AP Photo/Bo Tran)", "caption"),
        ("A dog sits in the rain in Leeds. Photograph: Bo Tran/The Courier", "caption"),
        ("Bo Tran contributed additional reporting", "credit"),
        ("Correction, May 2: An earlier version misspelled Ann Lee’s name.", "correction"),
        ("• This article was amended on 2 May 2024 to correct a name.", "correction"),
        ("By then the rivers had burst their banks, and the roads were closed.", "paragraph"),
        ("This photo of hers is not in the paper, he said, and never was.", "paragraph"),
    ],
)
def test_blocks_between_headline_and_text(line: str, kind: str) -> None:
    assert kinds("Rain closes roads", line, LEDE, MORE) == ["headline", kind, "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("LONDON —", "It rained."),
        ("NEW YORK (AP) —", "It rained."),
        ("ST. PAUL, Minn. —", "It rained."),
        ("BEIJING/SHANGHAI, March 3 (Reuters) -", "It rained."),
        ("PORT-SAINT-AUBERT —", "It rained."),
        ("Lima, April 3 (Reuters) —", "“It rained.”"),
        ("CORRIGAN,\u00a0Ore. —", "It rained."),
    ],
)
def test_datelines(dateline: str, rest: str) -> None:
    assert shown(f"Rain\n\n{dateline} {rest}\n\n{MORE}")[1:3] == [("dateline", dateline), ("paragraph", rest)]


@pytest.mark.parametrize(
    "lede", ["NATO — which met on Monday — said no.", "It rained — a lot.", "US-led forces left.", "A" * 89 + " x."]
)
def test_no_datelines(lede: str) -> None:
    assert kinds("Rain", lede, MORE) == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "headline", ["Is it ‘wet’?", "She asked: ‘Is it wet?’", "Rain stops play in Bethlehem, Pa.", "It rains in the U.S."]
)
def test_headlines_with_a_stop(headline: str) -> None:
    assert kinds(headline, LEDE, MORE) == ["headline", "paragraph", "paragraph"]


def test_a_first_paragraph_is_no_headline() -> None:
    assert kinds("It rained on the last day of May.", LEDE, MORE) == ["paragraph"] * 3


def test_lines_after_a_byline_belong_to_it() -> None:
    assert kinds("Rain", "By Ann Lee", "Weather correspondent", "Leeds", "1 May 2024", LEDE) == [
        "headline",
        "byline",
        "byline",
        "dateline",
        "dateline",
        "paragraph",
    ]


def test_subheads_lists_and_credits_in_the_text() -> None:
    blocks = (
        "Rain",
        LEDE,
        "What happens next",
        MORE,
        "- one thing",
        "1. another",
        MORE,
        "Reuters contributed to this report.",
    )
    assert kinds(*blocks)[2:] == ["subhead", "paragraph", "list-item", "list-item", "paragraph", "credit"]
    assert kinds("Rain", LEDE, MORE, "Back to top button")[-1] == "paragraph"
    assert kinds("Rain", LEDE, "12:40 What we know", MORE)[2] == "subhead"


def test_paragraphs_are_lines_or_what_blank_lines_part() -> None:
    assert [text for _, text in shown(f"Rain\n{LEDE}\n{MORE}")] == ["Rain", LEDE, MORE]
    assert [text for _, text in shown(f"Rain\r\n \t\r\n{LEDE}\r\n\r\n{MORE}\r\n")] == ["Rain", LEDE, MORE]


def test_hard_wrapped_paragraphs_are_one() -> None:
    wrapped = (
        "It rained for a week in the north of the county, said the\nweather office on Monday, and roads were closed from Leeds\n"
        "to York, where the river rose."
    )
    assert [text for _, text in shown(f"Rain\n\n{wrapped}\n\n{MORE}")] == ["Rain", wrapped, MORE]


def test_paragraphs_that_are_wrapped_unevenly_are_one() -> None:
    wrapped = (
        "It rained for a week in the north of the county, said\nthe weather office on Monday, and some of the roads were\n"
        "closed, so that nobody could get from Leeds to\nYork, where the river rose."
    )
    assert [text for _, text in shown(f"Rain\n\n{wrapped}\n\n{MORE}")] == ["Rain", wrapped, MORE]
    listed = "- boats and the crews that sail them in the summer\n- winches that nobody in the harbour has looked at"
    assert len(shown(f"Rain\n\n{LEDE}\n\n{listed}\n\n{MORE}")) == 5


def test_headline_and_dek_on_two_lines_are_not_wrapped() -> None:
    content = f"Week of rain closes roads and schools across the north of England\nTwo schools shut\n\n{LEDE}\n{MORE}"
    assert [kind for kind, _ in shown(content)] == ["headline", "dek", "paragraph", "paragraph"]


def test_the_first_paragraph_is_the_lede() -> None:
    made = read(Text(f"Rain\n\nBy Ann Lee\n\n{LEDE}\n\n{MORE}"), "plain")
    assert [segment.lede for segment in made.segments] == [False, False, True, False]


def test_quoted_mail_is_a_block_quotation() -> None:
    made = read(Text("Letters\n\n> I was there.\n>> So was I.\n\nThat was all of it."), "plain")
    assert [(s.kind, made.prose.text[s.start : s.end]) for s in made.segments][1:] == [
        ("block-quote", "I was there."),
        ("block-quote", "So was I."),
        ("paragraph", "That was all of it."),
    ]


def test_a_wire_story_is_what_stands_between_its_control_characters() -> None:
    made = read(
        Text("\x01abc01 3 i 10\r\n\x02Pier opens\r\nBy Ann Lee\r\n\r\nIt opened on Monday.\r\n\x03 01 May\r\n\x7f"),
        "plain",
    )
    assert [made.prose.text[s.start : s.end] for s in made.segments] == [
        "Pier opens",
        "By Ann Lee",
        "It opened on Monday.",
    ]
    assert len(read(Text("One \x02 two.\n\nThree."), "plain").segments) == 2


def test_filler_in_a_wire_story_is_boilerplate() -> None:
    wire = "\x01a\r\n\x02Pier opens on Monday\r\n{}\r\n\x03 01 May\r\n"
    filled = read(Text(wire.format("xyxy rights by brx xyxy rights by brx xyxy")), "plain").segments
    told = read(Text(wire.format("The pier by the mill and the pier by the old hall are open.")), "plain").segments
    assert filled[-1].kind == "boilerplate"
    assert told[-1].kind != "boilerplate"


def test_lines_that_breaks_cut_go_on() -> None:
    """Paragraphs of a line each, some broken by hand: three lines that go on show it; a lone one may lack its end."""
    text = (
        "The ferry line closed its ticket office at the old pier on Monday. The board said that the\n"
        "crews of the two boats would go on to sail until the last day of the season, with or without a\n"
        "timetable. The harbour master said that he had not been asked, and that the lights and the\n"
        "Velm buoy were his. He has a letter that says so, and it was read to the members of the\n"
        "board.\nA short line\nbelow it, and no more."
    )
    assert [text[start:end][-6:] for start, end in plain.blocks(text)] == ["board.", "t line", " more."]
    first, second, *_ = text.splitlines()
    lone = f"{first} {first}\n{second}\ntimetable."
    assert len(list(plain.blocks(lone))) == len(lone.splitlines())
