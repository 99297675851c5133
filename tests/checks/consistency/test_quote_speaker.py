"""quote-speaker: words that come back under another name, in many wordings, and what looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RULE = "consistency.quote-speaker"
STORY = (
    "“The harbour wall will not see another spring,” said Ann Perrow, 44, a surveyor.\n\n"
    "Tom Vance, the mayor, called for calm. “We have the money,” Vance said.\n\n"
)


@pytest.mark.parametrize(
    "later",
    [
        "The line from Vance about the harbour (“will not see another spring”) was read out on the radio news.",
        "Vance’s remark that “the harbour wall will not see another spring” was on posters by noon.",
        "Vance, whose “the harbour wall will not see another spring” had gone round the town, went home.",
        "“The harbour wall will not see another spring”, as Mr Vance put it, is now a song.",
        "Asked about the mayor’s warning that “the harbour wall will not see another spring”, the port said nothing.",
        "“The harbour wall will not see another spring,” in Vance’s words, was the line of the day.",
        "The claim by Tom Vance that “the harbour wall will not see another spring” frightened the boats away.",
        "Mr Vance’s gloomy forecast, “will not see another spring”, was on every phone.",
        "“The harbour wall will not see another spring” was how Vance described it.",
        "In the words of Mr Vance, “the harbour wall will not see another spring”.",
        "The phrase “will not see another spring”, which Tom Vance had used, was struck from the minutes.",
        "“The harbour wall will not see another spring,” Vance said.",
        "“The harbour wall will not see another spring” were Vance’s words.",
        "Vance’s “the harbour wall will not see another spring” is now on T-shirts.",
        "It was Vance who had said that “the harbour wall will not see another spring”.",
        "When Tom Vance joked that “the harbour wall will not see another spring”, nobody laughed.",
        "Vance, who had said “the harbour wall will not see another spring”, went home.",
        "The port asked what Vance meant by “the harbour wall will not see another spring”.",
        "Mr Vance stood by his claim that “the harbour wall will not see another spring”.",
        "“The harbour wall will not see another spring” was said by Vance.",
        "The phrase “will not see another spring” came from Vance.",
        "The mayor’s “the harbour wall will not see another spring” was the line of the day.",
    ],
)
def test_words_under_another_name(matches: Callable[..., list[str]], later: str) -> None:
    assert matches(RULE, STORY + later)


def test_a_pull_quote_and_a_caption(matches: Callable[..., list[str]]) -> None:
    page = "<article><h1>Harbour</h1>{}<figure><img src='a.jpg'><figcaption>{}</figcaption></figure></article>"
    body = "".join(f"<p>{part}</p>" for part in STORY.strip().split("\n\n"))
    wrong = "Tom Vance: “The harbour wall will not see another spring”"
    assert matches(RULE, page.format(body, wrong), form="html")
    assert not matches(RULE, page.format(body, wrong.replace("Tom Vance", "Ann Perrow")), form="html")


def test_a_block_quote(matches: Callable[..., list[str]]) -> None:
    page = "<article><h1>Harbour</h1>{}<blockquote>The harbour wall will not see another spring</blockquote><p>— {}</p></article>"
    body = "".join(f"<p>{part}</p>" for part in STORY.strip().split("\n\n"))
    assert matches(RULE, page.format(body, "Tom Vance"), form="html")
    assert not matches(RULE, page.format(body, "Ann Perrow"), form="html")


def test_the_man_of_the_paragraph_before(matches: Callable[..., list[str]]) -> None:
    story = "Tom Lund, 51, has mended nets since he was six.\n\n“The sea gives nothing back,” he said.\n\n"
    assert matches(RULE, story + "Paul Oster, a baker, laughed. “The sea gives nothing back” was Oster’s motto.") == []
    assert matches(RULE, story + "Paul Oster, 30, bakes. Oster’s line that “the sea gives nothing back” is on a mug.")
    assert not matches(RULE, story + "Lund’s line that “the sea gives nothing back” is on a mug.")


def test_a_role_means_the_one_who_has_it(matches: Callable[..., list[str]]) -> None:
    story = (
        "Sheriff Agnes Tulloch passed sentence. “You sat at the front and sang,” the sheriff said.\n\n"
        "Fraser Aird, for the defence, said little.\n\n"
    )
    assert matches(RULE, story + "Mr Aird’s words, “you sat at the front and sang”, were hard to hear.")
    assert not matches(RULE, story + "Sheriff Tulloch’s words, “you sat at the front and sang”, were hard to hear.")


def test_he_is_not_a_woman(matches: Callable[..., list[str]]) -> None:
    story = "In her letter, Ms Oduya wrote that “the roof is the least of it”. The architect answered.\n\n"
    assert matches(RULE, story + "“The roof is the least of it,” he said.")
    assert not matches(RULE, story + "“The roof is the least of it,” she said.")


@pytest.mark.parametrize(
    "later",
    [
        "Perrow’s remark that “the harbour wall will not see another spring” was on posters by noon.",
        "“The harbour wall will not see another spring,” Vance repeated.",
        "“She says the harbour wall will not see another spring,” Vance said.",
        "Vance said that Perrow’s report “will not see another spring”.",
        "Vance’s approach is “will not see another spring” in other words.",
        "Vance’s answer to “the harbour wall will not see another spring” was a shrug.",
        "The council’s report said “the harbour wall will not see another spring”.",
        "“It will not see another spring,” said Vance’s deputy.",
        "“The harbour wall will not see another spring”: Vance disagreed.",
        "Vance was asked whether “the harbour wall will not see another spring”.",
        "One member said, “The harbour wall will not see another spring.”",
        "She said of Vance that “the harbour wall will not see another spring”.",
        "“The harbour wall will not see another spring,” both Perrow and Vance said.",
    ],
)
def test_what_looks_like_it(matches: Callable[..., list[str]], later: str) -> None:
    assert not matches(RULE, STORY + later)
