"""Quotations: which words of an article are quoted: nested, over several paragraphs, straight or curly, embedded."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newslint.article import marks, running
from newslint.article.posts import posts
from newslint.article.segment import Segment
from newslint.article.stretches import Stretches
from newslint.article.turns import turns
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Quotation(Struct, frozen=True):
    """One stretch of quoted words: [start, end) in the prose, its marks included.

    `mark` opens it; it is empty where nothing does: in an embedded post and in the later paragraphs of a running
    quotation. `depth` is 0 for an outermost quotation. `closed` is false if the closing mark is missing; then `end` is
    the end of the paragraph, and `continues` is true if the next paragraph reopens it, as running quotations should,
    or if a later one closes it.
    """

    start: int
    end: int
    mark: str
    depth: int = 0
    closed: bool = True
    continues: bool = False


class Stray(Struct, frozen=True):
    """A closing mark at `at` whose paragraph, [start, …), has no opener for it."""

    at: int
    start: int


class Reading(Struct, frozen=True):
    """The result of pairing the marks: quotations in order of their start, and closers without openers."""

    quotations: tuple[Quotation, ...]
    strays: tuple[Stray, ...]


_LINE = lazy(r"\S(?:.*\S)?")
_NEAR = 8  # segments in which the next paragraph is looked for
_PULLED = 40  # letters by which a pull quote is found again in its article
_CREDITED = lazy(r"[a-z] [A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,2}$")  # "… journalism has been fuelling it Ann Lee"
_FAR = 6000  # code points around a pull quote in which its words are looked for
_MANY = 100  # double quotations of one paragraph: more is no text, and a bound on hostile input
_SILENT = ("caption", "credit", "boilerplate")


def read(text: str, segments: Sequence[Segment]) -> Reading:
    """Pairs the marks of each segment; a missing mark has no effect beyond its paragraph unless a later one answers it."""
    pairs = [marks.pair(text, segment.start, segment.end) for segment in segments]
    said = turns(text, segments)
    starts = [segment.start for segment in segments]
    turned = frozenset(bisect_right(starts, start) - 1 for start, _ in said)
    running_on = list(running.runs(text, segments, pairs, turned))
    unmarked = _unmarked(text, segments, running_on, said)
    answered = {run.opener for run in running_on}
    spoken = {start for start, _ in said}
    quotations: list[Quotation] = []
    strays: list[Stray] = []
    for number, segment in enumerate(segments):
        if running.is_ornament(text, segment):
            continue
        shown = unmarked.get(number, [])
        whole = [quotation for quotation in shown if quotation.start not in spoken]  # in a turn there are other marks
        needed = pairs[number].openers or text[segment.start] == "‘"
        opened_anew = _opened_anew(text, segments, number) if needed else ""
        found = _marked(segment, text, pairs[number], (shown, whole), answered, opened_anew)
        if not shown and not pairs[number].faults and len(found) < _MANY:
            found = _with_singles(text, segment, found, opened_anew)
        quotations += sorted(found, key=lambda quotation: (quotation.start, -quotation.end))
        strays += [Stray(at, segment.start) for at in pairs[number].closers if not _within(at, whole)]
    return Reading(tuple(quotations), tuple(strays))


def quoted_lines(text: str) -> Quoted:
    """What is quoted in a text whose paragraphs are lines."""
    paragraphs = [Segment("paragraph", *line.span()) for line in _LINE.finditer(text)]
    return Quoted(read(text, paragraphs).quotations, paragraphs)


def _opened_anew(text: str, segments: Sequence[Segment], number: int) -> str:
    """The mark with which the paragraph after a segment starts, captions and one pull quote between them left out."""
    after = (s for s in segments[number + 1 : number + _NEAR] if s.kind not in _SILENT)
    following = next(after, None)
    if following is None:
        return ""
    mark = _opens_with(text, following)
    if mark or following.end - following.start < _PULLED:
        return mark
    last = next(after, None)
    apart = last is not None and (_is_pulled(text, following) or _is_nested(text, following))
    return _opens_with(text, last) if last is not None and apart else ""


def _is_nested(text: str, segment: Segment) -> bool:
    """Whether a paragraph is quoted by somebody who is quoted: between single marks."""
    return text[segment.start] in "'‘" and text[segment.end - 1] in "'’"


def _is_pulled(text: str, segment: Segment) -> bool:
    """Whether a paragraph is a pull quote: words of the article said again, or a line without a stop before its speaker's name."""
    pulled = text[segment.start : segment.start + _PULLED]
    if text.count(pulled, max(segment.start - _FAR, 0), segment.end + _FAR) > 1:
        return True
    return _CREDITED.search(text, segment.start, segment.end) is not None


def _opens_with(text: str, segment: Segment) -> str:
    """The opening mark with which a paragraph starts, behind a clock in a transcript, or nothing."""
    clock = _CLOCK.match(text, segment.start, segment.end)
    first = text[clock.end() if clock else segment.start]
    return first if first in '“"″„«‘' and not running.is_ornament(text, segment) else ""


# "00:12:03 “And so we waited.": a caption that goes on with what somebody quotes.
_CLOCK = lazy(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?(?: ?[–—-])? (?=[“\"″„«‘])")


def _unmarked(
    text: str, segments: Sequence[Segment], running_on: Sequence[running.Run], said: Sequence[tuple[int, int]]
) -> dict[int, list[Quotation]]:
    """By number of the segment, what is quoted without a mark there: running quotations, posts, what is `said` in turns."""
    found: dict[int, list[Quotation]] = defaultdict(list)
    for run in running_on:
        for number in range(run.first + 1, run.last + 1):
            segment, last = segments[number], number == run.last
            end = run.closer + 1 if last else segment.end
            if segment.kind not in _SILENT:
                found[number].append(Quotation(segment.start, end, "", closed=last, continues=not last))
    starts = [segment.start for segment in segments]
    for start, end in (*posts(text, segments), *said):
        number = bisect_right(starts, start) - 1
        if not any(quotation.end > start for quotation in found[number]):
            found[number].append(Quotation(start, end, ""))
    return found


def _marked(
    segment: Segment,
    text: str,
    pairs: marks.Pairs,
    unmarked: tuple[list[Quotation], list[Quotation]],
    answered: set[int],
    opened_anew: str,
) -> list[Quotation]:
    """The quotations of one segment: those that its marks open, one deeper within what is quoted anyway.

    `unmarked` are all of the latter, and those in which a mark may lack its partner because it has one elsewhere.
    """
    shown, whole = unmarked
    found = [Quotation(start, at + 1, text[start], depth) for start, at, depth in pairs.closed]
    found += [
        Quotation(at, segment.end, text[at], depth, closed=False, continues=opened_anew != "" or at in answered)
        for depth, at in enumerate(pairs.openers)
        if not _within(at, whole)
    ]
    if not shown:
        return found
    outer = [q for q in shown if not any(q.start > other.start and q.end <= other.end for other in found)]
    return [*outer, *(replace(q, depth=q.depth + 1) if _within(q.start, outer) else q for q in found)]


def _within(at: int, quotations: Iterable[Quotation]) -> bool:
    return any(quotation.start <= at < quotation.end for quotation in quotations)


def _with_singles(text: str, segment: Segment, found: list[Quotation], opened_anew: str) -> list[Quotation]:
    """The quotations of a segment with the British ones, which go round the double ones of their paragraph."""
    singles = list(_singles(text, segment, found, opened_anew))
    if not singles or not found:
        return found + singles
    return singles + [replace(q, depth=q.depth + 1) if _within(q.start, singles) else q for q in found]


def _singles(text: str, segment: Segment, found: list[Quotation], opened_anew: str) -> Iterator[Quotation]:
    """British quotations outside the double ones; the last runs on if the next paragraph reopens it."""
    doubles = [(quotation.start, quotation.end) for quotation in found if quotation.depth == 0]
    for opener, closer in marks.singles(text, segment.start, segment.end):
        if closer is None:
            if opener == segment.start and text[opener] == opened_anew == "‘":
                yield Quotation(opener, segment.end, "‘", closed=False, continues=True)
        elif not doubles or (text[opener] in "‘‚" and all(_apart(opener, closer, *span) for span in doubles)):
            yield Quotation(opener, closer + 1, text[opener])


def _apart(opener: int, closer: int, start: int, end: int) -> bool:
    """Whether single marks are round a double quotation or clear of it."""
    return closer < start or opener >= end or (opener < start and end <= closer)


class Quoted(Stretches):
    """Answers whether a span of the prose is quoted; block quotes count as quoted.

    `spans`: [start, end) of the outermost quotations, in order.
    """

    def __init__(self, quotations: Iterable[Quotation], segments: Iterable[Segment]) -> None:
        spans = [(q.start, q.end) for q in quotations if q.depth == 0]
        spans += [(s.start, s.end) for s in segments if s.kind == "block-quote"]
        super().__init__(spans)
