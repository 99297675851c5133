"""Relation: how an article is related to one that it may have been made from, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct, structs

from newslint.archive.kin.shingles import contained, shared, shingles
from newslint.sources.alignment import aligned
from newslint.sources.difference import changes
from newslint.sources.quotations import quoted, shown

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.sources.alignment import Alignment, Sentence

Kind = Literal["copy", "light edit", "words replaced", "reworded throughout", "update"]

_LIKELY: Final = 0.3  # shared shingles, of either sort, below which two articles only have a subject in common
_WITHIN: Final = 0.4  # shingles of the shorter text that the longer one has, if it may be a part of that
_SAME: Final = 0.99  # words of the sentences that answer each other: a copy
_LIGHT: Final = 0.9  # a light edit, or an update
_REPLACED: Final = 0.03  # words that have another one in their place: more is no editing
_CHANGED: Final = 0.5  # words that must be the same where the others were replaced one by one
_WHOLE: Final = 0.9  # words in sentences that answer each other: less, and parts were added or left out
_PART: Final = 0.4  # less, and they may only share what all articles of an outlet have around them
_MOST: Final = 0.6
_FIXED: Final = 0.4  # shared names, numbers and quotations of an article that is reworded throughout
_LONGEST: Final = 3  # words that have others in their place one by one


class Swap(Struct, frozen=True, order=True):
    """Words of the source, those that the article has instead, and how often."""

    source: str
    article: str
    count: int = 1


class Relation(Struct, frozen=True):
    """How an article is related to its likely source.

    Shares: `kept` of the words of sentences that answer each other that both have, `replaced` of those with others in their place,
    `answered` of the texts that the other answers, `fixed` of the names, numbers and quotations that both have (of a text that is a
    part of another: that the other has). `quotations` are
    altered ones, as `wdiff` shows them.
    """

    kind: Kind
    kept: float
    replaced: float
    answered: float
    fixed: float
    swaps: tuple[Swap, ...] = ()
    quotations: tuple[str, ...] = ()


class _Words(Struct):
    """Words of the article: in sentences that rest on none, the same as the source's, in place of others, put in."""

    alone: int = 0
    same: int = 0
    replaced: int = 0
    put_in: int = 0
    left_out: int = 0

    @property
    def answering(self) -> int:
        return self.same + self.replaced + self.put_in

    @property
    def compared(self) -> int:
        return self.answering + self.left_out


def related(article: Document) -> Relation | None:
    """The relation of an article to its (only) source; None if the two only have a subject in common."""
    [source] = article.sources
    mine, theirs = article.derived(shingles), source.derived(shingles)
    fixed = shared(mine.fixed, theirs.fixed)
    within = contained(mine.fixed, theirs.fixed)
    likely = max(fixed, shared(mine.words, theirs.words)) >= _LIKELY
    if not likely and max(within, contained(mine.words, theirs.words)) < _WITHIN:
        return None
    alignment = article.derived(aligned)
    words, swaps = _compared(alignment)
    left = sum(len(s.tokens) for number, s in enumerate(alignment.source) if number not in alignment.answers)
    answered = words.answering / max(words.answering + words.alone, 1)
    taken = 1 - left / max(sum(len(sentence.tokens) for sentence in alignment.source), 1)
    kept = words.same / max(words.compared, 1)
    if max(answered, taken) >= _WHOLE and kept >= _CHANGED:  # the shorter one may be a part of the longer
        fixed = max(fixed, within)
    elif not likely or min(answered, taken) < _PART:
        return None
    kind = _kind(words, kept, answered, taken, fixed)
    if kind is None:
        return None
    listed = tuple(structs.replace(swap, count=count) for swap, count in sorted(swaps.items(), key=_most_frequent))
    altered = tuple(
        shown(article, one) for one in article.derived(quoted) if one.exact is None and one.near is not None
    )
    replaced = words.replaced / max(words.answering, 1)
    shares = {"kept": kept, "replaced": replaced, "answered": min(answered, taken), "fixed": fixed}
    return Relation(kind, **{name: round(share, 3) for name, share in shares.items()}, swaps=listed, quotations=altered)


def _most_frequent(item: tuple[Swap, int]) -> tuple[int, str, str]:
    swap, count = item
    return -count, swap.source, swap.article


def _kind(words: _Words, kept: float, answered: float, taken: float, fixed: float) -> Kind | None:
    whole = min(answered, taken) >= _WHOLE
    replaced = words.replaced / max(words.answering, 1)
    mostly = words.replaced >= (words.put_in + words.left_out) / 2
    if replaced >= _REPLACED and mostly and kept >= _CHANGED and max(answered, taken) >= _MOST:
        return "words replaced"
    if kept >= _LIGHT:
        return ("copy" if kept >= _SAME else "light edit") if whole else "update"
    if kept >= _CHANGED and fixed >= _FIXED:
        return "update" if not whole else "light edit"
    return "reworded throughout" if fixed >= _FIXED and max(answered, taken) >= _MOST else None


def _compared(alignment: Alignment) -> tuple[_Words, Counter[Swap]]:
    words, swaps = _Words(), Counter[Swap]()
    for number, sentence in enumerate(alignment.article):
        best = next(alignment.rests_on(number), None)
        if best is None:
            words.alone += len(sentence.tokens)
        else:
            _compare(sentence, best, words, swaps)
    return words, swaps


def _compare(sentence: Sentence, other: Sentence, words: _Words, swaps: Counter[Swap]) -> None:
    """Counts the words of a sentence beside those of the one that it rests on."""
    here, there = ([token.word for token in each.tokens] for each in (sentence, other))
    for change in changes(here, there):
        mine, theirs = here[change.first : change.last], there[change.start : change.end]
        if change.equal:
            words.same += len(mine)
        elif 0 < len(mine) <= _LONGEST and 0 < len(theirs) <= _LONGEST:
            words.replaced += len(mine)
            if len(mine) == len(theirs):
                swaps.update(Swap(old, new) for old, new in zip(theirs, mine, strict=True))
            else:
                swaps[Swap(" ".join(theirs), " ".join(mine))] += 1
        else:
            words.put_in += len(mine)
            words.left_out += len(theirs)
