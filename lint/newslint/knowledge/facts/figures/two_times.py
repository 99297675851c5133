"""A change and two amounts of one thing in one sentence, or the one before, of which it is not said which was first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.judged import comparable
from newslint.knowledge.facts.figures.moves import DOWN, DOWNS, UNLIKE, UP, UPS
from newslint.knowledge.facts.figures.near import Article, alike, one_thing, same_noun
from newslint.knowledge.facts.figures.plausible import part
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token
from newslint.knowledge.numbers import Interval, shown
from newslint.knowledge.ratios import ratio
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

# Two amounts of two times: what says so.
_TIMES: Final = lazy(
    r"\b(?:from|to|compared|against|earlier|previous(?:ly)?|before|ago|last|now|today|then|in @y\d+@|"
    r"since|was|were|the year|used to|back in|originally|initial(?:ly)?)\b"
)
_CHANGED: Final = lazy(
    rf"(?<![\w-])(?P<move>{UP}|{DOWN})(?: (?!from\b|to\b|and\b|since\b|high\b|low\b)[a-z]+){{0,3}}? "
    rf"(?:of |by )?{HEDGES}{token('ps', 'd')}(?P<of>(?: of)?)"
    rf"|(?<!from )(?<!to ){token('ps', 'e')}[ -](?:[a-z]+ )?(?P<noun>{UP}|{DOWN})(?![\w-])"
)
_TAKES_UP: Final = lazy(
    r"\A(?:(?:that|this|it|which)(?:['’]s| is| was| would| will| means?| meant| represents| amounts| "
    r"marks| has| had| fell| rose| grew)|the (?:figure|number|total|sum|price|cost|rise|increase|fall|"
    r"drop|change|"
    r"rate|level)|they|so|in other words|put)\b"
)
# Amounts that are no ends of a change: differences, votes of a lead, parts of a group.
_NO_END: Final = lazy(
    r"@[cmu]\d+@(?: of |[ -](?:point|vote|more|fewer|less|higher|lower|rise|drop|fall|increase|decline|"
    r"gain|cut|lead|margin))"
)
# What is between two amounts of one thing at two times.
_CONTRAST: Final = lazy(
    r"\b(?:compared (?:with|to)|against|versus|from|now|today|currently|used to|at present|these days|"
    r"later)(?: [^\s@]+){0,4} \Z"
)
_ELSEWHERE: Final = lazy(
    r"\A(?:[ -][\w-]+)? in (?!@y|the |(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b)"
)
# What says of which of its kind an amount is: "124 countries had none, compared with 72 countries where".
_OF_ITS_OWN: Final = lazy(r"@[cm]\d+@(?: [a-z-]+){1,3} (?:where|who|that|which|with|without)\b")
_TO: Final = lazy(rf"\bto {HEDGES}{token('cmu', 'b')}")


def read(shape: Shape, article: Article) -> Iterator[Relation]:
    """The one change of a sentence that has, or follows on, just two amounts of one thing at two times.

    Which of the two was first is not known, so a change in either direction explains it.
    """
    hits = list(_CHANGED.finditer(shape.text)) if shape.has("@p", "@s") else []
    if len(hits) != 1 or UNLIKE.search(shape.text) or hits[0]["of"]:
        return
    d = shape.at(hits[0]["d"] or hits[0]["e"])
    if _ELSEWHERE.match(shape.text[hits[0].end() :]):
        return
    if sum(one.kind in ("percent", "share", "factor") for one in shape.quantities) > 1:
        return
    ends = _two(shape)
    if ends is None:
        return
    a, b = ends
    if not 0.05 < a.value / b.value < 20 or a.value == b.value:
        return
    low, high = sorted((a, b), key=lambda one: one.value)
    word = hits[0]["move"] or hits[0]["noun"] or ""
    stated = part(d)
    ups, downs = ratio(low.number, high.number), ratio(high.number, low.number)
    up, down = Interval(ups.low - 1, ups.high - 1), Interval(1 - downs.high, 1 - downs.low)
    fits = [bool(UPS.match(word)) and up.meets(stated), bool(DOWNS.match(word)) and down.meets(stated)]
    rising = bool(UPS.match(word))
    a, b = (low, high) if rising else (high, low)
    yield Relation(
        "rise" if rising else "fall", d, ((a, "from"), (b, "to")), shown(abs(b.value / a.value - 1) * 100, 1), any(fits)
    )


def _two(shape: Shape) -> tuple[Quantity, Quantity] | None:
    """The two amounts that a change of a sentence can be between."""
    here = [one for one in shape.quantities if one.kind in ("count", "money", "measure") and one.after is None]
    before = shape.before
    if _NO_END.search(shape.text) or (before is not None and _NO_END.search(before.text)):
        return None
    if len(here) == 2 and _TIMES.search(shape.text):
        a, b = here
        between = re.split(r"@[cmu]\d+@", shape.text)[1]
        same = same_noun(a, b) and _CONTRAST.search(between) is not None and not _OF_ITS_OWN.search(shape.text)
    elif not here and before is not None and _TAKES_UP.match(shape.text) and _TIMES.search(before.text):
        there = [one for one in before.quantities if one.kind in ("count", "money", "measure") and one.after is None]
        if len(there) != 2:
            return None
        a, b = there
        same = same_noun(a, b) and not _OF_ITS_OWN.search(before.text)
    elif len(here) == 1 and before is not None and _TAKES_UP.match(shape.text) and _TO.search(shape.text):
        there = alike(before.quantities, here[0])
        if len(there) != 1:
            return None
        a, b = there[0], here[0]
        same = one_thing(a, b)
    else:
        return None
    return (
        (a, b)
        if same and comparable(a, b) and not a.ranged and not b.ranged and "by" not in (a.change, b.change)
        else None
    )
