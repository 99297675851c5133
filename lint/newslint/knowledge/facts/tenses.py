"""Tenses: whether the verb that a time belongs to, by the parse of its sentence, tells of what is past or of what is to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from newslint.knowledge.facts.outlooks import Outlook, of_now, side
from newslint.patterns import lazy
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.finding import Span
    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time
    from newslint.reading.parses import Sentence

_WHEN: Final = {
    "gone": frozenset("in on at during since".split()),
    "comes": frozenset("in on by until till at during".split()),
}
# Verbs of arranging and telling: what is scheduled or announced on a day may be for that day.
_ARRANGING: Final = lazy(
    r"(?:re)?schedul|plan|expect|set$|slat|postpon|delay|mov|push|book|announc|sa[iy]|tell|told|cancel|call|ask|invit|propos|extend|offer|"
    r"promis|agree|decid|vot|approv|order|request|requir|need|nominat|select|chose|choos|regist|sign|appl|predict|forecast|project|warn|"
    r"threaten|presag|herald|commit|pledg|vow|intend|aim|hop|want|due|bill|dat|mark|meant|suppos|list|advertis|confirm|reserv|allocat|earmark|"
    r"updat|amend|edit|clarif|repost|republish|correct|revis|budget|allow|permit|ban|prevent|block|bar|urg|suggest|estimat|consider|discuss|prepar|deadline|giv|grant|turn|cut|limit|had$|have$|has$"
)
# What leads to things that are for a later time.
_PURPOSE: Final = frozenset("for about against over between toward towards until before after".split())
_EVENT: Final = lazy(
    r"(?:ing|vote|election|poll|trial|match|game|summit|talks|concert|rally|debate|referendum|ceremony|show|event|date|return|start|end|"
    r"primary|caucus|caucuses|session|conference|protest|march|strike|visit|tour|flight|race|festival|deadline|launch|exhibition|sale|"
    r"appearance|premiere|address|speech|convention|shutdown|closure|case|plan|bill|law|contract|season|budget)s?\Z"
)
_WILL: Final = frozenset("will 'll shall wo".split())
_LIKELY: Final = frozenset(
    "due set expected scheduled slated planned likely going poised meant supposed booked".split()
)
_HOPING: Final = frozenset("plans plan hopes hope aims aim intends intend expects expect seeks".split())


def tenses(document: Document, said: Sequence[Telling], now: Moment | None) -> Iterator[Outlook]:
    """What the sentences tell against the article's date, as far as the parse binds it; needs the pipeline."""
    if now is None or not now.whole:
        return
    doubtful = {
        one.span: times
        for one in said
        if (times := [t for t in one.times if side(t, now) and of_now(document.folded().text, t, now)])
    }
    for sentence in parsed(document, list(doubtful)):
        span = document.sentence_at(sentence.start)
        for time in doubtful.get(span, ()):
            yield from _judged(document, sentence, time, side(time, now))


def _judged(document: Document, sentence: Sentence, time: Time, kind: str) -> Iterator[Outlook]:
    view = document.folded()
    span = view.span(time.start, time.end)
    tokens = sentence.doc.char_span(span.start - sentence.start, span.end - sentence.start, alignment_mode="expand")
    verb = _governor(tokens, _WHEN[kind]) if tokens is not None else None
    if verb is None or not document.quoted.outside(*_hull(sentence, verb, span)):
        return
    if not time.dated and verb.i > tokens[0].i and not document.folded().text[time.start : time.end].count("day"):
        return  # "On June 6, the plane landed" may be of any year; "On Wednesday, June 6" is of this one
    told = _is_past(verb) if kind == "gone" else _is_to_come(verb)
    if told and not _between(verb, tokens, kind):
        start, end = _hull(sentence, verb, span)
        yield Outlook("gone" if kind == "gone" else "comes", time, view.locate(start), view.locate(end))


def _hull(sentence: Sentence, verb: Any, span: Span) -> tuple[int, int]:
    """From the verb, with its auxiliaries, to the time, or from the time to the verb."""
    words = [verb, *(token for token in verb.lefts if token.dep_ in ("aux", "auxpass"))]
    start = min(span.start, *(sentence.start + word.idx for word in words))
    return start, max(span.end, sentence.start + verb.idx + len(verb))


def _governor(tokens: Any, when: frozenset[str]) -> Any:
    """The verb that a time says when of; None if it belongs to a noun."""
    at = tokens.root
    if at.dep_ in ("pobj", "pcomp") and at.head.lower_ in when:
        at = at.head
    elif at.dep_ != "npadvmod" or at.head.i > at.i:
        return None
    return at.head if at.head.pos_ == "VERB" else None


def _between(verb: Any, tokens: Any, kind: str) -> bool:
    """Whether something lies between the verb and the time that this may be the time of: an event, another verb."""
    others = verb.doc[verb.i + 1 : max(tokens[0].i - 1, verb.i + 1)]
    if any(_EVENT.search(token.lower_) for token in others if token.pos_ in ("NOUN", "PROPN")):
        return True
    if any(token.pos_ == "VERB" for token in others):
        return True
    if kind == "comes" and any(token.lower_ == "the" and token.head.dep_ == "dobj" for token in others):
        return True  # "will exceed the level in 2014"
    return any(token.pos_ == "ADP" and (kind == "comes" or token.lower_ in _PURPOSE) for token in others)


def _auxiliaries(verb: Any) -> set[str]:
    helps = (token for token in verb.lefts if token.dep_ in ("aux", "auxpass"))
    return {token.lower_ for token in helps if token.i == 0 or token.text[0] in "'’" or token.text.islower()}


_UNREAL: Final = lazy(r"\b(?:would|could|might|if|unless|imagine\w*|novel|fiction\w*)\b", re.IGNORECASE)


def _is_past(verb: Any) -> bool:
    if (
        _UNREAL.search(verb.doc.text)
        or _ARRANGING.match(verb.lower_)
        or any(
            token.dep_ in ("mark", "neg") and token.lower_ in ("if", "unless", "until", "before", "not", "n't")
            for token in verb.lefts
        )
    ):
        return False
    auxiliaries = _auxiliaries(verb)
    if verb.tag_ == "VBD":
        return not auxiliaries
    return (
        verb.tag_ == "VBN"
        and bool(auxiliaries & {"was", "were", "had"})
        and auxiliaries <= {"was", "were", "had", "been"}
    )


def _is_to_come(verb: Any) -> bool:
    auxiliaries = _auxiliaries(verb)
    if auxiliaries & _WILL:
        return "have" not in auxiliaries
    head = verb.head
    if any(token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.i < verb.i for token in verb.lefts):
        return False
    if verb.dep_ not in ("xcomp", "ccomp") or "to" not in auxiliaries or "have" in auxiliaries:
        return False
    if head.lower_ in _LIKELY:
        present = {"is", "are", "'s", "'re"}
        return bool(_auxiliaries(head) & present) or head.head.lower_ in present
    return head.lower_ in _HOPING and head.tag_ in ("VBZ", "VBP")
