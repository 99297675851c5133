"""Words of rise and fall, and those that make a percentage one that its two figures do not determine."""

from __future__ import annotations

from typing import Final

from newslint.patterns import lazy

UP: Final = (
    r"up|rose|risen|rises?|rising|increas(?:e[sd]?|ing)|grew|grown|grows?|growth|growing|climb(?:ed|s|"
    r"ing)?|jump(?:ed|s|ing)?|"
    r"surg(?:e[sd]?|ing)|soar(?:ed|s|ing)?|gain(?:ed|s|ing)?|higher|more|swell(?:ed|ing)?|hike[ds]?|"
    r"raised?|raising|adds?|added|widen(?:ed|s)?|"
    r"expan(?:d(?:ed)?|sion)|boost(?:ed)?|improve(?:d|ment)?|advance[ds]?|greater|larger|bigger|longer"
)
DOWN: Final = (
    r"down|fell|fallen|falls?|falling|decreas(?:e[sd]?|ing)|drop(?:ped|s|ping)?|declin(?:e[sd]?|ing)|"
    r"slip(?:ped|s)?|plung(?:ed?|es|ing)|"
    r"sank|sunk|shr[aiu]nk|lower(?:ed|ing)?|cut(?:s|ting)?|reduc(?:tion|ed?|es|ing)|slump(?:ed|s)?|"
    r"tumbl(?:ed?|es)|plummet(?:ed|s)?|slash(?:ed)?|"
    r"fewer|less|smaller|shorter|narrow(?:ed|s)?|eased?|loss|lost|shed|dip(?:ped)?|slid|trimmed"
)
UPS: Final = lazy(rf"(?<![\w-])(?:{UP})(?![\w-])")
DOWNS: Final = lazy(rf"(?<![\w-])(?:{DOWN})(?![\w-])")
MOVE: Final = rf"(?:{UP}|{DOWN})"
RESULT: Final = lazy(
    r"[ -](?:as (?:many|much|high|large|big|long|great|often)|the (?:number|size|level|amount|figure|"
    r"total|price)|what )"
)
UNLIKE: Final = lazy(
    r"\b(?:annual(?:ly|i[sz]ed)?|average of [\d.]+ ?(?:%|per)|(?:for|above|after|with|than|of) inflation|"
    r"adjusted|real terms|relative|excluding|constant|currency|respectively|"
    r"cumulative|cagr|per annum|weekly|monthly|daily|sequential(?:ly)?|compound(?:ed)?)\b|each year|every "
    r"year|per year|(?<!@ )a year ago"
)
