"""Who says a quotation."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.attribution import Attribution, attributions

LEDE = "The council met on Monday night.\n\n"


def read(text: str) -> list[tuple[Attribution, str | None]]:
    document = document_of(Text(LEDE + text), Settings(today=datetime.date(2024, 5, 15)))
    found = document.derived(attributions)
    prose = document.prose.text
    return [(a, prose[a.speaker.start : a.speaker.end] if a.speaker else None) for a in found]


@pytest.mark.parametrize(
    ("text", "speaker", "how"),
    [
        ("“The bridge is safe,” said Ann Lee, 44, a welder.", "Ann Lee", "after"),
        ("“The bridge is safe,” Gov. Ann Lee said on Monday.", "Gov. Ann Lee", "after"),
        ("“The bridge is safe,” council spokesman Piet van der Berg told reporters.", "Piet van der Berg", "after"),
        ("“The bridge is safe,” Ann Lee, who built it, later added.", "Ann Lee", "after"),
        ("“Is the bridge safe?” she asked.", "she", "after"),
        ('"The bridge is safe," according to the transport ministry.', "the transport ministry", "after"),
        ("‘The bridge is safe,’ says the mayor of Brell.", "the mayor", "after"),
        ("Ann Lee said: “The bridge is safe.”", "Ann Lee", "before"),
        ("In a letter to members, Ann Lee wrote that “the bridge is safe”.", "Ann Lee", "before"),
        ("According to Ann Lee, “the bridge is safe”.", "Ann Lee", "before"),
        ("Ann Lee, speaking in Brell, said she was “quite sure about it”.", "Ann Lee", "before"),
        ("The minister sighed and Ann Lee said: “The bridge is safe.”", "Ann Lee", "before"),
        ("“The bridge is safe. Nobody fell.”", None, "none"),
        ("“The bridge is safe.” — Ann Lee, mayor of Brell", "Ann Lee", "after"),
        ("“The bridge is safe.” -- Dr. Ann Lee", "Dr. Ann Lee", "after"),
        ("“The bridge is safe.”\n\n– Ann Lee, mayor", "Ann Lee", "after"),
        ("“The bridge is safe” – Ann Lee went home at noon.", None, "none"),
        ("Ann Lee: “The bridge is safe.”", "Ann Lee", "before"),
        ("Ann Lee, mayor of Brell: “The bridge is safe.”", "Ann Lee", "before"),
        ("“The bridge is safe,” said Ann Lee. Tom Vance left.", "Ann Lee", "after"),
        ("“The bridge is safe,” said J. P. Lee of Brell.", "J. P. Lee", "after"),
        ("It was the “bridge of sighs” for years.", None, "none"),
    ],
)
def test_names_the_speaker(text: str, speaker: str | None, how: str) -> None:
    [(attribution, named)] = read(text)
    assert (named, attribution.how) == (speaker, how)


def test_second_half_of_a_quotation_inherits_its_speaker() -> None:
    found = read("“The bridge is safe,” Ann Lee said. “Nobody ever fell off it.”")
    assert [(named, a.how) for a, named in found] == [("Ann Lee", "after"), ("Ann Lee", "inherited")]


def test_a_reopened_quotation_inherits_its_speaker() -> None:
    found = read("Ann Lee said: “The bridge is safe.\n\n“Nobody ever fell off it.”")
    assert [(named, a.how) for a, named in found] == [("Ann Lee", "before"), ("Ann Lee", "inherited")]


def test_a_running_quotation_has_one_speaker_first_or_last() -> None:
    first = read("Ann Lee: “The bridge is safe.\n\nNobody ever fell off it.\n\nNot one.”")
    assert [(named, a.how) for a, named in first] == [("Ann Lee", "before"), *[("Ann Lee", "inherited")] * 2]
    last = read("“The bridge is safe.\n\n“Nobody ever fell off it,” said Ann Lee.")
    assert [(named, a.how) for a, named in last] == [("Ann Lee", "inherited"), ("Ann Lee", "after")]


def test_a_colon_at_the_end_of_the_paragraph_before_introduces_a_quotation() -> None:
    [(attribution, named)] = read("Asked about the bridge, Ann Lee said:\n\n“The bridge is safe.”")
    assert (named, attribution.how) == ("Ann Lee", "before")


def test_a_cue_without_a_speaker_is_still_a_cue() -> None:
    [(attribution, named)] = read("The sign on the bridge: “No more than ten sheep at a time.”")
    assert named is None
    assert attribution.cued


def test_nested_quotations_are_not_listed() -> None:
    assert len(read("“She told me ‘the bridge is safe’ twice,” Ann Lee said.")) == 1
