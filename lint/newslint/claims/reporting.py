"""Reporting: whether an article itself says that a claim was checked, and found wanting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.claims.addresses import canonical
from newslint.knowledge.headline import headline_of
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.claims.records import Record
    from newslint.finding import Span

_CUE: Final = lazy(
    r"\b(?:fact[- ]?check\w*|debunk\w*|disprov\w+|hoax\w*|misinformation|disinformation|misleading\w*|baseless(?:ly)?|"
    r"unfounded|unproven|unsubstantiated|untrue|inaccurate\w*|false(?:ly|hoods?)?|fake|fabricated|doctored|myths?|rumou?rs?|"
    r"conspiracy theor(?:y|ies|ists?)|no evidence|without evidence|not true|not supported by|has been discredited|discredited|"
    r"contrary to|verified|satir\w+|refuted|wrongly (?:claim|stat|sugg)\w+)\b",
    re.IGNORECASE,
)
# A paragraph of its own about the claim beside it.
_ANSWERS: Final = lazy(
    r"(?:But |However, |In fact, |Yet )?(?:th(?:at|is|ese|ose)\b|the (?:claim|statement|story|post|rumou?r|image|video|photo)|"
    r"(?:independent )?fact[- ]check)",
    re.IGNORECASE,
)
_ANNOUNCES: Final = lazy(
    r"\b(?:claims?|posts?|rumou?rs?|stor(?:y|ies)|videos?|photos?|myths?|hoax\w*)\b|:\s*$", re.IGNORECASE
)


def reports(document: Document, record: Record, place: Span) -> bool:
    """Whether an article reports the check of a claim: around a place of its prose, in its headline, or by a link to the review."""
    if _links_to(document, record):
        return True
    before, here, after = _paragraphs(document, place)
    cued = _CUE.search(here) or (_ANNOUNCES.search(before) and _CUE.search(before))
    if cued or (_ANSWERS.match(after) and _CUE.search(after)):
        return True
    name = record.publisher.casefold()
    return len(name) > 2 and name in f"{before}\n{here}\n{after}".casefold()


def linked(document: Document) -> frozenset[str]:
    """The canonical addresses to which an article links; use with `derived`."""
    return frozenset(filter(None, map(canonical, document.view("links").text.split("\n"))))


def _links_to(document: Document, record: Record) -> bool:
    review = canonical(record.url)
    return bool(review) and review in document.derived(linked)


def _paragraphs(document: Document, place: Span) -> tuple[str, str, str]:
    """The paragraph before that of a place, the headline with that paragraph, and the one after it; empty where there is none."""
    segments, text = document.segments, document.prose.text
    here = document.segment_at(place.start)
    if here is None:
        return "", "", ""
    at = segments.index(here)
    near = [text[each.start : each.end] for each in segments[max(at - 1, 0) : at + 2]]
    before = near.pop(0) if at else ""
    headline = headline_of(document)
    above = text[headline.start : headline.end] if headline else ""
    return before, f"{above}\n{near[0]}", near[1] if len(near) > 1 else ""
