"""Speech: the quotations of an article, in text, captions, headlines and pull quotes, that come back, with their speakers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.quotation import Quotation
from newslint.finding import Span
from newslint.knowledge.attribution import attributions
from newslint.knowledge.facts import recalled
from newslint.knowledge.facts.cited import cited
from newslint.knowledge.facts.speakers import Speaker, speaker
from newslint.knowledge.facts.who.spoken import read_speaker
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_DASH: Final = lazy(r"\s+(?:[—–―]|--?)\s*[A-ZÀ-Þ][^\n.]{2,60}$")
_SHOWN: Final = frozenset({"headline", "dek", "subhead", "caption", "block-quote"})
_LONGEST: Final = 600  # code points: a longer block quote is no pull quote
_WORD: Final = lazy(r"\w+(?:['’]\w+)*")
# A speaker who passes on somebody's words says so.
_PASSED_ON: Final = frozenset("say says said saying quote quotes quoted told tells called calling".split())
_WITHIN: Final = lazy(r"[‘“„]|\s['\"]\w")  # words that are quoted again belong to somebody else
_MOST: Final = 500  # quotations looked at: a bound on hostile input
_KEY: Final = 10  # letters at the start or the end of a quotation by which another that contains it is found
_ALIKE: Final = 92  # percent of the letters of the shorter one
_LONG: Final = 10  # words, where some differ
_FEWEST: Final = 6  # words: shorter ones are said by many
_RECALLED: Final = 3  # words, where the text says whose words come back
_DISPLAYED: Final = 4  # words of a headline or a caption that come back unchanged


class Said(Struct, frozen=True):
    """A quotation: [start, end) in the prose, marks included, and its words in lower case.

    `recalled` is the span of whose words the sentence says they are ("Lee's remark that"); None if it does not.
    """

    span: Span
    words: tuple[str, ...]
    quotation: Quotation
    recalled: Span | None = None


class Again(Struct, frozen=True):
    """Two quotations of the same words, and `exact` if no word differs."""

    first: Said
    later: Said
    exact: bool


def again(document: Document) -> tuple[Again, ...]:
    """The quotations that come back, wholly or in part, each with the first that has its words; use with `derived`."""
    return tuple(_again(document))


def _again(document: Document) -> Iterator[Again]:
    view = document.folded()
    bounds = [(q, view.locate(q.start) + 1, view.locate(q.end) - 1) for q in islice(_quotations(document), _MOST)]
    seen: set[tuple[int, int]] = set()
    for number, (_, start, end) in enumerate(bounds):
        if end - start < _KEY:
            continue
        for key in (view.text[start : start + _KEY], view.text[end - _KEY : end]):
            for other in _holding(view.text, key, bounds, number):
                pair = (min(number, other), max(number, other))
                if pair not in seen:
                    seen.add(pair)
                    found = _alike(document, *(_said(document, bounds[index][0]) for index in pair))
                    if found is not None:
                        yield found


def _holding(text: str, key: str, bounds: list[tuple[Quotation, int, int]], number: int) -> Iterator[int]:
    """The numbers of the other quotations that contain a key."""
    if text.count(key) > 1:
        for other, (_, start, end) in enumerate(bounds):
            if other != number and text.find(key, start, end) >= 0:
                yield other


def _quotations(document: Document) -> Iterator[Quotation]:
    """The outermost quotations, and block quotes without marks; a turn of a transcript is none."""
    found = [q for q in document.reading.quotations if q.depth == 0 and q.mark]
    marked = {segment.start for q in found if (segment := document.segment_at(q.start)) is not None}
    found += [
        Quotation(segment.start, _signed_at(document, segment), "")
        for segment in document.segments
        if segment.kind == "block-quote" and segment.start not in marked and segment.end - segment.start < _LONGEST
    ]
    return iter(sorted(found, key=lambda quotation: quotation.start))


def _signed_at(document: Document, segment: Segment) -> int:
    """Where the words of a block quote end: before the dash of its signature, if it has one."""
    hit = _DASH.search(document.prose.text, segment.start, segment.end)
    return hit.start() if hit is not None else segment.end


def _said(document: Document, quotation: Quotation) -> Said:
    text = document.prose.text[quotation.start : quotation.end].lower().replace("’", "'")
    return Said(Span(quotation.start, quotation.end), tuple(_WORD.findall(text)), quotation)


def _alike(document: Document, first: Said, later: Said) -> Again | None:
    """The pair, if the words of the shorter are in the longer; three or four words count where somebody's are recalled."""
    shorter, longer = sorted((first.words, later.words), key=len)
    few, many = f" {' '.join(shorter)} ", f" {' '.join(longer)} "
    exact = few in many
    if any(_WITHIN.search(document.prose.text, each.span.start + 1, each.span.end - 1) for each in (first, later)):
        return None
    if len(longer) > len(shorter) and _PASSED_ON.intersection(set(longer) - set(shorter)):
        return None
    if not exact and (len(shorter) < _LONG or not _nearly(few, many)):
        return None
    one, other = (_with_owner(document, said) for said in (first, later))
    recalled = len(shorter) >= _RECALLED and (one.recalled or other.recalled)
    if len(shorter) >= _FEWEST or recalled or _shown(document, first, later):
        return Again(one, other, exact)
    return None


def _nearly(few: str, many: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(few, many, score_cutoff=_ALIKE) >= _ALIKE


def _displayed(document: Document, said: Said) -> bool:
    """Whether words are taken out of the text to be shown: in a headline, a caption, or alone above a signature."""
    segment = document.segment_at(said.span.start)
    if segment is None or segment.kind in _SHOWN:
        return segment is not None
    alone = not document.prose.text[segment.start : said.span.start].strip()
    return alone and _DASH.fullmatch(document.prose.text, said.span.end, segment.end) is not None


def _shown(document: Document, first: Said, later: Said) -> bool:
    """Whether the same few words are in the text and above or beside it."""
    few = first.words == later.words and len(first.words) >= _DISPLAYED
    return few and (_displayed(document, first) or _displayed(document, later))


def _with_owner(document: Document, said: Said) -> Said:
    owner = recalled.recalled(document, said.quotation)
    return Said(said.span, said.words, said.quotation, owner) if owner is not None else said


def spoken_by(document: Document, said: Said) -> Speaker | None:
    """Who is given as the speaker of a quotation by the words beside it, if anybody is."""
    if said.recalled is not None:
        return speaker(document, said.recalled, whole=False)
    found = cited(document, said.quotation)
    spoken = speaker(document, found) if found is not None else None
    spoken = spoken if spoken is not None and spoken.surname else read_speaker(document, said.quotation) or spoken
    return None if spoken is not None and _another_spoke(document, said, spoken) else spoken


def _another_spoke(document: Document, said: Said, spoken: Speaker) -> bool:
    """Whether a pronoun beside a quotation is read as another than the one who was named last as a speaker before it."""
    text = document.prose.text
    if text[spoken.span.start : spoken.span.end].lower() not in ("he", "she"):
        return False
    named = (
        each.speaker
        for each in reversed(document.derived(attributions))
        if each.quotation.start < said.span.start
        and each.speaker is not None
        and text[each.speaker.start].isupper()
        and text[each.speaker.start : each.speaker.end] not in ("He", "She")
    )
    place = next(named, None)
    last = speaker(document, place) if place is not None else None
    return last is not None and last.surname not in ("", spoken.surname) and last.sex in ("", spoken.sex)
