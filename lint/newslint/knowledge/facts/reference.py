"""Reference: whom "she" or "the 52-year-old" means, where one person only can be meant."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who import clauses
from newslint.knowledge.facts.who.humans import humans
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.finding import Span
    from newslint.knowledge.facts.age import Held, How
    from newslint.knowledge.facts.people import Named

_BACK: Final = 3  # sentences before the one with the pronoun in which its person is looked for
_PRONOUN = lazy(
    r"\b(?P<who>[Hh]e|[Ss]he)(?:,| (?:had|has|was|is|also|now|later|then|himself|herself|who|would|will))*\s?\Z"
)
_SEX: Final = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
# Words that bring in people who are not named: then a description may be of them.
UNNAMED = lazy(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|two|three|four|second|other|some|[Hh]is|[Hh]er|[Tt]heir|"
    r"whose)(?: [\w’'-]+){0,3}? (?:man|woman|boy|girl|child|teenager|"
    r"victim|suspect|driver|passenger|resident|student|pupil|player|colleague|friend|neighbou?r|mother|father|"
    r"son|daughter|brother|"
    r"sister|wife|husband|girlfriend|boyfriend|partner|officer|soldier|worker|patient|pensioner|couple|men|women|"
    r"boys|girls|people|"
    r"youth|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|grandson|granddaughter|stepson|stepdaughter|"
    r"gunman|attacker|shooter|rider|"
    r"cyclist|pedestrian|motorist|candidate|opponent|rival|team-?mate|successor|predecessor)\b"
)


def sentences_before(document: Document, at: int) -> Iterator[Span]:
    """The sentence that contains an offset, then those before it, nearest first, some of them."""
    index = max(bisect_right(document.sentence_starts, at) - 1, 0)
    yield from reversed(document.sentences[max(index - _BACK, 0) : index + 1])


def pronoun(document: Document, at: int, sex: str) -> int | None:
    """The index of the person that a pronoun at an offset means: the only one of that sex in the nearest sentence with people."""
    who, text = document.derived(cast), document.prose.text
    for sentence in sentences_before(document, at):
        found = {
            one.person
            for one in who.within(sentence.start, min(sentence.end, at))
            if one.person in document.derived(humans)
        }
        if UNNAMED.search(text, sentence.start, min(sentence.end, at)):
            return None
        if found:
            fitting = [index for index in found if who.sexes[index] in (sex, "")]
            return fitting[0] if len(found) == 1 and fitting else None
    return None


def described(document: Document, at: int) -> int | None:
    """The index of the person whom a description that begins at an offset takes up, as "the 52-year-old" does.

    The nearest sentence before that names people names one, nobody is named in the description's own sentence before it,
    and no unnamed people come between.
    """
    who, text = document.derived(cast), document.prose.text
    if not _SUBJECT.search(text, max(at - 12, 0), at):
        return None
    own = document.sentence_at(at)
    for sentence in sentences_before(document, at):
        found = {
            one.person
            for one in who.within(sentence.start, min(sentence.end, at))
            if one.person in document.derived(humans)
        }
        if sentence == own:
            if found or UNNAMED.search(text, sentence.start, at) or _AGED.search(text, sentence.start, at):
                return None
            continue
        if found:
            owned = all(
                text.startswith(("’s", "'s"), one.end)
                for one in who.within(sentence.start, sentence.end)
                if one.person in found
            )
            return (
                next(iter(found))
                if len(found) == 1 and not owned and not UNNAMED.search(text, sentence.start, sentence.end)
                else None
            )
        if UNNAMED.search(text, sentence.start, sentence.end):
            return None
    return None


def others(document: Document, start: int, end: int) -> bool:
    """Whether [start, end) brings in people who are not named."""
    return UNNAMED.search(document.prose.text, start, end) is not None


def owner(document: Document, at: int, sex: str) -> int | None:
    """Whom "his" or "her" at an offset means: the only one named before it in its sentence, else what a pronoun would mean."""
    who, sentence = document.derived(cast), document.sentence_at(at)
    found = {one.person for one in who.within(sentence.start, at) if one.person in document.derived(humans)}
    if found:
        return next(iter(found)) if len(found) == 1 and who.sexes[next(iter(found))] in (sex, "") else None
    read = clauses.meant(document, at, at + 3)
    return pronoun(document, at, sex) if read is None else read


def somebody(document: Document, at: int, how: How = "alone") -> Held:
    """Who is spoken of in the sentence of an offset, if it is nobody known."""
    return -1 - document.sentence_at(at).start, how


def subject(document: Document, at: int) -> Held:
    """Whom the words right before an offset name: a name, a pronoun, or somebody without a name."""
    text, who = document.prose.text, document.derived(cast)
    lead = _BEFORE_VERB.search(text, max(at - 12, 0), at)
    named = who.ending.get(lead.start() if lead else at)
    if named is not None and not _of_kin(text, named):
        return named.person, "name"
    sentence = document.sentence_at(at)
    if hit := _PRONOUN.search(text, max(sentence.start, at - 40), at):
        if (read := clauses.meant(document, *hit.span("who"))) is not None:
            return read, "read"
        person = pronoun(document, at, _SEX[hit["who"].lower()])
        if person is not None:
            return person, "pronoun"
    return somebody(document, at)


def _of_kin(text: str, named: Named) -> bool:
    """Whether a single name is a relative's, "her sister Riya": perhaps not the person who is known by that name."""
    return not named.mention.full and _KIN.search(text, max(named.start - 24, 0), named.start) is not None


def clause_subject(document: Document, at: int) -> Held:
    """Who is the subject of the clause around an offset: by the parse, else whoever its sentence begins with, if alone."""
    if (read := clauses.about(document, at)) is not None:
        return read, "read"
    text, who, sentence = document.prose.text, document.derived(cast), document.sentence_at(at)
    named = [one for one in who.within(sentence.start, sentence.end) if one.person in document.derived(humans)]
    if len({one.person for one in named}) == 1 and named[0].start < at and not _of_kin(text, named[0]):
        return named[0].person, "name"
    hit = _FIRST.match(text, sentence.start)
    if not named and hit:
        person = pronoun(document, sentence.start, _SEX[(hit["who"] or hit["later"]).lower()])
        if person is not None:
            return person, "pronoun"
    return somebody(document, at)


_KIN = lazy(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )?[a-z]+,? \Z")
# Between a subject and its verb: "X, who is", "X (born", "X, is".
_BEFORE_VERB = lazy(r"(?:,? who|,| \(|,? who (?:was|is)|,? then| also| now)?,? ?\Z")
_AGED = lazy(r"\b\d{1,2}[-‐‑]year[-‐‑]old\b")
# What a description that is a subject follows: the beginning of a sentence, a mark, a conjunction, a verb of saying.
_SUBJECT = lazy(
    r"(?:^|[\n.,;:”\"’)—–?!-]|\b(?:and|but|when|as|that|because|where|while|before|after|if|said|says|so|then)) ?\Z"
)
_FIRST = lazy(r"(?P<who>He|She)\b|[A-Z][^.;,]{0,40}, (?P<later>he|she)\b")


def heads(document: Document, at: int) -> bool:
    """Whether a description that begins at an offset may be a subject: it begins a sentence or a clause."""
    return _SUBJECT.search(document.prose.text, max(at - 12, 0), at) is not None
