"""Subjects: who or what a verb is said of, by the parse, as a key that other sentences share: a surname, or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBJECTS: Final = ("nsubj", "nsubjpass")
_RELATIVE: Final = frozenset(("who", "which", "that"))
PRONOUNS: Final = frozenset(("he", "she", "it", "they"))
OWNERS: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
# What a verb takes its subject from where it has none of its own.
_LENDING: Final = frozenset(("conj", "xcomp", "advcl", "dep"))


def subject_of(verb: Any) -> Any:
    """The token that a verb is said of; None if nothing is. A participle is said of the noun that it hangs on."""
    at = verb
    for _ in range(4):
        own = next((child for child in at.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _behind(own, at)
        if at.dep_ == "acl":
            return at.head
        if at.dep_ not in _LENDING:
            return None
        at = at.head
    return None


def _behind(subject: Any, verb: Any) -> Any:
    """What a relative pronoun takes up: `Ellis` of "Ellis, a nurse who has lived here"."""
    if subject.lower_ not in _RELATIVE or verb.dep_ != "relcl":
        return subject
    noun = verb.head
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def key_of(noun: Any) -> str:
    """What other sentences may call the same one by: the last word of a name, else the noun; empty for a pronoun or many."""
    if noun is None or noun.pos_ == "PRON":
        return ""
    if any(child.dep_ == "conj" for child in noun.children):
        return " ".join(sorted({noun.lower_, *(word.lower_ for word in noun.conjuncts)}))
    if noun.pos_ == "PROPN":
        return str(noun.lower_)
    definite = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "another") for child in noun.lefts)
    return str(noun.lower_) if definite and noun.pos_ == "NOUN" else f"a {noun.lower_}"


def aliases(doc: Any) -> Iterator[tuple[str, str]]:
    """Pairs of keys that a sentence gives to one: `the brewer Hallam`, `Hallam, the brewer`, `Hallam is a brewer`."""
    for token in doc:
        if token.dep_ == "appos" and key_of(token) and key_of(token.head):
            yield key_of(token), key_of(token.head)
        elif token.pos_ == "NOUN" and token.dep_ == "compound" and token.head.pos_ == "PROPN":
            yield str(token.lower_), key_of(token.head)
