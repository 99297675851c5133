"""The forms in which a sentence says how much time lies between two others, as patterns of its telling.

Groups: `a` and `b` are the two times in the order of the sentence, `l` the duration, `c` and `d` a second pair.
"""

from __future__ import annotations

from typing import Final

from newslint.knowledge.facts.telling import LAPSE, TIME, any_of
from newslint.patterns import lazy

A, B, L = TIME.format("a"), TIME.format("b"), LAPSE.format("l")
GAP: Final = r"[^@.;:()“”\"]"
_ONLY: Final = any_of(
    "just, only, exactly, barely, precisely, some, about, almost, nearly, around, over, more than, fully, a full, and"
)
MERELY: Final = rf"(?:{_ONLY} )*"
_CUT: Final = r"(?: ?(?:,|[-–—]+|;|\() ?| )"
_IN: Final = r"(?:in |on |at |by |of |around )?"
_FROM: Final = rf"(?:(?:{any_of('lasting, running, covering, spanning, living there, and')} )?from |between )"
_TO: Final = r"(?: (?:to|until|till|through|and|up to) (?:the )?| ?[-–] ?)"
# Of which every time after `_TO` has one.
_TO_TIME: Final = "|".join(
    [*(f"{word} {the}@t" for word in "to until till through and".split() for the in ("", "the ")), "-@t|- @t|–@t|– @t"]
)
_WHOLE: Final = any_of("total, period, span, stretch, spell, stint, stay, reign, run, gap, term, interval")
_OF_WHICH: Final = (
    r"(?:(?:just )?(?:for |in |over |within |during )?"
    rf"(?:(?:the|those|these|that) |a {_WHOLE} of |some |all of |or |which is |that is |a ))?"
)
# What follows a duration that is said of what goes before, and what shows that it is not.
_AFTER: Final = any_of(
    "in all, in total, altogether, in office, in power, long, each, daily, @l, apart, of, with, during, in which, when, that, as"
)
_SHUT: Final = rf"(?= ?(?:[,.;:)\]–—]|\Z| {_AFTER}(?![a-z])))"
_NOT_SPAN: Final = (
    rf"(?! ?{any_of('ago, later, earlier, before, after, old, of age, prior, since, hence, away, younger, older')}\b)"
)
_DURATIVE: Final = any_of(
    "served, serves, serving, spent, spending, lasted, lasting, lasts, ran, running, runs, reigned, ruled, worked, "
    "lived, stayed, was open, stood, continued, went on, dragged on, raged, took, takes, operated, played, coached, "
    "managed, captained, chaired, led, headed, held, remained, over, during, period of, span of, total of, for, war, "
    "siege, strike, tenure, reign, stint, spell, career, drought, closure, trial, tour"
)
_ITS: Final = any_of("the, a, his, her, its, their, of, for, another, total, period") + " "
_A_NOUN: Final = any_of("a, an, the, its, his, her, their, this, that, another")

STRETCHES: Final = (
    # from 1990 to 2003, a span of 13 years
    lazy(
        rf"\b{_FROM}(?:the )?{A}{_TO}(?:about )?{B}{_CUT}{_OF_WHICH}{MERELY}{L}{_NOT_SPAN}{_SHUT}",
        needs=(
            f"{_TO_TIME}|about @t",
            "@l",
        ),
    ),
    # for three weeks, from 2 April until 9 April; served 12 years as mayor, from 1994 to 2006
    lazy(
        rf"\b{_DURATIVE} (?:{_ITS})?{MERELY}(?:{_ITS})?{L}(?! (?:ago|old|later)\b)"
        rf"(?P<gap>{GAP}{{0,40}}?){_CUT}{_FROM}(?:the )?{A}{_TO}{B}",
        needs=(
            _TO_TIME,
            "@l",
        ),
    ),
    # for 12 years in office (1994-2006)
    lazy(rf"\b{_DURATIVE} {MERELY}{L}{GAP}{{0,30}}? \({A} ?[-–] ?{B}\)", needs=(" (@t",)),
    # 30 days (1 to 30 June); a seven-day contest running from 1 May to 7 May
    lazy(
        rf"{L}(?: period| window| stretch)?(?:, |,? \(| [-–—] | )(?:running |spanning |lasting |covering |that is |i\.e\. )?"
        rf"(?:from |between )?(?:the )?{A}{_TO}{B}",
        needs=(
            _TO_TIME,
            "@l",
        ),
    ),
    # in the 13 years between 1990 and 2003
    lazy(
        rf"\b(?:the|those|these|its|his|her|their) {L} (?:between|from) {A}{_TO}{B}",
        needs=(
            _TO_TIME,
            "@l",
        ),
    ),
    # a 40-day voyage from 1 July to 9 August
    lazy(
        rf"\b{_A_NOUN} (?:[a-z]+ )?{L}(?: [a-z-]+){{1,3}}?(?:,? (?:that|which) (?:ran|lasts|lasted|runs))?"
        rf"(?: running| lasting)?,? from {A}{_TO}{B}",
        needs=(
            _TO_TIME,
            "@l",
        ),
    ),
)
# from 2011 until 2019 and from 2022 until 2024, twelve years altogether
TWICE: Final = lazy(
    rf"\bfrom {A}{_TO}{B}(?:,| and|, and|;) {GAP}{{0,30}}?(?:from )?{TIME.format('c')}{_TO}{TIME.format('d')}"
    rf"{_CUT}{_OF_WHICH}(?P<whole>making )?{MERELY}{L}(?P<total> (?:altogether|in all|in total|all told|combined))?",
    needs=(_TO_TIME,),
)
_START: Final = any_of(
    "built, opened, founded, established, erected, created, completed, launched, installed, formed, set up, started, began, begun, "
    "joined, married, wed, elected, appointed, named, hired, enlisted, enrolled, took over, took office, took charge, took power, "
    "came to power, moved there, moved to, moved into, crowned, ordained, arrived, born, dating from, dating back to, inaugurated, "
    "introduced, bought, acquired, signed, recruited, imprisoned, jailed"
)
_LASTED: Final = any_of(
    "stood, lasted, survived, operated, been open, was open, stayed open, served, run, ran, endured, remained, reigned, ruled, "
    "spent, worked, taught, stayed, lived, played, led, headed, managed, chaired, held, kept, edited, coached, sat, presided, "
    "married, together, for"
)
_ENDINGS: Final = (
    "when, until, till, before, leaving, retiring, ending, stepping down, closing, dying, resigning, and left, and retired, "
    "and died, and closed, and resigned"
)
# built in 1911, had stood for 101 years when it burned in March 2022
STOOD: Final = lazy(
    rf"\b{_START} {GAP}{{0,50}}?(?:in |on |since )?{A}{GAP}{{1,80}}?\b{_LASTED} {GAP}{{0,20}}?{MERELY}{L}{_NOT_SPAN}"
    rf"{GAP}{{0,60}}?\b{any_of(_ENDINGS)}\b{GAP}{{0,60}}?{B}",
    needs=(_ENDINGS.replace(", ", "|"),),
)
# on Feb. 14 should watch for 21 days, until March 7
UNTIL: Final = lazy(
    rf"{A}{GAP}{{1,90}}?\b(?:for|lasts?|of|another|after|runs?|takes?) {MERELY}{L},? "
    rf"(?:until|till|ending(?: on| in)?|to end(?: on| in)?) {B}",
    needs=("until @t|till @t|ending|to end",),
)
_LATER: Final = "(?:later|afterwards?|after that|on|thereafter)"
_EARLIER: Final = "(?:earlier|previously|before that|before)"
# Each with whether the duration may count from something that an earlier sentence says.
SHIFTS: Final = (
    # in 1990 and closed 20 years later, in 2003
    ("later", True, lazy(rf"{A}{GAP}{{1,110}}?{MERELY}{L} {_LATER}{_CUT}{_IN}{B}")),
    (
        "earlier",
        True,
        lazy(rf"{A}{GAP}{{1,110}}?{MERELY}{L} {_EARLIER}{_CUT}{_IN}{B}", needs=("earlier|previously|before",)),
    ),
    # joined in 1954 and left in 1977, 23 years later
    (
        "later",
        False,
        lazy(
            rf"{A}{GAP}{{1,110}}?{B}, {MERELY}{L} (?:{_LATER}|late)"
            rf"(?= ?[.)]|\Z|,? (?:with|when|after|at|as|because|and)\b)"
        ),
    ),
    # closed in 2016, two years after it was opened in 2014
    ("earlier", False, lazy(rf"{A},? \(?{MERELY}{L} after {GAP}{{0,90}}?{_IN}{B}", needs=(" after ",))),
    (
        "later",
        False,
        lazy(
            rf"{A},? \(?{MERELY}{L} (?:before|prior to|ahead of) {GAP}{{0,90}}?{_IN}{B}",
            needs=(" before | prior to | ahead of ",),
        ),
    ),
)
# Two years after it opened in 2014, the bridge was shut in 2016
LED: Final = (
    ("later", lazy(rf"{MERELY}{L} after {GAP}{{0,80}}?{A}, {GAP}{{1,80}}?{B}", needs=("@ after ",))),
    ("earlier", lazy(rf"{MERELY}{L} before {GAP}{{0,80}}?{A}, {GAP}{{1,80}}?{B}", needs=("@ before ",))),
)
AGO: Final = (
    lazy(rf"{L} ago(?:,? \(?| [-–—] )(?:back )?{_IN}{A}", needs=("@ ago",)),
    lazy(rf"\b(?:in|on|since|until|of|from) {A}(?:,| \(| [-–—]) ?{MERELY}{L} ago\b", needs=("@ ago",)),
)
_END: Final = r"(?= ?[.,;)]|\Z)"
SINCE: Final = (
    lazy(rf"\bfor the (?:first|second|third|last) time in {MERELY}{L}, since {A}{_END}", needs=("since @t",)),
    lazy(
        rf"\b(?:have|has|'s|'ve)\b{GAP}{{1,80}}?\b(?:for|spent|over the|in the) (?:past |last )?{MERELY}{L},? since {A}{_END}",
        needs=("since @t",),
    ),
    lazy(
        rf"\bsince {A}(?:,| [-–—]| \() ?(?:for |a (?:period|span|total) of |that is |or |a )?{MERELY}{L}{_NOT_SPAN}(?= ?[.)]|\Z)",
        needs=("since @t",),
    ),
)
