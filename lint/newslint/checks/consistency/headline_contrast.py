"""headline-contrast: a headline that says the opposite of the first paragraph, of the same subject."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.headline import begins_a_word, headline_of, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

# Words that reverse a statement, postpone it, or refer to something earlier.
_TURNED: Final = re.compile(
    r"\b(?:not|no|never|nobody|none|nor|neither|without|cannot|\w+n't|fail\w*|refus\w*|den(?:y|ies|ied)|despite"
    r"|although|though|but|after|before|until|unless|if|whether|may|might|could|would|should|"
    r"bid|overturn\w*|revers\w*|block\w*|near(?:ly)?|almost|urge\w*|call\w*|want\w*|vow\w*|ask\w*|hope\w*|fear\w*"
    r"|threat\w*|try|tries|tried|attempt\w*|likely|unlikely|poised|expected|why|how|what|when|while|"
    r"instead|again|earlier|once|except|rather|versus|vs)\b|\?"
)
_FIRST: Final = re.compile(r".*?(?:(?<=\w\w\w)[.!?] |$)", re.DOTALL)  # the first sentence, roughly


class Opposites(Struct, frozen=True):
    """Words of which one says the opposite of the other, in all the forms that are meant."""

    one: tuple[str, ...]
    other: tuple[str, ...]


class HeadlineContrast(Check, frozen=True, kw_only=True):
    """Compares by `opposites`: a word of one list in the headline, a word of the other in the first paragraph.

    Both must stand after the same words, the subject, and neither text may hold a negation or anything that tells of
    another time.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    opposites: tuple[Opposites, ...]

    def anchors(self) -> tuple[str, ...]:
        """All words of all lists."""
        return tuple(dict.fromkeys(fold_word(word) for pair in self.opposites for word in (*pair.one, *pair.other)))

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
        return [(_pattern(pair.one), _pattern(pair.other)) for pair in self.opposites]

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match: the headline's word, with the lede's as its related place."""
        document = unit.document
        headline = headline_of(document)
        lede = next((segment for segment in document.segments if segment.lede), None)
        if headline is None or lede is None:
            return
        above = _folded(document, headline.start, headline.end)
        if _TURNED.search(above):
            return
        below = _FIRST.match(_folded(document, lede.start, lede.end))[0]  # type: ignore[index]
        for one, other in self._patterns:
            for this, that in ((one, other), (other, one)):
                pair = _opposed(above, below, this, that)
                if pair is not None:
                    yield _match(document, headline.start, lede.start, *pair)
                    return


def _folded(document: Document, start: int, end: int) -> str:
    view = document.folded()
    return view.text[view.locate(start) : view.locate(end)]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(map(fold_word, words), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def _opposed(
    above: str, below: str, this: re.Pattern[str], that: re.Pattern[str]
) -> tuple[re.Match[str], re.Match[str]] | None:
    """The headline's word and the lede's, if they say the opposite of one subject."""
    said, meant = this.search(above), that.search(below)
    if said is None or meant is None or that.search(above) or this.search(below):
        return None
    subject = stems(above[: said.start()])
    before = below[: meant.start()]
    if (
        not subject
        or _TURNED.search(before)
        or _TURNED.search(below[meant.end() : meant.end() + _CLAUSE].partition(",")[0])
    ):
        return None
    return (said, meant) if all(begins_a_word(stem, before) for stem in subject) else None


_CLAUSE: Final = 60


def _match(document: Document, headline: int, lede: int, said: re.Match[str], meant: re.Match[str]) -> Match:
    view = document.folded()
    here = view.span(view.locate(headline) + said.start(), view.locate(headline) + said.end())
    there = view.span(view.locate(lede) + meant.start(), view.locate(lede) + meant.end())
    return Match(here, values={"other": document.prose.text[there.start : there.end]}, related=(Compared(there),))
