"""Deeds: who did what to whom in a sentence, as its parse shows: verb, agent and object, whatever the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.inflections import lemma
from newslint.knowledge.headline import says_something, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.reading.parses import Sentence

_WHO: Final = frozenset({"who", "which", "that"})
_PARTS: Final = frozenset({"compound", "amod", "nmod", "poss", "appos", "flat"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})


class Deed(Struct, frozen=True):
    """That the agent did to the object what the verb says: the lemma, the stems of both phrases, the verb's place in the prose."""

    verb: str
    agent: frozenset[str]
    object: frozenset[str]
    span: Span


def deeds(sentence: Sentence, *, negated: bool = False) -> Iterator[Deed]:
    """The deeds of a sentence that name both sides, wished and conditional ones left out; only negated ones, or none of them."""
    for token in sentence.doc:
        if token.pos_ == "VERB" and not _doubtful(token) and _negated(token) == negated:
            agent, thing = _sides(token)
            if agent is not None and thing is not None:
                start = sentence.start + token.idx
                span = Span(start, start + len(token.text))
                found = Deed(lemma(token.lower_, "V") or token.lower_, _stems(agent), _stems(thing), span)
                if found.agent and found.object and not found.agent & found.object:
                    yield found


def _negated(verb: Any) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _doubtful(verb: Any) -> bool:
    """Whether it is said to be possible, wished or on a condition."""
    marks = any(child.dep_ == "mark" and child.lower_ not in ("that", "after") for child in verb.children)
    return marks or any(
        child.tag_ == "MD" and child.lower_ not in ("will", "'ll", "wo", "can", "ca") for child in verb.children
    )


def _sides(verb: Any) -> tuple[Any | None, Any | None]:
    """The heads of the phrases for who did it and to whom."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    subject = _subject(verb)
    if passive:
        by = next(
            (name for each in verb.children if each.dep_ == "agent" for name in each.rights if name.dep_ == "pobj"),
            None,
        )
        return by, subject
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return subject, _meant(thing, subject) if thing is not None else None


def _subject(verb: Any) -> Any | None:
    for child in verb.lefts:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _WHO:
                return verb.head if verb.dep_ == "relcl" else None
            return _meant(child, None)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "auxpass" for c in verb.head.children):
        return _subject(verb.head)
    return None


def _meant(token: Any, other: Any | None) -> Any | None:
    """The noun; for a pronoun the subject of the sentence, if that is before it and not the other side."""
    if token.tag_ != "PRP":
        return token
    root = next((each for each in token.doc if each.dep_ == "ROOT"), None)
    named = next((each for each in root.lefts if each.dep_ in _SUBJECT), None) if root is not None else None
    if named is None or named.tag_ == "PRP" or named.i >= token.i or (other is not None and named.i == other.i):
        return None
    return named


def _stems(head: Any) -> frozenset[str]:
    """The stems of a phrase: its noun and what is right beside it."""
    words = [head, *(child for child in head.children if child.dep_ in _PARTS)]
    return frozenset(stem(word.lower_) for word in words if says_something(word.lower_) and word.tag_ != "PRP$")
