"""Names: every place in the running text that may name a person.

A name is a run of capitalised words, with particles, but without leading titles, honorifics and possessives.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import gazetteer, titles
from newslint.knowledge.facts.who import nouns
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.titles import Role

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD: Final = (
    r"(?:(?:[A-Z]\.)+(?!\w)|(?:Sens?|Govs?|Reps?|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Jr|Sr|Prof|Rev|Sgt|Capt|Maj|Adm|Supt|Det|Cllr|St)\."
    rf"|[{_CAPITAL}](?:\w|[-’'](?=\w))*)"
)
_PARTICLE: Final = r"(?:(?:de|del|della|da|dos|das|di|van|von|der|den|ter|bin|ibn|al|el|la|le|du|of|of the) )"
_RUN: Final = lazy(rf"(?<![\w.\-]){_WORD}(?: {_PARTICLE}{{0,2}}{_WORD})*")
_POSSESSIVE: Final = lazy(r"[’'](?:s|)$")
_OWNER: Final = lazy(r"[’']s$")  # "CNN's Fareed Zakaria"
_READ: Final = frozenset({"paragraph", "list-item", "block-quote", "caption"})
_TITLES: Final = frozenset({"headline", "dek", "subhead"})
_LONGEST: Final = 9  # words; a longer run is a line in capitals
_ACRONYM: Final = 3  # letters: a longer word in capitals is emphasis, and may not be a name
_SUFFIX: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
# Words that begin a sentence and belong to no name.
OPENERS: Final = frozenset(
    "A About According Across After Again Against All Also Although Among An And Another Any Are As At Because Before "
    "Both But By Can Did Do Does During Each Earlier Even Every Few For From Given Had Has Have He Her Here His How "
    "However I If In Indeed Instead Into Is It Its Just Last Later Like Many Meanwhile More Most Much My Nearly Neither "
    "Never Next No Nor Not Now Of On Once One Only Or Other Others Our Over Perhaps Several She Should Since So Some "
    "Still Such Than That The Their Then There These They This Those Though Three Through Thus To Today Two Under Unlike "
    "Nobody Everyone Everybody Somebody Someone Anybody Anyone None People "
    "Until Was We Were What When Where Whether Which While Who Why Will With Within Without Would Yes Yet You Your Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Here's It's That's There's What's He's She's Let's I'm We're They're Here’s It’s That’s "
    "There’s What’s He’s She’s Let’s I’m We’re They’re".split()
)


class Mention(Struct, frozen=True):
    """One place that names a person: [start, end) of the name alone, in the prose.

    `name` is the words of the name without titles, initials, suffix and possessive; the last one counts as the surname.
    `title` is the office in the same run of capitals; `roles` also has those beside it.
    """

    start: int
    end: int
    name: tuple[str, ...]
    title: Role | None = None
    honorific: str = ""

    @property
    def full(self) -> bool:
        """Whether there is more than a surname."""
        return len(self.name) > 1


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A name's word without accents, hyphens, apostrophes and case, for comparison."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.replace("-", "").replace("’", "").replace("'", "").lower()


def mentions(document: Document) -> tuple[Mention, ...]:
    """Everything in the running text that may be a person's name, in order; use `document.derived(mentions)`."""
    return tuple(_mentions(document))


class Spelt(Struct, frozen=True):
    """Where names are written: full names of two or three words by their first and last, and words alone."""

    full: dict[tuple[str, str], list[Mention]]
    bare: dict[str, list[Mention]]


def spelt(document: Document) -> Spelt:
    """The mentions of the running text by their spelling; use `document.derived(spelt)`."""
    full: dict[tuple[str, str], list[Mention]] = {}
    bare: dict[str, list[Mention]] = {}
    for mention in document.derived(mentions):
        if not mention.full:
            bare.setdefault(mention.name[0], []).append(mention)
        elif len(mention.name) <= 3 and not mention.name[-1].isupper():
            full.setdefault((mention.name[0], mention.name[-1]), []).append(mention)
    return Spelt(full, bare)


def _mentions(document: Document) -> Iterator[Mention]:
    text = document.prose.text
    for segment in document.segments:
        if segment.kind not in _READ:
            continue
        for hit in _RUN.finditer(text, segment.start, segment.end):
            run = hit[0]
            if " " in run:
                mention = _mention(run, hit.end())
                if mention is not None:
                    yield mention
            elif run not in OPENERS and len(run) > 2 and run[-1] != ".":
                word = run if run.isalpha() else _POSSESSIVE.sub("", run)
                yield Mention(hit.start(), hit.start() + len(word), (word,))


def _mention(run: str, stop: int) -> Mention | None:
    """The mention in a run of several words that ends at `stop` of the prose."""
    words = run.split(" ")
    if len(words) > _LONGEST:
        return None
    while words and words[0] in OPENERS:
        del words[0]
    held = titles.in_run(words)
    first = held.words if held else 0
    honorific = ""
    for at in range(
        len(words) - 2, first - 1, -1
    ):  # "Federal Reserve Chair Jerome Powell": nothing before "Chair" is a name
        if (words[at] in titles.HONORIFICS and not _inside(words, at)) or _calls(words, at):
            honorific, first = words[at].rstrip("."), at + 1
            break
    if "of" in words[first + 2 :]:  # "Susan Collins of Maine", "Ruth Kim of the People’s Alliance"
        at = words.index("of", first + 2)
        stop -= len(" ".join(words[at:])) + 1
        words = words[:at]
    first = next((at + 1 for at in range(len(words) - 2, first - 1, -1) if _OWNER.search(words[at])), first)
    begin = stop - len(" ".join(words[first:]))
    own = words[first:]
    name = _name(own)
    if not name:
        return None
    title = held.role(stop - len(" ".join(words))) if held else None
    return Mention(begin, begin + len(" ".join(own)), name, title, honorific)


def _inside(words: list[str], at: int) -> bool:
    """Whether an honorific is a part of a name that has another before it: "Mr Yip Hon Weng"."""
    return any(word in titles.HONORIFICS for word in words[: max(at - 1, 0)]) and words[at - 1] not in titles.HONORIFICS


def _calls(words: list[str], at: int) -> bool:
    """Whether a word says what somebody is whose given name and surname follow it: "Prosecutor Elaine Cho"."""
    given = gazetteer.given()
    return (
        len(words) > at + 2 and words[at + 1] in given and words[at] not in given and nouns.is_person(words[at].lower())
    )


def _name(words: list[str]) -> tuple[str, ...]:
    """The words of the name itself; empty if a word shows that it is not a name."""
    if not words or "of" in words:
        return ()
    words[-1] = _POSSESSIVE.sub("", words[-1])
    name = tuple(w for w in words if len(w) > 1 and w[-1] != "." and w not in _SUFFIX and not w.islower())
    return () if OPENERS.intersection(name) or any(w.isupper() and len(w) > _ACRONYM for w in name) else name


def headline_names(document: Document) -> Iterator[Mention]:
    """All pairs and triples of capitalised words in a headline: any of them may be a name."""
    text = document.prose.text
    for segment in document.segments:
        if segment.kind in _TITLES and text.find(" ", segment.start, segment.end) >= 0:
            for hit in _RUN.finditer(text, segment.start, segment.end):
                words = [*re.finditer(r"\S+", hit[0])]
                for length in (3, 2):
                    for first, last in zip(words, words[length - 1 :], strict=False):
                        start, end = hit.start() + first.start(), hit.start() + last.end()
                        written = _POSSESSIVE.sub("", text[start:end])
                        yield Mention(start, start + len(written), tuple(written.split(" ")))
