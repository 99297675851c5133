"""Contrast: a short statement above a text, and a sentence of the text that says another outcome of the same thing."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.events import Event, events, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.events import Word
    from newslint.knowledge.facts.outcomes import Outcome

# After these a headline speaks of something that led to its event, or went with it.
_SECOND: Final = frozenset(
    "after as despite amid over when before but while following since although though even".split()
)
_ACTS: Final = "act"  # the group of verbs that have no opposite
_TRANSFER: Final = "give"  # the group whose outcomes are two sides of one deed
_DOUBTS: Final = frozenset({"unsure", "aside", "dated"})
_SHARE: Final = 0.5  # of the other stems of a line that the sentence must have
_BEYOND_DOUBT: Final = 3  # stems in common with which the agent may be called something else


class Contrast(Struct, frozen=True):
    """The place in the headline, and the place in the text that says something else."""

    said: Span
    other: Span


class Stretch(Struct, frozen=True, dict=True):
    """A headline or a sentence: its words and marks."""

    words: tuple[Word, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that mean something."""
        return frozenset(word.stem for word in self.words if word.stem)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Its outcomes, in order."""
        return tuple(events(self.words))

    def about(self, groups: frozenset[str]) -> Iterator[Event]:
        """Its outcomes of some groups, those of asides left out."""
        return (event for event in events(self.words, groups) if not event.has("aside"))


def stretch(document: Document, span: Span) -> Stretch:
    """The words of a span of the prose."""
    return Stretch(tuple(words(document, span)))


def main(line: Stretch) -> Iterator[Event]:
    """The events of a headline without what goes along with them: "falls" of "Copper falls as mine reopens"."""
    stops = (
        word.start for at, word in enumerate(line.words) if at > 1 and (word.text in _SECOND or word.text in ";–—")
    )
    stop = next(stops, line.words[-1].end if line.words else 0)
    return (event for event in line.events if event.span.start < stop and event.marks.isdisjoint(("unsure", "aside")))


def contrast(
    line: Stretch, below: Sequence[Stretch], rest: Callable[[], Sequence[Stretch]], *, strict: bool = False
) -> tuple[str, Contrast] | None:
    """The first outcome of a line that sentences `below` contradict, and how: `opposite` or `exchanged`.

    With `strict`, both must share more than the subject. Nothing if the `rest` of the text says what the line says, too, or
    if the line tells of both: "Plan passes that council rejected".
    """
    said = list(main(line))
    groups = frozenset(outcome.group for one in said for outcome in one.outcomes)
    if not groups or any(contrary(one, other) for one, other in combinations(line.events, 2)):
        return None
    for sentence in below:
        for other in sentence.about(groups):
            for one in said:
                pair = contrary(one, other)
                if (
                    pair
                    and _of_one_thing(one, other, pair, sentence, rest, strict=strict)
                    and not _said_too(one, rest())
                ):
                    return "opposite", Contrast(one.span, other.span)
                if _one_deed(one, other) and _crosswise(one, other):
                    return "exchanged", Contrast(one.span, other.span)
    return None


def contrary(one: Event, other: Event) -> tuple[Outcome, Outcome] | None:
    """The outcomes of a group in which two events differ, if there is none in which they agree."""
    pairs = [(a, b) for a in one.outcomes for b in other.outcomes if a.group == b.group != _ACTS]
    if one.has("noun") or other.has("noun"):
        pairs = [(a, b) for a, b in pairs if not a.acts and not b.acts]
    if not other.marks.isdisjoint(_DOUBTS) or not pairs:
        return None
    if one.has("negated") != other.has("negated"):
        plain = other if one.has("negated") else one
        return pairs[0] if plain.has("inflected") and all(a.number == b.number for a, b in pairs) else None
    return pairs[0] if all(a.number != b.number for a, b in pairs) else None


def _one_deed(one: Event, other: Event) -> bool:
    """Whether both say in the active voice who did something to whom, and the same."""
    if not _same(one, other) or one.has("passive") or other.has("passive"):
        return False
    deed = any(outcome.group == _ACTS for outcome in one.outcomes) and one.has("inflected") and other.has("inflected")
    return deed or any(outcome.group == "win" for outcome in one.outcomes)


def _same(one: Event, other: Event) -> bool:
    return one.has("negated") == other.has("negated") and any(
        a.group == b.group and a.number == b.number for a in one.outcomes for b in other.outcomes
    )


def _crosswise(one: Event, other: Event) -> bool:
    left, right = set(one.left[-3:]), set(one.right[:3])
    before, behind = set(other.near), set(other.right[:4])
    return bool(left & behind and right & before) and not left & before and not right & behind


def _of_one_thing(
    one: Event,
    other: Event,
    pair: tuple[Outcome, Outcome],
    sentence: Stretch,
    rest: Callable[[], Sequence[Stretch]],
    *,
    strict: bool,
) -> bool:
    """Whether both events have the same theme, and the same agent if both name one."""
    mine = {*one.left, *one.right}
    shared = mine & sentence.stems
    if _loser(one, other, sentence):
        return True
    theme = _theme(one, pair[0]) & _theme(other, pair[1])
    if not theme or (pair[0].group == _TRANSFER and _converse(one, other)):
        return False
    if pair[0].acts and pair[1].acts and not _one_agent(one, other, len(shared), rest):
        return False
    if len(shared) >= 2 or (len(mine) <= 2 and not strict):
        return len(shared) >= _SHARE * len(mine)
    subjects = one.has("passive") or not pair[0].acts, other.has("passive") or not pair[1].acts
    return not strict and all(subjects) and _one_subject(one, other)


def _converse(one: Event, other: Event) -> bool:
    """Whether who gave something is, in the other, whom it came from: "A gave B orders", "B received orders from A"."""
    return not {*one.left}.isdisjoint(other.right) and not {*one.right}.isdisjoint(other.near)


def _one_agent(one: Event, other: Event, shared: int, rest: Callable[[], Sequence[Stretch]]) -> bool:
    """Whether the agent of a line is that of the sentence, is left out there, or is called something else in the whole text."""
    if (
        not one.left
        or one.has("passive")
        or not {*one.left}.isdisjoint(other.right if other.has("passive") else other.left)
    ):
        return True
    if other.has("passive") or (one.has("past") and not {*one.left}.isdisjoint(other.right)):
        return True
    return shared >= _BEYOND_DOUBT and all(each.stems.isdisjoint(one.left) for each in rest())


def _one_subject(one: Event, other: Event) -> bool:
    """Whether the subject of a sentence ends with a word of the line's, or has the line's last one before a name."""
    return bool(other.near and (other.near[-1] in one.left[-3:] or (one.left and one.left[-1] in other.near)))


def _theme(event: Event, outcome: Outcome) -> set[str]:
    """The stems of what an outcome is of: the object of a verb that acts, or the subject of a passive; else the subject."""
    if not outcome.acts:
        return {*event.left[-4:], *event.near}
    return {*event.right} | ({*event.left} if event.has("passive") or event.has("past") or not event.right else set())


def _loser(one: Event, other: Event, sentence: Stretch) -> bool:
    """Whether the subject of a line is whom somebody takes something from in the sentence: "takes the seat from Labour"."""
    after = [word for word in sentence.words if word.start >= other.span.end]
    source = next((at for at, word in enumerate(after) if word.text == "from"), None)
    return source is not None and any(
        word.stem and word.stem in one.left[-2:] for word in after[source + 1 : source + 4]
    )


def _said_too(one: Event, rest: Sequence[Stretch]) -> bool:
    """Whether the text also says what the line says, of the same thing."""
    theme = set(one.left[-4:] or one.right)
    groups = frozenset(outcome.group for outcome in one.outcomes)
    for each in rest:
        if not each.stems.isdisjoint(theme):
            for other in events(each.words, groups):
                if _same(one, other) and not theme.isdisjoint((*other.left[-6:], *other.right[:6])):
                    return True
    return False
