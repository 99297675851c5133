"""Ordinals that need more than there is: the fourth paragraph of a letter of three, the second act of a one-act play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.plurals import singular
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

# Things that come numbered, in a whole that has so many of them.
_PARTS: Final = frozenset(
    "act part volume chapter paragraph verse stanza movement episode instalment installment round leg stage set floor "
    "storey page "
    "section article clause lap inning innings over question step track room deck wing".split()
)
_AFTER = lazy(r" (?P<noun>[a-z]+)")
_NEXT = lazy(
    r"\b(?:add|added|new|extra|additional|more|another|plan|planned|build|would|could|may|sequel|next|would-be|so far|"
    r"already|(?:first|last|next|past|previous)(?= (?:\w+ )?(?:episodes|acts|volumes|chapters|paragraphs|rounds|legs|"
    r"stages|sets|parts|pages|innings))|season|series)\b"
)


class Beyond(Struct, frozen=True):
    """An ordinal at `span` (its noun included) beyond the number of parts that the whole has."""

    span: Span
    whole: Span
    parts: int


def beyond(document: Document) -> tuple[Beyond, ...]:
    """Ordinals that are too great, in order; use `document.derived(beyond)`."""
    return tuple(_all(document))


def _all(document: Document) -> Iterator[Beyond]:
    found = document.derived(quantities)
    wholes = [one for one in found if _whole(one)]
    if not wholes:
        return
    view = document.folded()
    for one in found:
        if one.kind != "ordinal" or one.quoted or one.value > _MOST:
            continue
        hit = _AFTER.match(view.text, one.number.end)
        noun = hit["noun"] if hit else ""
        if noun not in _PARTS:
            continue
        near = [whole for whole in wholes if _noun(whole) == noun and _together(document, one, whole)]
        if near and all(whole.value < one.value for whole in near):
            yield Beyond(
                view.span(one.number.start, hit.end() if hit else one.number.end), near[0].span, int(near[0].value)
            )


_MOST: Final = 30


def _whole(one: Quantity) -> bool:
    return (
        one.kind == "count"
        and one.counted is not None
        and not (one.counted.whole or one.counted.other or one.number.hedge or one.quoted)
    )


def _noun(one: Quantity) -> str:
    return singular(one.counted.head) if one.counted else ""


def _together(document: Document, one: Quantity, whole: Quantity) -> bool:
    """Whether both are in one sentence or in neighbouring ones of a paragraph, and nothing says that parts were added."""
    first, last = sorted((one.start, whole.start))
    index = document.sentences.index(document.sentence_at(first))
    until = document.sentences[min(index + 1, len(document.sentences) - 1)]
    segment = document.segment_at(first)
    if last >= until.end or segment is None or last >= segment.end:
        return False
    return _NEXT.search(document.prose.text[document.sentences[index].start : until.end].lower()) is None
