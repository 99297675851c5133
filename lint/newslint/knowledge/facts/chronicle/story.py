"""Story: all that an article dates and says the length of, with its subjects known from sentence to sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct, structs

from newslint.knowledge.facts.chronicle.dated import Happened, happened
from newslint.knowledge.facts.chronicle.lasting import Lasted, lasted
from newslint.knowledge.facts.chronicle.subjects import OWNERS, PRONOUNS, SUBJECTS, aliases, key_of, subject_of
from newslint.knowledge.facts.told import Told
from newslint.knowledge.facts.who.nouns import is_person
from newslint.patterns import lazy
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.finding import Span
    from newslint.reading.parses import Sentence

# A sentence that may date something: a year, or a day of a month.
_MONTH: Final = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SHORT: Final = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_WHEN: Final = lazy(
    rf"(?<![\w.,$£€])(?:1[4-9]|20)\d\d(?!\w)|\b(?:{_MONTH}|{_SHORT}) \d|\d(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
)
_LONG: Final = lazy(r"\b(?:years?|months?|weeks?|days?|decades?)\b|-(?:year|month|week|day)\b")
_BACK: Final = 2  # sentences before in which a pronoun's subject is looked for


class _Topic(NamedTuple):
    """Whom or what a sentence is about, at which word, and whether that is surely no person."""

    key: str
    place: int
    thing: bool

    def may_be(self, pronoun: str) -> bool:
        """Whether a pronoun of the next sentences may mean it."""
        return not self.thing or pronoun not in ("he", "she")


def _is_thing(noun: Any) -> bool:
    return any(child.dep_ in ("det", "poss") for child in noun.lefts) and not is_person(noun.lemma_.lower())


class Story(Struct, frozen=True):
    """What happened, in the order of the text, and what lasted; subjects are keys, and pronouns have been resolved."""

    happened: tuple[Happened, ...] = ()
    lasted: tuple[Lasted, ...] = ()


def story(document: Document) -> Story:
    """The story of an article that is read thoroughly; an empty one otherwise. Use `document.derived(story)`."""
    if not document.settings.pipeline:
        return Story()
    wanted = _wanted(document)
    return _Telling(document, wanted).story() if wanted else Story()


def _wanted(document: Document) -> dict[int, Span]:
    """The sentences that date something or say how long it lasted, by their number; nothing if no two times can be compared."""
    view, found, times = document.folded(), {}, 0
    for number, span in enumerate(document.sentences):
        start, end = view.locate(span.start), view.locate(span.end)
        when = len(_WHEN.findall(view.text, start, end))
        if (when or _LONG.search(view.text, start, end)) and document.quoted.outside(span.start, span.end):
            found[number] = span
            times += when
    return found if times > 1 else {}


class _Telling:
    """Reads the sentences in order and remembers who is spoken of."""

    def __init__(self, document: Document, wanted: dict[int, Span]) -> None:
        self._document, self._wanted = document, wanted
        self._about: dict[int, _Topic] = {}  # of each sentence
        self._same: dict[str, str] = {}

    def story(self) -> Story:
        numbers = sorted(set(self._wanted) | {number - 1 for number in self._wanted if number})
        spans = [self._document.sentences[number] for number in numbers]
        numbered = {span.start: number for number, span in zip(numbers, spans, strict=True)}
        events: list[Happened] = []
        spells: list[Lasted] = []
        for sentence in parsed(self._document, spans, lemmas=True):
            number = numbered[sentence.start]
            self._meet(sentence, number)
            if number in self._wanted:
                said = self._document.derived(Told).of(self._wanted[number])
                who = partial(self._who, number=number)
                events += happened(self._document, said, sentence, number, who)
                spells += lasted(self._document, said, sentence, number, who)
        return Story(
            tuple(structs.replace(one, subject=self._named(one.subject), by=self._named(one.by)) for one in events),
            tuple(structs.replace(one, subjects=tuple(map(self._named, one.subjects))) for one in spells),
        )

    def _meet(self, sentence: Sentence, number: int) -> None:
        """Notes the subject of a sentence, and who is called what."""
        root = sentence.doc[:].root
        subject = subject_of(root) if root.pos_ in ("VERB", "AUX") else root
        key = self._who(subject, number=number) if subject is not None else ""
        if key:
            self._about[number] = _Topic(key, subject.i, _is_thing(subject))
        for one, other in aliases(sentence.doc):
            self._same.setdefault(one, other)

    def _who(self, subject: Any, *, number: int) -> str:
        """The key of a subject; a pronoun is whom its sentence is about before it, else whom the sentences before are."""
        word = OWNERS.get(subject.lower_, subject.lower_)
        if word not in PRONOUNS:
            return key_of(subject)
        here = (token for token in subject.doc[: subject.i] if token.dep_ in SUBJECTS and token.lower_ not in PRONOUNS)
        own = next((key_of(token) for token in here if _Topic("", 0, _is_thing(token)).may_be(word)), "")
        if own:
            return own
        before = (self._about[at] for at in range(number - 1, number - 1 - _BACK, -1) if at in self._about)
        return next((one.key for one in before if one.may_be(word)), word)

    def _named(self, key: str) -> str:
        """The key by which all names of one are known; "a brewer" is not yet "the brewer"."""
        bare = key.removeprefix("a ")
        return self._same.get(bare, bare)


def events_of(told: Story, subject: str) -> Iterator[Happened]:
    """What befell one subject, in the order of the text."""
    return (one for one in told.happened if one.subject == subject)
