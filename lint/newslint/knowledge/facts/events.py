"""Events: what a headline or a sentence says came of what: an outcome, the words on both sides of it, polarity, modality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.cues import CUES
from newslint.knowledge.facts.outcomes import Hit, Outcome, outcomes
from newslint.knowledge.headline import says_something, stem
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document

_WORD: Final = lazy(r"[^\W_]+(?:['-][^\W_]+)*|[,;:.!?()–—]")
_NOT: Final = frozenset(
    "not never no cannot nobody none nor neither without refuse refuses refused refusing fail fails failed failing decline "
    "declines declined unable deny denies denied denying far short lest avoid avoids avoided ".split()
)
# What makes a statement a wish, a plan of others or a guess.
_OPEN: Final = frozenset(
    "may might could would should if whether unless urge urges urged urging call calls called calling want wants wanted ask asks "
    "asked bid hope hopes hoped fear fears feared threat threaten threatens threatened consider considers considering mull mulls "
    "weigh weighs propose proposes proposed try tries tried trying attempt attempts attempted nearly almost seek seeks sought "
    "demand demands demanded how why what vow vows vowed promise promises promised tell tells told warn warns warned "
    "help helps helped likely unlikely expected must need needs wish wishes wished".split()
)
# What shows that a clause is about another event, of another time.
_ASIDE: Final = frozenset(
    "after before when until till despite because since following amid though although once than like "
    "despite ahead during earlier previously last ago".split()
)
_WHO: Final = frozenset({"who", "which", "whose", "where", "that"})
_JOINS: Final = frozenset("and but while as or so".split())
_BE: Final = frozenset("is are was were be been being get gets got".split())
_RELATIVE: Final = 5  # words before the outcome in which a relative clause would be its own
_SUBJECT: Final = 4
_NEGATED: Final = 3  # words before the outcome in which a negation is its own
# A date right after it: the event may have been undone since.
_THEN: Final = lazy(
    r"ago|earlier|previously|originally|back|(?:19|20)\d\d|january|february|march|april|june|july|august|september|october"
    r"|november|december"
)
_SOON: Final = 5  # words after the outcome in which a date is looked for
_NOUN_NEXT: Final = frozenset("no a an the this that these its their his her our for of in on with at by from".split())
_NEAR: Final = 5  # words before "that" in which a verb of saying is looked for


class Word(NamedTuple):
    """A word or mark of a stretch: [start, end) in the prose, folded, and its stem ("" for a mark or an empty word)."""

    start: int
    end: int
    text: str
    stem: str


class Event(Struct, frozen=True):
    """An outcome in a stretch: where it is, what it may mean, and the stems on either side, in order.

    `near` are the last stems before it in its clause, its subject as a rule. `marks` say what else is known of it:
    `negated`; `unsure` (a wish, a guess, a question); `aside` (its clause is about another event); `dated` (a date follows it:
    the event may have been undone since); `passive` (after a form of "be" or before "by"); `past` (may be a participle);
    `noun` (after an article or preposition); `inflected` (with a verb's ending).
    """

    span: Span
    outcomes: tuple[Outcome, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    near: tuple[str, ...]
    marks: frozenset[str]

    def has(self, mark: str) -> bool:
        """Whether one of `marks` is known of it."""
        return mark in self.marks


def words(document: Document, span: Span) -> list[Word]:
    """The words and marks of a span of the prose."""
    text = document.prose.text[span.start : span.end].lower().replace("’", "'").replace("‘", "'")
    return [_word(hit, span.start) for hit in _WORD.finditer(text)]


def _word(hit: re.Match[str], base: int) -> Word:
    word = hit[0]
    meant = word[0].isalpha() and says_something(word)
    return Word(base + hit.start(), base + hit.end(), word, stem(word) if meant else "")


def events(found: Sequence[Word], groups: frozenset[str] | None = None) -> Iterator[Event]:
    """The outcomes of a stretch, in order; only those of some groups, where these are named."""
    plain = [word.text for word in found]
    for hit in outcomes(plain):
        if _adverb(plain, hit):
            continue
        if groups is None or any(outcome.group in groups for outcome in hit.outcomes):
            yield _event(found, plain, hit)


def _adverb(plain: list[str], hit: Hit) -> bool:
    """Whether "up" or "down" belongs to a verb: "set up", but "is up", "up 3%", "up on last year"."""
    if plain[hit.first] not in ("up", "down") or hit.last - hit.first > 1:
        return False
    following = plain[hit.last] if hit.last < len(plain) else ""
    before = plain[hit.first - 1] if hit.first else ""
    return not (following in ("from", "on", "by") or following[:1].isdigit() or before in _BE)


def _event(found: Sequence[Word], plain: list[str], hit: Hit) -> Event:
    first = _clause(plain, hit.first)
    near = [word.stem for word in found[first : hit.first] if word.stem]
    return Event(
        Span(found[hit.first].start, found[hit.last - 1].end),
        hit.outcomes,
        tuple(word.stem for word in found[: hit.first] if word.stem),
        tuple(word.stem for word in found[hit.last :] if word.stem),
        tuple(near[-_SUBJECT:]),
        frozenset(_marks(plain[first : hit.first], plain[hit.first], plain[hit.last : hit.last + _SOON], plain)),
    )


def _marks(before: list[str], word: str, after: list[str], whole: list[str]) -> Iterator[str]:
    if any(each in _NOT or each.endswith("n't") for each in before[-_NEGATED:]):
        yield "negated"
    if not _OPEN.isdisjoint(before) or "?" in whole:
        yield "unsure"
    if not _ASIDE.isdisjoint(before) or not _WHO.isdisjoint(before[-_RELATIVE:]):
        yield "aside"
    if any(map(_THEN.fullmatch, after)):
        yield "dated"
    if not _BE.isdisjoint(before[-3:]) or "by" in after[:3]:
        yield "passive"
    if before and before[-1] in _NOUN_NEXT:
        yield "noun"
    if word.endswith(("ed", "en", "wn")):
        yield "past"
    if word.endswith(("s", "ed", "ing")):
        yield "inflected"


def _clause(plain: list[str], stop: int) -> int:
    """Where the clause of a word begins: after the last mark or joining word before it."""
    at = stop
    while at and plain[at - 1][0].isalnum() and plain[at - 1] not in _JOINS and not _reports(plain, at - 1):
        at -= 1
    return at


def _reports(plain: list[str], at: int) -> bool:
    """Whether a word is the "that" of what somebody says."""
    return plain[at] == "that" and not CUES.isdisjoint(plain[max(at - _NEAR, 0) : at])
