"""misspelt: a word that is in no word list and one stroke of the keyboard away from a frequent one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.article.language import looks_foreign
from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.words import is_code, is_compound
from newslint.patterns import lazy
from newslint.spun.oddity import is_known, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.spun.strokes import Stroke

_OFTEN: Final = 3  # times in one article: a word of a trade
_LONG: Final = 8  # letters: so long a word is hardly like another by chance
_MIDDLING: Final = 7
_USUAL: Final = 3.0  # nats: log count of a pair of words that clean news often writes
_DAILY: Final = 5.0
_OF_NAMES: Final = ("j", "q", "v", "x", "z")  # added to a word, these make a name of it
_PART: Final = 3  # letters of the parts of a compound
_PREFIX: Final = lazy(r"\A(?:re|un|non|sub|over|under|multi)(?=[a-z]{4})")
_COMMON: Final = 100  # times that clean news writes them
_JOINED: Final = "{-‐‑–’'_/@#\\&.]"  # before a word: it is part of a longer one
# What shows that a word goes on, or is a program by its version ("zlib 1.2.11").
_GOES_ON: Final = lazy(r"[-‐‑_/@#\\(=]|\.\w|(?<=in)['’]|\.\.|…| ?[\[(]sic\b| (?:v\d|\d+\.\d+\.\d)", re.IGNORECASE)


class Misspelt(Check, frozen=True, kw_only=True):
    """Reports a word in lower case that neither clean news nor any word list knows, and what it is a slip for.

    One letter is dropped, doubled, added, exchanged with the next or replaced by a likely one. A short word, a letter that
    stands at an end, and a replaced one need neighbours beside which clean news writes the word that is meant. Left alone
    are parts of longer words, words that a space parts, code, addresses, names of things that the article also writes with
    capitals, and words that it writes three times.
    """

    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every such word, with what it may be meant for as suggestions, the likeliest first."""
        document, text = unit.document, unit.view.text
        from newslint.spun.strokes import strokes  # brings numpy, which compiling the packs must not need

        for stroke in document.derived(strokes):
            span = stroke.span
            word = text[span.start : span.end]
            if (
                word not in document.settings.vocabulary
                and _certain(stroke, word, listed=_is_listed(document, stroke))
                and _alone(text, stroke)
                and not _is_parted(document, word, span.end)
                and not _of_a_trade(document, word)
            ):
                meant = (stroke.slip.meant, *stroke.rivals)
                yield Match(span, tuple(_in_its_place(word, one) for one in meant), sure=not stroke.rivals)


def _in_its_place(word: str, meant: str) -> str:
    """What is meant, as an adverb where the word is one that lost a letter: "happly" is no "happy"."""
    stem = word.removesuffix("ly")
    return f"{stem}ily" if stem != word and meant == f"{stem}y" and not stem.endswith("l") else meant


def _certain(stroke: Stroke, word: str, *, listed: bool) -> bool:
    """Whether the kind of slip, the length of the word and its neighbours leave no doubt.

    A word that is `listed` by itself, in a cell or an item, may be the name of somebody or something.
    """
    slip, least, most = stroke.slip, min(stroke.left, stroke.right), max(stroke.left, stroke.right)
    letters = len(slip.meant)
    suits = least + most >= _USUAL or (most > 0 and letters >= _MIDDLING)
    if slip.kind == "added" and not slip.inner and word.endswith(_OF_NAMES):
        return False  # "processx" is a program
    if slip.kind == "added" and word.endswith("d") and not slip.inner:
        return suits and slip.meant.endswith("e")  # "overdued", but "firewalld" is a daemon
    if slip.kind in ("replaced", "vowel") and not slip.inner:
        return False
    if slip.kind == "replaced":
        return letters >= _MIDDLING and (least > 0 or most >= _DAILY)
    if not slip.inner:
        return letters >= _MIDDLING and (least > 0 or most >= _USUAL)
    return suits or (letters >= _LONG and stroke.strange < 2 and not listed)


def _is_listed(document: Document, stroke: Stroke) -> bool:
    """Whether nothing but commas is beside a word in its cell or item."""
    segment, text = document.segment_at(stroke.span.start), document.prose.text
    if segment is None or segment.kind != "list-item":
        return False
    before, after = text[segment.start : stroke.span.start], text[stroke.span.end : segment.end]
    return before.rstrip()[-1:] in ("", ",") and after.lstrip()[:1] in ("", ",")


def _alone(text: str, stroke: Stroke) -> bool:
    """Whether a word is whole, and nothing but a word."""
    start, end = stroke.span.start, stroke.span.end
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if before and (before in _JOINED or before.isalnum() or after.isalnum()):
        return False
    if _FOREIGN_AFTER.match(text, end) or _FOREIGN_BEFORE.search(text, max(start - _NEAR, 0), start):
        return False
    if _GOES_ON.match(text, end) or is_code(text, start, end):
        return False
    if text.rfind("«", max(start - _QUOTED, 0), start) > text.rfind("»", max(start - _QUOTED, 0), start):
        return False  # in English, guillemets stand round words of another language
    return not looks_foreign(text[max(start - _PHRASE, 0) : end + _PHRASE])


_QUOTED: Final = 300  # code points of a quotation
_PHRASE: Final = 40  # code points of a phrase on either side


# Beside a word, these show that it belongs to a phrase of another language: "Archives nationales du Québec".
_OF_OTHERS: Final = (
    r"(?:du|des|del|della|dello|degli|di|dos|das|la|le|les|el|los|las|et|und|von|der|zum|och|av|het|een|una?|y)"
)
_FOREIGN_AFTER: Final = lazy(rf" (?:{_OF_OTHERS}|de (?:la|las|los)|de l['’]\w+) ")
_FOREIGN_BEFORE: Final = lazy(rf"\b{_OF_OTHERS} $")
_NEAR: Final = 8  # code points


def _is_parted(document: Document, word: str, end: int) -> bool:
    """Whether a space parts a word from its last letters, as in text from a PDF: "benefi ts"."""
    rest = _REST.match(document.prose.text, end)
    return rest is not None and word_count(word + rest[1]) >= _COMMON


_REST: Final = lazy(r" ([a-z]{1,4})\b")


def _of_a_trade(document: Document, word: str) -> bool:
    """Whether an article writes a word often, or with capitals, or in an address."""
    times = document.prose.text.count(word)
    if (
        times >= _OFTEN
        or document.folded().text.count(word) > times
        or is_compound(word)
        or _of_two(word)
        or _is_made(word)
    ):
        return True
    return re.search(rf"[/.@]{word}\b|\b{word}[./]\w", document.text.content) is not None


def _of_two(word: str) -> bool:
    """Whether a word is made of two common ones ("shoutout"), or of one and a prefix ("reshore")."""
    bare = _PREFIX.sub("", word)
    if bare != word and word_count(bare) >= _COMMON:
        return True
    seams = range(_PART, len(word) - _PART + 1)
    return any(min(word_count(word[:n]), word_count(word[n:])) >= _COMMON for n in seams)


def _is_made(word: str) -> bool:
    """Whether a word is a known one with a prefix, or the name of a program: "preparsed", "highlightjs"."""
    bare = _MADE.fullmatch(word)
    return bare is not None and is_known(bare["rest"] or bare["name"])


_MADE: Final = lazy(
    r"(?:pre|inter|auto|micro|meta|post|semi|super)(?P<rest>[a-z]{5,})|(?P<name>[a-z]{4,})(?:js|py|db|sql|css|api|cli)"
)
