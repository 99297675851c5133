"""Spoken: who the parse shows to have said the words of a quotation, as one of the people of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Final

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.speakers import Speaker, speaker
from newslint.knowledge.facts.who.humans import humans
from newslint.knowledge.facts.who.scene import scene
from newslint.knowledge.facts.who.skeleton import said_by, skeleton
from newslint.knowledge.names import plain
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.quotation import Quotation
    from newslint.finding import Span
    from newslint.knowledge.facts.who.scene import Seen

_NAME: Final = frozenset({"NNP", "NNPS"})
_ANOTHER: Final = lazy(  # "says Epstein accuser Ann Lee", "says Yale law professor Ann Lee"
    r"(?: (?!(?:in|at|on|of|to|from|for|who|and|as|after|before|during|when|while|with|outside|about|by)\b)[a-z]+){1,3} [A-ZÀ-Þ]"
)
_PARTS: Final = frozenset({"compound", "nmod", "amod", "punct"})


def read_speaker(document: Document, quotation: Quotation) -> Speaker | None:
    """Who speaks as the parse of the sentence around shows it; None if it shows nobody, several people, or is not read."""
    found = skeleton(document, quotation) if document.settings.pipeline and quotation.mark else None
    holder = said_by(found) if found is not None else None
    if found is None or holder is None or any(child.dep_ == "conj" for child in holder.children):
        return None
    named = next((child for child in holder.rights if child.dep_ == "appos" and child.tag_ in _NAME), holder)
    if named.tag_ in _NAME:
        return _person(document, found.span(_first(named), named))
    span = found.span(holder, holder)
    return _taken_up(document, span) or (speaker(document, span) if holder.tag_ == "PRP" else None)


def _person(document: Document, span: Span) -> Speaker | None:
    """The speaker of a name, if it is that of somebody who is a person as far as the text shows."""
    named = document.derived(cast).within(span.start, span.end)
    if _ANOTHER.match(document.prose.text, span.end):
        return None
    human = any(one.person in document.derived(humans) for one in named)
    return speaker(document, span, whole=False) if human else None


def _first(name: Any) -> Any:
    """The first word of a name that ends with a token."""
    while name.i and name.nbor(-1).tag_ in _NAME and name.nbor(-1).dep_ in _PARTS:
        name = name.nbor(-1)
    return name


def _taken_up(document: Document, span: Span) -> Speaker | None:
    """The person of the cast whom a description or a pronoun means."""
    seen = document.derived(scene)
    at = bisect_left(seen, span.end, key=_end_of)
    found = next((one for one in seen[max(at - 3, 0) : at + 3] if one.end == span.end and one.how != "must"), None)
    who = document.derived(cast)
    if found is None or found.who is None or found.who < 0:
        return None
    if found.how == "pronoun" and not _spoken_of(document, found):
        return None
    return Speaker(span, plain(who.persons[found.who].surname), who.sexes[found.who])


def _spoken_of(document: Document, one: Seen) -> bool:
    """Whether whom a pronoun beside a quotation means is named before it in its paragraph, or as a subject in the one before.

    A chain of quoted paragraphs goes on with its speaker, whoever else they speak of.
    """
    index = bisect_right(document.segment_starts, one.start) - 1
    first = document.segments[index].start
    if any(named.person == one.who for named in document.derived(cast).within(first, one.start)):
        return True
    before = document.segments[max(index - 1, 0)].start
    names = [s for s in document.derived(scene) if before <= s.start < first and s.how == "name" and s.subject]
    return bool(names) and names[-1].who == one.who


def _end_of(one: Seen) -> int:
    return one.end
