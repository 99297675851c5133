"""Times that contradict each other or the article's date, in many wordings, and what looks like it and is right."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RULE = "consistency.timeline"
GONE = "consistency.timeline-gone"  # in preview: what is told as past after the article's date
TODAY = "2024-05-08"  # a Wednesday

WRONG = [
    # two names for one time
    "The walkout ended yesterday, Saturday.",
    "Tomorrow (Monday) the court sits again.",
    "Last month, in February, the lake froze.",
    "Sales fell last year, in 2021, for the first time.",
    "It was mended this month, in June, and broke.",
    "Next month, in August, the road is shut.",
    "She left in 1990 and, the following year, in 1994, she came back.",
    "He landed on Tuesday; the next day, Friday, he was sent home.",
    "The hall burned on 3 May 2011. The day after, 6 May, the roof fell.",
    "It rained in March 2020. The following month, in July, it did not.",
    # anniversaries and editions
    "Founded in 2011 in a shed, the firm marks its 15th anniversary this year.",
    "The festival, which began in 1992 and has missed a single year since, is holding its 40th edition.",
    "The town is celebrating this year the 50th anniversary of the 1984 strike.",
    "Set up in 1961, the choir celebrates its fiftieth anniversary this summer.",
    "The club celebrates its centenary this year; it was founded in 1904.",
    "Established in 1999, the race is in its 31st year.",
    # to come and past
    "The ferry is to be replaced by 2021.",
    "The tunnel is due to open in March 2022, the ministry said.",
    "The council plans to build a second bridge by 2019.",
    "The exhibition runs until 3 February 2024 at the town hall.",
    "The next election, in 2022, will settle it.",
    "The mine will close in 2020, with the loss of 40 jobs.",
    "The school was opened in 2031 by the mayor.",
    "She has been mayor since 2027, and it shows.",
    "The law, which took effect in 2029, bans it.",
    # courses
    "The museum opened in 1990 and was closed for good a decade earlier, in 1980.",
    "Ida Brand was arrested in March 2022, after a search of her shop, and charged in January 2022.",
    "The Grand Hotel, which was built in 1902, closed in 1977. It was demolished in 1970.",
    "He was elected mayor in 2012 and resigned in 2010.",
    "Smith, who joined the club in 2001, left in 1999.",
    "The library opened in 1974. People came. In 1971 the library was demolished.",
    "John Brand died in 2009. He was elected in 2011.",
    "The bill was passed in June 2019 and introduced by a clerk. It was repealed in May 2018.",
    "The firm was founded in 1920, acquired in 1911 and forgotten.",
    "The treaty was signed in 1955 and ratified in 1951.",
    "The hall opened in 1990. Much later it was cold. The hall opened in 1994.",
    "She joined the lab in 1954 and left it in 1977. She was made a fellow in 1971, three years after she retired, and was proud.",
]
RIGHT = [
    "The walkout ended yesterday, Tuesday.",
    "Yesterday, Saturday and Sunday it rained.",
    "Last month, in April, the lake froze.",
    "Sales fell last year, in 2023, for the first time.",
    "Last year, in March, it rained.",
    "She left in 1990 and, the following year, in 1991, she came back.",
    "He landed on Tuesday; the next day, Wednesday, he was sent home.",
    "She left in 1980, came back in 1993 and, the following year, in 1994, left.",
    "“It ended yesterday, Saturday,” he wrote.",
    "Founded in 2009, the firm marks its 15th anniversary this year.",
    "In 2018 the town held the 50th anniversary of the 1968 revolt.",
    "The festival, which began in 1964, is holding its 40th edition.",
    "Next year is the 50th anniversary of the 1975 flood.",
    "At the 150th anniversary of the battle in 2013 he spoke.",
    "The ferry was to be replaced by 2021.",
    "This article was amended on 11 May 2024 to correct a name.",
    "The firm announced its plans to build the complex in 2012.",
    "The aid will be based on 2019 returns.",
    "He said it would open in 2022.",
    "The trial was set for June 2026.",
    "The film, in which the city was drowned in 2031, is on.",
    "The tunnel is due to open in March 2025.",
    "The museum opened in 1990 and replaced one that was closed for good a decade earlier, in 1980.",
    "The cinema closed in 1990 and opened in 2001 as a church.",
    "Police arrested Smith in 2010. Police arrested Brand in 2008, and charged him in 2009.",
    "She founded a school in 1990. She founded another in 1984.",
    "He was elected in 2012, resigned in 2014 and was elected in 2013 to another body.",
    "He was made a saint posthumously and was elected in 2011; he died in 2009.",
    "The mill was built in 1902. It was cold there. It was closed in 1890, the other one.",
    "The old hall opened in 1990. The new hall opened in 2004.",
    "Lee was jailed in 2010 and released in 2012. Lee was arrested in 2014.",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_cannot_be(matches: Callable[..., list[str]], text: str) -> None:
    found = [matches(rule, text, date=datetime.date.fromisoformat(TODAY)) for rule in (RULE, GONE)]
    assert [len(each) for each in found if each] == [1]


@pytest.mark.parametrize("text", RIGHT)
def test_what_can_be(matches: Callable[..., list[str]], text: str) -> None:
    assert [matches(rule, text, date=datetime.date.fromisoformat(TODAY)) for rule in (RULE, GONE)] == [[], []]
