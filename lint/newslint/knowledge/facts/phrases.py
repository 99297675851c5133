"""Phrases: the noun phrase that a figure is part of, by the parse: what it counts, what limits it, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.knowledge.headline import stems
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.quantities import Quantity
    from newslint.reading.parses import Sentence

# How a figure hangs on what it counts.
_INSIDE: Final = frozenset("nummod compound quantmod nmod amod poss npadvmod".split())
_KINDS: Final = frozenset("amod compound nmod poss".split())
_SINGLING: Final = frozenset("acl relcl prep advmod".split())
_DEFINITE: Final = frozenset("the these those its their his her all both each every".split())
_CLAUSES: Final = frozenset("advcl relcl ccomp conj parataxis".split())
_HYPOTHETICAL: Final = frozenset("if unless would could might should may whether".split())


class Phrase(Struct, frozen=True):
    """The noun phrase of a figure.

    `head` is its noun, folded; `kinds` are the stems of the words that say which kind it is ("drowned", "gas"), `limits`
    those of phrases and clauses that single some out ("in the port", "who left"), `said` those
    of the verbs that it is subject, object or adjunct of, outermost last. `definite` is its determiner if it takes something
    up ("the", "her", "all"). `of` is true where it is a part of a whole that is named ("12 of the 27"). `real` is false for
    what is denied or supposed. `clause` has the stems of its clause, the figure left out, and
    `names` the proper nouns of its sentence, folded; `told` is whether the clause has a subject, as no label of a table has;
    `joined` that the figure counts something else as well ("passengers and crew").
    """

    head: str
    kinds: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    definite: str = ""
    of: bool = False
    real: bool = True
    clause: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    told: bool = False
    joined: bool = False


def phrase(document: Document, one: Quantity) -> Phrase | None:
    """The phrase of a figure; None where the article is read quickly, or the parse has no noun for the figure."""
    if not document.settings.pipeline:
        return None
    sentence = next(parsed(document, [document.sentence_at(one.start)]), None)
    tokens = None if sentence is None else figure(sentence, one)
    return None if tokens is None else _phrase(tokens)


def figure(sentence: Sentence, one: Quantity) -> Any:
    """The tokens of a figure, a spaCy Span; None if the sentence does not hold it."""
    return sentence.doc.char_span(one.start - sentence.start, one.end - sentence.start, alignment_mode="expand")


def noun(tokens: Any) -> Any:
    """The token that is counted: the noun that a figure is written before, or the figure itself where it has none."""
    at = tokens.root
    while at.dep_ in _INSIDE and at.head.i >= at.i and at.head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "SYM"):
        at = at.head
    return at


def _phrase(tokens: Any) -> Phrase:
    head = noun(tokens)
    return Phrase(
        head.lower_,
        frozenset(stems(" ".join(_limits(head, tokens, _KINDS)))),
        frozenset(stems(" ".join(_limits(head, tokens, _SINGLING)))),
        frozenset(stems(" ".join(verb.lower_ for verb in _verbs(head)))),
        _definite(head),
        any(child.dep_ == "prep" and child.lower_ == "of" for child in tokens.root.children) and head in tokens,
        _is_real(head),
        frozenset(stems(" ".join(_clause(head, tokens)))),
        frozenset(word.lower_ for word in tokens.doc if word.pos_ == "PROPN"),
        any(child.dep_ in ("nsubj", "nsubjpass", "expl") for verb in _verbs(head) for child in verb.children),
        any(
            child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and not _numbered(child) for child in head.children
        ),
    )


def _numbered(word: Any) -> bool:
    return any(child.dep_ in ("nummod", "quantmod", "det") for child in word.lefts)


def _clause(head: Any, tokens: Any) -> Iterator[str]:
    """The words of a noun's clause, without the figure and the clauses that hang on it but do not hold the noun."""
    verb = next(_verbs(head), None)
    top = head.sent.root if verb is None else verb
    waiting = [top]
    while waiting:
        at = waiting.pop()
        if at not in tokens and at.pos_ not in ("DET", "PUNCT", "NUM", "PRON", "AUX"):
            yield at.text
        waiting += [
            child for child in at.children if child.dep_ not in _CLAUSES or child.i <= head.i <= child.right_edge.i
        ]


def _limits(head: Any, tokens: Any, how: frozenset[str]) -> Iterator[str]:
    """The words that narrow a noun; what stands behind a comma only adds to it."""
    for child in head.children:
        if child.dep_ not in how or child in tokens:
            continue
        if child.i > head.i and _set_off(child):
            break
        for word in child.subtree:
            if word not in tokens and word.pos_ not in ("DET", "PUNCT", "NUM"):
                yield word.text


def _set_off(child: Any) -> bool:
    """Whether a comma, dash or bracket opens what hangs on a noun."""
    first = child.left_edge
    return bool(first.i) and first.nbor(-1).is_punct


def _verbs(head: Any) -> Iterator[Any]:
    """The verbs above a noun, the nearest first, up to the end of its clause."""
    at = head
    while at.head.i != at.i:
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            yield at
            if at.dep_ in ("ROOT", "ccomp", "relcl", "advcl"):
                return


def _definite(head: Any) -> str:
    for child in head.lefts:
        if child.dep_ in ("det", "poss", "predet") and child.lower_ in _DEFINITE:
            return str(child.lower_)
    return ""


def _is_real(head: Any) -> bool:
    verb = next(_verbs(head), None)
    if verb is None:
        return True
    return not any(
        child.dep_ == "neg" or child.lower_ in _HYPOTHETICAL for each in (verb, verb.head) for child in each.lefts
    )
