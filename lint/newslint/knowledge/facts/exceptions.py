"""Exceptions: what an article says of all or of none, beside somebody of whom it says the opposite: `unanimous`, `voted against`.

Both sentences must be the paper's own, of one occasion, and near each other. What tells occasions apart is listed below.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.exception_forms import FAMILIES
from newslint.knowledge.headline import stems
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.exception_forms import Family

# Why the two sentences may be of two occasions: anywhere in either of them; right after the words; before them.
_ELSEWHEN: Final = lazy(
    r"\b(?:last (?:year|month|week|summer|winter|spring|autumn|fall|session)|previous(?:ly)?|earlier|ago|"
    r"at first|initial(?:ly)?|preliminary|"
    r"another|separate|other|next|again|usually|often|history|historically|retri\w+|amendment|procedural|subcommittee|override|since)\b",
    re.IGNORECASE,
)
_DATED: Final = lazy(
    r"[^.;]{0,30}? (?:in|of|on|since) (?:[A-Z][a-z]+ )?(?:\d+,? )?(?:1[89]|20)\d\d\b| (?:until|if|unless)\b"
)
_YEAR: Final = lazy(r"\b(?:1[89]|20)\d\d\b")
_UNREAL: Final = lazy(
    r"\b(?:would|must|need\w*|requir\w+|if|unless|could|should|might|may|whether|had to be|to be|will|"
    r"expected|likely|except|but one|almost|nearly|virtually|"
    r"near-|not|appeal\w*|overturn\w*|ever|urged?|calls? for|called for|asked|seek|want\w*|hop\w+|"
    r"search\w*|any|never|no|no ?body|no-one|few|without|until|like)\b|n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE: Final = lazy(r"[,;:—–]|\b(?:who|after|although|though|because|since|while|but)\b")
_LEAD: Final = 50  # code points before the words
_BODIES: Final = lazy(
    r"\b(?:senate|house|council|committee|board|commission|parliament|cabinet|jury|court|panel|chamber|assembly|legislature|congress|knesset|"
    r"bundestag|supreme court|commons|lords|union|government)\b",
    re.IGNORECASE,
)
_READ: Final = frozenset({"headline", "dek", "paragraph", "list-item", "caption"})
_GENERIC: Final = frozenset(
    stems(
        "plan plans motion proposal measure bill idea move scheme deal decision resolution offer it them "
        "project budget merger vote law change changes recommendation takeover offer agreement contract "
        "closure"
    )
)
_AGAINST: Final = lazy(r"against (?:the|a|an|its|his|her|this|that) (?P<what>[^.,;:]+)")


class Otherwise(Struct, frozen=True):
    """What is said of all, and the place that says otherwise of somebody."""

    family: str
    every: Span
    one: Span


def exceptions(document: Document) -> Iterator[Otherwise]:
    """The first exception to each statement about all or none, by family."""
    text, folded = document.prose.text, document.folded().text
    for family in FAMILIES:
        if not all(any(word in folded for word in words) for words in family.words):
            continue
        for every in family.every.finditer(text):
            if not _stated(document, every, every=True):
                continue
            found = next(_against(document, family, every), None)
            if found is not None:
                yield found
                break


def _against(document: Document, family: Family, every: re.Match[str]) -> Iterator[Otherwise]:
    text, sentences = document.prose.text, document.sentences
    here = _number(document, every.start())
    low, high = max(here - family.far, 0), min(here + family.far, len(sentences) - 1)
    for one in family.one.finditer(text, sentences[low].start, sentences[high].end):
        if one.start() < every.end() and every.start() < one.end():
            continue
        if _number(document, one.start()) != here and _stated(document, one) and _one_occasion(document, every, one):
            yield Otherwise(family.name, Span(*every.span()), Span(*one.span()))


def _number(document: Document, at: int) -> int:
    return max(bisect_right(document.sentence_starts, at) - 1, 0)


def _stated(document: Document, hit: re.Match[str], *, every: bool = False) -> bool:
    """Whether the paper itself states something as a fact of this occasion; what is said of all may be somebody's words."""
    text, sentence = document.prose.text, document.sentence_at(hit.start())
    segment = document.segment_at(hit.start())
    if segment is None or segment.kind not in _READ or not (every or document.quoted.outside(*hit.span())):
        return False
    around = text[sentence.start : hit.start()] + text[hit.end() : sentence.end]
    lead = _CLAUSE.split(text[max(hit.start() - _LEAD, sentence.start) : hit.start()])[-1]
    unreal = _UNREAL.search(lead)
    dated = _YEAR.search(text, sentence.start, hit.start()) or _DATED.match(text, hit.end(), sentence.end)
    return not (unreal or dated or _ELSEWHEN.search(around))


def _one_occasion(document: Document, every: re.Match[str], one: re.Match[str]) -> bool:
    """Whether nothing shows that two sentences are of different votes, trials or accidents: other bodies, another subject."""
    bodies = [_body(document, hit.start()) for hit in (every, one)]
    if bodies[0] and bodies[1] and bodies[0] != bodies[1]:
        return False
    text, said = document.prose.text, document.sentence_at(every.start())
    against = _AGAINST.search(text, one.start(), document.sentence_at(one.start()).end)
    theme = set(stems(against["what"])) if against is not None else set()
    if theme.isdisjoint(_GENERIC) and theme.isdisjoint(stems(text[said.start : said.end])):
        between = set(stems(text[said.end : document.sentence_at(one.start()).start]))
        return theme.isdisjoint(between)  # what was brought in since is another matter
    return True


def _body(document: Document, at: int) -> str:
    """The body that the text was last about before an offset, or is about in its sentence."""
    text, sentence, segment = document.prose.text, document.sentence_at(at), document.segment_at(at)
    own = _BODIES.findall(text, sentence.start, sentence.end)
    before = own or _BODIES.findall(text, segment.start if segment else sentence.start, sentence.start)
    body = before[-1].lower() if before else ""
    return "court" if body == "jury" else body
