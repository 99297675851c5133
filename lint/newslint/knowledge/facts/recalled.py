"""Recalled words: whose words a quotation brings back: "Lee's remark that “…”", "“…”, as Lee put it", "Lee, whose “…”"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.cues import CUES
from newslint.patterns import compiled, lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.quotation import Quotation

# What people utter, as a noun that may be followed or preceded by the words themselves.
NOUNS: Final = (
    "account|accusation|admission|advice|allegation|analogy|announcement|answer|apology|appeal|argument|aside|assertion|"
    "assessment|assurance|barb|belief|boast|charge|claim|comment|comparison|complaint|concession|conclusion|confession|"
    "contention|conviction|crack|cry|declaration|defence|defense|definition|demand|denial|description|dictum|diagnosis|"
    "dig|email|estimate|evidence|exclamation|explanation|fear|forecast|gag|greeting|grumble|hope|image|insistence|"
    "invitation|jest|jibe|joke|judgement|judgment|lament|lesson|letter|line|maxim|memo|message|metaphor|moan|mot|motto|"
    "note|objection|observation|offer|one-liner|opinion|outburst|phrase|picture|plea|pledge|point|post|prediction|"
    "promise|punchline|question|quip|quote|rallying cry|reasoning|rebuke|recollection|refrain|rejoinder|remark|reply|"
    "report|resolve|response|retort|riposte|sentence|sentiment|slogan|sound bite|soundbite|speech|statement|story|"
    "submission|suggestion|summary|summing-up|taunt|testimony|text|theory|threat|toast|tweet|utterance|verdict|version|"
    "view|vow|warning|wisecrack|wish|word|yell"
)
_NOUN: Final = rf"(?:(?:{NOUNS})(?:s|es)?|(?:replies|testimonies|stories|theories|cries)|account)"
_PART: Final = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))*"
_TITLE: Final = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Sen|Rep|Gov|Gen|Cllr|Sgt|Capt|Rev)\.? )"
NAME: Final = rf"(?:{_TITLE}?{_PART}(?: (?:(?:de|da|van|von|al|bin|der|la) )?{_PART}){{0,3}})"
_ROLE: Final = r"(?:[Tt]he (?:[a-z-]+ ){0,2}[a-z-]+)"
_OWN: Final = r"(?:[Hh]is|[Hh]er)(?= own\b)"
_OF: Final = r"[’'](?:s\b)?"
_MIDDLE: Final = r"(?: (?!the |a |an )[a-z0-9-]+){0,3}"  # "Lee's much-repeated final remark"
# Between the noun and the words: nothing, or what leads over to them; "Lee's tweets about cases “make it harder”" does not.
_LEADS: Final = r"(?:[,:—–-]|\bthat(?: (?:came|went|ran|began|read|reads|it|he|she|they))?|\()"
_TAIL: Final = rf"(?P<tail>(?:[^.;!?“”\"\n]{{0,70}}?{_LEADS})?) ?"
_HELPS: Final = r"(?:had |has |once |later |first |then )*"
_BEFORE: Final = (
    rf"(?:(?P<owner>{NAME}|{_ROLE}){_OF}|(?P<own>{_OWN}))(?P<middle>{_MIDDLE}) {_NOUN}\b{_TAIL}$",
    (rf"\b[Tt](?:he|hat|his|hose|hese)(?: [a-z-]+){{0,2}} {_NOUN} (?:by|from|of) (?P<owner>{NAME}|{_ROLE})\b{_TAIL}$"),
    rf"(?P<owner>{NAME}|{_ROLE}), whose(?P<middle>{_MIDDLE})(?: {_NOUN}\b{_TAIL}| )$",
    rf"(?P<owner>{NAME}|{_ROLE}){_OF} $",
    rf"(?P<owner>{NAME}|{_ROLE}), (?:with|of) (?:his|her) {_NOUN}\b{_TAIL}$",
    rf"\b(?:[Ww]hat|[Ww]hen|[Bb]ecause|[Ii]f|[Ss]ince) (?P<owner>{NAME}|{_ROLE}|he|she) {_HELPS}(?P<cue>\w+)(?: \w+){{0,4}}? $",
    rf"(?P<owner>{NAME}|{_ROLE}),? who {_HELPS}(?P<cue>\w+)(?: \w+){{0,4}}?[,:]? ?$",
    rf"(?P<owner>{NAME}|{_ROLE}) (?:st(?:ood|ands|uck|icks) (?:by|to)|defended|regretted|apologi[sz]ed for|withdrew|took back"
    rf"|retracted|coined|uttered) (?:his|her|the) (?:{_NOUN}\b{_TAIL}|)$",
    rf"\b[Ii]n the words of (?P<owner>{NAME}|{_ROLE})(?P<tail>[,:]?) ?$",
)
_WHO: Final = rf"(?P<owner>{NAME}|{_ROLE})"
_AFTER: Final = (
    rf",? as {_WHO} (?:later |once |had |has |then |would )*(?P<cue>\w+)\b",
    (
        rf",? (?:which|that|words(?: that)?|a (?:phrase|line|remark|comment) (?:that )?) ?{_WHO} "
        rf"(?:had |has |once |then |later |first )*(?P<cue>\w+)\b"
    ),
    rf",? (?:is|was|were|are) (?:how|what) {_WHO} (?:had )?(?P<cue>\w+)\b",
    rf",? (?:is|was|were|are) (?P<owner>{NAME}|{_ROLE}){_OF}{_MIDDLE} {_NOUN}\b",
    (rf",? in (?P<owner>{NAME}|{_ROLE}){_OF}(?: [a-z-]+){{0,2}} (?:words?|phrase|description|view|telling|account)\b"),
    rf", (?:to (?:use|borrow|quote) )?(?P<owner>{NAME}|{_ROLE}){_OF}{_MIDDLE} {_NOUN}\b",
    rf",? (?:in )?the words of (?P<owner>{NAME}|{_ROLE})",
    rf",? (?:of|by|from) (?P<owner>{NAME}|{_ROLE})(?=[.,;:)]| (?:is|was|has|had|on|in|at)\b)",
    rf",? (?:was|were|is|are) (?:said|spoken|uttered|coined|written) by (?P<owner>{NAME}|{_ROLE})",
    rf",? (?:came|comes|comes|is|was) (?:from|by) (?P<owner>{NAME}|{_ROLE})",
    rf" (?:line|remark|comment|phrase|quip|speech|joke|moment) (?:of|by|from) (?P<owner>{NAME}|{_ROLE})",
    rf"[^.“”\"]{{0,40}}\bhe(?:ard|ars?) (?P<owner>{NAME}) say (?:it|that|this|so)\b",
)
_BEGINS: Final = lazy(r"(?<![\w’'-])(?:[A-ZÀ-Þ]|[Tt]h|wh|because|if|since|it|in the|[Hh](?:is|er) own)")
_FIRST: Final = lazy(r"\w+(?:[’']\w+)?")
_WORD: Final = lazy(r"[a-z]+")
_PUTS: Final = CUES | set(
    "put puts had has phrased used coined meant means talked joked referred dismissed described summed termed dubbed branded "
    "labelled hailed likened compared apologised apologized spoke complained blurted".split()
)
# How words that say something begin; "Lee's words “belong to the ages”" are about Lee's words.
_BEGINNINGS: Final = frozenset(
    "i we you they he she it the a an this that these those there here my our your his her their its no not nobody nothing "
    "everyone everything everybody if when what why how who where people one never always in on at from for with after before "
    "let do don't is are was were will can".split()
)
_CAPITAL_WITHIN: Final = lazy(r"(?<=[a-z] )[A-ZÀ-Þ][a-z]+ (?:had |has |would |later )?(?:\w+ly )?$")
_THAT: Final = 4  # words between a verb of saying and its "that"
_REACH: Final = 150  # code points before the marks in which an owner is looked for


def recalled(document: Document, quotation: Quotation) -> Span | None:
    """The span of whoever's words the sentence says that a quotation is, as a possessive or a relative clause; else None."""
    segment = document.segment_at(quotation.start)
    if segment is None:
        return None
    text = document.prose.text
    first = max(document.sentence_at(quotation.start).start, segment.start, quotation.start - _REACH)
    return _before(text, first, quotation.start) or _after(text, quotation.end, segment.end)


def _before(text: str, start: int, stop: int) -> Span | None:
    found: list[tuple[int, int]] = []
    for pattern in map(compiled, _BEFORE):
        for begin in _BEGINS.finditer(text, start, stop):
            hit = pattern.match(text, begin.start(), stop)
            if hit is not None and _fits(text, start, stop, hit):
                name = "own" if hit.groupdict().get("own") else "owner"
                found.append(hit.span(name))
    return Span(*max(found)) if found else None


def _fits(text: str, start: int, stop: int, hit: re.Match[str]) -> bool:
    verb = hit.groupdict().get("cue", "said") in _PUTS
    return verb and _binds(hit) and _says(text, stop, hit) and not _reported(text, start, hit)


def _reported(text: str, start: int, hit: re.Match[str]) -> bool:
    """Whether the words are the predicate of what somebody says of the noun: "he said that Lee's question “goes too far”"."""
    if hit.groupdict().get("tail"):
        return False
    words = _WORD.findall(text, start, hit.start())
    return any(word in CUES and "that" in words[at + 1 : at + 1 + _THAT] for at, word in enumerate(words))


def _says(text: str, stop: int, hit: re.Match[str]) -> bool:
    """Whether the words behind a noun without a mark or "that" between begin like something that one says."""
    groups = hit.groupdict()
    if groups.get("tail") or groups.get("cue"):
        return True
    first = _FIRST.match(text, stop + 1)
    capital = first is not None and first[0][0].isupper() and "tail" in groups
    return first is not None and (capital or first[0].lower().replace("’", "'") in _BEGINNINGS)


def _binds(hit: re.Match[str]) -> bool:
    """Whether nothing between the noun and the words says that somebody else spoke."""
    groups = hit.groupdict()
    between = f"{groups.get('middle') or ''} {groups.get('tail') or ''}"
    return CUES.isdisjoint(_WORD.findall(between)) and not _CAPITAL_WITHIN.search(between)


def _after(text: str, start: int, end: int) -> Span | None:
    for pattern in map(compiled, _AFTER):
        hit = pattern.match(text, start, end)
        if hit is not None and hit.groupdict().get("cue", "said") in _PUTS:
            return Span(*hit.span("owner"))
    return None
