"""capital: headline case or sentence case."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_WORD = lazy(r"[^\W\d_](?:[\w'’.]*\w)?")
# Articles, short conjunctions and prepositions that headline case leaves small (AP counts to three letters, NYT to four).
_SMALL = frozenset(
    "a an and as at but by en for if in nor of off on or per so than the to up v via vs with from into over".split()
)


class Capital(Check, frozen=True, kw_only=True):
    """Reports words that do not follow the case of `style`.

    `title`: every word has a capital, except `small` ones within the line. `sentence`: only the first word and names
    have one; a word that the article's body writes in lower case is not a name. `upper`, `lower`: as they say.
    Words of `accept` and of the vocabulary are always correct.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"words"})

    style: Literal["title", "sentence", "upper", "lower"]
    small: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that headline case leaves in lower case."""
        return frozenset(self.small) or _SMALL

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each unit that is not in its case, from the first to the last wrong word."""
        accepted = unit.document.settings.vocabulary.union(self.accept)
        words = list(_WORD.finditer(unit.text))
        wrong = [
            hit
            for number, hit in enumerate(words)
            if hit[0] not in accepted and self._wrong(unit, hit, edge=number in (0, len(words) - 1), first=number == 0)
        ]
        if wrong:
            span = Span(unit.start + wrong[0].start(), unit.start + wrong[-1].end())
            yield Match(span, values={"words": ", ".join(hit[0] for hit in wrong)})

    def _wrong(self, unit: Unit, hit: re.Match[str], *, edge: bool, first: bool) -> bool:
        word = hit[0]
        if self.style == "title":
            return word.islower() and (edge or word not in self.small_words)
        if self.style == "sentence":
            starts = first or unit.text[: hit.start()].rstrip().endswith((".", "!", "?", ":", "“", '"', "‘"))
            return word.istitle() and not starts and self._written_small(unit, word)
        return not (word.isupper() if self.style == "upper" else word.islower())

    def _written_small(self, unit: Unit, word: str) -> bool:
        body = unit.document.derived(_body_words)
        return word.lower() in body and word not in body


def _body_words(document: Document) -> frozenset[str]:
    """The words of the paragraphs as written, without the first of each sentence."""
    text = document.prose.text
    found: set[str] = set()
    for sentence in document.sentences:
        segment = document.segment_at(sentence.start)
        if segment is not None and segment.kind == "paragraph":
            found.update(_WORD.findall(text[sentence.start : sentence.end])[1:])
    return frozenset(found)
