"""Corrections of a slip: what the reader model or the alphabet offers, and how much each helps."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from newslint.finding import Span
from newslint.inflections import TAGS, inflected, lemma
from newslint.reading.windows import sentences
from newslint.reading.words_read import reader
from newslint.spun.oddity import is_common

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.reading.words_read import WordRead

_MOST: Final = 24  # corrections of one slip that are tried
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ALIKE: Final = 2.0  # log-odds: what a word that is spelt nearly alike is given before others
_LATER: Final = 1.5  # log-odds: what each tag is put behind the likelier one before it
_PAIR: Final = 4.0  # log of counts: what the rarest pair of neighbours must gain
_TRIPLE: Final = 2.0  # what the most frequent triple must gain
_STOPS: Final = (".", "!", "?")
_MARKS: Final = " \n\"”’')]"
_AROUND: Final = 1  # words beside a correction that must be at ease with it


class Correction(Struct, frozen=True):
    """`text` for the prose's `span`; `case` as in `slip`; `word`: the one that is missing, too many, or to be written.

    `favour`, in log-odds: what speaks for it besides the sentence.  `slight`: a small word or an inflection, or a letter of a
    small word, is all that changes.
    """

    span: Span
    text: str
    case: str
    word: str
    favour: float = 0.0
    slight: bool = False


def corrections(document: Document, read: Sequence[WordRead], number: int) -> Iterator[Correction]:
    """What a word that needs something may need, the likeliest first."""
    seen = read[number]
    for rank, tag in enumerate(seen.tags):
        for made in _by_tag(document, read, number, tag):
            alike = made.case == "wrong" and _is_alike(seen.text, made.word)
            slight = not tag.startswith("near") and (alike or not tag.startswith("replace"))
            yield replace(made, favour=_ALIKE * alike - _LATER * rank, slight=slight)


def _by_tag(document: Document, read: Sequence[WordRead], number: int, tag: str) -> Iterator[Correction]:
    seen = read[number]
    what, _, small = tag.partition(" ")
    if what == "insert":
        yield Correction(seen.span, f"{small} {seen.text}", "missing", small)
    elif what == "replace" and small != seen.text:
        yield Correction(seen.span, small, "wrong", small)
    elif what == "delete":
        yield from _without(document, read, number)
    elif what in {"form", "near"}:
        offered = _forms(seen.text) if what == "form" else _near(seen.text)
        for word in islice(offered, _MOST):
            yield Correction(seen.span, word, "wrong", word)


def _is_alike(word: str, other: str) -> bool:
    """Whether one letter is added, lost or exchanged, or two neighbours have changed places."""
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=1) <= 1


def _without(document: Document, read: Sequence[WordRead], number: int) -> Iterator[Correction]:
    """The word before, without this one, if a space is all that is between them."""
    if number:
        before, seen = read[number - 1], read[number]
        if document.prose.text[before.span.end : seen.span.start] == " ":
            yield Correction(Span(before.span.start, seen.span.end), before.text, "extra", seen.text)


def _forms(word: str) -> Iterator[str]:
    """Other inflections of a word."""
    found: dict[str, None] = {}
    for pos in ("V", "N"):
        if base := lemma(word, pos):
            others = (inflected(base, tag) for tag in TAGS[pos])
            found |= dict.fromkeys([base, *filter(None, others)])
    yield from (other for other in found if other not in {word, "-"})


def _near(word: str) -> Iterator[str]:
    """Words of clean news that differ in one letter, added, lost, exchanged or transposed."""
    for other in dict.fromkeys(_edited(word)):
        if other != word and len(other) > 1 and is_common(other):
            yield other


def _edited(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)


def relief(document: Document, seen: WordRead, offered: Sequence[Correction]) -> list[float]:
    """By how much each correction lowers the log-odds of a slip there, in the sentence read by itself."""
    sentence = document.sentence_at(seen.span.start)
    text = document.prose.text[sentence.start : sentence.end]
    now = _worst(document, text, seen.span.start - sentence.start, seen.span.end - sentence.start)
    out = []
    for made in offered:
        start, end = made.span.start - sentence.start, made.span.end - sentence.start
        if start < 0:  # the word before is in another sentence
            out.append(0.0)
            continue
        corrected = text[:start] + made.text + text[end:]
        out.append(now - _worst(document, corrected, start, start + len(made.text)))
    return out


def is_attested(document: Document, made: Correction) -> bool:
    """Whether clean news knows a slight correction well, where it does not know what is written: neither the rarest pair of
    neighbours nor any triple.

    Only sentences that end as such are asked: a heading leaves out small words.
    """
    sentence = document.sentence_at(made.span.start)
    text = document.prose.text[sentence.start : sentence.end]
    start, end = made.span.start - sentence.start, made.span.end - sentence.start
    if not made.slight or start < 0 or not text.rstrip(_MARKS).endswith(_STOPS):
        return False
    from newslint.spun.neighbours import attested

    now = attested(text, start, end)
    then = attested(text[:start] + made.text + text[end:], start, start + len(made.text))
    return then.pair - now.pair >= _PAIR and then.triple - now.triple >= _TRIPLE


def _worst(document: Document, text: str, start: int, end: int) -> float:
    """The highest log-odds among the words of a stretch of a sentence and the words beside it."""
    found = list(reader(document).read(list(sentences(text, [(0, len(text))]))))
    inside = [n for n, word in enumerate(found) if word.span.start < end and word.span.end > start]
    if not inside:
        return 0.0
    return max(word.slip for word in found[max(inside[0] - _AROUND, 0) : inside[-1] + 1 + _AROUND])
