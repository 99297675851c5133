"""The grammar of times and durations in news copy, as patterns of folded text that `times` and `lapses` read."""

from __future__ import annotations

from typing import Final

from newslint.knowledge.date_grammar import MONTH, WEEKDAY
from newslint.knowledge.numbers import ONES
from newslint.patterns import lazy

_TENS: Final = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
NUMBER: Final = (
    rf"(?:(?:{_TENS})(?:-(?:{'|'.join(list(ONES)[1:10])}))?|{'|'.join(sorted(ONES, key=len, reverse=True))})"
)
_PART: Final = r"(?:(?:very )?(?:early|late|mid)(?: in)?[ -]|(?:the )?(?:start|beginning|middle|end|turn) of )"
YEAR: Final = r"(?:1[4-9]|20)\d\d"
_WHOLE_MONTH: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
# What makes four digits something else than a year.
_NO_YEAR: Final = (
    r"(?![\w%°]|[,.]\d|-\d|:\d|/\d| ?(?:m|km|kg|cm|mm|ft|metres?|meters?|miles?|feet|pounds|people|men|women|"
    r"children|words|hours?|hrs?|votes|jobs|homes|houses|acres|hectares|tonnes?|tons|troops|soldiers|seats|gmt|bst|et|"
    r"yards|dollars|euros|students|pupils|cases|deaths|patients|workers|percent|per cent|million|square|kilomet\w+)\b)"
)
_IN: Final = "in, since, until, till, by, from, to, through, between, and, of, during, before, after"
_AFTER_A_WORD: Final = "|".join(rf"(?<={word} )" for word in _IN.split(", "))
# One alternative for each way to say when; `times` reads the groups.
TIME: Final = lazy(
    r"(?<![\w$£€])(?:"
    r"(?P<clock>(?<![:.,])(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?|noon\b|midnight\b|"
    r"(?<![\d:.,-])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:]|-\d| ?[ap]\.?m\b))"
    rf"|(?P<century>(?:the )?{_PART}?(?P<nth>\d{{1,2}})(?:st|nd|rd|th)[ -]centur(?:y|ies))"
    rf"|(?P<decade>(?:the )?{_PART}?(?P<tens>(?:1[5-9]|20)\d)0'?s\b)"
    rf"|(?P<monthyear>(?:the )?{_PART}?(?P<month>{MONTH}),? (?:of )?(?P<myear>{YEAR}){_NO_YEAR})"
    rf"|(?P<season>(?:the )?{_PART}?(?P<quarter>spring|summer|autumn|fall|winter),? (?:of )?(?P<syear>{YEAR}){_NO_YEAR})"
    rf"|(?P<pair>{YEAR}[-–/]\d\d(?!\d|[-/]))"
    rf"|(?P<year>{_PART}?(?P<yyyy>{YEAR}){_NO_YEAR})"
    r"|(?P<relative>(?P<which>(?:last|this|next)(?! day)|the (?:previous|following|same|next)) "
    r"(?P<unit>day|week|month|year|decade)\b(?!'s|-)"
    r"|the (?P<unit2>day|week|month|year|decade) (?P<side>before|after)(?= ?[,.;:)(–—]|\Z| (?:in|on) \d)"
    r"|(?P<same>that (?:same )?(?:month|year))\b(?!'s|-))"
    r"|(?P<deictic>yesterday|today|tomorrow)\b(?!'s)"
    r"|(?P<weekday>(?P<order>(?:last|next|this|the (?:following|previous|next)) )?"
    rf"(?P<name>{WEEKDAY})(?! (?:and|to|or) {WEEKDAY}))"
    rf"|(?P<bare>(?:(?P<mwhich>last|next|this|the (?:following|previous)) |(?<=\()|{_AFTER_A_WORD})"
    rf"{_PART}?(?P<mname>{_WHOLE_MONTH})\b(?! ?\d|'s|-))"
    r")"
)
UNIT: Final = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)"
_COUNT: Final = rf"\d{{1,3}}(?:\.\d)?|{NUMBER}(?:[ -](?:hundred))?|half an?|an?(?: whole| full)?|a couple of|a dozen"
# What may come between the two: how long it felt.
_HOW: Final = (
    "(?:full|long|whole|straight|more|consecutive|successive|calendar|working|happy|hard|difficult|turbulent|tumultuous|stormy|"
    "eventful|successful|fruitful|lean|gruelling|grueling|unbroken)"
)
# A duration: its number, unit and, of two units, the second.
LAPSE: Final = lazy(
    rf"(?<![\w.,$£€/])(?<!\d-)(?:(?P<n>{_COUNT})(?P<half> and a half)?"
    rf"[ -](?:{_HOW} )?(?P<unit>{UNIT})s?(?P<half2> and a half)?"
    rf"(?:,? (?:and )?(?P<m>\d{{1,3}}|{NUMBER})[ -](?P<unit2>minute|day|week|month)s?\b)?"
    r"|(?P<once>fortnight|(?<=the )decade))(?![\w%]|[ -]old\b)"
)
