"""Figures, times and names that only seem to contradict each other: kinds that were wrong on published copy, in other words."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of, format_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.reading import pipelines
from newslint.rulebook.packs import builtin

PIPELINE = pipelines.find()
TODAY = datetime.date(2026, 11, 27)
DATE = datetime.date(2018, 11, 6)

SOUND = [
    "Life expectancy rose from 63.2 years to 71.9 years from 1981 to 2015.",
    "The average stay fell from nine years to seven years between 1990 and 2015.",
    "Only 4 of those 66 are still in the house, and two of them will leave, leaving just two.",
    "Just three of the 40 wells still gave water, and one dried up in May, leaving two.",
    "Just one of the five schools improved. Two schools lost ground and the other two had mixed results.",
    "Only one of the nine boats sank. Five boats reached the port and the other three were towed.",
    "124 countries had no such law, compared with 72 countries where it was a crime. The number has dropped by half.",
    "The aid will be processed by the agency based on 2017 or 2016 returns.",
    "The payments will be handled by the banks used in 2016.",
    "Nobody doubts that turnout will vastly exceed the level in 2014, the last vote of this kind.",
    "This George Will column ran on 2 September 2017.",
    "She was among those killed in the mill on 14 December last year, when it burned.",
    "The fair's nine-day trip was called off. Nobody got a refund.\n\nThe poll was taken on October 3-7 for the paper.",
    "Lee had previously been tried and served 84 months in prison. He was charged again in 2015 and jailed in June 2016.",
    "The film was shown to a group of fifty children.\n\nThe charity gave toys to two hundred children on Friday.",
    "There are 99 delegates at stake in Florida.\n\nHe hopes to win Ohio, in which the winner gets all 66 delegates.",
    "NEARLY 200 BOATS SEIZED AT THE BORDER\n\nOfficers stopped a lorry.\n\n67 BOATS FOUND IN SHED AT THE BORDER",
    "More than 1,000 children were sent to each of 10 states. Nine states were sent ten or fewer children.",
    "“Dylan Roof is no hero,” she wrote on the wall.\n\nThe killer, Dylann Roof, was sentenced. Dylann Roof said nothing.",
    "Colin Hallernick said nothing. — Colin Hallernick (@Hallernick7)\n\nMr Hallernick plays on Sunday.",
    "In 1951, just seven years after they had surrendered on June 7 at the river, the two states built a steelworks.",
    "One plan saves $1.6 billion. The other promises $2.2 billion in savings, including $800 million from tax reform, $600 million "
    "from health and $600 million in other cuts.",
    "The tool reduces the time from 626 seconds to 407 seconds, a 54% speedup.",
    "He sent it by e-mail.\n\nNewsletter Sign Up. Please verify you are not a robot. Invalid email address. Please re-enter.",
    "About seven in ten voters 65 and older (71%) call it important, as do about as many of those 50 to 64 (70%).",
    "By this count Mr. Lee would be awarded 82 of the state's delegates, Mr. Orr 45, Mr. Kim 35 and Mr. Bell seven.",
    "Fifteen years after the attacks of Sept. 11, 2001, the mayor on Sunday recalled her visit to the ruins.",
    "Peter Fowle, 56, lives in Orrin. He has a wife and three children aged 9, 10, and 12.",
    "“The common good comes first for all of us here,” says Yale law professor Ann Esk. “The common good comes first for all of us "
    "here,” she says.",
    "“They have left people like us, just left,” says Earl Kinner Jr., who owns it.\n\n“They have left people like us, just left,” says "
    "Mr. Kinner.",
    "State Department spokesman John Kirk said so. Later State Department spokesman John Kirk left.",
    "State Department spokesman John Kirk said so.\n\nOn Monday the State Department’s John Kirk left.",
    "Palestinian-American activist Linda Sars spoke. The American said that she was tired.",
    "Joe Brandt met his son, Beau Brandt, in Orrin. Brandt, 72, is the mayor. The clerk saw Beau Brandt off.\n\nBrandt, 46, is a "
    "lawyer.",
    "The woman says that he met her in 1979, when she was 14 and he was 32.",
    "Polarization (or polarisation) is a word of the textbooks. Polarization grows.",
]
CONFLICTS = [
    "Nine of the 12 boats were saved. The other two sank.",
    "The hall will be opened in 2016, the mayor believes.",
    "The talks, a nine-day conference, ended. The conference ran on May 3-7 in Orrin.",
    "The storm damaged 540 barns, the agency said.\n\nTents are on the way for the owners of the 450 damaged barns.",
    "“Nobody slept,” said Samantha Elwick.\n\nMr Orr agreed. Samantah Elwick left. Samantha Elwick came back.",
    "Mr Orr met Colin Hallernick, 41, a baker, on Monday.\n\nHallernik plays on Sunday.",
]


def reported(text: str) -> list[str]:
    """The rules of the pack that report something in a text, those in preview left out."""
    assert PIPELINE is not None
    rules = [rule for rule in builtin() if rule.id.startswith("consistency.") and rule.default == "on"]
    settings = Settings(today=TODAY, date=DATE, pipeline=PIPELINE.name)
    report = Linter(rules).lint(document_of(Text(text + "\n", "report.txt"), settings, format_of("report.txt")))
    assert not report.errors
    return [finding.rule for finding in report.findings if not finding.silenced]


@pytest.mark.skipif(PIPELINE is None, reason="no spaCy pipeline is installed")
@pytest.mark.parametrize("text", SOUND)
def test_sound_copy_is_not_reported(text: str) -> None:
    assert reported(text) == []


@pytest.mark.skipif(PIPELINE is None, reason="no spaCy pipeline is installed")
@pytest.mark.parametrize("text", CONFLICTS)
def test_conflicts_beside_them_are(text: str) -> None:
    assert reported(text)
