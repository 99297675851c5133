"""Cited: the speaker of a quotation where nothing but a verb of saying is between the words and the name.

`attribution` also reads what is looser; it is right in most cases, but two loose readings of one quotation differ more
often by their own fault than by the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.attribution import Attribution, attributions
from newslint.knowledge.cues import CUES
from newslint.knowledge.names import plain
from newslint.knowledge.people import people
from newslint.knowledge.signatures import signature
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.quotation import Quotation

_HELPS: Final = r"(?:(?:has|had|have|later|then|once|also|would|will|could|never|\w+ly) )"
# Between the closing mark and the name; what a name that comes before its verb is followed by.
_TO_NAME: Final = lazy(
    rf"[,.]? *(?:{_HELPS}*(?P<cue>[a-z]+) (?:[a-z][\w’'-]* ){{0,4}}|[—–―-]+ *|\()?(?P<titles>(?:(?:the )?[\w.’'-]+ ){{0,5}})"
)
_APPOSITION: Final = r"(?:, [^,;:.“”\"]{1,90},| \([^()]{1,40}\)|,? who)?"
_THEN_CUE: Final = lazy(rf"{_APPOSITION},? {_HELPS}*(?P<cue>[a-z]+)\b")
_TO_QUOTE: Final = lazy(
    rf"{_APPOSITION} {_HELPS}*(?P<cue>[a-z]+)(?: (?!that\b)[\w’'.-]+){{0,6}}?[,:]?(?: that)?[,:]? ?"
    r"|(?:, (?![A-ZÀ-Þ][\w’'-]+ [a-z]+)[^,:\n]{1,60}| \([^()\n]{1,40}\)|"
    r" (?:outside|inside|at|in|on|with|beside|near) [^,:.\n]{1,40})?[*_]*\s*:[*_]*\s*"
)
_CLAUSE: Final = lazy(
    r"(?:(?:^|[.!?:;][”\"’)]* +|\n)(?:(?:In|On|At|After|Before|During|By|Later|Speaking|Asked)\b[^,.“”\"]{0,60}, )?"
    r"|, (?:and|but|while|as) |[—–] ?)((?:[\w.’'-]+ ){0,5})$"
)
_BREAKS: Final = CUES | set(
    "to of that who by for with against about on in at from and or is was are were has had".split()
)
_CUTS: Final = lazy(r"[.!?]\s|\n")
_ANOTHER: Final = lazy(  # "says Epstein accuser Ann Lee", "says Yale law professor Ann Lee"
    r"(?: (?!(?:in|at|on|of|to|from|for|who|and|as|after|before|during|when|while|with|outside|about|by)\b)[a-z]+){1,3} [A-ZÀ-Þ]"
)
_OPENING: Final = lazy(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof)\.? )?([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w-]+){0,2})(?:, [^,.]{1,60},)? (?=[a-z])"
)
# Who is seen in a photograph and speaks: "Ann Lowe outside the baths:".
_CAPTION: Final = lazy(
    r"(?:[A-Z][a-z]+: )?(?P<name>(?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+)(?: (?:outside|inside|at|in|"
    r"on|with|beside|near) [^:.\n]{1,50})?: \Z"
)
_GOES_ON: Final = lazy(r" [a-z]+ [a-z]")
_REACH: Final = 160


def cited(document: Document, quotation: Quotation) -> Span | None:
    """The span of a quotation's speaker, by its own verb or that of the quotation before it in the paragraph; else None."""
    found = document.derived(attributions)
    index = bisect_left(found, quotation.start, key=lambda each: each.quotation.start)
    if not quotation.mark:
        return _signed(document, quotation)
    if index == len(found) or found[index].quotation.start != quotation.start:
        return None
    segment = document.segment_at(quotation.start)
    if segment is not None and (shown := _CAPTION.match(document.prose.text, segment.start, quotation.start)):
        return Span(*shown.span("name"))
    if found[index].speaker is None and segment is not None and segment.kind == "block-quote":
        return _signed(document, quotation)
    each = found[index]
    if each.speaker is None:
        return None if each.cued else _led(document, quotation)
    if each.how == "inherited":
        return _inherited(document, found, index)
    return each.speaker if _tight(document, each) else None


def _led(document: Document, quotation: Quotation) -> Span | None:
    """The name that begins the sentence before, in the same paragraph: "Lee was not amused. “…”"."""
    text, segment = document.prose.text, document.segment_at(quotation.start)
    if segment is None or not quotation.closed:
        return None
    before = document.sentence_at(max(quotation.start - 2, segment.start))
    if (
        before.start < segment.start
        or before.end > quotation.start
        or text[before.end - 1 : before.end] not in (".", ":", "!")
    ):
        return None
    hit = _OPENING.match(text, before.start, before.end)
    if hit is None or not document.quoted.outside(before.start, before.end) or not _names(document, hit[1]):
        return None
    return Span(*hit.span(1))


def _names(document: Document, opening: str) -> bool:
    """Whether the first words of a sentence name somebody: a single one may have its capital from being the first."""
    return " " in opening or any(
        person.full and plain(opening) == plain(person.surname) for person in document.derived(people)
    )


def _signed(document: Document, quotation: Quotation) -> Span | None:
    """The name below a block quote, or after a dash at its end."""
    text, index = document.prose.text, bisect_right(document.segment_starts, quotation.start) - 1
    own = signature(text, quotation.end, document.segments[index].end)
    if own is not None or index + 1 == len(document.segments):
        return own
    below = document.segments[index + 1]
    return signature(text, below.start, below.end)


def _inherited(document: Document, found: tuple[Attribution, ...], index: int) -> Span | None:
    """The speaker of the part before, in the same paragraph: "“…,” said Lee. “…”"."""
    each, before = found[index], found[index - 1] if index else None
    if before is None or before.how in ("inherited", "none") or not _tight(document, before):
        return None
    same = document.segment_at(before.quotation.start) == document.segment_at(each.quotation.start)
    rest = document.prose.text[before.quotation.end : each.quotation.start]
    return before.speaker if same and len(_CUTS.findall(rest)) <= 1 else None


def _tight(document: Document, each: Attribution) -> bool:
    text, span, quotation = document.prose.text, each.speaker, each.quotation
    if span is None or _ANOTHER.match(text, span.end):
        return False
    if span.start >= quotation.end:
        hit = _TO_NAME.fullmatch(text, quotation.end, span.start)
        if hit is None or not _BREAKS.isdisjoint(hit["titles"].split()):
            return False
        if _signs(text, quotation, span) and _GOES_ON.match(text, span.end):
            return False  # "‘Talk to Fox’ – Fox News said it had no evidence": another clause, not who signs
        return hit["cue"] in CUES or _signs(text, quotation, span) or _says(_THEN_CUE.match(text, span.end))
    hit = _TO_QUOTE.fullmatch(text, span.end, quotation.start)
    if hit is None or not (hit["cue"] is None or _says(hit)):
        return False
    lead = _CLAUSE.search(text, max(span.start - _REACH, 0), span.start)
    return lead is not None and _BREAKS.isdisjoint(lead[1].split())


def _says(hit: re.Match[str] | None) -> bool:
    return hit is not None and hit["cue"] in CUES


def _signs(text: str, quotation: Quotation, span: Span) -> bool:
    return text[quotation.end : span.start].strip() in ("—", "–", "―", "-", "--")
