"""glued: two words written as one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.words import has_hump, is_code, is_compound, run_at
from newslint.patterns import lazy
from newslint.spun.oddity import rare_words, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

# Function words at which a glued word comes apart; none that begins or ends many English words (over, in, able).
_FIRST: Final = frozenset("the and of that this was were are has had have from his her their which with been".split())
_LAST: Final = frozenset(
    "the and of that this was were is are has had have into from which who his their been would said to for".split()
)
# Of these the ones that something follows: "But anywho.", "musica universalis," end with a word that is whole.
_BEFORE_MORE: Final = _LAST - {"that", "said"}
_END: Final = lazy(r"[.,;!?]")
_BY: Final = lazy(r"\b(?:as|by|in|of|to|using|via|with) $")
_GOES_ON: Final = lazy(r" ?[)\]:–—-]| (?:and|for|in|or|to)\b|\s*\Z")
_NEAR: Final = 40  # code points before a word
_THINGS: Final = (
    r"(?:apps?|command|crate|daemon|extension|framework|function|gem|header|librar(?:y|ies)|method|module|package|plugin|program"
    r"|project|repo(?:sitory)?|script|server|site|theme|tool|utility|website)"
)
_CALLED: Final = lazy(rf"(?i:\b(?:called|named|{_THINGS}) [\"“‘'(]?|\b(?:author|credit|maintainer|user)s?: ?@?)$")
_THING: Final = lazy(rf"[\"”’']? {_THINGS}\b")
# Endings that foreign words, names and identifiers have, too: the other part must be very common, long or of
# a kind that they follow.
_WEAK: Final = lazy(
    r"(?:.{4,}(?:ing|ed)|.{3,}[^aiosu]s|able|unable|due|.{6,}) (?:to|of|for|from|is|are|has|had|was|his)"
)
_VERY_COMMON: Final = 15_000  # times that clean news writes the other part
_CAPITAL: Final = lazy(r"(?<=[a-z])(?=[A-Z][a-z])")
_BEFORE_NAME: Final = frozenset("the and of that were his her their which but said".split())
# These begin identifiers ("isRequired", "toString"), so that what follows must be known as a name.
_BEFORE_KNOWN_NAME: Final = frozenset("this was are has had have from with as in on at by to for when is".split())
_LEAST: Final = 3
_LONGEST: Final = 40  # letters; a longer run is no two words, and trying all its seams costs quadratic time
_COMMON: Final = 400  # times that clean news writes the other part
_NAME: Final = 100  # times that clean news writes a name with a capital, and ten times more often than without
_HYPHENS: Final = 2
_NUMBERED: Final = lazy(r"\) *(?:#\d|\n|\Z)")
_LISTS: Final = lazy(r"(?:,|,? (?:and|or|&)|/) ?")
_OPENS: Final = "'\"‘“`"
_CLOSES: Final = "'\"’”`"
_OFTEN: Final = 3  # times in one article: a name, or a word of a trade


class Glued(Check, frozen=True, kw_only=True):
    """Reports a word that clean news does not know and that is a function word and a common word in one.

    Left alone are words of code and of contracts, what an article writes three times, links to or shows as code, what is
    listed beside another unknown word, what the text calls a product, and what would end a clause with an article or a
    preposition. `{suggestion}` sets the space.
    """

    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word; the suggestion sets the space."""
        document, text = unit.document, unit.view.text
        rare = [span for span in document.derived(rare_words) if span.end - span.start <= _LONGEST]
        times = Counter(text[span.start : span.end] for span in rare)
        places = {word: _seam(word) for word in times if times[word] < _OFTEN and not is_compound(word.lower())}
        for span, beside in zip(rare, _listed(text, rare), strict=True):
            word = text[span.start : span.end]
            place = places.get(word, 0)
            if not place or beside or _named(text, span) or _is_identifier(word, document):
                continue
            if (
                _ends_clause(text, word[place:], span.start, span.end)
                or _is_product(text, span)
                or _is_cell(document, span)
            ):
                continue
            if word not in document.settings.vocabulary:
                first, last = word[:place], word[place:]
                yield Match(span, (first if first == last else f"{first} {last}",))


def _named(text: str, span: Span) -> bool:
    """Whether a word is code, alone between quotation marks, a handle before a number ("(thelee) #12"), or a later part of
    a name with several hyphens.
    """
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    if is_code(text, span.start, span.end) or (before == "(" and _NUMBERED.match(text, span.end)):
        return True
    if before and after and before in _OPENS and after in _CLOSES:
        return True
    return before == "-" and run_at(text, span.start, span.end).count("-") >= _HYPHENS


def _is_cell(document: Document, span: Span) -> bool:
    """Whether a word is all that is in its cell or item: an entry, such as a word of a programming language."""
    segment = document.segment_at(span.start)
    return segment is not None and segment.kind == "list-item" and segment.end - segment.start == span.end - span.start


def _ends_clause(text: str, last: str, start: int, end: int) -> bool:
    """Whether the second word would end a clause and never does: the word is whole.

    Nor does "that" where a preposition is before the first: "tests that are written with testthat."
    """
    if last == "that" and _BY.search(text, max(start - _NEAR, 0), start):
        return _END.match(text, end) is not None or _GOES_ON.match(text, end) is not None
    return last in _BEFORE_MORE and _END.match(text, end) is not None


def _is_product(text: str, span: Span) -> bool:
    """Whether the text says that a word is the name of a thing: "a package called gradethis", "the mailfrom header"."""
    before = text[max(span.start - _NEAR, 0) : span.start]
    return _CALLED.search(before) is not None or _THING.match(text, span.end) is not None


def _listed(text: str, rare: list[Span]) -> Iterator[bool]:
    """For each unknown word, whether the next or the last one before it stands beside it in a list: names of products."""
    if not rare:
        return
    joined = [_LISTS.fullmatch(text, one.end, other.start) is not None for one, other in pairwise(rare)]
    yield from (left or right for left, right in zip([False, *joined], [*joined, False], strict=True))


def _is_identifier(word: str, document: Document) -> bool:
    """Whether the file links to a host or page of that name, or has it as code: the name of a package, a project, a handle."""
    name = re.escape(word)
    if re.search(rf"(?<![^\W_]){name}(?![^\W_])", document.links.text, re.IGNORECASE):
        return True
    return (
        re.search(rf"[`@]{name}\b|\b{name}(?:`|::|\(\))|<(?:code|tt)>{name}\b|//{name}\.", document.raw.text)
        is not None
    )


def _seam(word: str) -> int:
    """Where the word comes apart; 0 where it does not."""
    if has_hump(word):
        return _before_name(word)
    return next(_seams(word), 0)


def _seams(word: str) -> Iterator[int]:
    for place in range(2, len(word) - 1):
        first, last = word[:place], word[place:]
        other = last if first in _FIRST else first if last in _LAST else ""
        if len(other) < _LEAST or word_count(other) < _COMMON:
            continue
        strong = first in _FIRST or len(last) > 3 or last in ("the", "and")
        if strong or word_count(other) >= _VERY_COMMON or _WEAK.fullmatch(f"{first} {last}"):
            yield place


def _before_name(word: str) -> int:
    """Where a function word runs into a name; 0 where none does."""
    seam = _CAPITAL.search(word)
    if seam is None:
        return 0
    first, name = word[: seam.start()], word[seam.start() :]
    known = first in _BEFORE_KNOWN_NAME and not has_hump(name) and _is_name(name)
    return seam.start() if first in _BEFORE_NAME or known else 0


def _is_name(word: str) -> bool:
    capital = word_count(word)
    return capital >= _NAME and capital >= 10 * word_count(word.lower())
