"""Telling: a sentence with each of its times and durations written as one token, so that patterns see what is said of them.

`She left in 1977, 23 years later` becomes `she left in @t0@, @l1@ later`: the number leads to the item.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.knowledge.facts.lapses import Lapse, lapses_in
from newslint.knowledge.facts.times import Time, times_in
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.finding import Span


class Telling(NamedTuple):
    """A sentence's folded text with tokens, its items in order, and its half-open range of the prose."""

    text: str
    items: tuple[Time | Lapse, ...]
    span: Span
    places: tuple[int, ...]
    origins: tuple[int, ...]

    @property
    def times(self) -> list[Time]:
        """Its times, in order."""
        return [item for item in self.items if isinstance(item, Time)]

    def time(self, token: str) -> Time:
        """The time of a token's number; the pattern must have taken it from @t…@."""
        item = self.items[int(token)]
        assert isinstance(item, Time)
        return item

    def lapse(self, token: str) -> Lapse:
        """The duration of a token's number; the pattern must have taken it from @l…@."""
        item = self.items[int(token)]
        assert isinstance(item, Lapse)
        return item

    def origin(self, offset: int) -> int:
        """Where an offset of the text that is not inside a token is in the folded prose."""
        index = bisect_right(self.places, offset) - 1
        return self.origins[index] + offset - self.places[index]


TIME: Final = r"@t(?P<{0}>\d+)@"
LAPSE: Final = r"@l(?P<{0}>\d+)@"
_ANY: Final = lazy(r"@")


def any_of(words: str) -> str:
    """A pattern for one of the phrases between the commas."""
    return "(?:" + "|".join(words.strip().split(", ")) + ")"


def telling(document: Document, sentence: Span) -> Telling:
    """The sentence as told, at a half-open range of the prose."""
    view = document.folded()
    start, end = view.locate(sentence.start), view.locate(sentence.end)
    items = _apart([*times_in(document, start, end), *lapses_in(view.text, start, end)])
    parts, places, origins, last, length = [], [0], [start], start, 0
    for number, item in enumerate(items):
        parts += [_ANY.sub("·", view.text[last : item.start]), f"@{'t' if isinstance(item, Time) else 'l'}{number}@"]
        length += item.start - last + len(parts[-1])
        last = item.end
        places.append(length)
        origins.append(last)
    parts.append(_ANY.sub("·", view.text[last:end]))
    return Telling("".join(parts), items, sentence, tuple(places), tuple(origins))


def _apart(found: list[Time | Lapse]) -> tuple[Time | Lapse, ...]:
    """Items in order; of two that overlap the longer."""
    kept: list[Time | Lapse] = []
    for item in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)
