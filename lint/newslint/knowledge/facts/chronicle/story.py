"""Story: all that an article dates and says the length of, with its subjects known from sentence to sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, structs

from newslint.knowledge.facts.chronicle.dated import Happened, Lasted, happened, lasted
from newslint.knowledge.facts.chronicle.subjects import OWNERS, PRONOUNS, aliases, key_of, subject_of
from newslint.knowledge.facts.told import Told
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
        self._about: dict[int, tuple[str, int]] = {}  # of each sentence whom it is about, and the place of the word
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
            tuple(structs.replace(one, subject=self._named(one.subject)) for one in spells),
        )

    def _meet(self, sentence: Sentence, number: int) -> None:
        """Notes the subject of a sentence, and who is called what."""
        subject = subject_of(sentence.doc[:].root)
        key = self._who(subject, number=number) if subject is not None else ""
        if key:
            self._about[number] = key, subject.i
        for one, other in aliases(sentence.doc):
            self._same.setdefault(one, other)

    def _who(self, subject: Any, *, number: int) -> str:
        """The key of a subject; a pronoun is whom its sentence is about before it, else whom the sentences before are."""
        word = OWNERS.get(subject.lower_, subject.lower_)
        if word not in PRONOUNS:
            return key_of(subject)
        here = self._about.get(number)
        if here is not None and here[1] < subject.i:
            return here[0]
        before = (self._about[at][0] for at in range(number - 1, number - 1 - _BACK, -1) if at in self._about)
        return next(before, word)

    def _named(self, key: str) -> str:
        """The key by which all names of one are known; "a brewer" is not yet "the brewer"."""
        bare = key.removeprefix("a ")
        return self._same.get(bare, bare)


def events_of(told: Story, subject: str) -> Iterator[Happened]:
    """What befell one subject, in the order of the text."""
    return (one for one in told.happened if one.subject == subject)
