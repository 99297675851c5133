"""Restated: a count that takes up one that the article gave before: `31 passengers drowned … the 31 drowned passengers`.

What takes something up is definite, and all that narrows it has been said of the earlier count. It can mean no other count:
there is none of its noun before it, and no other figures make it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.nouns import family, human
from newslint.knowledge.facts.phrases import phrase
from newslint.knowledge.facts.plurals import singular
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.facts.slips import slip
from newslint.knowledge.facts.things import Thing, agree
from newslint.knowledge.headline import stems
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.phrases import Phrase
    from newslint.knowledge.facts.quantities import Quantity

_FAR: Final = 2.6  # a later count this many times greater or smaller is of something else
_NEAR: Final = 2  # sentences before in which lies what "those 28" takes up
_FEW: Final = 4  # so few of a larger number may have been told apart without a count
_CALENDAR: Final = frozenset("day night week month year decade century season quarter".split())
_LISTED: Final = lazy(r"(?:,|;|\band|\bwhile|\bbut|\bwith)(?: [a-z]+)?(?: [a-z]+)? \Z")
# What a count belongs to that its own clause names: "the primary, in which the winner gets all 66 delegates".
_OF_ITS_OWN: Final = lazy(r"\b(?:(?:in|on|at|for|of|from) which|whose|where) [^,;:.]{0,50}\Z")
_ROUND: Final = 100
_REST: Final = frozenset(stems("other remaining rest further additional younger older smaller larger newer"))
_MANY: Final = 5  # figures of a sentence
# Words that tell no kinds of people or things apart.
_IDLE: Final = frozenset(stems("former local said same surviving"))
_MOST: Final = 12  # figures that may be added up


def restated(document: Document, group: Sequence[Thing], earlier: Thing, later: Thing) -> bool:
    """Whether the later count takes up the earlier one, from which it differs."""
    if later.value <= _FEW and later.value < earlier.value:
        return False
    if _OF_ITS_OWN.search(document.prose.text, later.sentence.start, later.start):
        return False
    if any(not agree(earlier.quantity, one.quantity) for one in _rivals(document, group, later)):
        return False
    if _in_a_list(document, earlier):
        return False
    found = _comparable(document, earlier, later)
    if found is None or not (found[1].definite or later.quantity.definite.startswith("all")):
        return False
    if found[1].kinds & _REST or not _known(document, later, found[1]):
        return False
    return _licensed(document, earlier, later, *found) and not made(document, group, later)


def _known(document: Document, later: Thing, found: Phrase) -> bool:
    """Whether all names of a count's sentence have been named before it: what is new may bring people of its own."""
    before = document.prose.text[: later.sentence.start].lower()
    return all(name in before for name in found.names)


def _is_whole(one: Thing) -> bool:
    """Whether a count is in a whole sentence or a headline, and not in a line of a table or list."""
    return one.part == "headline" or _sentence(one).rstrip("\"'”’)").endswith((".", "!", "?"))


def _in_a_list(document: Document, one: Thing) -> bool:
    """Whether other counts of its sentence name nothing (`12 million in one country, 7 million in another`), or are many."""
    here = [other for other in document.derived(quantities) if one.sentence.start <= other.start < one.sentence.end]
    return len(here) > _MANY or any(
        other.kind == "count"
        and other.counted is None
        and other.value > 1
        and _LISTED.search(document.prose.text, max(other.start - 24, one.quantity.end), other.start)
        for other in here
    )


def _of_one_place(one: Phrase, other: Phrase) -> bool:
    """Whether the names beside one count are among those beside the other: nothing that is named tells them apart."""
    return one.names <= other.names or other.names <= one.names


def _rivals(document: Document, group: Sequence[Thing], later: Thing) -> Iterator[Thing]:
    """The counts that a later one may take up: all before its sentence; those and these only what is near."""
    near = document.sentences_in(0, later.start)[-_NEAR - 1 :] if later.quantity.definite in ("those", "these") else []
    first = near[0].start if near else 0
    return (one for one in group if first <= one.start < later.sentence.start)


def said_again(document: Document, group: Sequence[Thing], earlier: Thing, later: Thing) -> bool:
    """Whether the clause of the later count says again what that of the earlier one says."""
    if not (_is_whole(earlier) and _is_whole(later)):
        return False
    if earlier.times != later.times or _in_a_list(document, earlier) or _in_a_list(document, later):
        return False
    found = _comparable(document, earlier, later)
    if found is None or not found[1].real or not (found[0].told and found[1].told) or made(document, group, later):
        return False
    if earlier.part != "headline" and not _of_one_place(*found):
        return False
    if earlier.part == later.part == "body" and not slip(earlier, later):
        return False
    if _with_other_figures(document, earlier, later):
        return False
    other = any(not agree(one.quantity, earlier.quantity) and not agree(one.quantity, later.quantity) for one in group)
    return _is_same(*found, *((_MORE_SAME, _LEAST + 1) if other else (_SAME, _LEAST)))


def _with_other_figures(document: Document, earlier: Thing, later: Thing) -> bool:
    """Whether both sentences count something else, too, and differently: "1,000 children in 10 states, ten in nine"."""
    beside = [
        {one.value for one in document.derived(quantities) if _counts_beside(one, thing)} for thing in (earlier, later)
    ]
    return bool(beside[0] and beside[1]) and beside[0].isdisjoint(beside[1])


def _counts_beside(one: Quantity, thing: Thing) -> bool:
    """Whether a figure is another count of a thing's sentence."""
    inside = thing.sentence.start <= one.start < thing.sentence.end
    return inside and one.kind == "count" and one.start != thing.start


_SAME: Final = 0.6  # of the stems of the shorter clause
_MORE_SAME: Final = 0.75  # where the thing has other counts, too
_LEAST: Final = 3


def _is_same(first: Phrase, second: Phrase, share: float, least: int) -> bool:
    if first.kinds - _IDLE != second.kinds - _IDLE:
        return False
    if first.limits - second.clause - second.limits and second.limits - first.clause - first.limits:
        return False  # "the states that gave one figure" and "the states that gave another"
    shared, shorter = first.clause & second.clause, min(len(first.clause), len(second.clause))
    return len(shared) >= max(least, share * shorter)


def _licensed(document: Document, earlier: Thing, later: Thing, first: Phrase, second: Phrase) -> bool:
    """Whether all that narrows the later count has been said before it: of the earlier count, where it singles some out."""
    kinds = second.kinds - first.kinds - first.said - first.limits - _IDLE
    if kinds and not kinds <= frozenset(stems(_around(document, earlier))):
        return False
    singled = second.limits - first.limits - first.said
    if not singled:
        return True
    return second.names <= first.names and singled <= earlier.stems | frozenset(stems(_sentence(earlier)))


def _around(document: Document, one: Thing) -> str:
    """The paragraph of a count."""
    segment = document.segment_at(one.start)
    return _sentence(one) if segment is None else document.prose.text[segment.start : segment.end]


def _sentence(one: Thing) -> str:
    return one.document.prose.text[one.sentence.start : one.sentence.end]


def _of_one_noun(one: Thing, found: Phrase) -> bool:
    """Whether the parse has for a count the noun that its words have: `two appeals courts` are courts."""
    counted = one.quantity.counted
    return one.quantity.kind != "count" or (
        counted is not None and family(singular(found.head)) == family(counted.lemma)
    )


def _rough(one: Thing) -> bool:
    """Whether a count is hedged, or said in round words: `dozens`, `two hundred`; `twelve` is exact."""
    number = one.quantity.number
    written = one.document.prose.text[one.start : one.quantity.end].lower()
    return bool(number.hedge) or "dozen" in written or (number.words and number.value >= _ROUND)


def _hedged_alike(one: Thing, other: Thing) -> bool:
    return one.quantity.number.hedge == other.quantity.number.hedge != ""


def _comparable(document: Document, earlier: Thing, later: Thing) -> tuple[Phrase, Phrase] | None:
    """The phrases of two counts that could be one: exact, of one noun, not far apart, in two sentences."""
    if earlier.sentence == later.sentence or (_rough(later) and not _hedged_alike(earlier, later)):
        return None
    if later.quantity.kind == "percent" or later.quantity.unit in _CALENDAR:
        return None
    if not (1 / _FAR < later.value / earlier.value < _FAR or slip(earlier, later)):
        return None
    first, second = phrase(document, earlier.quantity), phrase(document, later.quantity)
    if first is None or second is None or first.of or second.of or not first.real:
        return None
    if not (_of_one_noun(earlier, first) and _of_one_noun(later, second)):
        return None
    if first.joined or second.joined:
        return None
    if first.kinds - second.kinds - _IDLE and later.value > earlier.value:
        return None  # "415 pledged delegates" are fewer than all
    return first, second


def made(document: Document, group: Sequence[Thing], later: Thing) -> bool:
    """Whether another figure is the later count, or others of its thing make it: a sum of two, or what one leaves of another."""
    if any(one.value == later.value for one in _others(document, later)):
        return True
    same = [thing.value for thing in group if thing.start < later.start]
    few = list(dict.fromkeys([*same, *_people(document, later), *_unnamed(document, later)]))[-_MOST:]
    return any(later.value in (a + b, abs(a - b)) for a, b in itertools.combinations(few, 2))


def _unnamed(document: Document, later: Thing) -> Iterator[float]:
    """The counts before a count that name nothing: `nine climbers … Two were dug out`."""
    if later.quantity.kind == "count":
        for one in document.derived(quantities):
            if one.start < later.start and one.kind == "count" and one.counted is None:
                yield one.value


def _people(document: Document, later: Thing) -> Iterator[float]:
    """The counts of people before a count of people, whatever they are called."""
    own = later.quantity.counted
    if own is None or not human(own.lemma):
        return
    for one in document.derived(quantities):
        if one.start < later.start and one.kind == "count" and one.counted is not None and human(one.counted.lemma):
            yield one.value


def _others(document: Document, later: Thing) -> Iterator[Quantity]:
    """The other figures before a count that may count the same thing."""
    own, kind = later.quantity.counted, later.quantity.kind
    for one in document.derived(quantities):
        if one.start >= later.start or one.kind not in (kind, "share", "score") or one.unit != later.quantity.unit:
            continue
        lemma = one.counted.lemma if one.counted else ""
        if (
            kind != "count"
            or not lemma
            or own is None
            or family(lemma) == family(own.lemma)
            or (human(lemma) and human(own.lemma))
        ):
            yield one
