"""Words: an article's words in lower case, split once for all the checks, and what is no word at all."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

WORD = lazy(r"\w+")
_REACH: Final = 80  # code points looked at on either side: a bound on long runs without spaces
_WRAPPED: Final = "\"'`‘’“”«»„()[]{}<>*_,;:!?…—–.·•|"
# What prose does not write inside a word: paths, options, assignments, calls, handles, addresses, versions.
_SIGNS: Final = lazy(
    r"[\\/@#$=<>{}|~^+%*]|\w_|_\w|::|\w\(|\)\w|\w\[|^--?\w|&\w|\w:\w|(?<=[a-z\d])\.(?=[a-z\d])|\d[A-Za-z]|[A-Za-z]\d"
)
_HUMP: Final = lazy(r"[a-z][A-Z]")
# Words of programming languages, configuration files and shells that look like two English words.
CODE_WORDS: Final = frozenset(
    "alignof apropos asis baseof canto countof createfrom devnull endfor endif endof forall foreach "
    "getdate goto hasher hiredis howto "
    "howtos ifdef indexof instanceof isnot jumpto kindof lengthof lineto listof mailto midis moveto "
    "noop offsetof ofstream readfrom "
    "redis sendto setof sizeof takeof thereis typeof untar waitfor whatis whereis whois withing writeto yearof".split()
)
# Adverbs of contracts and old books, all alike: here, there or where with a preposition.
_LEGAL: Final = lazy(
    r"(?:here|there|where)(?:at|about|abouts|above|after|among|against|around|before|below|beneath|"
    r"between|by|for|fore|from|in|inafter|into|"
    r"of|on|out|over|through|to|tofore|under|unto|until|upon|with|withal|within|without)",
    needs=("here",),
)


def unprintable(document: Document) -> bool:
    """Whether the prose has control characters, invisible characters or odd spaces; most has none. For `derived`."""
    return not document.prose.text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable()


def by_segment(document: Document) -> list[list[str]]:
    """The words of each segment of the folded prose, in order; use with `document.derived`."""
    view = document.folded()
    return [WORD.findall(view.text, view.locate(one.start), view.locate(one.end)) for one in document.segments]


def words(document: Document) -> list[str]:
    """The words of the folded prose, in order: there are none between segments. Use with `document.derived`."""
    return list(chain.from_iterable(document.derived(by_segment)))


def holding(document: Document, cues: frozenset[str]) -> Iterator[Segment]:
    """The segments in which one of some words (of `\\w+`, folded) occurs, in order: where a pattern has to be looked for."""
    if document.derived(_vocabulary).isdisjoint(cues):
        return
    for segment, own in zip(document.segments, document.derived(_sets), strict=True):
        if not own.isdisjoint(cues):
            yield segment


def _vocabulary(document: Document) -> frozenset[str]:
    return frozenset().union(*document.derived(_sets))


def _sets(document: Document) -> list[frozenset[str]]:
    return [frozenset(own) for own in document.derived(by_segment)]


def run_at(text: str, start: int, end: int) -> str:
    """The run without spaces round [start, end), its quotation marks, brackets and punctuation taken off both ends."""
    before = text[max(start - _REACH, 0) : start].rsplit(None, 1)
    after = text[end : end + _REACH].split(None, 1)
    first = before[-1] if before and not text[start - 1 : start].isspace() else ""
    last = after[0] if after and not text[end : end + 1].isspace() else ""
    return f"{first}{text[start:end]}{last}".strip(_WRAPPED)


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the word at [start, end) is code, or part of an address, a path, a file's name or a version."""
    run = run_at(text, start, end)
    return (
        _SIGNS.search(run) is not None
        or text[max(start - 1, 0) : start] in ("@", "#", "$", "\\", "_")
        or run in CODE_WORDS
    )


def is_compound(word: str) -> bool:
    """Whether a word in lower case is a real one of two: of contracts ("thereof") or of code ("sizeof")."""
    return word in CODE_WORDS or _LEGAL.fullmatch(word) is not None


def has_hump(word: str) -> bool:
    """Whether a word has a capital after a small letter, as names of products and identifiers have."""
    return _HUMP.search(word) is not None
