"""Clauses: subjects and verbs in a parsed sentence, and which number a verb's form asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Number = Literal["singular", "plural"]
PLURAL: Final = frozenset(("are", "were", "have", "do"))
_SINGULAR: Final = frozenset(("is", "was", "has", "does"))
# Forms that are the same in the past, or that no ending is missing from.
_NO_NUMBER: Final = frozenset(
    "am 'm 'd ai need dare fit read put cut set hit let cost spread quit shut beat bet hurt split cast burst".split()
)
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_AUXILIARIES: Final = ("aux", "auxpass")
_VERBS: Final = frozenset("VB VBD VBG VBN VBP VBZ MD".split())
_TIMES: Final = frozenset("after as before since than until".split())
_SAYS: Final = frozenset(
    "added adds argue argued argues believe believed believes claimed feared hope hoped hopes insist insisted insists knew "
    "know knows said say saying says thought".split()
)
_THERE: Final = frozenset(("is", "are", "was", "were"))
# What may be before a subject, and between it and its verb: "the roads, however, also were".
_OPENERS: Final = frozenset("ADV CCONJ PUNCT SCONJ SPACE".split())
_BETWEEN: Final = frozenset("advmod neg npadvmod punct".split())
_BREAKS: Final = frozenset(("-", "--", "–", "—", "(", ")", ":", ";", '"'))


class Clause(NamedTuple):
    """The head of a subject, its verb's first word (which agrees), and the verb itself; all are spaCy tokens."""

    subject: Any
    finite: Any
    verb: Any


def clauses(doc: Any) -> Iterator[Clause]:
    """Every subject before its verb, where nothing is before it or between the two that could belong elsewhere."""
    for token in doc:
        if token.dep_ in _SUBJECTS and token.head.tag_ in _VERBS and token.i < token.head.i:
            verb = token.head
            finite = min((verb, *children(verb, *_AUXILIARIES)), key=lambda word: word.i)
            clause = Clause(token, finite, verb)
            if finite.i > token.right_edge.i and _adjacent(clause) and _opens(clause):
                yield clause


def existential(doc: Any) -> Iterator[Clause]:
    """Every "there is", with the noun that follows as its subject."""
    for there in doc:
        verb = there.head
        if there.dep_ == "expl" and there.lower_ == "there" and verb.lower_ in _THERE:
            nouns = [noun for noun in children(verb, "attr", "nsubj") if noun.i > verb.i][:1]
            yield from (Clause(noun, verb, verb) for noun in nouns if noun.left_edge.i == max(verb.i, there.i) + 1)


def _opens(clause: Clause) -> bool:
    """Whether a clause may begin with this subject: what is before it is no verb, noun or preposition of its own."""
    first = clause.subject.left_edge.i
    if first == 0:
        return True
    before = clause.subject.doc[first - 1]
    if before.lower_ in _TIMES or before.text in ("-", ")"):
        return False
    opens = before.pos_ in _OPENERS or before.tag_ in ("WRB", "WDT") or before.dep_ == "mark"
    return opens or (before == clause.verb.head and before.lower_ in _SAYS)


def _adjacent(clause: Clause) -> bool:
    """Whether what is between a subject and its verb is adverbs and commas of that verb, or belongs to the subject."""
    between = clause.subject.doc[clause.subject.right_edge.i + 1 : clause.finite.i]
    inside = (clause.verb.i, clause.subject.i)
    return all(token.dep_ in _BETWEEN and token.head.i in inside and token.text not in _BREAKS for token in between)


def number_of_verb(finite: Any) -> Number | None:
    """The number of subject that a verb's form asks for; None where its form does not say."""
    word = finite.lower_
    if word in _SINGULAR or (finite.tag_ == "VBZ" and _certain(finite)):
        return "singular"
    if word in PLURAL or (finite.tag_ == "VBP" and word not in _NO_NUMBER and _certain(finite)):
        return "plural"
    return None


def _certain(finite: Any) -> bool:
    """Whether a word of meaning is a verb beyond doubt: that of a sentence, or of what somebody says."""
    if finite.tag_ == "VBZ" and finite.i + 1 < len(finite.doc) and finite.nbor().tag_ == "NNS":
        return False  # "all versions of the 18.x releases lines"
    said = finite.dep_ == "ccomp" and any(mark.lower_ == "that" for mark in children(finite, "mark"))
    return finite.dep_ == "ROOT" or said


def children(token: Any, *relations: str) -> list[Any]:
    """The dependents of a token that have one of these relations."""
    return [child for child in token.children if child.dep_ in relations]
