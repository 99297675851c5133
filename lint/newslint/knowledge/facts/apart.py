"""What tells two counts of one noun apart: each reason is one that published articles gave for two figures that differ."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.knowledge.facts.things import Thing

_REVISED = lazy(
    r"\b(?:revised?|revision|initial(?:ly)?|originally|at first|first (?:said|reported|thought|put)|earlier|"
    r"previous(?:ly)?|so far|preliminary|"
    r"updated?|correct(?:ed|ion)|mistaken(?:ly)?|wrong(?:ly)?|rumou?rs?|denied|false(?:ly)?|up from|down from|no longer|"
    r"instead of|rather than|"
    r"as against|compared (?:with|to)|additional|extra|further)\b"
)
_PAST = lazy(r"\b(?:ago|earlier|before|last|previous)\b")
_SAID = lazy(r"\b(?:said|says|told|tells|according to|reported|claimed|claims|estimated?|estimates|put the)\b")
_INCLUDED = lazy(
    r"\b(?:including the|including (?:an? |one |its |their |his )?(?:gunman|attacker|shooter|suspect|bomber|driver|pilot|"
    r"himself|herself|them)\w*)\b"
)
_SUPPOSED = lazy(
    r"\b(?:expected|forecast|predicted|target|planned?|attempt(?:s|ed)?|tried|sought|seek(?:s|ing)?|want(?:s|ed)?|need(?:s|ed)?|would|could|might|if|unless|capacity|maximum|minimum|average|record|"
    r"almost all|most of|"
    r"some of|used to|usual(?:ly)?|normally|typical(?:ly)?|more than one|apiece|each|per|every|respectively)\b"
)
_SOME_OF_MORE = lazy(
    r"\b(?:an?|one|another|each|every) (?:[a-z]+ )?(?:group|batch|team|class|crowd|convoy|panel|crew|handful) of \Z"
)
_ORDERED = lazy(r"\b(?:first|second|third|last|next|final|latest|new|newest|older|younger|early|late) \Z")


_LEAD = 32  # code points before a count
_TAKING_UP = frozenset(
    ("the", "all", "those", "these", "all the", "all of the", "each of the", "every one of the", "none of the")
)


class Apart(Enum):
    """Why two counts that differ need not disagree."""

    QUOTED = "one is in somebody's words"
    RANGE = "one is an end of a range or of a change"
    MORE = "one comes on top of others"
    PART = "one is a part of a whole"
    KIND = "they are of different kinds of the noun"
    TIME = "they are of different times"
    PLACE = "they are of different places or people"
    REVISED = "one was revised, or is said to be wrong"
    INCLUDED = "one includes others"
    SUPPOSED = "one is expected, or of another case"
    SOURCE = "two sources give them"
    STATE = "they say what became of different ones"


def apart(one: Thing, other: Thing) -> Apart | None:
    """What tells two counts of one key apart, if anything does."""
    for thing in (one, other):
        quantity = thing.quantity
        if quantity.quoted:
            return Apart.QUOTED
        if quantity.ranged or quantity.change in ("from", "by"):
            return Apart.RANGE
        if quantity.counted is not None and (quantity.counted.other or _ORDERED.search(_before(thing))):
            return Apart.MORE
        if _SOME_OF_MORE.search(_before(thing)):
            return Apart.PART
        if (
            quantity.kind == "count"
            and quantity.counted is not None
            and quantity.counted.whole
            and quantity.definite != "all"
        ):
            return Apart.PART
    return _told_apart(one, other)


def _told_apart(one: Thing, other: Thing) -> Apart | None:
    """What tells them apart by what is counted, when and where; then by what is said of the figures."""
    states = {one.quantity.state, other.quantity.state} - {""}
    if not (one.modifiers <= other.modifiers or other.modifiers <= one.modifiers) or (
        one.quantity.of != other.quantity.of and one.quantity.kind == "count"
    ):
        return Apart.KIND
    if len(states) > 1 or (states and not _taken_up(other) and one.key != other.key):
        return Apart.STATE
    past = [bool(_PAST.search(" ".join(thing.times))) for thing in (one, other)]
    if past[0] != past[1] or (one.times and other.times and not one.times & other.times):
        return Apart.TIME
    if one.names and other.names and not one.names & other.names and not _taken_up(other):
        return Apart.PLACE
    return _said_apart(one, other)


def _said_apart(one: Thing, other: Thing) -> Apart | None:
    windows = [thing.window.lower() for thing in (one, other)]
    if any(_REVISED.search(window) for window in windows):
        return Apart.REVISED
    if any(_INCLUDED.search(window) for window in windows):
        return Apart.INCLUDED
    if _taken_up(other):
        return None
    if all(_SAID.search(window) for window in windows) and one.names != other.names:
        return Apart.SOURCE
    return Apart.SUPPOSED if any(_SUPPOSED.search(window) for window in windows) else None


def _taken_up(later: Thing) -> bool:
    """Whether a count is of what readers know by now: `the 11`, `all 11`."""
    return later.quantity.definite in _TAKING_UP


def _before(thing: Thing) -> str:
    return thing.document.prose.text[max(thing.start - _LEAD, 0) : thing.start].lower()
