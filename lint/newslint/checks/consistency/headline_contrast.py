"""headline-contrast: a headline, subhead or caption that says the opposite of the text, of the same thing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.facts.contrast import Contrast, Stretch, contrast, stretch
from newslint.knowledge.facts.replaced import replaced
from newslint.knowledge.facts.who.exchange import denied, exchanged
from newslint.knowledge.facts.who.words import is_noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_ABOVE: Final = frozenset({"headline", "dek", "subhead", "caption"})
_LOOSE: Final = frozenset({"subhead", "caption"})  # need not be about the article's main event
_TEXT: Final = frozenset({"paragraph", "list-item"})
_LONGEST: Final = 200  # code points: what is longer is no headline
_FIRST: Final = 2  # sentences of a paragraph that say what it is about


class HeadlineContrast(Check, frozen=True, kw_only=True):
    """Compares headline, dek, subheads and captions with the first paragraph, a subhead also with the one below it."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "opposite": frozenset(),
        "exchanged": frozenset(),
        "replaced": frozenset(),
    }
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each line that the text contradicts: at its word, with the text's as the related place."""
        document = unit.document
        lede = opening(document)
        if lede is None:
            return
        for number, segment in enumerate(document.segments):
            if segment.kind in _ABOVE and segment.end - segment.start <= _LONGEST:
                yield from _compared(document, segment, number, lede)


def opening(document: Document) -> int | None:
    """The number of the first paragraph that is a sentence, not a line with a source and a date."""
    text = document.prose.text
    lede = next((number for number, segment in enumerate(document.segments) if segment.lede), None)
    whole = (
        number
        for number, segment in enumerate(document.segments)
        if segment.kind == "paragraph" and text[: segment.end].rstrip().endswith((".", "!", "?", "”", '"', "’"))
    )
    return lede if lede is None else next((number for number in whole if number >= lede), lede)


def _compared(document: Document, segment: Segment, number: int, lede: int) -> Iterator[Match]:
    line = stretch(document, Span(segment.start, segment.end))
    places = {lede, number + 1} if segment.kind == "subhead" else {lede}
    below = [each for place in sorted(places) for each in sentences(document, place)[:_FIRST]]
    found = contrast(line, below, partial(document.derived, _text), strict=segment.kind in _LOOSE)
    if found is not None and _is_noun(document, line, found[1].said):
        found = None
    if found is None and segment.kind == "headline":
        found = _read(document, line, below, lede)
    if found is not None:
        yield _match(document, *found)


def _is_noun(document: Document, line: Stretch, said: Span) -> bool:
    """Whether the parse shows that a word that may be a verb is a noun in a line: "join legal fight against the law"."""
    event = next((event for event in line.events if event.span == said), None)
    acts = event is not None and all(outcome.acts for outcome in event.outcomes)
    return acts and is_noun(document, said.end)


def _read(document: Document, line: Stretch, below: Sequence[Stretch], lede: int) -> tuple[str, Contrast] | None:
    """What a headline has otherwise than the first sentences: who did what to whom, or a noun."""
    segment = document.segments[lede]
    spans = document.sentences_in(segment.start, segment.end)[:_FIRST]
    if (other := exchanged(document, line, spans)) is not None:
        return "exchanged", other
    if (other := denied(document, line, spans)) is not None:
        return "opposite", other
    other = replaced(document, line, below)
    return ("replaced", other) if other is not None else None


def _match(document: Document, case: str, found: Contrast) -> Match:
    other = document.prose.text[found.other.start : found.other.end]
    return Match(found.said, values={"other": other}, related=(Compared(found.other),), case=case)


def _text(document: Document) -> list[Stretch]:
    return [each for place in range(len(document.segments)) for each in sentences(document, place)]


def sentences(document: Document, place: int) -> list[Stretch]:
    if place >= len(document.segments) or document.segments[place].kind not in _TEXT:
        return []
    segment = document.segments[place]
    return [stretch(document, span) for span in document.sentences_in(segment.start, segment.end)]
