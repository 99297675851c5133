"""other-speaker: a quotation that the source gives to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import structs

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.cited import cited
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.speakers import speaker, two
from newslint.knowledge.names import plain
from newslint.knowledge.people import people
from newslint.sources.quotations import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.speakers import Speaker
    from newslint.sources.spoken import Place

_FEWEST: Final = 3  # words: fewer are said by many
_ROOT: Final = 3  # letters
_PRONOUNS: Final = frozenset({"he", "she", "his", "her", "him"})


class OtherSpeaker(Check, frozen=True, kw_only=True):
    """Quotations of three words or more that a source has, or nearly has; two speakers who cannot be one person."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other", "quotation"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each quotation: the speaker that the article names."""
        document, text = unit.document, unit.document.prose.text
        for one in document.derived(quoted):
            place = one.exact or one.near
            span = cited(document, one.quotation) if place is not None and len(one.words) >= _FEWEST else None
            if place is None or span is None:
                continue
            source = document.sources[place.passage.source]
            here, there = _named(document, speaker(document, span)), _spoken(source, place)
            if there is None or _misspelt(here, there) or _first_name(here, there, (document, source)):
                continue
            if (here.surname and there.surname and two(here, there)) or _not_meant(source, there, here.surname):
                name, other = _shown(document, here), _shown(source, there)
                values = {"name": name, "other": other, "quotation": text[one.span.start : one.span.end]}
                yield Match(span, values=values, related=(Compared(there.span, source=place.passage.source),))


def _misspelt(here: Speaker, there: Speaker) -> bool:
    """Whether two surnames begin alike: then a name was written wrongly, and not another person named."""
    return len(here.surname) > _ROOT and here.surname[:_ROOT] == there.surname[:_ROOT]


def _first_name(here: Speaker, there: Speaker, texts: Sequence[Document]) -> bool:
    """Whether one speaker is called by the given name of the other: "Dame Rosalind" is Rosalind Peake."""
    names = {here.surname, there.surname} - {""}
    names |= {_last(document, one) for document, one in zip(texts, (here, there), strict=True)}
    full = ({plain(word) for word in p.name.split()} for document in texts for p in document.derived(people) if p.full)
    return any(len(names & whole) > 1 for whole in full)


def _last(document: Document, one: Speaker) -> str:
    """The last word by which a speaker is named, if it is a name."""
    word = document.prose.text[one.span.start : one.span.end].rsplit(" ", maxsplit=1)[-1]
    return plain(word) if word[:1].isupper() else ""


def _not_meant(source: Document, pronoun: Speaker, surname: str) -> bool:
    """Whether a pronoun cannot mean somebody whom the source names elsewhere, because its paragraph names others before."""
    segment = source.segment_at(pronoun.span.start)
    if pronoun.surname or not pronoun.sex or not surname or segment is None:
        return False
    who = source.derived(cast)
    before = any(
        segment.start <= one.start < pronoun.span.start
        and one.person in who.likely
        and source.quoted.outside(one.start, one.end)
        for one in who.named
    )
    words = map(plain, source.prose.text[segment.start : pronoun.span.start].split())
    known = any(plain(person.surname) == surname for person in who.persons)
    return before and known and not any(word.startswith(surname) for word in words)


def _named(document: Document, one: Speaker) -> Speaker:
    """A speaker by the surname of one of the article's people, where nothing else is known: "Roos said"."""
    last = plain(document.prose.text[one.span.start : one.span.end].rsplit(" ", maxsplit=1)[-1])
    known = {plain(person.surname) for person in document.derived(people) if person.full}
    return structs.replace(one, surname=last) if not one.surname and not one.sex and last in known else one


def _spoken(source: Document, place: Place) -> Speaker | None:
    """Whom a source gives as the speaker of some of its words."""
    start = place.span.start
    holding = (q for q in source.reading.quotations if q.depth == 0 and q.start <= start < q.end)
    quotation = next(holding, None)
    span = cited(source, quotation) if quotation is not None else None
    return speaker(source, span) if span is not None else None


def _shown(document: Document, one: Speaker) -> str:
    """The speaker as written; whoever a pronoun means by name, where that is known."""
    words = document.prose.text[one.span.start : one.span.end]
    if words.lower() not in _PRONOUNS:
        return words
    named = (person.name for person in document.derived(people) if plain(person.surname) == one.surname)
    return next(named, f"“{words}”")
