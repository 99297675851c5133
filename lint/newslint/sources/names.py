"""Names: the capitalised words of a text that are of somebody, of something or of a place, and points of the compass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import gazetteer
from newslint.knowledge.calendars import MONTHS, WEEKDAYS
from newslint.knowledge.facts.people import cast
from newslint.knowledge.names import OPENERS, plain
from newslint.patterns import lazy
from newslint.sources.office_words import VAGUE, is_office
from newslint.sources.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.tokens import Token

_JOINED: Final = lazy(r"(?:\.?[ \u00a0]|-)(?:(?:de|da|del|van|von|der|den|bin|al|of|of the|and the) )?\Z")
_OWNER: Final = lazy(r"'s?$")
_PLACED: Final = lazy(r"\b(?:in|at|near|from|to|off|outside|across|around|above|between|for|of) (?:the )?\Z")
_IN: Final = lazy(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom) [^.;:\n]*\Z")
_BACK: Final = 80  # code points before a name in which the head of its list is looked for
_LISTED: Final = lazy(r"(?:, |,? and |,? or )\Z")
_BASED: Final = lazy(r"[-‐‑ ]based\b")
_ACRONYM: Final = 5  # letters: a word in capitals may be short for a name, and is compared with none
_TITLES: Final = frozenset(
    "mr mrs ms mx dr sir dame lord lady sen sens rep reps gov govs gen lt col capt sgt cpl det supt insp prof rev hon st jr "
    "sr dept department ministry agency minority majority senate house congress parliament government party committee state "
    "states street road".split()
)
_CALENDAR: Final = (
    frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS)) | frozenset(m[:3].lower() for m in MONTHS) | {"sept"}
)
_SIDES: Final = frozenset(
    f"{side}{end}"
    for side in ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west")
    for end in ("", "ern", "ward", "wards")
)
_TITLE_CASE: Final = 0.6  # share of a headline's longer words that have capitals


class Name(Struct, frozen=True):
    """A capitalised word at [start, end) of the prose, as `key` compares it; `run` are the keys of all words of its name, in order.

    `place` says that it is a place as far as the words beside it show, `person` that it is of somebody's name. A word for a point
    of the compass is one, too (`side`).
    """

    start: int
    end: int
    key: str
    word: str
    run: tuple[str, ...]
    nth: int = 0
    place: bool = False
    person: bool = False
    side: bool = False
    quoted: bool = False

    @property
    def behind(self) -> int:
        """How many words of the name follow."""
        return len(self.run) - 1 - self.nth

    def beside(self, other: Name) -> bool:
        """Whether both names have another word in common."""
        return not set(self.run).isdisjoint(set(other.run) - {self.key, other.key})


def names(document: Document) -> tuple[Name, ...]:
    """The words of names in order; use `document.derived(names)`."""
    return tuple(_Reading(document).all())


class _Reading:
    def __init__(self, document: Document) -> None:
        self._document, self._text = document, document.prose.text
        self._words = document.derived(tokens)
        every = (self._words, *(source.derived(tokens) for source in document.sources))
        self._lower = {token.word for words in every for token in words if not token.capital}
        self._heads = {sentence.start for sentence in document.sentences}
        who = document.derived(cast)
        self._people = {plain(word) for n in who.human for m in who.persons[n].mentions for word in m.name}

    def all(self) -> Iterator[Name]:
        silent = [
            (s.start, s.end)
            for s in self._document.segments
            if s.kind == "headline" and self._in_title_case(s.start, s.end)
        ]
        run: list[Token] = []
        for token in self._words:
            if run and not (token.capital and _JOINED.fullmatch(self._text, run[-1].end, token.start)):
                yield from self._named(run)
                run = []
            if any(start <= token.start < end for start, end in silent):
                continue
            if token.word in _SIDES:
                yield Name(token.start, token.end, token.word, token.word, (token.word,), place=True, side=True)
            elif token.capital and token.stem and self._names(token):
                run.append(token)
        yield from self._named(run)

    def _in_title_case(self, start: int, end: int) -> bool:
        long = [token for token in self._words if start <= token.start < end and len(token.word) > 3]
        return sum(token.capital for token in long) > _TITLE_CASE * len(long)

    def _names(self, token: Token) -> bool:
        """Whether a capital is a name's: not that of a sentence, of an office or of the calendar."""
        word, bare = self._text[token.start : token.end], _OWNER.sub("", token.word)
        single = bare.removesuffix("s")
        if (
            word in OPENERS
            or bare in _CALENDAR
            or bare in _TITLES
            or {bare, single} & VAGUE
            or is_office(bare)
            or is_office(single)
        ):
            return False
        if (
            len(word) <= _ACRONYM
            and self._text.startswith((".,", ".)", "., "), token.end)
            and word not in gazetteer.given()
        ):
            return False  # Fla., Calif.
        if token.word[0].isdigit() or (word.isupper() and len(word) <= _ACRONYM):
            return False
        first = token.start in self._heads or self._text[max(token.start - 1, 0) : token.start] in ("“", '"', "‘", "\n")
        return not (first and bare in self._lower)

    def _named(self, run: Sequence[Token]) -> Iterator[Name]:
        if not run:
            return
        keys = tuple(plain(_OWNER.sub("", token.word)) for token in run)
        person = any(key in self._people for key in keys)
        place = not person and _is_place(self._text, run[0].start, run[-1].end)
        for nth, token in enumerate(run):
            quoted = not self._document.quoted.outside(token.start, token.end)
            word = self._text[token.start : token.end]
            yield Name(token.start, token.end, keys[nth], word, keys, nth, place, person, quoted=quoted)


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name show a place: a preposition, before the whole list if it is in one, or "based"."""
    if _BASED.match(text, end) or text[start:end] in gazetteer.nations():
        return True
    before = text[max(start - _BACK, 0) : start]
    return _PLACED.search(before) is not None or (_LISTED.search(before) and _IN.search(before)) is not None
