"""Age: one thing that an article says of how old somebody is, or of when somebody was born, as an interval of births."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

How = Literal["name", "read", "pronoun", "description", "unknown", "alone"]
Years = tuple[float, float]
Held = tuple[int, How]  # who it is, as `Age.holder` says, and how the text says so


class Age(Struct, frozen=True):
    """Somebody's age or birth: [start, end) of its words in the prose.

    `holder` is the index of the person in the cast, or -1 less the start of the sentence for somebody whom it does not name.
    `low` to `high` are whole years of age, at the time of writing or, if `year` is given, at some time in that interval of
    decimal years. For a birth both are 0, and `year` is when it was. `how` is `read` where the parse shows who is meant.
    """

    start: int
    end: int
    holder: int
    how: How
    low: int = 0
    high: int = 0
    year: Years | None = None

    @property
    def birth(self) -> bool:
        """Whether it is a date of birth instead of an age."""
        return self.high == 0

    def born(self, today: float | None) -> Years | None:
        """When the birth may have been, in decimal years; None if that needs the date of the article, which is not known."""
        if self.birth:
            return self.year
        if self.year is None and today is None:
            return None
        first, last = self.year or (today or 0.0, today or 0.0)
        return first - self.high - 1, last - self.low

    def apart(self, other: Age, today: float | None) -> float:
        """By how many years two statements of one person's age differ at least; 0 if both may be true."""
        if not self.birth and not other.birth and self.year is None and other.year is None:
            return float(max(self.low - other.high, other.low - self.high, 0))
        one, two = self.born(today), other.born(today)
        if one is None or two is None:
            return 0.0
        return max(one[0] - two[1], two[0] - one[1], 0.0)
