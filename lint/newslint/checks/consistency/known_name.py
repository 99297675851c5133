"""known-name: a full name that is a letter or two away from one that the news writes far more often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge import bearers, gazetteer, known_names, name_distance
from newslint.knowledge.names import headline_names, mentions
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.names import Mention

# Somebody who is introduced with an article or an age is somebody else: public figures are not "a dentist", "41".
_INTRODUCED: Final = lazy(
    r",? (?:\(?\d\d\b|(?:an?|the) \w)|, (?:his|her|their) |['’]s? (?:son|daughter|wife|husband)\b"
)
_IN_OFFICE: Final = lazy(
    r".{0,60}?\b(?:president|minister|chancellor|senator|presidential|hopeful|congress\w+|governor|secretary|leader|justice|judge"
    r"|candidate|nominee|democrat\w*|republican|actor|actress|singer|author|ceo|"
    r"director|chief|chair\w*|attorney|speaker|representative|ambassador|host|anchor)\b",
    re.IGNORECASE,
)
_WORD: Final = lazy(
    r"[^\W\d_](?:[^\W\d_A-Z]|(?<=Mc)[A-Z]|(?<=Mac)[A-Z]|[-’'][^\W\d_]{2}|(?<![^\W\d_].)[A-Z])*"
)  # no "Smith2", no "SmithIn"
_SHORT: Final = 6  # letters: shorter surnames that differ in one letter are two surnames
_TIMES: Final = 20  # as often as this spelling the news writes the other
_DAILY: Final = 500  # articles
_FAMOUS: Final = 200  # articles
_LONG: Final = 8  # letters: a longer word that differs in one letter is no other surname by chance
_MANY: Final = 10  # bearers of a name in the country; and how many times as many articles outweigh them
_SEVERAL: Final = 3  # the same, where the two given names sound alike
_SAINTS: Final = frozenset(
    {"San", "Santa", "Santo", "Los", "Las", "Saint", "St"}
)  # places, though "San" is a given name too
_PRODUCTIVE: Final = 3  # names of bodies and places that share all words but one: San Francisco, San Jose, San Diego
# Words that show, near a name, that it is a public figure's.
_PUBLIC: Final = lazy(
    r"\b(?:President|Minister|Chancellor|Senators?|Sens?\.|Reps?\.|Representatives?|Govs?\.|Governors?|Congress\w*|Senate|"
    r"Attorney General|Secretary|Ambassador|Special Counsel|special counsel|White House|chief of staff|Justices?|Republicans?|"
    r"Democrats?|Democratic|GOP|[Cc]ampaign|[Cc]andidates?|nominee|presidential|senators?|governors?|congress\w+|"
    r"House|prime minister|chancellor|Supreme Court|Cabinet|Fed)(?!\w)"
)
# Offices of firms, whose holders are not public figures.
_OF_A_FIRM: Final = lazy(
    r"\b(?:CEO|CFO|COO|CTO|[Ff]ounder|[Vv]ice [Pp]resident|VP|[Mm]anag(?:er|ing)|Head of|company|LLC|Inc)\b"
)
_AROUND: Final = 80  # code points on each side of the name
_SIC: Final = lazy(r"[”\"]? ?[(\[]sic\b", re.IGNORECASE)
_OWN_NAME: Final = 3  # times that an article writes a surname that is no slip
_STEM: Final = 4  # letters that a place and its people share
_VOWELS: Final = lazy(r"[aeiouy]{0,2}")
_DEMONYM: Final = lazy(r"(?:ans?|ians?|ites?|ers?|ese|eños?|enos?)\Z")


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
            words = tuple(map(known_names.without_accents, mention.name))
            slip = self._slip(words)
            if slip is None or accepted.intersection((" ".join(mention.name), *mention.name)):
                continue
            if _introduced(unit.view.text, mention) or _ordinary(unit.view.text, words, *slip):
                continue
            if _bears_it(unit.view.text, mention.name, *slip):
                continue
            if _stands_out(words, *slip) or _public(unit.view.text, mention, words, *slip):
                yield _match(unit.view.text, mention, *slip)

    def _slip(self, words: tuple[str, ...]) -> tuple[int, str] | None:
        """Which of the words is not part of a common name, and which word the news uses instead: of several, most often."""
        table, written, articles = known_names.with_a_gap(), 0, known_names.articles()
        for place, word in enumerate(words):
            fillers = table.get(known_names.gap(words, place), ())
            if "-" in word and not set(word.split("-")).isdisjoint(fillers):
                continue  # "North Korea-US"
            ranked = [(articles[_replaced(words, place, other)], other) for other in fillers]
            for often, other in sorted(ranked, reverse=True) if len(ranked) > 1 else ranked:
                written = written or articles.get(" ".join(words), 1)
                if often < _TIMES * written:
                    break
                if _resembles(words, place, other, often):
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
    more words agree. A short word that is as well formed is none, unless the other is in the news day by day. In
    names of bodies and places one letter may differ, no more.
    """
    word, given = words[place], known_names.given_names()
    letters = name_distance.slip(word, other)
    if not letters or not _WORD.fullmatch(word) or word in gazetteer.nations() or _of_its_own(word, other):
        return False
    body = words[0] in _SAINTS or not given.intersection((words[0], other))
    body = body or (place == 0 and (not bearers.listed(words[-1]) or _ends_a_place(words)))
    short = len(word) < _SHORT and often < _DAILY and name_distance.substituted(word, other)
    if short and (place or body or _another(word, other)):
        return False
    if body and _another_body(words, place):
        return False
    if place == 0 and other in given:
        return not name_distance.two_given_names(word, other)
    if letters > 1 and not given.intersection((words[0], other)):
        return False
    return len(words) > 2 or word not in known_names.surnames()


def _another(word: str, other: str) -> bool:
    """Whether a first word is borne by people and sounds otherwise: Kane and Kate."""
    return bearers.borne(word) and known_names.sound(word) != known_names.sound(other)


def _of_its_own(word: str, other: str) -> bool:
    """Whether a word is made from the other, or with it, or is an accepted spelling of it."""
    stem = next((n for n, (x, y) in enumerate(zip(word, other, strict=False)) if x != y), min(len(word), len(other)))
    demonym = stem >= _STEM and _DEMONYM.fullmatch(word[stem:]) and _VOWELS.fullmatch(other[stem:])
    return bool(demonym) or bearers.accepted(word, other) or name_distance.derived(word, other)


def _ends_a_place(words: tuple[str, ...]) -> bool:
    """Whether the last word of a name follows other words than given names in most known ones: Kansas City, Jersey City."""
    fillers = set(known_names.with_a_gap().get(known_names.gap(words, 0), ()))
    return len(fillers) >= _PRODUCTIVE and 2 * len(fillers & gazetteer.given().keys()) < len(fillers)


def _another_body(words: tuple[str, ...], place: int) -> bool:
    """Whether many bodies or places share the other words, and this word is a name: Bolton University."""
    fillers = known_names.with_a_gap().get(known_names.gap(words, place), ())
    return len(set(fillers)) >= _PRODUCTIVE and bearers.borne(words[place])


def _bears_it(text: str, name: tuple[str, ...], place: int, other: str) -> bool:
    """Whether a surname is written so often, and never the other way, that it is somebody's: a slip is made once or twice."""
    if place == 0 or not known_names.given_names().intersection(name[:1]):
        return False
    return _times(text, name[place]) >= _OWN_NAME and not _times(text, other)


def _times(text: str, word: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _ordinary(text: str, words: tuple[str, ...], place: int, other: str) -> bool:
    """Whether a short word that stands for a first name is one that the text itself uses in lower case: "Best Bank"."""
    word = words[place]
    short = len(word) < _SHORT and name_distance.substituted(word, other)
    return short and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None


def _stands_out(words: tuple[str, ...], place: int, other: str) -> bool:
    """Whether so few people bear the name, and so many articles the other, that it is hardly another person's."""
    often = known_names.articles()[_replaced(words, place, other)]
    if len(words) > 2 or not known_names.given_names().intersection((words[0], other)):
        return True
    word, people = words[place], bearers.expected(words[0], words[-1])
    surname = place > 0 and len(word) < _LONG and often < _FAMOUS and name_distance.substituted(word, other)
    alike = place == 0 and known_names.sound(word) == known_names.sound(other)
    return not surname and often >= (_SEVERAL if alike else _MANY) * people


def _public(text: str, mention: Mention, words: tuple[str, ...], place: int, other: str) -> bool:
    """Whether the text around shows that a public figure is meant, or names that figure elsewhere."""
    around = text[max(mention.start - _AROUND, 0) : mention.start] + "|" + text[mention.end : mention.end + _AROUND]
    if re.search(rf"\b{re.escape(_replaced(words, place, other))}\b", text):
        return True
    if _OF_A_FIRM.search(around):
        return False
    return mention.title is not None or _PUBLIC.search(around) is not None


def _introduced(text: str, mention: Mention) -> bool:
    if _SIC.match(text, mention.end):
        return True
    hit = None if mention.title else _INTRODUCED.match(text, mention.end)
    return hit is not None and not _IN_OFFICE.match(text, hit.end())
