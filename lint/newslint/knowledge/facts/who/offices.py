"""Offices that verbs imply: who chairs, coaches, edits or plays for something has a role in it: "X, who manages Athletic"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from newslint.reading.parses import Sentence

_ANY: Final = "any"  # a role that goes with each of those that lead a body
# Lemma of a verb with a body as its object, or with a preposition and the body → the role.
_VERBS: Final = {
    "manage": "coach",
    "coach": "coach",
    "captain": "captain",
    "skipper": "captain",
    "chair": "chairman",
    "edit": "editor",
    "govern": "governor",
    "head": _ANY,
    "run": _ANY,
    "lead": _ANY,
    "own": "owner",
    "play for": "player",
    "race for": "player",
    "drive for": "player",
    "bowl for": "player",
    "score for": "player",
    "work for": "employee",
    "work at": "employee",
    "teach at": "employee",
    "preside over": _ANY,
}
_NOT_NOW: Final = frozenset({"once", "formerly", "previously", "until", "before", "briefly", "then", "also", "when"})
_SUBJECT: Final = frozenset({"nsubj"})
_BODIES: Final = frozenset({"NNP", "NNPS"})


class Office(Struct, frozen=True):
    """That the holder of a name or pronoun, token `subject`, has a `role` in a body: [start, end) of its name in the prose."""

    subject: int
    role: str
    body: str
    start: int
    end: int


def offices(sentence: Sentence, people: Container[int] = ()) -> Iterator[Office]:
    """The offices that verbs in the present or the perfect imply, in order; `people` are the words that name somebody.

    Who leads somebody leads in a poll or a race.
    """
    for token in sentence.doc:
        if token.pos_ == "VERB" and _now(token):
            holder = _holder(token)
            if holder is None:
                continue
            for role, name in _objects(token):
                if name.i in people:
                    continue
                first = name.left_edge
                if first.dep_ == "det" and first.i < name.i:
                    first = first.nbor(1)
                start, end = sentence.start + first.idx, sentence.start + name.idx + len(name.text)
                body = sentence.doc.text[first.idx : name.idx + len(name.text)]
                yield Office(holder.i, role, body, start, end)


def _now(verb: Any) -> bool:
    """Whether a verb says what somebody does at the time of writing: the present, or "has run" with no end."""
    helps = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg", "advmod", "mark")}
    if helps & _NOT_NOW or "had" in helps or any(child.dep_ == "neg" for child in verb.children):
        return False
    return verb.tag_ == "VBZ" or (verb.tag_ in ("VBN", "VBG") and bool(helps & {"has", "is", "'s"}))


def _holder(verb: Any) -> Any | None:
    for child in verb.lefts:
        if child.dep_ in _SUBJECT:
            if child.lower_ == "who":
                return verb.head if verb.dep_ == "relcl" else None
            return child
    return None


def _objects(verb: Any) -> Iterator[tuple[str, Any]]:
    """The role and the name of each body that a verb is about."""
    lemma = _lemma(verb.lower_)
    for child in verb.rights:
        if child.dep_ == "dobj" and lemma in _VERBS and child.tag_ in _BODIES:
            yield _VERBS[lemma], child
        elif child.dep_ == "prep" and (role := _VERBS.get(f"{lemma} {child.lower_}")):
            for name in child.rights:
                if name.dep_ == "pobj" and name.tag_ in _BODIES:
                    yield role, name


def _lemma(word: str) -> str:
    """The verb that a form is of, among those of the table; the word itself if there is none."""
    return _LEMMAS.get(word, word)


def _inflected(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{verb}{verb[-1]}ing")
    yield from {"run": ("run",), "lead": ("led",), "drive": ("driven",), "teach": ("taught", "teaches")}.get(verb, ())


_LEMMAS: Final = {form: verb for key in _VERBS for verb in (key.split(" ")[0],) for form in _inflected(verb)}
