"""Ages of one person agree in whatever words they are given; a date in brackets is the article's, ¶ a paragraph's end."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from newslint.finding import Finding

WRONG = [
    "Helen Marsh, 52, has led the council since May.¶The 54-year-old mayor said on Monday that she would stand again.",
    "(2024-03-01) Rosa Quill was born in 1961 and grew up in Hull. Quill turns 60 this May.",
    "(2024-03-01) Tom Vance joined the line at 18 in 1990. Vance is now 40.",
    "(2024-03-01) Tom Vance, 40, joined the line at the age of 18 in 1990.",
    "The painter Ann Lisle was born on 3 June 1930 in Cork. Lisle died in 2010 at the age of 70.",
    "Born in 1948, the 66-year-old singer marked her birthday in November 2024 with a concert.",
    "(2024-11-20) Born in 1948, the 66-year-old singer gave a concert.",
    "(2024-11-20) The octogenarian judge, 78, will go at Easter.",
    "Ruth Kim, a 44-year-old welder, called for help. She is 46 and has three children.",
    "Ruth Kim (44) called for help. Kim, 48, has three children.",
    "Paul Orr, aged 31, was found guilty. Judge Ann Day said Orr, 41, had lied.",
    "The keeper, Ivo Brandl, 24, saved twice.¶“It was luck,” the 29-year-old said.",
    "Mrs Ada Coles, 81, has lived there since 1960. At 18, she is the oldest in the street.",
    "(2023-06-01) Lena Fox (born 1980) is a cellist. Fox, 53, plays tonight.",
    "(2023-06-01) Lena Fox, 53, who was born in March 1980, plays tonight.",
    "(2023-06-01) Fox was a cellist. Lena Fox was 30 when the hall opened in 2003 and is 40 now.",
    "The horse, foaled in 1990, died in 2020 at the age of 20.",
    "Max Orr, who is in his 40s, lives alone. Orr, 52, fishes.",
    "Max Orr, 19, won. The teenager, 19, was pleased. Orr, 29, slept.",
    "The defendant, Emma Hall, is 71. The 17-year-old was silent.",
    "Ines Vadas, 47, swims daily.¶Ms Vadas, 49, said the pool would open in June 2027.",
    "Ruth Kim, 44, called for help. Kim (46) told the board that the mill of 1911 had burned.",
    "Max Orr, 52, fishes. Orr, 57, who says he saw the flood of 1953, was calm.",
    "Senator Joan Pike, 63, sat. Pike, who turned 66 in March, smiled.",
    "(2024-05-05) In 1999 Joan Pike was 30. Joan Pike, 45, now sits.",
    "21-year-old Zia Khan was named captain.¶“He is ready,” said the coach of Khan, 23.",
    "Dr Sara Lin, 39, runs the ward.¶Lin, a 49-year-old mother of two, trained in Leeds.",
    "Police named the man as Kofi Brandt, 33.¶Kofi Brandt, aged 38, lived alone.",
    "(2024-05-01) Ada Rowe, 43, has looked for the wreck since she was 16, for 37 years.",
    "(2024-05-01) Ada Rowe is 43. She has dived for 37 years, since she was 16.",
    "(2024-05-01) Ada Rowe, 75, died a day before her 80th birthday, her son said.",
    "(2024-05-01) Sam Pell, 60, took up the cello 20 years ago. He was 22 when he took it up 20 years ago.",
    "(2024-05-01) Sam Pell, 52, plays the cello. Pell was 22 when he took it up 20 years ago.",
    "(2024-05-01) Sam Pell, who was born in the village of Oxted in 1980, is 54.",
    "(2024-05-01) Sam Pell is 54. He was born on the island of Bute on 5 May 1980.",
    "Jill Moss, 31, met the mayor, Tom Dunn, at the bridge. Moss left early.¶The 41-year-old has two children.",
    "A 34-year-old man was arrested on Monday. The 43-year-old will appear in court.",
    "The 27-year-old Norwegian, Ada Dahl, won again.¶Dahl, 24, now leads by a minute.",
    "Ada Dahl, 43 and a widow, won.¶Dahl, 34, leads.",
    "A teenager has been charged with arson. The 27-year-old will be in court on Friday.",
    "Rosa Haim, 50, sings with her twin sister, Dina, 47.",
    "The twins Ada Bell, 14, and Rose Bell, 12, won.",
    "Ted Orr, 71, rows with his elder brother, Bram, 68.",
    "Ted Orr, 71, rows with his younger brother, Bram, 78.",
    "Ann Orr, 31, lives with her mother, Joan, 38.",
    "Ann Orr, 31, lives with her son, Joe, 28.",
]
RIGHT = [
    "Ines Vadas, 47, swims daily. Ms Vadas, 39, said in 2018 that the pool would never open.",
    "Ines Vadas, 47, swims daily. Ms Vadas, 39, told the board in May 2018 that the pool was shut.",
    "Helen Marsh, 52, has led the council since May.¶The 52-year-old mayor said on Monday that she would stand again.",
    "(2024-03-01) Rosa Quill was born in 1961 and grew up in Hull. Quill turns 63 this May.",
    "(2024-03-01) Tom Vance joined the line at 18 in 1990. Vance is now 52.",
    "The painter Ann Lisle was born on 3 June 1930 in Cork. Lisle died in 2010 at the age of 79.",
    "The painter Ann Lisle was born on 3 June 1930 in Cork. Lisle died in 2010 at the age of 80.",
    "(2024-11-20) Born in 1948, the 76-year-old singer marked her birthday in November 2024 with a concert.",
    "The octogenarian judge, 88, will go at Easter.",
    "Ruth Kim, a 44-year-old welder, called for help. She is 44 and has three children.",
    "Paul Orr, aged 31, was found guilty. Judge Ann Day, 41, said Orr had lied.",
    "The keeper, Ivo Brandl, 24, saved twice.¶“It was luck,” the 24-year-old said.",
    "Ivo Brandl, 24, saved twice. Luc Petit scored.¶“It was luck,” the 29-year-old said.",
    "Ivo Brandl, 24, saved twice. A team-mate scored.¶“It was luck,” the 29-year-old said.",
    "Mrs Ada Coles, 81, has lived there since 1960. At 18, she was the youngest in the mill.",
    "(2023-06-01) Lena Fox (born 1980) is a cellist. Fox, 43, plays tonight.",
    "(2023-06-01) Lena Fox, 43, who was born in March 1980, plays tonight.",
    "The horse, foaled in 1990, died in 2020 at the age of 30.",
    "Max Orr, who is in his 50s, lives alone. Orr, 52, fishes.",
    "Emma Hall, 17, is charged with theft. The teenager will appear in court.",
    "Senator Joan Pike, 63, sat. Pike, who turned 63 in March, smiled.",
    "Senator Joan Pike, 63, sat. Her husband, 66, smiled.",
    "Senator Joan Pike, 63, sat. Pike was 66 kilograms.",
    "In 1999 Joan Pike was 30. Joan Pike, 55, now sits.",
    "Police named the man as Kofi Brandt, 33.¶Kofi's brother Yaw Brandt, aged 38, lived alone.",
    "Dan Cole, 33, and Sam Cole, 36, run the firm.¶Mr Cole, 36, said so.",
    "(2024-05-01) Ada Rowe, 43, has looked for the wreck since she was 16, for 27 years.",
    "(2024-05-01) Ada Rowe, 80, had a party a day before her 80th birthday.",
    "(2024-05-01) Ada Rowe, 79, died a day before her 80th birthday, her son said.",
    "(2024-05-01) Sam Pell, 42, plays the cello. Pell was 22 when he took it up 20 years ago.",
    "(2024-05-01) Sam Pell is 43. He was born on the island of Bute on 5 May 1980.",
    "Jill Moss, 31, met the mayor, Tom Dunn, at the bridge. Dunn left early.¶The 41-year-old has two children.",
    "A 34-year-old man was arrested on Monday. The 34-year-old will appear in court.",
    "A 34-year-old man was arrested on Monday. The 43-year-old victim is in hospital.",
    "A 34-year-old man and a 43-year-old man were arrested. The 43-year-old will appear in court.",
    "A teenager has been charged with arson. The 17-year-old will be in court on Friday.",
    "Rosa Haim, 50, sings with her twin sister, Dina, 50.",
    "The twins Ada Bell, 14, and Rose Bell, 14, won.",
    "Ted Orr, 71, rows with his elder brother, Bram, 78.",
    "Ann Orr, 31, lives with her mother, Joan, 58.",
]


def found(text: str) -> list[Finding]:
    date = None
    if text.startswith("("):
        day, text = text[1:].split(") ", 1)
        date = datetime.date.fromisoformat(day)
    linter = Linter([rule for rule in builtin() if rule.id == "consistency.age-conflict"])
    settings = Settings(today=datetime.date(2026, 11, 27), date=date)
    report = linter.lint(document_of(Text(text.replace("¶", "\n\n"), "article.txt"), settings))
    assert not report.errors
    return report.findings


@pytest.mark.parametrize("text", WRONG)
def test_two_ages_that_exclude_each_other(text: str) -> None:
    (finding, *_) = found(text)
    assert finding.related


@pytest.mark.parametrize("text", RIGHT)
def test_ages_that_agree_or_are_of_two_people(text: str) -> None:
    assert not found(text)
