"""Outlooks: what a sentence says is still to come or is past, and when.

Only what is bound word by word counts: the future and its verb right before the time ("will reopen in March 2019", "is due
to be finished by 2021"), or a verb of the past right before it ("was opened in 2031").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.knowledge.facts.telling import TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

_A: Final = TIME.format("a")
_PARTICIPLE: Final = r"(?:[a-z-]{3,}(?:ed|en|wn)|built|held|shut|put|cut|set|sold|made|paid|sent|left|lost|begun|brought|bought|told|read|done|rebuilt|sworn|drawn)"
_WILL: Final = (
    r"(?<!said )(?<!that )(?:(?:will|'ll|shall|is to|are to|is due to|are due to|is set to|are set to|is expected to|are expected to|is scheduled to|"
    r"are scheduled to|is slated to|are slated to|is planned to|are planned to|is likely to|hopes to|hope to|plans to|plan to|aims to|"
    r"intends to|is going to|are going to|should|expects to|expect to)"
    r"(?: (?:not|now|also|then|only|again|finally|formally|officially|probably|first|once more))?)"
)
_DUE: Final = r"(?:(?:is|are) (?:now |still |currently )?(?:due|scheduled|expected|planned|slated|pencilled in|booked|set)(?: for| to (?:take place|be held|be ready|begin|start|open|end|finish|return|be finished|be completed))?)"
_INTRANSITIVE: Final = (
    r"(?:open|reopen|close|begin|start|end|finish|return|expire|arrive|retire|resign|resume|air|premiere|launch|meet|sail|depart|"
    r"take effect|come into (?:force|effect)|take place|go on sale|go ahead|go to trial|stand trial|step down|happen|play|land|"
    r"fall|run out|come out|be (?:in place|ready|over|released|open|complete|available|back|there|held|out)|vote|appear|go live)"
)
_AT: Final = r"(?: (?:back|again|there|here|for good|early|late|there|next|only|to the public|its doors|on [a-z]+|in full))?,? (?:in|by|on|from|until|before|during|at the end of|as early as|no later than) (?:the )?"
# After a year that is not said of a noun ("based on 2019 returns").
_SHUT: Final = r"(?= ?[,.;:)–—]|\Z| (?:and|but|when|after|as|with|at|in|for|if|because|unless|following|so|or|under)\b)"
_COMING: Final = (
    re.compile(
        rf"\b{_WILL} (?:be (?:[a-z]+ly )?{_PARTICIPLE}(?: (?:by|with) [a-z -]{{2,30}})?|{_INTRANSITIVE}){_AT}{_A}{_SHUT}"
    ),
    re.compile(rf"\b{_DUE},? (?:in |by |on |from |for )?{_A}{_SHUT}"),
)
_NOT_TO_BE: Final = r"(?<!to be )(?<!will be )(?<!be )(?<!would )(?<!being )(?<!if )"
_GONE: Final = (
    re.compile(
        rf"(?:\b(?:was|were|had been)(?: [a-z]+ly)? (?P<verb>{_PARTICIPLE})|\b(?:which|who|it|he|she|they)(?: [a-z]+ly)? "
        r"(?P<active>opened|closed|died|began|started|ended|left|joined|won|lost|fell|rose|founded|retired|resigned|married|moved|bought|"
        rf"sold|took office|came to power|arrived|collapsed|sank|burned|crashed|launched|built))(?: [a-z]+)? (?:in|on|since|during) {_A}{_SHUT}"
    ),
)
_ARRANGED: Final = re.compile(
    r"\b(?:scheduled?|planned|due|set|expected|slated|supposed|meant|intended|postponed|delayed|moved|extended|pushed|dated|booked|"
    r"forecast\w*|predicted|projected|proposed|allocated|earmarked|budgeted|needed|required|promised|delivered|offered|"
    r"nominated|chosen|selected|picked|invited|signed up|contracted|reserved|listed|called|billed)\b"
)
_UNREAL: Final = re.compile(
    r"\b(?:would|if|could|might|may|imagine\w*|novel|films?|movies?|fiction\w*|series|drama|play|story|game|book|future|dystopi\w+|"
    r"predict\w*|forecast\w*|project\w*|model\w*|scenario|will|by then|timeline|fiscal|financial|season|school year|academic)\b"
)


class Outlook(Struct, frozen=True):
    """That something `comes` at a time, or that it is `gone`; [start, end) of the folded prose is the phrase."""

    kind: Literal["comes", "gone"]
    time: Time
    start: int
    end: int


def outlooks(said: Telling) -> Iterator[Outlook]:
    """What a sentence says is to come, or past, at a dated time."""
    for hit in (hit for pattern in _COMING for hit in pattern.finditer(said.text)):
        time = said.time(hit["a"])
        if time.dated and time.basis == "written":
            yield Outlook("comes", time, said.origin(hit.start()), time.end)
    for hit in (hit for pattern in _GONE for hit in pattern.finditer(said.text)):
        time = said.time(hit["a"])
        if time.dated and time.basis == "written" and not _ARRANGED.search(hit[0]) and not _UNREAL.search(said.text):
            yield Outlook("gone", time, said.origin(hit.start()), time.end)


def belied(one: Outlook, now: Moment | None) -> bool:
    """Whether the article's date shows that it is the other way round; a day is granted for time zones."""
    period = one.time.period
    if now is None or not now.whole or period is None or one.time.grain not in ("day", "month", "season", "year"):
        return False
    today = now.day.toordinal()
    return period.last < today - 1 if one.kind == "comes" else period.first > today + 1
