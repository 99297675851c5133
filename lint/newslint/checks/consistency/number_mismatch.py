"""number-mismatch: two counts of one thing that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts import role_words
from newslint.knowledge.facts.apart import Apart, apart
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.facts.restated import restated, said_again
from newslint.knowledge.facts.slips import hedged, likeness, slip, swapped, vague
from newslint.knowledge.facts.taken import equals, takes_up
from newslint.knowledge.facts.things import MEASURED, Thing, agree, things

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.reading.models import Reads

_FAR: Final = 2.6  # a later count this many times greater or smaller is of something else
_LIKE: Final = 2  # stems that two sentences must share, beside the noun
_OFTEN: Final = 4
_UNPARSED: Final = ("slip",)  # cases that words alone decide, and too often wrongly
_ALL: Final = 100
# What does not tell two counts apart whose clauses say the same.
_SOFT: Final = (None, Apart.SUPPOSED, Apart.SOURCE)


class NumberMismatch(Check, frozen=True, kw_only=True):
    """`640,000 patients` at the top, `the 460,000 patients` below: one thing counted twice.

    Three relations bind two counts: the later one is definite (`the 11 people`); one is in a headline, caption or list and
    has no equal in the text; or their clauses say the same. `apart` says what unbinds them. Read thoroughly, the parse says
    what a definite count takes up, and what two clauses have in common; read quickly, the figures must differ as slips do.
    With `parsed: true` only what the parse bears out is reported.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "definite": frozenset(),
        "summary": frozenset(),
        "again": frozenset(),
        "slip": frozenset(),
    }
    per: ClassVar[str] = "document"

    parsed: bool = False

    @property
    def reads(self) -> Reads:
        """Parses, if it reports nothing without them."""
        return "parses" if self.parsed else ""

    def told_apart(self) -> dict[str, frozenset[str]]:
        """The cases that are reported."""
        return {case: filled for case, filled in self.cases.items() if not (self.parsed and case in _UNPARSED)}

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match for each thing, at the count that the rest of the article does not bear out."""
        groups: dict[str, list[Thing]] = defaultdict(list)
        for thing in unit.document.derived(things):
            for key in thing.keys:
                groups[key].append(thing)
        seen: set[int] = set()
        for group in groups.values():
            found = _conflict(unit.document, group) if len({thing.value for thing in group}) > 1 else None
            if found is None or (self.parsed and found[2] in _UNPARSED):
                continue
            if not seen & {found[0].start, found[1].start}:
                seen |= {found[0].start, found[1].start}
                yield _match(unit.document, *found)


def _match(document: Document, odd: Thing, other: Thing, case: str) -> Match:
    text, there = document.prose.text, other.shown
    return Match(odd.shown, values={"other": text[there.start : there.end]}, related=(Compared(there),), case=case)


def _conflict(document: Document, group: Sequence[Thing]) -> tuple[Thing, Thing, str] | None:
    """The first two counts of a thing that conflict: the odd one, the other, and what binds them."""
    for n, later in enumerate(group):
        for earlier in group[:n]:
            if agree(earlier.quantity, later.quantity):
                continue
            case = _bound(document, group, earlier, later)
            if case:
                odd, other = _odd(group, earlier, later)
                return odd, other, case
    return None


def _bound(document: Document, group: Sequence[Thing], earlier: Thing, later: Thing) -> str:
    """What binds two counts that differ: the name of a case, or nothing."""
    if not _comparable(earlier, later) or _enumerated(group, earlier) or _enumerated(group, later):
        return ""
    reason = apart(earlier, later)
    if _soft(reason, earlier, later) and said_again(document, group, earlier, later):
        return "again"
    if reason is not None:
        return ""
    if later.quantity.definite and restated(document, group, earlier, later):
        return "definite"
    return _tied(document, group, earlier, later)


def _comparable(earlier: Thing, later: Thing) -> bool:
    """Whether two counts are not too far apart to be of one thing."""
    if not earlier.value or not later.value:
        return False
    return 1 / _FAR < later.value / earlier.value < _FAR or vague(earlier, later) or slip(earlier, later)


def _soft(reason: Apart | None, earlier: Thing, later: Thing) -> bool:
    """Whether what tells two counts apart does not do so where their clauses say the same."""
    return reason in _SOFT or (reason is Apart.MORE and _further(earlier) and _further(later))


def _tied(document: Document, group: Sequence[Thing], earlier: Thing, later: Thing) -> str:
    """What binds two counts by their places in the article and by the words beside them."""
    if earlier.part == later.part == "summary" or _of_camp(earlier) or _of_camp(later):
        return ""  # crossheads of sections, points of a list; "49 Republicans" voted for one thing, 109 for another
    if earlier.quantity.kind in MEASURED:
        return "summary" if _measured(group, earlier, later) else ""
    if _on_top(earlier) or (_on_top(later) and earlier.part != "item"):
        return "summary" if _alone(document, group, earlier, later) else ""
    if earlier.part == "item":
        return ""
    if takes_up(document, group, earlier, later):
        return "slip"
    if later.part == "item":
        return ""
    return "slip" if _again(group, earlier, later) else ""


def _further(one: Thing) -> bool:
    return one.quantity.counted is not None and one.quantity.counted.other


def _measured(group: Sequence[Thing], earlier: Thing, later: Thing) -> bool:
    """Whether a headline or caption measures what the text does, and the figures differ as slips do."""
    if not (_on_top(earlier) or _on_top(later)) or not slip(earlier, later):
        return False
    if earlier.quantity.kind == "percent" and earlier.value + later.value == _ALL:
        return False  # those who say no, and those who say yes
    top = later if _on_top(later) else earlier
    if any(agree(thing.quantity, top.quantity) for thing in group if thing is not top):
        return False
    if any(one.value == top.value and one.start != top.start for one in top.document.derived(quantities)):
        return False
    other = earlier if top is later else later
    alike = likeness(earlier, later)
    return alike > _LIKE or (alike == _LIKE and other.part == "lede" and _two_only(group, earlier, later))


def _again(group: Sequence[Thing], earlier: Thing, later: Thing) -> bool:
    """Whether two sentences say the same, and digits changed places.

    A thing that is counted often has many counts.
    """
    if len(group) > _OFTEN or earlier.sentence == later.sentence:
        return False
    if any(
        not agree(thing.quantity, earlier.quantity) and not agree(thing.quantity, later.quantity) for thing in group
    ):
        return False
    return swapped(earlier, later) and likeness(earlier, later) >= _LIKE


def _enumerated(group: Sequence[Thing], one: Thing) -> bool:
    """Whether one sentence has several counts of the thing: `12 million in one country, 7 million in another`."""
    return any(thing.sentence == one.sentence and thing.value != one.value and not _part(thing) for thing in group)


def _part(thing: Thing) -> bool:
    return thing.quantity.counted is not None and thing.quantity.counted.whole


def _alone(document: Document, group: Sequence[Thing], earlier: Thing, later: Thing) -> bool:
    """Whether a headline's, caption's or list's count has no equal anywhere else."""
    top = later if _on_top(later) else earlier
    other = earlier if top is later else later
    alike = likeness(top, other) + bool(top.quantity.state)
    if not equals(document, top) and not any(agree(one.quantity, top.quantity) for one in group if one is not top):
        return alike >= _LIKE or (_two_only(group, top, other) and (top.part == "headline" or slip(top, other)))
    if top.part != "headline" or equals(document, other) or not (other.part == "lede" or other.quantity.definite):
        return False
    return slip(top, other) and alike >= _LIKE


def _two_only(group: Sequence[Thing], one: Thing, other: Thing) -> bool:
    """Whether all counts of a thing agree with one or the other."""
    return all(agree(thing.quantity, one.quantity) or agree(thing.quantity, other.quantity) for thing in group)


def _odd(group: Sequence[Thing], earlier: Thing, later: Thing) -> tuple[Thing, Thing]:
    """The count that fewer others bear out, and the other; else the vague one, the one on top, the later."""
    support = [sum(agree(one.quantity, thing.quantity) for thing in group) for one in (earlier, later)]
    if support[0] != support[1]:
        return (earlier, later) if support[0] < support[1] else (later, earlier)
    for mark in (hedged, _on_top):
        if mark(earlier) != mark(later):
            return (earlier, later) if mark(earlier) else (later, earlier)
    return later, earlier


def _of_camp(one: Thing) -> bool:
    """Whether those counted are called by a name, as members of a party are, who are now some and now others."""
    _, space, noun = one.document.prose.text[one.shown.start : one.shown.end].rpartition(" ")
    return bool(space) and not {noun, noun.removesuffix("s")}.isdisjoint(role_words.parties())


def _on_top(one: Thing) -> bool:
    return one.part in ("headline", "summary")
