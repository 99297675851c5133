"""duplicate: a passage of running prose that is in the article twice, word for word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.overlap import overlaps
from newslint.knowledge.running import Paragraph, formula, paragraphs, set_apart
from newslint.knowledge.said_again import said_again
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_SCATTERED: Final = 4  # passages said twice, here and there: more of them, and it is how the document is written
_APART: Final = 60  # words of a passage of several paragraphs that cannot be an entry's formula, under whatever heading


_UNFOLDS = lazy(r"<details\b|<label\b|\baccordion\b")  # a box that is opened by its reader, who may open just one


class Passage(NamedTuple):
    """Paragraphs (half-open numbers) that repeat, one by one, those from `source` on."""

    start: int
    end: int
    source: int


class Duplicate(Check, frozen=True, kw_only=True):
    """Reports paragraphs of running prose that repeat earlier ones word for word; a run of them is one finding.

    A paragraph must have `least` words. In an article with headings, entries may share a sentence: there a passage under
    another heading counts only if it is long and has several paragraphs. Nothing is reported in a document that
    repeats many passages here and there, as laws, manuals and lists of changes do. Besides, a line whose head repeats the
    tail of the line before: some exports write the nested parts of a list twice; and nine words or more that follow
    themselves within a paragraph.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "paragraph": frozenset(),
        "passage": frozenset({"count"}),
        "overlap": frozenset(),
        "overlaps": frozenset({"count"}),
        "again": frozenset({"count"}),
    }
    per: ClassVar[str] = "document"

    least: int = 16

    def find(self, unit: Unit) -> Iterator[Match]:
        """The later passages, each with the earlier one as related place."""
        document = unit.document
        yield from map(_overlap, overlaps(document))
        for again in said_again(document):
            yield Match(
                again.second, values={"count": str(again.words)}, related=(Compared(again.first),), case="again"
            )
        read = list(_in_running_text(document, self.least))
        passages = [p for p in _passages(read) if not _detailed(document, read, p)]
        if len({read[p.start].words for p in passages}) > _SCATTERED:
            return
        copies = Counter(read[p.start].words for p in passages)
        for passage in passages:
            if _wrong(read, passage, copies[read[passage.start].words]):
                yield _match(read, passage)


def _in_running_text(document: Document, least: int) -> Iterator[Paragraph]:
    """The paragraphs without those that, said twice, are a pull quote, a teaser or a formula."""
    read = [paragraph for paragraph in document.derived(paragraphs) if len(paragraph.words) >= least]
    counts = Counter(paragraph.words for paragraph in read)
    for paragraph in read:
        twice = counts[paragraph.words] > 1
        if not (twice and (formula(document, paragraph.span) or set_apart(document, paragraph.span))):
            yield paragraph


def _passages(read: list[Paragraph]) -> list[Passage]:
    """The runs of paragraphs that repeat earlier ones, in order."""
    first: dict[tuple[str, ...], int] = {}
    out: list[Passage] = []
    for number, paragraph in enumerate(read):
        source = first.setdefault(paragraph.words, number)
        if source == number:
            continue
        last = out[-1] if out else None
        if last and last.end == number and last.source + last.end - last.start == source and source < last.start:
            out[-1] = last._replace(end=number + 1)
        else:
            out.append(Passage(number, number + 1, source))
    return out


def _detailed(document: Document, read: list[Paragraph], passage: Passage) -> bool:
    """Whether the earlier one is the summary of details that a reader unfolds, or they are under two such labels."""
    first, second = (document.prose.span(read[n].span.start, read[n].span.end) for n in (passage.source, passage.start))
    return _UNFOLDS.search(document.text.content, first.end, second.start) is not None


def _wrong(read: list[Paragraph], passage: Passage, copies: int) -> bool:
    start, end, source = passage
    if read[start].section == read[source].section:
        return copies == 1 or not read[-1].section or start - source <= copies
    return end - start > 1 and sum(len(p.words) for p in read[start:end]) >= _APART


def _match(read: list[Paragraph], passage: Passage) -> Match:
    start, end, source = passage
    earlier = Compared(Span(read[source].span.start, read[source + end - start - 1].span.end))
    span = Span(read[start].span.start, read[end - 1].span.end)
    if end - start == 1:
        return Match(span, related=(earlier,), case="paragraph")
    return Match(span, values={"count": str(end - start)}, related=(earlier,), case="passage")


def _overlap(run: list[tuple[Span, Span]]) -> Match:
    (head, tail), *others = run
    if not others:
        return Match(head, related=(Compared(tail),), case="overlap")
    return Match(head, values={"count": str(len(run))}, related=(Compared(tail),), case="overlaps")
