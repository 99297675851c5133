"""Hedges: what a text only holds to be so (may, alleged, suspected), and where an article drops or adds that."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.sources.alignment import aligned
from newslint.sources.clauses import Clause, clauses, root
from newslint.sources.replaced import by_pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.replaced import Replacement
    from newslint.sources.tokens import Token

# Words of each line take back what follows by as much: only the loss of all of them is a loss.
_MODAL: Final = frozenset("may might could".split())
_DOUBT: Final = frozenset(
    "alleged allegedly allege alleges alleging reportedly reported suspected suspect suspects suspecting suspicion possible "
    "possibly perhaps probably probable likely apparently apparent presumed presumably purported purportedly supposed "
    "supposedly potential potentially believed believe believes unconfirmed claimed claim claims claiming accused accuse "
    "accuses accusing appear appears appeared seem seems seemed expected expect expects rumoured rumored said threatened "
    "considering consider considers whether if fear fears feared conceivable unclear question thinks think thought estimated "
    "risk risks rule probability chance unlikely maximum deny denies denied denying dispute disputes disputed reject rejects "
    "rejected contest contests contested accusation accusations charge charges charged charging plead pleads pleaded pleading "
    "indicted indictment".split()
)
# Those that are hedges by themselves; the others only keep one.
_MARKED: Final = _MODAL | frozenset(
    "alleged allegedly allege alleges reportedly suspected suspect suspects possible possibly perhaps probably likely "
    "apparently presumed presumably purported purportedly supposedly potential potentially unconfirmed".split()
)
_HELD: Final = frozenset("thought believed said feared estimated understood considered".split())
_LIGHT: Final = frozenset(
    "she said says be been being is are was were have has had to a an the of that it he they not also even well by as in on at "
    "for from its their his her will would".split()
)
_LIKE: Final = 0.36  # likeness of two sentences that say one thing
_SCOPE: Final = 3  # words behind a hedge that it is about
_NEAR: Final = 12  # words around in which the other text keeps a hedge
_SHARE: Final = 0.6


class Dropped(Struct, frozen=True):
    """A place of the article and one of a source: the hedge that one of both has; `what` is `lost` or `gained`."""

    here: Span
    there: Span
    source: int
    what: str
    hedge: str


def dropped(document: Document) -> tuple[Dropped, ...]:
    """The hedges outside quotations that were lost or gained, in order; use `document.derived(dropped)`."""
    found = {one.here: one for one in _dropped(document)}
    return tuple(found[span] for span in sorted(found))


def _dropped(document: Document) -> Iterator[Dropped]:
    alignment = document.derived(aligned)
    here, there = document.derived(clauses)
    replaced = document.derived(by_pair)
    for number, links in enumerate(alignment.links):
        mine = here[number]
        kept = any(token.word in _DOUBT | _MODAL for link in links for token in alignment.source[link.number].tokens)
        for link in links if mine.words else ():
            source, theirs = alignment.source[link.number].source, there[link.number]
            if link.score < _LIKE:
                continue
            for at, place in _only(theirs, mine.words):
                whole = _with_instead(place, theirs.words[at], replaced.get((number, link.number), ()))
                yield Dropped(whole, _at(theirs.words, at), source, "lost", theirs.words[at].word)
            for at, place in _only(mine, theirs.words) if not kept else ():
                yield Dropped(_at(mine.words, at), place, source, "gained", mine.words[at].word)


def _with_instead(place: Span, hedge: Token, replaced: Sequence[Replacement]) -> Span:
    """The words that a hedge was about, with those in its own place: "certain" for "likely"."""
    instead = next((one.here for one in replaced if one.here and hedge in one.there), None)
    if instead is None:
        return place
    return Span(min(place.start, instead[0].start), max(place.end, instead[-1].end))


def _only(clause: Clause, other: Sequence[Token]) -> Iterator[tuple[int, Span]]:
    """The hedges of a clause, and where `other` says plainly what they are about."""
    one = clause.words
    for at, token in enumerate(one):
        if not _marks(one, at) or (token.word == "may" and token.capital) or clause.negated(at, 2) or _unable(one, at):
            continue
        scope = [root(word) for before, word in pairwise(one[at : at + 1 + 3 * _SCOPE]) if _is_said(before, word)][
            :_SCOPE
        ]
        if not scope:
            continue
        places = [n for n, word in enumerate(other) if root(word) in scope]
        places = places[next((n for n, at in enumerate(places) if root(other[at]) == scope[0]), len(places)) :]
        found = {root(other[n]) for n in places if not other[n].capital}
        if not found or len({root(other[n]) for n in places}) < _SHARE * len(scope):
            continue
        near = other[max(places[0] - _NEAR, 0) : places[-1] + 4]
        others = {word.word for word in one} - {token.word}  # "claim" in both texts is no other way to say "may"
        if not any(word.word in _DOUBT | _MODAL and word.word not in others for word in near):
            tight = [n for n in places if n - places[0] <= 2 * _SCOPE]
            yield at, Span(other[max(tight[0] - 1, 0)].start, other[tight[-1]].end)


def _is_said(before: Token, word: Token) -> bool:
    """Whether a word can be what is only held to be so: no name, no age behind a name, no small word."""
    is_age = before.capital and word.word[0].isdigit()
    return word.word not in _LIGHT and not word.capital and not is_age


def _marks(words: Sequence[Token], at: int) -> bool:
    """Whether a word is a hedge by itself: "may", "alleged", and what is "thought to" be so."""
    held = words[at].word in _HELD and any(token.word == "to" for token in words[at + 1 : at + 2])
    return held or words[at].word in _MARKED


def _unable(words: Sequence[Token], at: int) -> bool:
    """Whether a modal verb is negated: who "could not read" was unable to, and nobody doubts it."""
    return words[at].word in _MODAL and any(token.word in ("not", "never") for token in words[at + 1 : at + 2])


def _at(words: Sequence[Token], at: int) -> Span:
    return Span(words[at].start, words[at].end)
