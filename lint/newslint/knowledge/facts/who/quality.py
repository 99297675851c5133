"""Quality: one thing that a description says of somebody; and the ages that "52-year-old" and "Year 2 pupil" say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.knowledge.facts import age_forms
from newslint.knowledge.facts.ordinals import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LAST_YEAR: Final = 13  # of school


class Quality(Struct, frozen=True):
    """One thing that a description says: [start, end) of its words in the prose; slots and values are those of `Trait`.

    Besides these there are `calling` (a noun), `was` (one that is over), `age` (in whole years), `band` (of ages), `sex` (`f` or
    `m`) and `born` (a place).
    """

    slot: str
    value: str
    start: int
    end: int


def school(start: int, left: list[Any], token: Any) -> Iterator[Quality]:
    """The ages of "Year 2 pupil" and "third-grader"."""
    words = [word.lower_ for word in left]
    if "year" in words[:-1] and token.lower_ in ("pupil", "student", "schoolboy", "schoolgirl"):
        at = words.index("year")
        if words[at + 1].isdigit() and int(words[at + 1]) <= _LAST_YEAR:
            low = int(words[at + 1]) + 4
            yield Quality("band", f"{low}-{low + 2}", start + left[at].idx, start + token.idx + len(token.text))
    elif token.lower_ == "grader" and (grade := next((WORDS[word] for word in words if word in WORDS), 0)):
        yield Quality("band", f"{grade + 4}-{grade + 7}", start + left[0].idx, start + token.idx + len(token.text))


def age_of(old: Any) -> int:
    """The years of "52-year-old", whose last word is given."""
    if old.i < 4 or old.nbor(-2).lower_ not in ("year", "yr"):
        return 0
    return age_forms.years(old.nbor(-4).lower_)
