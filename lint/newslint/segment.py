"""Segments: the parts of an article by position and typography (headline, byline, dateline, lede, …)."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

from msgspec import Struct

Kind = Literal[
    "headline",
    "dek",
    "byline",
    "dateline",
    "subhead",
    "paragraph",
    "list-item",
    "block-quote",
    "caption",
    "credit",
    "correction",
    "boilerplate",
]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
_BODY = frozenset({"paragraph", "list-item", "block-quote", "subhead"})
# Names that a rule's `scope:` may use beside the kinds; `lede` is the first paragraph.
SCOPES: Final[dict[str, frozenset[str]]] = {
    "body": _BODY,
    "text": frozenset(KINDS) - {"boilerplate"},
    "lede": frozenset({"lede"}),
    "all": frozenset(KINDS),
    **{kind: frozenset({kind}) for kind in KINDS},
}


class Segment(Struct, frozen=True):
    """One block of a view: [start, end) in the view's code points, trimmed of blanks at both ends.

    `lede` marks the first paragraph. `language` is a BCP 47 code where markup or metadata names one.
    """

    kind: Kind
    start: int
    end: int
    lede: bool = False
    language: str = ""

    def within(self, scope: frozenset[str]) -> bool:
        """Whether a rule of that (expanded) scope reads this segment."""
        return self.kind in scope or (self.lede and "lede" in scope)


_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_BYLINE = re.compile(r"(?:By|BY|Words by|Story by|Written by|Analysis by) [^\W\d_][^.!?]{2,110}\.?$")
_DATE = re.compile(
    rf"(?:(?:Published|Updated|Posted|Last updated|Date)[:,]? ?(?:on |at )?)?(?:[A-Z][a-z]+day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}|{_MONTHS} \d{{1,2}})\b[^.!?]{{0,40}}$|(?:Published|Updated|Posted|Last updated)\b.{{0,50}}\d$"
    r"|\d{4}-\d\d-\d\d\b.{0,20}$"
)
_DATELINE = re.compile(
    rf"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.\-]+(?:[ -]|, )?){{1,5}}(?:[A-Z][\w.' ]{{1,24}})?(?:, ?{_MONTHS} ?\d{{0,2}})?(?:,? ?\([^)]{{2,40}}\))? ?(?:—|–|--|-(?= )) ?"
    rf"|(?:[A-Z][\w.'’-]+,? ){{1,4}}(?:{_MONTHS} \d{{1,2}} )?\([A-Z][\w /.'-]{{1,30}}\) ?(?:—|–|--|-) ?"
)
_CREDIT = re.compile(
    r"\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b|(?:Photo|Photograph|Image|Picture|Credit|Source|Graphic|Video)s?(?: by|:| credit:)"
    r"|(?:This|The) (?:story|article|report) (?:was|is|has been) \w+ (?:by|from|with)\b"
)
_CAPTION = re.compile(r"(?:FILE ?(?:PHOTO)?\b|File photo|Pictured|PHOTO|Caption)\b ?[:\-—–]|\(?File (?:photo|image)\b")
_CORRECTION = re.compile(r"(?:Correction|Clarification|Editor['’]s note|Editors['’] note|Update|UPDATE|CORRECTION|Note to readers)\b[^.]{0,40}?[:—–]")
_ITEM = re.compile(r"(?:[-*•‣◦▪–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_FULL_STOP = re.compile(r"[.!?…][\"”’')\]]*$")
_SHORT_HEADLINE, _SHORT_DEK, _SHORT_SUBHEAD = 25, 40, 10  # words


def label(text: str, blocks: list[tuple[int, int]]) -> list[Segment]:
    """Names the blocks of a text without markup by where they stand and how they are set.

    `blocks` are trimmed, half-open and in order. A dateline becomes a segment of its own before its paragraph.
    """
    out: list[Segment] = []
    body = False
    for number, (start, end) in enumerate(blocks):
        kind = _kind(text[start:end], first=number == 0, body=body, alone=len(blocks) == 1, before=out)
        if kind == "paragraph":
            out.extend(paragraph(text, start, end, lede=not body))
            body = True
        else:
            out.append(Segment(kind, start, end))
    return out


def paragraph(text: str, start: int, end: int, *, lede: bool, language: str = "") -> list[Segment]:
    """A paragraph, its dateline split off where it opens with one."""
    hit = _DATELINE.match(text, start, min(end, start + 90)) if lede else None
    if hit is None or hit.end() >= end:
        return [Segment("paragraph", start, end, lede, language)]
    edge = start + len(text[start : hit.end()].rstrip())
    return [Segment("dateline", start, edge, language=language), Segment("paragraph", hit.end(), end, lede, language)]


def _kind(block: str, *, first: bool, body: bool, alone: bool, before: list[Segment]) -> Kind:
    if len(block) <= 300 and (special := furniture(block, body=body)):
        return special
    words = block.count(" ") + 1
    stops = _FULL_STOP.search(block) is not None
    if first and not alone and words <= _SHORT_HEADLINE and (not stops or block.endswith(("?", "!"))):
        return "headline"
    if not body and before and before[-1].kind == "headline" and words <= _SHORT_DEK and not stops and not block.endswith((":", ",")):
        return "dek"
    if _ITEM.match(block):
        return "list-item"
    if body and words <= _SHORT_SUBHEAD and not stops and block[0].isupper() and block[-1].isalnum():
        return "subhead"
    return "paragraph"


def furniture(block: str, *, body: bool) -> Kind | None:
    """Byline, date line, credit, caption or correction, if the block's first words say so."""
    if _BYLINE.match(block) and not body:
        return "byline"
    if _DATE.match(block):
        return "dateline"
    if _CREDIT.match(block):
        return "credit"
    if _CAPTION.match(block):
        return "caption"
    return "correction" if _CORRECTION.match(block) else None
