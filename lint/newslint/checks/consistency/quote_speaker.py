"""quote-speaker: the same words in quotation marks, given to two people."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import known_names, name_distance
from newslint.knowledge.attribution import attributions
from newslint.knowledge.cues import CUES
from newslint.knowledge.names import mentions, plain
from newslint.knowledge.people import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.quotation import Quotation
    from newslint.knowledge.people import Person

_NAME: Final = r"(?:[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:de|da|van|von|al|bin|der|la) )?[A-ZÀ-Þ][\w’'-]*\.?){0,4})"
_CUE: Final = "|".join(sorted(CUES, key=lambda word: (-len(word), word)))
# Beside what `attribution` reads: "the words “…”, which X had said", "the remark by X that “…”", "when she heard X say it".
_AFTER: Final = re.compile(rf",? (?:which|that|as) ({_NAME}) (?:had |has |once |then |later )?(?:{_CUE})\b")
_HEARD: Final = re.compile(rf"[^.]{{0,40}}\bhe(?:ard|ars?) ({_NAME}) say (?:it|that|this|so)\b")
_BEFORE: Final = re.compile(
    rf"\b(?:remark|comment|words|line|phrase|claim|statement|warning|complaint|joke)s? (?:by|of"
    rf"|from) ({_NAME}),? (?:that|:)? ?$"
)
# Where the text says that words were said twice, learnt by heart, read out or passed on, two speakers are right.
_SHARED: Final = re.compile(
    r"\b(?:(?<!being )(?<!be )(?<!been )repeat\w*|echo\w*|same|both|each|chant\w*|s[au]ng|sing\w*|slogan|motto|oath"
    r"|recit\w*|retweet\w*|quot\w*|cit(?:e|es|ed|ing)|in the words of|borrow\w*|paraphras\w*|"
    r"read(?:s|ing)?|letter|caption|parrot\w*|agree[ds]?\b|swor\w+|together|famous\w*)\b",
    re.IGNORECASE,
)
# A speaker is a name by itself: not "the head of X", "a Clinton delegate", "the X spokesman".
_HEADED: Final = re.compile(r"\b(?:of|to|about|against|with|for|an?|the|than|like|from)(?: [a-z]+)? $")
_ALONE: Final = re.compile(
    rf"(?:[’']s)?(?:[,.;:(–—\]]|$| [(“\"‘'–—]| (?:{_CUE}|has|had|have|later|then|once|also|in|on|at|during|via|who"
    rf"|that|when|as|say)\b)"
)
_PRESENTED: Final = re.compile(r", (?:an? [a-z]|who |\d\d\b)")
_FEWEST: Final = 5  # words: shorter ones are said by many
_CUT: Final = re.compile(r"[.!?][”\"’]?\s|\n")  # the sentence of the quotation ends
_OPENING: Final = 20  # letters by which a quotation is known at first sight
_REACH: Final = 90  # code points around the marks
_MOST: Final = 500  # quotations looked at: a bound on hostile input


class QuoteSpeaker(Check, frozen=True, kw_only=True):
    """Quotations of five words or more; speakers count where a cue names somebody whose full name the text gives."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other", "quotation"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """The opening marks."""
        return ("“", '"', "‘", "'", "«", "„")

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each quotation that comes back under another name: at the later name."""
        document = unit.document
        for earlier, later in self._repeated(document):
            one, other = _speaker(document, earlier), _speaker(document, later)
            if one and other and _two_people(document, one, other) and not _shared(document, earlier, later):
                yield _match(document, one, other, later)

    def _repeated(self, document: Document) -> Iterator[tuple[Quotation, Quotation]]:
        """Pairs of quotations with the same words, or the words of one in the other."""
        text = document.prose.text
        outermost = (
            q for q in document.reading.quotations if q.depth == 0 and q.mark
        )  # a turn of a transcript is no quotation
        again = (q for q in islice(outermost, _MOST) if _comes_again(document, q))
        said = [(quotation, _words(text[quotation.start : quotation.end])) for quotation in again]
        for number, (later, words) in enumerate(said):
            for earlier, others in said[:number]:
                shorter, longer = sorted((words, others), key=len)
                if shorter.count(" ") > _FEWEST and shorter in longer:
                    yield earlier, later
                    break


_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")


def _words(text: str) -> str:
    """The words of a text in lower case, each between spaces."""
    return f" {' '.join(_WORD.findall(text.lower().replace('’', chr(39))))} "


def _comes_again(document: Document, quotation: Quotation) -> bool:
    """Whether the first letters of a quotation, or of one that contains it, occur twice in the article: a cheap test."""
    view = document.folded()
    start = view.locate(quotation.start) + 1
    return quotation.end - quotation.start > _OPENING and view.text.count(view.text[start : start + _OPENING]) > 1


def _speaker(document: Document, quotation: Quotation) -> Span | None:
    """The speaker as written, by the cues above or by `attribution`."""
    text = document.prose.text
    segment = document.segment_at(quotation.start)
    if segment is None:
        return None
    for hit in (
        _AFTER.match(text, quotation.end, segment.end),
        _HEARD.match(text, quotation.end, min(segment.end, quotation.end + _REACH)),
        _BEFORE.search(text, max(segment.start, quotation.start - _REACH), quotation.start),
    ):
        if hit is not None:
            return Span(*hit.span(1))
    found = next((a for a in document.derived(attributions) if a.quotation.start == quotation.start), None)
    return found.speaker if found is not None and found.how in ("after", "before") else None


def _two_people(document: Document, one: Span, other: Span) -> bool:
    """Whether two speakers are people whose full names the text gives, with surnames that are no slip for each other."""
    first, second = _surname(document, one), _surname(document, other)
    return bool(first and second) and first != second and not name_distance.slip(first, second)


def _surname(document: Document, speaker: Span) -> str:
    """The surname of the speaker if the text gives the full name of a person, and nothing else; else nothing."""
    text = document.prose.text
    if _HEADED.search(text, max(speaker.start - 12, 0), speaker.start) or not _ALONE.match(text, speaker.end):
        return ""
    bare = next((m for m in document.derived(mentions) if m.start < speaker.end <= m.end), None)
    if bare is None:
        return ""
    surname = plain(bare.name[-1])
    if bare.name[-1] in known_names.public_surnames():
        return surname
    named = (person for person in document.derived(people) if plain(person.surname) == surname)
    return surname if any(_is_person(text, person) for person in named) else ""


def _is_person(text: str, person: Person) -> bool:
    given = known_names.given_names()
    return any(
        (m.full and m.name[0] in given) or m.honorific or m.title or _PRESENTED.match(text, m.end)
        for m in person.mentions
    )


def _shared(document: Document, *quotations: Quotation) -> bool:
    """Whether the text around says that the words were repeated, read out or said by both."""
    text = document.prose.text
    for quotation in quotations:
        before = _CUT.split(text[max(quotation.start - _REACH, 0) : quotation.start])[-1]
        after = _CUT.split(text[quotation.end : quotation.end + _REACH])[0]
        if _SHARED.search(before) or _SHARED.search(after):
            return True
    return False


def _match(document: Document, one: Span, other: Span, quotation: Quotation) -> Match:
    text = document.prose.text
    names = text[one.start : one.end], text[other.start : other.end]
    values = {"name": names[1], "other": names[0], "quotation": text[quotation.start : quotation.end]}
    return Match(other, values=values, related=(Compared(one),))
