"""known-name: a full name that is a letter or two away from one that the news writes far more often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.names import headline_names, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.names import Mention

# Somebody who is introduced with an article or an age is somebody else: public figures are not "a dentist", "41".
_INTRODUCED: Final = re.compile(
    r",? (?:\(?\d\d\b|(?:an?|the) \w)|, (?:his|her|their) |['’]s? (?:son|daughter|wife|husband)\b"
)
_IN_OFFICE: Final = re.compile(
    r".{0,60}?\b(?:president|minister|chancellor|senator|presidential|hopeful|congress\w+|governor|secretary|leader|justice|judge"
    r"|candidate|nominee|democrat\w*|republican|actor|actress|singer|author|ceo|"
    r"director|chief|chair\w*|attorney|speaker|representative|ambassador|host|anchor)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    r"[^\W\d_](?:[^\W\d_A-Z]|(?<=Mc)[A-Z]|(?<=Mac)[A-Z]|[-’'][^\W\d_]{2}|(?<![^\W\d_].)[A-Z])*"
)  # no "Smith2", no "SmithIn"
_SHORT: Final = 6  # letters: shorter surnames that differ in one letter are two surnames
_TIMES: Final = 20  # as often as this spelling the news writes the other
_DAILY: Final = 500  # articles


class KnownName(Check, frozen=True, kw_only=True):
    """Names of two or three words of which the news writes another spelling at least twenty times as often.

    The house vocabulary exempts a name or one of its words; so does the text where it introduces somebody with an
    age or an occupation.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "better", "times"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """The first place of each such name."""
        document = unit.document
        accepted, told = document.settings.vocabulary, set[tuple[str, ...]]()
        for mention in (*headline_names(document), *document.derived(mentions)):
            if len(mention.name) not in (2, 3) or mention.name in told:
                continue
            told.add(mention.name)
            slip = self._slip(tuple(map(known_names.without_accents, mention.name)))
            if slip is None or accepted.intersection((" ".join(mention.name), *mention.name)):
                continue
            if not _introduced(unit.view.text, mention):
                yield _match(unit.view.text, mention, *slip)

    def _slip(self, words: tuple[str, ...]) -> tuple[int, str] | None:
        """Which of the words is not part of a common name, and which word the news uses instead."""
        table, written = known_names.with_a_gap(), 0
        for place in range(len(words)):
            for other in table.get(known_names.gap(words, place), ()):
                written = written or known_names.articles().get(" ".join(words), 1)
                often = known_names.articles()[_replaced(words, place, other)]
                if often >= _TIMES * written and _resembles(words, place, other, often):
                    return place, other
        return None


def _replaced(words: tuple[str, ...], place: int, other: str) -> str:
    return " ".join((*words[:place], other, *words[place + 1 :]))


def _match(text: str, mention: Mention, place: int, other: str) -> Match:
    """The word that differs, with the whole name in the message."""
    word = mention.name[place]
    start = text.find(word, mention.start, mention.end)
    plainly = _replaced(tuple(map(known_names.without_accents, mention.name)), place, other)
    better = known_names.as_written().get(plainly, plainly)
    values = {"name": " ".join(mention.name), "better": better, "times": str(known_names.articles()[plainly])}
    return Match(Span(start, start + len(word)), (better.split(" ")[place],), values)


def _resembles(words: tuple[str, ...], place: int, other: str, often: int) -> bool:
    """Whether the word at `place` may be a slip for the other.

    A given name is none that sounds otherwise and is borne by others; a surname is none that others bear, unless two
    more words agree, or that is short and as well formed, unless the other stands in the news day by day. In names of
    bodies and places one letter may differ, no more.
    """
    word, given = words[place], known_names.given_names()
    letters = name_distance.slip(word, other)
    if not letters or not _WORD.fullmatch(word) or word in gazetteer.nations() or name_distance.derived(word, other):
        return False
    if place == 0 and other in given:
        return not name_distance.two_given_names(word, other)
    if len(word) < _SHORT and often < _DAILY and name_distance.substituted(word, other):
        return False
    if letters > 1 and not given.intersection((words[0], other)):
        return False
    return len(words) > 2 or word not in known_names.surnames()


def _introduced(text: str, mention: Mention) -> bool:
    hit = None if mention.title else _INTRODUCED.match(text, mention.end)
    return hit is not None and not _IN_OFFICE.match(text, hit.end())
