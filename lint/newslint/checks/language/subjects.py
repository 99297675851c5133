"""Subjects: the number of a subject by its head and what depends on it, and what about it misleads writers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.checks.language.clauses import children

if TYPE_CHECKING:
    from collections.abc import Collection

    from newslint.checks.language.clauses import Number

_SINGLE: Final = frozenset("each either neither everyone everybody someone somebody anyone anybody nobody one".split())
_ORDINALS: Final = frozenset(("first", "second", "third"))
_NEEDS_OF: Final = frozenset(("one", "either")) | _ORDINALS
_PLACES: Final = frozenset(("of", "in", "at", "on"))
# Endings of nouns that stay singular whatever "of" adds to them.
_ABSTRACT: Final = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "man", "woman", "ist")
_WITH: Final = frozenset("with alongside including plus".split())
_LIKE: Final = frozenset(("like", "unlike", "than"))
_COMPANY: Final = frozenset("along alongside including plus together".split())
_BREAKS: Final = frozenset("( ) [ ] -- – — : ; #".split())
_TIMES: Final = frozenset("after as before because if once since than until when while".split())
_VERBS: Final = frozenset("VBD VBG VBP VBZ MD".split())
_DETERMINED: Final = ("det", "poss")
# What makes the number of a subject hard to tell.
_DOUBTFUL: Final = ("conj", "cc", "appos", "nummod", "preconj", "quantmod", "csubj", "expl")


class Nouns(NamedTuple):
    """Nouns whose form does not say their number.

    `collective` take either verb, `plurals` are plural forms that may be singular, `singulars` singular forms that may be
    plural; `things` stay singular whatever "of" adds to them.
    """

    collective: Collection[str]
    things: Collection[str]
    plurals: Collection[str]
    singulars: Collection[str]


class Subject(NamedTuple):
    """What misleads about a subject (a case of the kind `subject-verb`), and its number; None where that is in doubt."""

    case: str
    number: Number | None


def read(head: Any, nouns: Nouns) -> Subject:
    """The subject whose head is a spaCy token."""
    links = children(head, "prep")
    of = any(link.lower_ == "of" for link in links)
    word = head.lower_
    the = [child.lower_ for child in children(head, "det", "amod")] == ["the"]
    certain = not children(head, *_DOUBTFUL) and not _veiled(head)
    if word in _SINGLE or (word in _ORDINALS and the):
        single = of or (word not in _NEEDS_OF and all(link.lower_ in _PLACES for link in links))
        return Subject("each", "singular" if certain and single and not _after_comma(head) else None)
    if not certain or not (head.is_lower and head.is_alpha):
        return Subject("near", None)
    if word == "number" and of and the:
        return Subject("number", "singular")
    number = _of_noun(head, nouns)
    if head.tag_ == "NN" and any(child.lower_ in ("each", "every") for child in children(head, "det")):
        return Subject("each", number)
    if not links and not children(head, "relcl"):
        return Subject("near", None if _crowded(head) else number)
    if number == "singular" and of and not (word in nouns.things or word.endswith(_ABSTRACT)):
        number = None
    return Subject("joined" if any(link.lower_ in _WITH for link in links) else "apart", number)


def _of_noun(head: Any, nouns: Nouns) -> Number | None:
    """The number of a noun by its form; singular ones need a determiner."""
    word = head.lower_
    if head.tag_ == "NNS":
        return "plural" if word.endswith("s") and word not in nouns.plurals else None
    doubtful = word in nouns.singulars or word in nouns.collective or (word.endswith("s") and not word.endswith("ss"))
    return "singular" if head.tag_ == "NN" and children(head, *_DETERMINED) and not doubtful else None


def _veiled(head: Any) -> bool:
    """Whether the parse of a subject may be wrong: lists, insertions, gerunds, and prepositions at its beginning."""
    doc = head.doc
    first = head.left_edge
    relative = {word.i for child in children(head, "relcl") if _is_plain(child, head) for word in child.subtree}
    words = [word for word in doc[first.i : head.right_edge.i + 1] if word.i not in relative]
    return (
        first.pos_ in ("ADP", "VERB")
        or first.lower_.endswith("ing")
        or first.lower_ in _COMPANY
        or any(word.text in _BREAKS or word.tag_ == "WRB" or word.lower_ in _LIKE for word in words)
        or any(word.is_title and word.tag_ == "DT" for word in words[1:])
        or any(
            word.dep_ == "appos" or word.tag_ in _VERBS or (word.dep_ == "cc" and not _of_two(word)) for word in words
        )
        or (first.i > 0 and doc[first.i - 1].lower_ in ("and", "or", "nor", "&"))
    )


def _is_plain(clause: Any, head: Any) -> bool:
    """Whether a relative clause says that it is one, right after its noun: "the boats that sank"."""
    opening = head.doc[clause.left_edge.i]
    return (
        opening.tag_ in ("WDT", "WP")
        and opening.head == clause
        and opening.dep_ in ("nsubj", "nsubjpass")
        and opening.i - 1 == head.i
        and not any(word.text == "," or word.dep_ == "cc" or word.lower_ in _TIMES for word in clause.subtree)
    )


def _of_two(cc: Any) -> bool:
    """Whether an "and" can only join what "of" governs: "the price of eggs and butter"."""
    joined = children(cc.head, "conj")
    bare = all(word.tag_ == "NN" and not children(word, "amod", *_DETERMINED) for word in joined)
    return bare and cc.head.dep_ == "pobj" and cc.head.head.lower_ == "of" and cc.lower_ == "and"


def _crowded(head: Any) -> bool:
    """Whether a subject without a preposition may be another word's object: "what she claims was", "hiding options is"."""
    words = head.doc[head.left_edge.i : head.right_edge.i + 1]
    before = head.doc[max(0, words.start - 3) : words.start]
    return (
        words[0].dep_ not in _DETERMINED
        or any(token.tag_ in ("WP", "WDT") for token in before)
        or (len(before) > 0 and before[-1].text == ",")
        or any(token.tag_ in ("VBN", "NNS", "NNPS") for token in words if token.i != head.i)
    )


def _after_comma(head: Any) -> bool:
    """Whether a comma is before a subject such as "one of the busiest": it may describe what is before the comma."""
    first = head.left_edge.i
    return first > 0 and head.doc[first - 1].text in (",", "-", "–", "—", "(")
