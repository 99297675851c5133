"""Wording: how the words of a quotation differ from the nearest ones of a source, as far as the difference says anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from newslint.knowledge.cues import CUES
from newslint.patterns import lazy
from newslint.sources.difference import Change, changes
from newslint.sources.spoken import Place, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.document import Document
    from newslint.sources.tokens import Token

_MARGIN: Final = 2  # words on either side of the nearest ones that may belong to them, and a third of their number
_MOST_OF: Final = 0.7  # share with which it is enough to have no more than the small words in common
_FEW: Final = 4  # words: so few need more in common than one of them
_LONGER: Final = 4  # words that a quotation has before or behind those of the source: it goes on where the source stops
_MARK: Final = lazy("[\"“”‘’«»']")
_WORD: Final = lazy(r"[^\W\d_]+")
_ASIDE: Final = 16  # words that a narrator says between two halves of a quotation

Verdict = Literal["same", "longer", "altered"]


class Wording(NamedTuple):
    """Where a source has the words, how they differ from those of the quotation (the first run), and what that comes to."""

    place: Place
    changes: tuple[Change, ...]
    verdict: Verdict


def compared(document: Document, runs: Sequence[Sequence[Token]], near: Place, share: float) -> Wording | None:
    """The words of a quotation beside those of a place, with some around it; None if less than a `share` of them is common."""
    words = [token for run in runs for token in run]
    place, found = _beside(words, near)
    same = [change for change in found if change.equal]
    common = sum(change.last - change.first for change in same)
    meaning = sum(bool(words[n].stem) for change in same for n in range(change.first, change.last))
    least = 1 + (len(words) >= _FEW)
    if place is None or common < max(share * len(words), least) or not (meaning or common >= _MOST_OF * len(words)):
        return None
    edges = {sum(map(len, runs[:n])) for n in range(1, len(runs))}
    told = [change for change in found if not change.equal and not _idle(document, words, place, change, edges)]
    verdict: Verdict = "altered" if told else "same"
    if told and all(_goes_on(change, found, len(words)) for change in told):
        verdict = "longer"
    return Wording(place, tuple(found), verdict)


def _beside(words: Sequence[Token], near: Place) -> tuple[Place | None, list[Change]]:
    """The nearest words of a source, cut where the quotation begins and ends, and what is equal."""
    margin = _MARGIN + len(words) // 3
    first, last = max(near.first - margin, 0), min(near.last + margin, len(near.passage.tokens))
    wide = Place(near.passage, first, last)
    found = changes([said(t.word) for t in words], [said(t.word) for t in wide.words])
    if found and not found[0].equal:
        begin = found[0]
        cut = max(begin.end - begin.start - (begin.last - begin.first), 0)
        first += cut
        found = [change._replace(start=max(change.start - cut, 0), end=max(change.end - cut, 0)) for change in found]
    if found and not found[-1].equal:
        end = found[-1]
        keep = min(end.end - end.start, end.last - end.first)
        last -= end.end - end.start - keep
        found[-1] = end._replace(end=end.start + keep)
    found = [change for change in found if change.first < change.last or change.start < change.end]
    return (Place(near.passage, first, last) if first < last else None), found


def _idle(document: Document, words: Sequence[Token], place: Place, change: Change, edges: set[int]) -> bool:
    """Whether a difference says nothing: of hyphens, of what an ellipsis leaves out, or of a narrator who steps in."""
    there = place.words
    if "".join(said(t.word) for t in words[change.first : change.last]) == "".join(
        said(t.word) for t in there[change.start : change.end]
    ):
        return True
    if change.first < change.last:
        return False
    return change.first in edges or _narrated(document, place, change)


def _narrated(document: Document, place: Place, change: Change) -> bool:
    """Whether the words that only the source has are those between two halves of a quotation: ”, he said. “."""
    if not 0 < change.start < change.end < len(place.words) or change.end - change.start > _ASIDE:
        return False
    text = document.sources[place.passage.source].prose.text
    between = text[place.words[change.start - 1].end : place.words[change.end].start]
    told = (word.lower() in CUES for word in _WORD.findall(between))
    return len(_MARK.findall(between)) > 1 and any(told)


def _goes_on(change: Change, found: Sequence[Change], count: int) -> bool:
    """Whether the quotation has several words more than the source, before or behind what both have."""
    edge = change is found[0] or change is found[-1]
    return edge and change.start == change.end and change.last - change.first >= _LONGER and count > 2 * _LONGER
