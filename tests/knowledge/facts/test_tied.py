"""Relations that a cue ties: each in several wordings, once as it adds up and once as it does not."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.facts.relations import relations

# The derived figure in brackets: what it should be | what it is not.
TIED = (
    "The city will spend {£1.3m|£1.2m} on parks, of which £900,000 comes from the lottery and £400,000 from firms.",
    "The fund gave {$60m|$50m} to clinics, out of which $45m went to the north and $15m to the coast.",
    "Of the cost, {£500|£420} was for paint, of which £300 went on red and £200 on blue.",
    "A fire killed {18|17} people.\n\nThe dead were nine women, seven men and two children.",
    "Police held {12|15} students.\n\nThe students arrested were seven men and five women.",
    "The bus had {30|33} passengers.\n\nThe passengers were 18 pupils, ten parents and two teachers.",
    "She paid £45 for wine, £30 for beer and £15 for ice, blowing {£90|£100}.",
    "Tickets brought in £400, the raffle £250 and the tea £150, {£800|£900} altogether.",
    "He keeps 14 hives, each of which gives 20 kilos a year, or {280 kilos|380 kilos} in all.",
    "The firm bought six vans, each for £20,000, {£120,000|£150,000} in total.",
    "The target is £80,000. So far £52,000 has been given, leaving {£28,000|£38,000} to find.",
    "The loan was $9m, and the club has paid back $4m, leaving {$5m|$7m}.",
    "Eight friends who won £2.4m will get {£300,000|£240,000} each.",
    "Four sisters are to share $1.2m, or {$300,000|$240,000} each.",
    "The bill of £96 was split between six, at {£16|£19} a head.",
    "Sales were 6,000 on Monday and {twice|three times} as many, 12,000, on Tuesday.",
    "We asked 500 readers. Of those, 410 of them, or {82%|72%}, said yes.",
    "The class has 40 pupils. Ten of them, or {a quarter|a half}, walk to school.",
    "Of the 36 desks, {a quarter|a half}, or nine, are free.",
    "Of its 50 staff, {40 percent|60 percent}, or 20, work from home.",
    "The fee is £12 a month. That is {£144|£164} a year.",
    "She earns €500 a week, which makes {€26,000|€36,000} a year.",
)


def unexplained(text: str) -> list[str]:
    document = document_of(Text(f"Head\n\n{text}", "a.txt"), Settings(datetime.date(2026, 1, 1)), "plain")
    return [one.name for one in document.derived(relations) if not one.explained]


@pytest.mark.parametrize("text", TIED)
def test_what_a_cue_ties_is_computed(text: str) -> None:
    before, _, rest = text.partition("{")
    pair, _, after = rest.partition("}")
    right, _, wrong = pair.partition("|")
    assert not unexplained(before + right + after)
    assert unexplained(before + wrong + after)


@pytest.mark.parametrize(
    "text",
    [
        "The city will spend £1.2m on parks, of which £900,000 comes from the lottery, and £400,000 on roads and another pool.",
        "Of 40 pupils 30 passed, of whom 20 were girls and 12 were under ten.",
        "The dead were nine women and two children. Eighteen people were hurt.",
        "She paid £45 for wine and £30 for beer; with the ferry the trip came to £100.",
        "He has £80. He spent £30 on a coat, leaving at noon with £20 of stamps.",
        "Eight friends won £2.4m. They gave £480,000 away and got £240,000 each.",
        "The fee is £12 a month or £120 a year.",
        "Twice as many, 14,000, came on Tuesday.",
        "Three of them, or a third, left. The choir has sung in 40 towns and 12 churches.",
    ],
)
def test_what_is_not_tied_is_not(text: str) -> None:
    assert not unexplained(text)
