"""repeat: a word written twice in a row."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.words import WORD, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWICE: Final = re.compile(r"(?<![\w'.@#/&-])(\w++)((?: \1)+)(?![\w'/&-]|\.\w)")


class Repeat(Check, frozen=True, kw_only=True):
    """Reports a word that occurs twice in one segment with only spaces between.

    Names are left alone (`Duran Duran`: both capitalised), and so are the words of `allow` and, unless they are among
    `firm`, words said three times and words inside a quotation: chants, stammers and emphasis.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"word"})
    per: ClassVar[str] = "document"

    allow: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()

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
            seen = unit.view.text[span.start : span.end]
            if word not in self.firm and (len(hit[2]) > len(word) + 1 or self._quoted(unit, span.start)):
                continue
            if _one_word_twice(seen, unit.view.text[max(span.start - 4, unit.start) : span.start]):
                yield Match(span, (seen[: len(word)],), values={"word": word})

    def _quoted(self, unit: Unit, at: int) -> bool:
        return unit.view_name == "prose" and not unit.document.quoted.outside(at, at + 1)


def _one_word_twice(seen: str, before: str) -> bool:
    """Whether both are written alike, or the first only opens a sentence: not `AP AP`, `new New York`, `Mrs. May may`."""
    first, *others = seen.split()
    opens = before.rstrip(" \"“‘'([")[-1:] in ("", ".", "!", "?", ":", "…", "\n") and not before.endswith("s. ")
    return all(other.islower() for other in others) and (
        first == others[0] or (opens and first == others[0].capitalize())
    )
