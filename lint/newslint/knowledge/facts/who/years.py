"""Years: how old the descriptions of a scene say that somebody is, and whom they take up: "The teenager's third goal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who.humans import humans
from newslint.knowledge.facts.who.scene import scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.age import How
    from newslint.knowledge.facts.who.scene import Seen

_UNNAMED = -1_000_000  # holders below it are the scene's people without names, not sentences


def reread(document: Document, found: Sequence[Age]) -> tuple[Age, ...]:
    """The ages, those that are part of descriptions given to whom the scene shows that they mean; and those it adds."""
    if not document.settings.pipeline:
        return tuple(found)
    seen = [one for one in document.derived(scene) if not _passed_over(document, one)]
    dated = {one.who for one in seen if one.description is not None and one.how == "new" and _age_of(one)}
    read = {(age.start, age.end): age for one in seen for age in _ages(one, dated)}
    lost = {
        each.start
        for one in seen
        if one.who is None and one.description is not None
        for each in one.description.qualities
    }
    moved = {
        age.holder: read[age.start, age.end].holder
        for age in found
        if age.how == "alone" and (age.start, age.end) in read and read[age.start, age.end].holder >= 0
    }
    kept = [_placed(age, moved, lost) for age in found if age.how == "name" or (age.start, age.end) not in read]
    known = {(age.start, age.end) for age in kept}
    added = [age for place, age in read.items() if place not in known and document.quoted.outside(*place)]
    return tuple(sorted((*kept, *added), key=lambda age: (age.start, age.end)))


def _passed_over(document: Document, one: Seen) -> bool:
    """Whether a description reaches back to somebody over another person whom the text has named since: it may be of either."""
    if one.who is None or one.who < 0 or one.how != "fits":
        return False
    who, people = document.derived(cast), document.derived(humans)
    last = max(
        (named.end for named in who.named if named.person == one.who and named.end <= one.start), default=one.start
    )
    return any(named.person != one.who and named.person in people for named in who.within(last, one.start))


def _placed(age: Age, moved: dict[int, int], lost: set[int]) -> Age:
    """An age with the holder whom another age of the same subject has got; a description of somebody not known has none."""
    if age.how == "alone" and age.holder in moved:
        return replace(age, holder=moved[age.holder], how="description")
    return replace(age, how="unknown") if age.how == "description" and age.start in lost else age


def _age_of(one: Seen) -> bool:
    return one.description is not None and any(each.slot == "age" for each in one.description.qualities)


def _ages(one: Seen, dated: set[int | None]) -> Iterator[Age]:
    """The ages of a description of somebody who is known, or who was brought in without a name."""
    if one.description is None or one.who is None or one.how == "likely" or not one.present:
        return
    how: How = "name" if one.how == "said" else "description" if one.who >= 0 else "alone"
    definite = one.how == "new" and one.description.kind == "the"
    if one.who < 0 and ((one.how == "fits" and one.who not in dated) or definite):
        how = "unknown"  # "The 52-year-old" may not be the pensioner whom nothing else is known of
    who = one.who if one.who >= 0 else _UNNAMED + one.who
    for each in one.description.qualities:
        if each.slot in ("age", "band"):
            low, _, high = each.value.partition("-")
            yield Age(each.start, each.end, who, how, int(low), int(high or low))
