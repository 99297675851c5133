"""Exception forms: how an article says that all did something, or nobody did, and how that somebody did otherwise."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newslint.patterns import lazy

_N: Final = r"(?:\d+|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty))"
_MEMBERS: Final = (
    r"(?:members?|councill?ors?|governors?|directors?|trustees|commissioners|supervisors|senators|judges|justices|lawmakers|"
    r"deputies|partners|shareholders|jurors|MPs|ministers|countries|states|clubs|parties|delegates|aldermen|selectmen|"
    r"(?:council|board|committee|school board|city council)(?:wo)?m[ae]n|(?:council|board|committee) members)"
)
_COUNTS: Final = r"(?:counts?|charges?|offences|offenses|indictments)"
_ACCUSED: Final = (
    r"(?:men|women|defendants|accused|officers|soldiers|suspects|people|police officers|executives|traders|brothers)"
)
_ABOARD: Final = r"(?:on board|aboard|inside|in (?:the|a) (?:car|van|plane|helicopter|boat|house|bus))"
_NOBODY: Final = r"(?:[Nn]o ?body|[Nn]o one|[Nn]o-one|[Nn]one (?:of \w+(?: \w+)?))"


_VERDICTS: Final = (("guilty", "convict"), ("acquit", "cleared", "not guilty", "exonerat"))


class Family(NamedTuple):
    """A kind of occasion: how an article says that all did something or nobody did, and how that somebody did otherwise.

    An article has neither without one of each of two sets of `words`: then no pattern is asked. `far` is the greatest number of
    sentences between the two.
    """

    name: str
    words: tuple[tuple[str, ...], tuple[str, ...]]
    every: re.Pattern[str]
    one: re.Pattern[str]
    far: int


FAMILIES: Final = (
    Family(
        "vote",
        (("vote", "unanim"), ("against", "dissent", "voted no", "vote no", "opposed", "held out")),
        lazy(
            r"\b[Uu]nanimous(?:ly)?\b(?! consent)|\b[Ww]ithout (?:a (?:single )?)?(?:dissent\w*|"
            r"opposition|dissenting vote|vote against)\b|"
            rf"\b(?:{_NOBODY}|[Nn]o {_MEMBERS}) (?:\w+ )?(?:voted against|opposed|dissented)\b|"
            rf"\b(?:[Aa]ll|[Ee]very|[Ee]ach)(?: of)?(?: the| its)?(?: {_N})?(?: of the)?(?: [a-z-]+)? ?{_MEMBERS}(?: present)? "
            r"(?:\w+ )?(?:voted (?:for|in favou?r|to approve|yes)|backed|approved|supported|endorsed|(?:was|were) in favou?r)\b|"
            r"\bvotes? to (?:nil|none|nothing|zero|nought)\b"
        ),
        lazy(
            r"\b(?:voted|votes|voting|vote)(?: \w+)?,? (?:against|no|nay)\b|\bcast (?:the|a|her|his|"
            r"their) (?:[a-z]+ ){0,2}(?:votes?|ballot)(?: \w+)? against\b|"
            rf"\b(?:only|lone|sole|single|one) (?:vote|voice|{_MEMBERS}|no vote|"
            rf"dissent\w*)\b[^.;]{{0,30}}? (?:against|to oppose|opposed|to vote no|to dissent)\b|"
            r"\b(?:who|and|she|he|[A-Z]\w+) (?:alone )?(?:dissented|held out against|opposed (?:it|(?:the|that|this) \w+))\b|"
            r"\b(?:[Tt]he|a|one|lone|sole|only) dissent(?:er|ing (?:vote|voice))\b|\bvotes? against(?: it)?(?=[.,;])"
        ),
        25,
    ),
    Family(
        "counts",
        _VERDICTS,
        lazy(
            rf"\b(?:guilty|convicted|convictions?)(?: \w+){{0,3}}? (?:of|on|to) (?:all|every one of|each of)(?: of)?"
            rf"(?: the| his| her| their)?(?: [\w-]+)? ?{_COUNTS}\b"
        ),
        lazy(
            rf"\b(?:acquit(?:ted|s|ting)|cleared|found not guilty|exonerated)(?: (?:him|her|them|[A-Z]\w+))? (?:of|on) "
            rf"(?:the |a )?(?:{_N}|some|several|other|most|first|second|third|last|remaining)(?: of the)?(?: \w+)? {_COUNTS}"
        ),
        15,
    ),
    Family(
        "accused",
        _VERDICTS,
        lazy(
            rf"\b[Aa]ll(?: of)?(?: the)?(?: {_N})?(?: \w+)? ?(?:{_ACCUSED} )?(?:were|have been) (?:found guilty|convicted)\b|"
            rf"\bconvict(?:ed|s|ing) (?:all|each)(?: of the)?(?: {_N})?(?: \w+)? ?{_ACCUSED}"
        ),
        lazy(r"\b(?:acquitted|cleared|found not guilty|exonerated)(?: (?:him|her|them|[A-Z]\w+))?(?=[.,;]|$)"),
        15,
    ),
    Family(
        "acquittal",
        _VERDICTS,
        lazy(
            rf"\b(?:acquitted|cleared|not guilty|exonerated)(?: \w+){{0,2}}? (?:of|on) (?:all|every one of|"
            rf"each of)(?: of)?(?: the| his| her| their)?(?: [\w-]+)? ?{_COUNTS}\b"
        ),
        lazy(
            r"\b(?:found|pleaded|pled) (?:\w+ )?guilty (?:of|on|to) (?:one|two|three|the one|a)\b|"
            r"\bconvicted of (?:one|two|three|a)\b|\bfound (?:him|her|them) guilty\b"
        ),
        10,
    ),
    Family(
        "survival",
        (("surviv", "alive"), ("no survivors", "survived", "aboard", "on board", "inside", "in the", "in a")),
        lazy(
            rf"\b(?:[Tt]here (?:were|was|are) |[Ww]ith |[Ll]eft |[Ff]ound |leaving )?[Nn]o survivors\b|"
            rf"\b{_NOBODY} (?:\w+ )?survived\b|"
            rf"\bkill(?:ed|ing) (?:all|everyone|everybody|every one)(?: of the)?(?: {_N})?(?: [\w-]+){{0,3}}? {_ABOARD}\b|"
            rf"\b(?:[Aa]ll|[Ee]veryone|[Ee]verybody)(?: of the)?(?: {_N})?(?: [\w-]+){{0,3}}? {_ABOARD} "
            rf"(?:was|were|had|have)? ?(?:been )?(?:killed|died|dead|perished|drowned|lost)\b"
        ),
        lazy(
            rf"\b(?:[Oo]nly|[Ll]one|[Ss]ole|{_N}|[Aa]|[Tt]he|[Ss]ome|[Ss]everal)(?: [a-z]+)? survivors?\b|"
            rf"\bsurvived the (?:crash|accident|sinking|wreck|fire|collision|capsize|disaster)\b|"
            r"\b(?:pulled|found|rescued|dragged)(?: \w+)? alive\b"
        ),
        12,
    ),
    Family(
        "harm",
        (
            ("hurt", "injur", "harmed"),
            ("no one", "nobody", "no-one", "none of", "no injuries", "no reports of injuries", "without"),
        ),
        lazy(
            rf"\b{_NOBODY}(?: else)? (?:was|were|has been|had been|is) (?:[a-z]+ )?(?:hurt|injured|harmed)\b|"
            r"\b(?:[Tt]here (?:were|was|are) |[Ww]ith |reported )?no (?:reports of )?injuries\b|"
            r"\b[Ww]ithout (?:any )?injur(?:y|ies)\b"
        ),
        lazy(
            r"\b(?:was|were|being|been) (?:\w+ly )?(?:hurt|injured|wounded)\b|\btreated (?:\w+ )?(?:(?:in|"
            r"at) (?:the |a )?(?:\w+ )?hospital|for (?:burns|injuries|smoke|shock|cuts|minor|a ))|"
            r"\binjur(?:ing|ed) (?:one|two|three|four|five|six|a|an|the|\d+|several|dozens)\b|\btaken to "
            r"(?:the |a )?hospital with\b"
        ),
        5,
    ),
)
