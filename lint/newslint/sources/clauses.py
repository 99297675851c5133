"""Clauses: the words of a sentence outside quotations, what is negated among them, and what is only held to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.headline import stem
from newslint.sources.tokens import stem_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.document import Document
    from newslint.sources.alignment import Sentence
    from newslint.sources.tokens import Token

_NEGATIONS: Final = frozenset("not never cannot hardly barely nobody".split())
_WITHOUT: Final = frozenset(
    "no none neither nor without".split()
)  # what makes the words around them no plain statement
# These deny only the verb that follows with "to": "declined to comment", but "profit declined to 188 million".
_UNDONE: Final = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining unable".split()
)
# Words between a negation and what it denies.
_LIGHT: Final = frozenset(
    "be been being is are was were have has had do does did will would can could may might shall should must to a an the so "
    "very any get got only even just yet always necessarily be of in on at for by it he she they there that this his her its "
    "their".split()
)
_PREFIXES: Final = ("un", "in", "im", "dis", "non")
_REACH: Final = 4  # words behind a negation


def outside(document: Document, sentence: Sentence) -> list[Token]:
    """The words of a sentence that are not quoted; `document` is the one that it is of."""
    return [token for token in sentence.tokens if document.quoted.outside(token.start, token.end)]


def root(token: Token) -> str:
    """The stem of any word, of those too that say little."""
    return token.stem or stem(stem_of(token.word) or token.word)


def denies(words: Sequence[Token], at: int) -> bool:
    """Whether a word negates what follows it."""
    word = words[at].word
    if word in _UNDONE:
        after = [token.word for token in words[at + 1 : at + 3]]
        return len(after) > 1 and after[0] == "to" and after[1].isalpha()
    if at and words[at - 1].word == "or":
        return False  # "whether or not"
    return word in _NEGATIONS or word.endswith("n't")


def denied(words: Sequence[Token], at: int) -> Token | None:
    """The word that a negation at a place denies: the first behind it that says something."""
    for token in words[at + 1 : at + 1 + _REACH]:
        if token.word not in _LIGHT:
            return token
    return None


def negated(words: Sequence[Token], at: int, reach: int = 6) -> bool:
    """Whether a negation is shortly before or behind a word."""
    return any(
        denies(words, n) or words[n].word in _WITHOUT for n in range(max(at - reach, 0), min(at + 4, len(words)))
    )


def unprefixed(word: str) -> str:
    """The word that a folded word negates by its first letters: "unlikely" → "likely"; empty if none."""
    return next((word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) > len(p) + 3), "")
