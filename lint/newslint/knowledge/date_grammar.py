"""The grammar of dates in news copy, as patterns of folded text that `dates` puts together.

A date is a core (days and a month, or figures) with an optional year, and weekdays before or after it. Between weekday
and core there may be any of the fillers: commas, brackets, dashes, articles, times of day.
"""

from __future__ import annotations

from typing import Final

from newslint.patterns import lazy

MONTH: Final = (
    r"(?:jan(?:uary\b|\b\.?)|feb(?:ruary\b|\b\.?)|mar(?:ch\b|\b\.?)|apr(?:il\b|\b\.?)|may\b|"
    r"jun(?:e\b|\b\.?)|jul(?:y\b|\b\.?)|aug(?:ust\b|\b\.?)"
    r"|sept?(?:ember\b|\b\.?)|oct(?:ober\b|\b\.?)|nov(?:ember\b|\b\.?)|dec(?:ember\b|\b\.?))"
)
WEEKDAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)(?![\w'])\.?)"
)
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
        "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}
_SPELT: Final = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_RANGE: Final = r"(?: ?[-–—/&] ?| (?:to|through|until|till) (?:the )?)"
_AND: Final = r",? (?:and|or|&) (?:the )?"
_YEAR: Final = r"(?:(?:,? ?|,? of |/|-)(?P<{0}year>\d{{4}})(?![\w%]|,\d)|,? ?'(?P<{0}short>\d\d)(?!\w|'))"
# March 3; March 3-5; March 3, 4 and 5; March the third
_MONTH_FIRST: Final = (
    rf"(?<![\w-])(?P<month>{MONTH}) ?(?P<days>{_DAY}(?![\w%:]|[.,]\d\d\d|-year)"
    rf"(?:(?:(?:, {_DAY})*{_AND}|{_RANGE}){_DAY}(?![\w%:]|[,.]\d| {MONTH}))?|the (?:{_DAY}|{_SPELT})\b)"
    rf"{_YEAR.format('m')}?"
)
# 3 March; the 3rd of March; 3-5 March; 3, 4 and 5 March; 3/Mar/2014; the third of March
_DAY_FIRST: Final = (
    rf"(?<![\w.,:/$£€-])(?P<ddays>(?:(?:{_DAY}, )*{_DAY}(?:{_AND}|{_RANGE}))?{_DAY}|(?<=the )(?:{_SPELT}))"
    rf"(?: day)?(?: of|/|-)? ?(?P<dmonth>{MONTH})(?! ?\d{{1,2}}\b(?![/-]))"
    rf"{_YEAR.format('d')}?"
)
# 2014-04-22, 2014/04/22; 22/04/2014, 04-22-2014, 22.04.2014; 22/04/14 only beside a weekday
_FIGURES: Final = (
    r"(?<![\w./-])(?P<iso>\d{4}(?P<isosep>[-/.])\d\d?(?P=isosep)\d\d?)(?![\w-]\d|\d|[/.]\d)"
    r"|(?<![\w./-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<nyear>(?:(?:19|20)\d)?\d\d?)(?![\w/]|\.\d|-\d)"
)
DATE: Final = lazy(rf"{_MONTH_FIRST}|{_DAY_FIRST}|{_FIGURES}")

_CLOCK_TIME: Final = (
    r"\(?(?:at |from |by )?"
    r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?- ?\d{1,2}(?:[:.]\d\d)?)? ?(?:[ap]\.?m\b\.?|hrs?\b|h\b)|\d{1,2}[:.]\d\d|noon)"
    r"(?: (?:gmt|bst|utc|[ecmp][sd]?t|local time))?\)?"
)
_FILLER: Final = (
    r"(?:,| \(|\(| [-–—] | ?[–—] ?|,? (?:on|the)\b"
    rf"|,? (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|lunch)\b|,? {_CLOCK_TIME})"
)
_SERIES_MARK: Final = r"(?:,? ?(?:and|or|to|through|until|till|&) | ?[-–—/] ?|, )"
# One weekday or a series of them, fillers, and then the date.
BEFORE: Final = lazy(
    rf"(?<!\w)(?<![a-z]-)(?P<weekdays>(?:{WEEKDAY}{_SERIES_MARK}){{0,3}}{WEEKDAY})(?P<gap>{_FILLER}{{0,4}} ?)\Z"
)
# What may not stand before the weekday: it goes on a series that the pattern did not take.
GOES_ON: Final = lazy(rf"{WEEKDAY}(?:{_SERIES_MARK}| ?[,;] ?)(?:(?:this|the|last|next|following) )?\Z")
# The weekday of the first day of a stretch: "Friday 19 to Sunday 21 January".
LED_BY: Final = lazy(
    rf"(?<![\w-])(?P<weekday>{WEEKDAY}),? (?:the )?(?P<day>{_DAY})(?: ?[-–—] ?| (?:to|and|until|through) )\Z"
)
_WHOLE: Final = r"(?P<{0}>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
AFTER: Final = lazy(
    rf"(?: ?\((?:also |which was |it was )?(?:an? )?{_WHOLE.format('bracketed')}(?=[),;])"
    rf"|(?:,|,? ?[–—]| -) (?:also )?(?:which (?:was|is) )?an? {_WHOLE.format('called')}(?=[.,;:)]| ?[–—-]|\s*\Z|\n)"
    rf"|,? (?:was|is|fell on|falls on|will be|lands on|will fall on) an? {_WHOLE.format('said')}"
    rf"|,? (?:fell|falls|will fall) on (?:an? )?{_WHOLE.format('fell')}"
    rf"|,? {_WHOLE.format('listed')}(?=[.;:)]|\s*\Z|\n|,(?! ?(?:the )?(?:\d|{MONTH}|{WEEKDAY})| (?:and|or|to)\b)))",
    needs=("day",),
)
RELATIVE: Final = lazy(r",? (?:of )?(?P<which>last|this|next) year\b")
# Windows in which to look: plain sets of characters at the start, so that `re` can skip ahead.
_STEM: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
MONTH_AT: Final = (
    lazy(rf"{_STEM}[a-z.]* ?(?:\d|the [a-z\d])"),
    lazy(rf"\d(?:st|nd|rd|th)?(?: day)?(?: of|/|-)? ?{_STEM}"),
    lazy(rf" of {_STEM}"),
)
FIGURES_AT: Final = lazy(r"\d{1,4}[-/.]\d{1,2}[-/.]\d")
# What may follow a date without a year; any other word ("June 31 people", "Jan. 6 committee") makes it something else.
STOP: Final = lazy(
    r"(?:[,.;:!?)\]\"'”’—–]|-(?=\s)|\s*\Z|\n| (?:[—–(\"“‘-]|(?:a|about|after|against|ahead|and|as|"
    r"at|because|before|but|by|during|following|for|from|had|has|he|"
    r"if|in|inside|into|is|it|near|of|on|or|outside|over|she|shortly|since|than|that|the|then|"
    r"they|through|to|until|was|we|were|when|where|which|"
    r"while|who|will|with|without|would)\b))"
)
LED: Final = lazy(
    r"(?:\b(?:on|of|by|until|till|from|to|since|before|after|and|between|including|past|beyond|is|was|the|dated|due)|[,(–—-]) \Z"
)
AMOUNT: Final = lazy(r" ?(?:[ap]\.?m\b|percent|per cent|%|million|billion|thousand)")
# Numbers of issues and pages before a month: "issue 36 January 1999".
NUMBERED: Final = lazy(
    r"(?:\b(?:issue|no\.?|nos?\.|number|volume|vol\.?|part|chapter|episode|page|pp?\.|edition|series)|#) ?\Z"
)
OTHER_CALENDAR: Final = lazy(
    r"\b(?:julian|old style|hijri|hebrew calendar|islamic calendar|orthodox calendar|fiscal)\b|\bo\.s\.|\b(?:bce?|a\.?h)\b"
)
