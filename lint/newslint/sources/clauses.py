"""Clauses: the words of a sentence outside quotations, what is negated among them, and what is only held to be so."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.inflections import lemma
from newslint.knowledge.headline import stem
from newslint.sources.alignment import aligned
from newslint.sources.quotations import quoted
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
LIGHT: Final = frozenset(
    "be been being is are was were have has had do does did will would can could may might shall should must to a an the so "
    "very any get got only even just yet always necessarily be of in on at for by it he she they there that this his her its "
    "their".split()
)
_FAR: Final = 9  # words behind a negation in which "until" makes it a time: "did not believe him until breakfast"
UNTIL: Final = frozenset("until till unless".split())
# Behind these a negation denies nothing: "no more than 14", "not only", "no doubt", "not since 1987".
OTHERWISE: Final = frozenset(
    "more fewer less later longer sooner doubt matter only just until since least before all".split()
)
# Whoever denies a statement says that it is not so.
DENIES: Final = frozenset(
    "deny denies denied denying disputes disputed doubts doubted rejects rejected unaware".split()
)
_BEFORE_NOUNS: Final = frozenset("of in on at for by with from to the a an its his her their".split())
_PREFIXES: Final = ("un", "in", "im", "dis", "non")
_DEGREE: Final = frozenset("more less fewer".split())
_SHARES: Final = frozenset("half third thirds quarter quarters fifth tenth majority percent cent".split())
_BEHIND: Final = 4  # words behind a word of degree that say of what
_REACH: Final = 4  # words behind a negation
_GOVERNS: Final = 6  # words before a word in which a negation of it is
_GOVERNED: Final = 3  # words behind it
NEGATIONS: Final = frozenset("not never no none nobody nothing neither nor cannot without".split())
# Words that begin another clause.
JOINS: Final = frozenset(
    "and but or which who that because although though while when after before as since unless if whether".split()
)


class Clause:
    """The words of a sentence that are not quoted, and what is denied among them. Places are numbers of words."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words

    @cached_property
    def denials(self) -> list[int]:
        """Where the words are that negate what follows."""
        return [at for at, token in enumerate(self.words) if _may_deny(token.word) and self._denies(at)]

    @cached_property
    def _shadows(self) -> list[int]:
        """Where words are that make those around them no plain statement."""
        others = (at for at, token in enumerate(self.words) if token.word in _WITHOUT | _UNDONE | DENIES)
        return sorted({*self.denials, *others})

    @cached_property
    def plain(self) -> dict[str, int]:
        """The roots of the words that nothing negates → where each is said last."""
        return {root(token): at for at, token in enumerate(self.words) if not self.negated(at)}

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words."""
        return frozenset(token.word for token in self.words)

    def _denies(self, at: int) -> bool:
        if self.words[at].word in _UNDONE:
            after = [token.word for token in self.words[at + 1 : at + 3]]
            return len(after) > 1 and after[0] == "to" and after[1].isalpha()
        before = self.words[at - 1].word if at else ""
        behind = [token.word for token in self.words[at + 1 : at + 1 + _FAR]]
        if behind and (behind[0] in OTHERWISE or not UNTIL.isdisjoint(behind)):
            return False
        if before in ("but", "and") and at + 1 < len(self.words) and self.words[at + 1].word in _BEFORE_NOUNS:
            return False  # "ran out of blood but not of beds" has beds: what it denies is before
        return before != "or"  # "whether or not"

    @cached_property
    def lacks(self) -> list[int]:
        """Where "without" is: it denies a noun."""
        return [at for at, token in enumerate(self.words) if token.word == "without"]

    def denied(self, at: int) -> Token | None:
        """The word that a negation at a place denies: the first behind it that says something."""
        return next((token for token in self.words[at + 1 : at + 1 + _REACH] if token.word not in LIGHT), None)

    def compared(self, at: int) -> tuple[str, ...]:
        """What a word of degree is about, by its roots: "more *cheerful*", "less *than half of them*"; nothing of other words.

        What is kept of a share may be told by what is lost: only the same words are of one share.
        """
        if self.words[at].word not in _DEGREE:
            return ()
        behind = self.words[at + 1 : at + 1 + _BEHIND]
        is_share = any(token.word in _SHARES for token in behind)
        return tuple(root(token) for token in (behind if is_share else behind[:1]))

    def place(self, token: Token) -> int:
        """Where one of its words is."""
        return next(number for number, word in enumerate(self.words) if word.start == token.start)

    def governed(self, token: Token) -> bool:
        """Whether a negation belongs to a word: shortly before it or right behind it, and in no other part of the sentence."""
        at = self.place(token)
        before = [word.word for word in self.words[max(at - _GOVERNS, 0) : at]]
        joint = max((number for number, word in enumerate(before) if word in JOINS), default=-1)
        behind = [word.word for word in self.words[at + 1 : at + 1 + _GOVERNED]]
        end = next((number for number, word in enumerate(behind) if word in JOINS), len(behind))
        return any(map(negates, (*before[joint + 1 :], *behind[:end])))

    def negated(self, at: int, reach: int = 6) -> bool:
        """Whether a negation is shortly before or behind a word."""
        if not self._shadows:
            return False
        first = bisect_left(self._shadows, at - reach)
        return first < len(self._shadows) and self._shadows[first] < at + 4


class Clauses(NamedTuple):
    """What is said outside quotations in each sentence of an alignment."""

    article: list[Clause]
    source: list[Clause]


def clauses(document: Document) -> Clauses:
    """The sentences of an article and its sources without quotations; use `document.derived(clauses)`.

    What a source quotes, and the article does not, may be indirect speech there, and is kept.
    """
    alignment = document.derived(aligned)
    places = [one.exact or one.near for one in document.derived(quoted)]
    repeated = [(place.passage.source, place.span) for place in places if place is not None]
    return Clauses(
        [_outside(document, sentence) for sentence in alignment.article],
        [
            _outside(document.sources[sentence.source], sentence)
            if any(
                number == sentence.source and sentence.start < span.end and span.start < sentence.end
                for number, span in repeated
            )
            else Clause(sentence.tokens)
            for sentence in alignment.source
        ],
    )


def _outside(document: Document, sentence: Sentence) -> Clause:
    marks = document.quoted
    if marks.outside(sentence.start, sentence.end):
        return Clause(sentence.tokens)
    return Clause([token for token in sentence.tokens if marks.outside(token.start, token.end)])


def root(token: Token) -> str:
    """The stem of any word, of those too that say little, the same for "rule" and "ruled"."""
    return _root(token.word, token.stem)


@lru_cache(maxsize=16384)
def _root(word: str, known: str) -> str:
    base = None if word.endswith(("ed", "ing", "s")) else lemma(word, "V")  # "gave" and "given" are one
    other = stem(base) if base and base != word else ""
    return (other or known or stem(stem_of(word) or word)).removesuffix("e")


def negates(word: str) -> bool:
    """Whether a folded word is a negation by itself."""
    return word in NEGATIONS or word.endswith("n't")


def _may_deny(word: str) -> bool:
    return word in _NEGATIONS or word in _UNDONE or word.endswith("n't")


def unprefixed(word: str) -> str:
    """The word that a folded word negates by its first letters: "unlikely" → "likely"; empty if none."""
    return next((word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) > len(p) + 3), "")
