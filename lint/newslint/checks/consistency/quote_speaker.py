"""quote-speaker: the same words in quotation marks, given to two people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.speakers import Speaker, two
from newslint.knowledge.facts.speech import Again, Said, again, spoken_by
from newslint.knowledge.headline import says_something
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

# Where the text says that words were said twice, learnt by heart, read out or passed on, two speakers are right.
_SHARED: Final = lazy(
    r"\b(?:(?<!being )(?<!be )(?<!been )(?<!much-)(?<!often-)repeat(?!ed (?:remark|line|words|claim))\w*|echo\w*|same|both|each"
    r"|chant\w*|s[au]ng|sing\w*|slogan|motto|oath|recit\w*|retweet\w*|quot\w*|cit(?:e|es|ed|ing)|"
    r"borrow\w* (?:the|his|her|a|from (?:his|her))\b|paraphras\w*"
    r"|(?<!was )(?<!were )(?<!be )(?<!been )read(?:s|ing)?|(?<!in her )(?<!in his )(?<!in a )letter|"
    r"(?:the|a|with|his|her) caption|parrot\w*"
    r"|shared|shares|forward\w*|with the words|his words|her words|mock\w*|imitat\w*|mimic\w*"
    r"|agree[ds]?\b|swor\w+|together|famous\w*|too|also)\b",
    re.IGNORECASE,
)
_CUT: Final = lazy(r"[.!?][”\"’]?\s|\n")  # the sentence of the quotation ends
_FEW: Final = 6  # words
_REACH: Final = 90  # code points around the marks

_WORDS: Final = lazy(r"[^\W\d_]+")


class QuoteSpeaker(Check, frozen=True, kw_only=True):
    """Quotations of five words or more, or of three whose owner is named; two speakers who cannot be one person."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other", "quotation"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """The opening marks."""
        return ("“", '"', "‘", "'", "«", "„")

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each quotation that comes back under another name: at the later name."""
        document = unit.document
        for pair in document.derived(again):
            one, other = spoken_by(document, pair.first), spoken_by(document, pair.later)
            if (
                one
                and other
                and two(one, other)
                and not _same_pronoun(document, one, other)
                and not any(_title(document, said) for said in (pair.first, pair.later))
                and not _saying(document, pair)
                and not _shared(document, pair.first, pair.later)
            ):
                yield _match(document, one, other, pair.later)


def _same_pronoun(document: Document, one: Speaker, other: Speaker) -> bool:
    """Whether both are "he": a paragraph that is printed twice has been read in two ways."""
    first, second = (document.prose.text[each.span.start : each.span.end].lower() for each in (one, other))
    return first == second and first in ("he", "she")


def _saying(document: Document, pair: Again) -> bool:
    """Whether the same few words in one paragraph are a figure of style: two people with one saying."""
    first, later = pair.first, pair.later
    return (
        first.words == later.words
        and len(later.words) <= _FEW
        and document.segment_at(first.span.start) == document.segment_at(later.span.start)
    )


def _title(document: Document, said: Said) -> bool:
    """Whether all words that mean something have capitals: the title of a book or a show, which is nobody's words."""
    words = _WORDS.findall(document.prose.text, said.span.start, said.span.end)
    long = [word for word in words if len(word) > 3 and says_something(word.lower())]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _shared(document: Document, *found: Said) -> bool:
    """Whether the text around says that the words were repeated, read out or said by both."""
    text = document.prose.text
    for said in found:
        before = _CUT.split(text[max(said.span.start - _REACH, 0) : said.span.start])[-1]
        after = _CUT.split(text[said.span.end : said.span.end + _REACH])[0]
        if _SHARED.search(before) or _SHARED.search(after):
            return True
    return False


def _match(document: Document, one: Speaker, other: Speaker, said: Said) -> Match:
    text = document.prose.text
    names = [_shown(text[each.span.start : each.span.end]) for each in (one, other)]
    values = {"name": names[1], "other": names[0], "quotation": text[said.span.start : said.span.end]}
    return Match(other.span, values=values, related=(Compared(one.span),))


def _shown(words: str) -> str:
    """The speaker as written; a pronoun in quotation marks."""
    return f"“{words}”" if words.lower() in ("he", "she", "his", "her") else words
