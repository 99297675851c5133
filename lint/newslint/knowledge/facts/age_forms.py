"""How news writes ages, births and deaths: the patterns, and the number that each holds."""

from __future__ import annotations

import re
from typing import Final

from newslint.knowledge.calendars import MONTHS
from newslint.knowledge.numbers import in_words
from newslint.patterns import lazy

_ONE: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS: Final = (
    rf"(?:(?:a|one) hundred(?: and (?:{_ONE}|ten|twenty|thirty))?|(?:{_TENS})(?:[-‐‑ ](?:{_ONE}))?|ten|eleven|twelve|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen|{_ONE})"
)
NUMBER: Final = rf"(?P<age>(?<![\d.,])\d{{1,3}}(?![\d%]|[.,:/]\d)|\b{_WORDS}\b)"
_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DATE: Final = rf"(?:(?:on )?(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH}) (?:(?P<us>\d{{1,2}}), )?)?"
YEAR: Final = r"(?P<year>(?:1[89]|20)\d\d)(?![\d%]|[-–]\d|,\d| (?:people|men|women|copies))"

# Right after a name: "X, 52," "X (52)" "X, aged 52" "X, who is 52".
AFTER = lazy(
    rf"(?:, (?:now |still |just |only |who(?: is|[’']s) |aged? )*(?P<age>\d{{1,3}}|{_WORDS})"
    r"(?:(?P<old> years old)|,(?! ?\d)|\.(?=[\"”’']?(?:\s|$))|;|:|(?= and | this (?:week|month|year)\b)|"
    r"(?= ?[—–])|(?=[\"”’]))"
    r"| \((?:aged? )?(?P<bracketed>\d{1,3})\)(?=[,.;:]| (?:and|of|from|who|is|was|has|had|said|says|in|won|made|"
    r"called|told|lives|lived|works|worked|died|pleaded|appeared|admitted|denied|claimed|added)\b))"
    r"(?! (?:million|billion|percent|per cent|yards?|times|points?|votes?|to)\b)"
)
YEAR_OLD = lazy(
    rf"(?<![\d.,–-])(?P<age>\d{{1,3}}|\b{_WORDS})[-‐‑– ](?:year|yr)[-‐‑– ]old\b(?! (?:boys|girls|men|women|"
    rf"children|people|players|students)\b)"
)
# Between "52-year-old" and the name that it belongs to: nouns, titles and a comma.
_NO_NOUN: Final = (
    "who|whose|was|were|is|are|had|has|have|of|from|and|or|in|at|to|for|by|with|on|that|when|as|said|says|told|but|if|the|a|an|"
    "his|her|their|after|before|named|called|into|than|about|against|over"
)
TO_NAME = lazy(
    rf"(?: (?!(?:{_NO_NOUN})\b)[^\W\d_][\w’'-]*(?: (?:of|from|and)(?= [a-z’'-]+ ))?){{0,5}},? "
    rf"(?:[A-Z][\w’'.-]* ){{0,4}}\Z"
)
# A verb whose subject's age it says: "is 52", "was 30 when", "turned 60", "will be 70".
IS = lazy(
    rf"(?P<verb>is|was|[’']s|will be|turns|turned|will turn|is turning|would have been)(?: now| then| only| just| still|"
    rf" already|,? (?:now,? )?in (?P<in>(?:19|20)\d\d),)* {NUMBER}(?P<old> years? old|[- ]years?[- ]of[- ]age)?"
    r"(?=[,.;:]|\s*$| (?:when|and|in|on|at|years(?! (?:older|younger|senior|junior|ahead|behind|away|"
    r"apart))|now|this|last|next|today|but)\b| [—–])"
)
AT = lazy(
    rf"\b(?:[Aa](?:t(?: the (?:ripe old )?age of| age| just| only)*|ged?)|"
    rf"lived to(?: be)?) (?P<n>{NUMBER})(?! ?(?:a\.?m|p\.?m|o[’']clock|percent|per cent|"
    r"years\b|months|miles|points|degrees|million|billion|-|–|:|[A-Z])|(?:, \d{1,3})*,? and \d{1,3}\b)"  # "children aged 9 and 12"
)
DIED = lazy(
    r"\b(?:died|dies|has died|dead|passed away|was killed|drowned)\b(?P<between>[^.;\n]{0,60}?)[, ]"
    rf"(?:(?:at )?(?:the )?(?:age of|aged?)|at) {NUMBER}(?! (?:Downing|km|miles|a\.?m|p\.?m|percent|o[’']clock|"
    rf"hours|locations|-)|-|:|%)"
)
BORN = lazy(
    r"\b(?P<verb>[Bb]orn|[Hh]atched|[Ff]oaled|b\.)(?! again)(?P<between>(?: and raised)?(?:,? (?:in|at|near|to|"
    r"into|outside|on) "
    rf"(?!{_MONTH}|(?:18|19|20)\d\d)[^.;()\n\d]{{1,80}}?)?)(?:,? in| on|,)? {_DATE}{YEAR}",
    needs=("orn|atched|oaled|b.", "18|19|20"),
)
_ORDINAL: Final = r"(?P<nth>\d{1,3})(?:st|nd|rd|th)"
BIRTHDAY = lazy(
    rf"\b(?P<lead>(?:before|short of|shy of|eve of|ahead of|approaching|until|will (?:mark|celebrate)|on|after|"
    rf"since|marked|marks|celebrated|celebrates|celebrating)) "
    rf"(?:his|her) {_ORDINAL} birthday\b"
)
BEFORE: Final = frozenset(
    {"before", "short of", "shy of", "eve of", "ahead of", "approaching", "until", "will mark", "will celebrate"}
)
SINCE = lazy(
    rf"\bsince (?:he|she) was {NUMBER}(?: years old)?,? [^.;()\d]{{0,30}}?for (?:the (?:last|"
    rf"past) )?(?P<span>\d{{1,2}}|{_WORDS}) years",
    needs=("since he was |since she was ",),
)
FOR_SINCE = lazy(
    rf"\bfor (?:the (?:last|past) )?(?P<span>\d{{1,2}}|{_WORDS}) years[^.;()\d]{{0,40}}? since (?:he|she) was {NUMBER}\b",
    needs=("since he was |since she was ",),
)
AGO = lazy(rf"[^.;()]{{0,60}}?\b(?P<ago>\d{{1,2}}|{_WORDS}) years ago\b", needs=(" years ago",))
DECADES: Final = tuple(ten.replace("y", "ies") for ten in _TENS.split("|"))
BAND = lazy(
    r"\b(?P<band>(?:quinqua|sexa|septua|octo|nona)genarian|centenarian|teenager)\b|\bin (?:his|her) (?:(?:early|"
    r"mid|late)[- ])?"
    rf"(?:(?P<tens>[2-9]0)s|(?P<words>{'|'.join(DECADES)}))\b",
    re.IGNORECASE,
)
BANDS: Final = {
    "quinquagenarian": (50, 59),
    "sexagenarian": (60, 69),
    "septuagenarian": (70, 79),
    "octogenarian": (80, 89),
    "nonagenarian": (90, 99),
    "centenarian": (100, 115),
    "teenager": (13, 19),
}
OLDEST: Final = 115


def years(words: str) -> int:
    """The age that figures or words say; 0 if it is none."""
    number = int(words) if words.isdigit() else int(in_words(words.replace("‐", "-").replace("‑", "-")) or 0)
    return number if 0 < number <= 250 else 0


def band(hit: re.Match[str]) -> tuple[int, int]:
    """The lowest and highest age that "octogenarian" or "in her 50s" allows."""
    if hit["band"]:
        return BANDS[hit["band"].lower()]
    low = int(hit["tens"]) if hit["tens"] else int(in_words(hit["words"].replace("ies", "y")) or 0)
    return low, low + 9
