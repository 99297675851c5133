"""repeat: a word written twice in a row."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.words import WORD, is_code, words
from newslint.patterns import lazy
from newslint.spun.oddity import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWICE: Final = lazy(r"(?<![\w'.@#/&-])(\w++)((?: \1)+)(?![\w'/&-]|\.\w)")
_CLAUSE: Final = lazy(r"[.;:?!,()\"“”\n—–]")
_ON_PURPOSE: Final = 3  # repetitions: a hand that slips does not type "and and and and"
_REACH: Final = 120  # code points of a clause that are looked at
# A clause whose last word the next verb follows: "what she did did", "those who won won", "the rules that apply apply".
_RELATIVE: Final = lazy(
    r"\b(?:what|whatever|who|whoever|whom|which|whichever|where|wherever|whenever|how|why|that|those|all|everything|"
    r"everyone|anyone|anything|when|if|the (?:way|reason|things?|more|less|only thing))\b"
)
_PRONOUN: Final = lazy(r"\b(?:i|you|he|she|it|we|they) $")
# After these even a form of "to be" may come twice; elsewhere "that was was" is a slip.
_OPEN_RELATIVE: Final = lazy(
    r"\b(?:what|whatever|who|whoever|where|wherever|how|all|those|everything|everyone|anything|"
    r"the (?:way|reason|more|less))\b"
)
# Nor is the clause after "the interviews we did" a slip that goes on "did show much".
_CONTACT: Final = lazy(
    r"\b(?:the|a|an|all|any|every|much|most|those|these) (?!(?:end|way|day|time)\b)[\w-]+"
    r"(?: (?!(?:end|but|and|then)\b)[\w-]+){0,2} (?:i|you|he|she|we|they) $"
)
_AUXILIARY: Final = frozenset("is was are were must should could may might shall did does am".split())
# Before a verb that ends its clause there is no article, preposition or the like: "the rules of the the
# game" is a slip.
_NO_SUBJECT: Final = lazy(
    r"(?:^|\b(?:a|an|the|this|these|of|for|in|on|at|by|with|from|to|and|or|as|my|his|her|its|our|"
    r"their|your|not|be|been)) $"
)
# Where a clause may begin, so that "it it" or "this this" is no object before a subject ("he called it it seems").
_OPENING: Final = lazy(
    r"(?:^|[.;:?!,(“\"—–] ?|\b(?:that|and|but|or|if|when|around|about|into|through|because|as|while|so|then|than|though|"
    r"although|since|where|which|who|how|why|what|until|before|after|whether|is|was|of|for|in|on|at|by|with|from|to|like)) $"
)
_TIMES: Final = lazy(
    r" (?:week|weekend|month|year|morning|afternoon|evening|time|summer|winter|spring|autumn|fall|"
    r"season|quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|way|last|past|coming)\b"
)

_COLUMNS: Final = lazy(r"\t|[^\S\n]{3}")  # between the cells of a table that spaces align
_SET_APART: Final = lazy(r"\w+\s+(?:([*_]{1,3})\w+\1(?!\w)|<(em|i|b|strong)>\w+</\2>)")
_LAST_WORD = lazy(r"(\w+)[^\w\n]+\Z")
_NEXT_WORD = lazy(r"[^\w\n]+(\w+)")
# Other languages double words that English has, too: "babasahin isa isa".
_BEFORE = lazy(r"(?<![\w'’-])([a-z]{3,}) \Z")


def _after_foreign(text: str, start: int) -> bool:
    """Whether the word before is in lower case and none that clean news knows."""
    before = _BEFORE.search(text, max(start - _REACH, 0), start)
    return before is not None and not is_known(before[1])


class Repeat(Check, frozen=True, kw_only=True):
    """Reports a word that occurs twice in one segment with only spaces between.

    Names are left alone (`Duran Duran`: both capitalised), and so are code, words that clean news does not know, the
    words of `allow`, words said four times and, unless they are among `firm`, words said three times and words inside a
    quotation: chants, stammers and emphasis. A word of `firm` is never right twice; any other may end a relative clause and go
    on with the main one, and a word of `pronouns` may be an object before a subject.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"word"})
    per: ClassVar[str] = "document"

    allow: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every doubled word; the suggestion is the word once."""
        prose = unit.view_name == "prose"
        said = unit.document.derived(words) if prose else WORD.findall(unit.folded()[0].text)
        twice = {one for one, other in pairwise(said) if one == other}.difference(self.allow)
        if doubled := {word for word in twice if word.isalpha() and (len(word) > 1 or word == "a")}:
            yield from self._places(unit, doubled)

    def _places(self, unit: Unit, doubled: set[str]) -> Iterator[Match]:
        folded, start, end = unit.folded()
        for hit in _TWICE.finditer(folded.text, start, end):
            word = hit[1]
            if word not in doubled:
                continue
            span = folded.span(*hit.span())
            text = unit.view.text
            seen = text[span.start : span.end]
            if _COLUMNS.search(seen) or self._is_meant(folded.text, hit) or self._is_quoted(unit, span.start, word):
                continue
            if word not in self.firm and (_one_set_apart(unit, span) or _after_foreign(text, span.start)):
                continue
            ends = ((span.start, span.start + len(word)), (span.end - len(word), span.end))
            if any(is_code(text, *end) for end in ends) or not is_known(word):
                continue
            if _one_word_twice(seen, text[max(span.start - 4, unit.start) : span.start]):
                firm = word in self.firm and not _in_a_longer_one(folded.text, hit)
                yield Match(span, (seen[: len(word)],), values={"word": word}, sure=firm)

    def _is_meant(self, text: str, hit: re.Match[str]) -> bool:
        """Whether the sentence may want the word twice."""
        word = hit[1]
        if len(hit[2]) >= _ON_PURPOSE * (len(word) + 1):
            return True
        before = _CLAUSE.split(text[max(hit.start() - _REACH, 0) : hit.start()])[-1]
        if word in self.firm:
            return False
        if len(hit[2]) > len(word) + 1:
            return True
        if word in self.pronouns:
            return not _OPENING.search(before.lstrip() or "and ") or _TIMES.match(text, hit.end()) is not None
        if word in _AUXILIARY:
            return _OPEN_RELATIVE.search(before) is not None or (word == "did" and _CONTACT.search(before) is not None)
        return not _NO_SUBJECT.search(before.lstrip()) and (
            _RELATIVE.search(before) is not None or _PRONOUN.search(before) is not None
        )

    def _is_quoted(self, unit: Unit, at: int, word: str) -> bool:
        """Whether the words are somebody's, and may be a slip that the article is about: in a headline even firm ones."""
        if unit.view_name != "prose":
            before = unit.view.text[unit.start : at]
            return before.rfind("“") > before.rfind("”")
        if unit.document.quoted.outside(at, at + 1):
            return False
        segment = unit.document.segment_at(at)
        return word not in self.firm or (segment is not None and segment.kind in ("headline", "dek"))


def _one_set_apart(unit: Unit, span: Span) -> bool:
    """Whether only the second of two is in italics or bold: another use of the word ("how engineers _engineer_")."""
    origin = unit.view.span(span.start, span.end)
    return _SET_APART.match(unit.document.text.content, origin.start) is not None


def _in_a_longer_one(text: str, hit: re.Match[str]) -> bool:
    """Whether more than the word is said twice: to "as much as as much" one word less is not enough."""
    before, after = _LAST_WORD.search(text, max(hit.start() - 40, 0), hit.start()), _NEXT_WORD.match(text, hit.end())
    return before is not None and after is not None and before[1] == after[1]


def _one_word_twice(seen: str, before: str) -> bool:
    """Whether both are written alike, or the first opens a sentence: not `AP AP`, `new New York`, `Mrs. May may`."""
    first, *others = seen.split()
    opens = before.rstrip(" \"“‘'([")[-1:] in ("", ".", "!", "?", ":", "…", "\n") and not before.endswith("s. ")
    return all(other.islower() for other in others) and (
        first == others[0] or (opens and first == others[0].capitalize())
    )
