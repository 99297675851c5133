"""Speakers: who may be meant by the words that name a quotation's speaker, and whether two can be one person."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.facts.who.nouns import is_person
from newslint.knowledge.names import mentions, plain
from newslint.knowledge.people import people
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.finding import Span
    from newslint.knowledge.names import Mention

_SEX: Final = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_HONORIFICS: Final = {"Mr": "m", "Sir": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f", "Lady": "f"}
# What only a person is introduced with: an age, a relative clause, what somebody does.
_DOES: Final = (
    r"(?:captain|coach|manager|minister|mayor|president|chair|chairman|chairwoman|director|spokes\w+|secretary|leader|head"
    r"|officer|detective|judge|sheriff|lawyer|solicitor|barrister|counsel|engineer|farmer|teacher|doctor|nurse|surgeon"
    r"|midwife|professor|lecturer|scientist|researcher|historian|biologist|chemist|physicist|geologist|economist|analyst"
    r"|senator|governor|councillor|councilman|councilwoman|lawmaker|deputy|envoy|ambassador|bishop|priest|vicar|imam|rabbi"
    r"|pastor|player|striker|goalkeeper|winger|midfielder|defender|singer|actor|actress|artist|painter|writer|author|poet"
    r"|editor|critic|baker|butcher|driver|pilot|skipper|sailor|fisherman|carpenter|welder|clerk|cashier|waiter|waitress"
    r"|barber|student|pupil|widow|widower|mother|father|son|daughter|brother|sister|resident|neighbour|neighbor|owner"
    r"|founder|partner|trustee|organiser|organizer|treasurer|curator|keeper|ranger|warden|shepherd|miner|worker|man|woman"
    r"|boy|girl|person|executive|boss|chief|commander|general|colonel|major|sergeant|admiral|superintendent|inspector)"
)
_PRESENTED: Final = lazy(
    rf", (?:an? [a-z]|who |\d\d\b)|,? \(\d\d\)|, (?:the|its|their|his|her) (?:[\w’'-]+ ){{0,4}}?{_DOES}\b"
)
# A speaker is a name by itself: not "the head of X", "a Clinton delegate", "the X spokesman", "X and Y".
_HEADED: Final = lazy(r"\b(?:of|to|about|against|with|for|an?|the|than|like|from|and|or)(?: [a-z]+)? $")
_DESCRIBED: Final = lazy(r"(?:[Tt]he (?:[a-z-]+ ){0,2})?([a-z-]+)$")


class Speaker(Struct, frozen=True):
    """Who is meant at a span of the prose: the surname of a known person, "" if none is known; `sex` is m, f or ""."""

    span: Span
    surname: str = ""
    sex: str = ""


class _Known(Struct, frozen=True):
    """The people of an article: surname → sex ("" if unknown), and roles → surnames of those who have them."""

    sexes: dict[str, str]
    roles: dict[str, frozenset[str]]


def speaker(document: Document, span: Span, *, whole: bool = True) -> Speaker:
    """What is known of the speaker at a span: a name, a role ("the sheriff") or a pronoun.

    Without `whole`, the span is known to be no part of a longer phrase, such as "the head of X".
    """
    text = document.prose.text
    words = text[span.start : span.end]
    if words.lower() in _SEX:
        sex = _SEX[words.lower()]
        return Speaker(span, _antecedent(document, span, sex, document.derived(_known)), sex)
    known = document.derived(_known)
    described = _DESCRIBED.fullmatch(words)
    if described is not None:
        owners = known.roles.get(described[1], frozenset())
        surname = next(iter(owners)) if len(owners) == 1 else ""
        return Speaker(span, surname, known.sexes.get(surname, ""))
    if whole and _HEADED.search(text, max(span.start - 12, 0), span.start):
        return Speaker(span)
    mention = _mention(document, span)
    if _MORE_NAME.match(text, span.end):
        return Speaker(span)
    if mention is not None and _THE.search(text, max(mention.start - 4, 0), mention.start):
        return Speaker(span)
    last = plain(_YOUNGER.sub("", _POSSESSIVE.sub("", words)).split(" ")[-1])
    if last in _BODIES:
        return Speaker(span)
    if last in known.sexes:
        return Speaker(span, last, known.sexes[last])
    named = (
        mention is not None
        and "-" not in words
        and mention.end == span.end
        and words[:1].isupper()
        and last not in _BODIES
        and not is_person(last)  # "Analyst: “…”"
    )
    return Speaker(span, last if named and last[-1:] != "s" and words.isupper() is False else "")


_MORE_NAME: Final = lazy(r" (?:al-|[A-ZÀ-Þ])|-")
_YOUNGER: Final = lazy(r",? (?:Jr|Sr|II|III|IV)\.?$")
_POSSESSIVE: Final = lazy(r"[’']s?$")
# Last words of names of bodies, which speak through people.
_BODIES: Final = frozenset(
    "administration agency airport alliance army assembly association authority bank board bureau cabinet campaign center "
    "centre church city club college commission committee commons company congress congressman congresswoman conservative "
    "conservatives corporation council county court democrat democrats department embassy federation fire force "
    "foundation friday fund government group guard harvard house inc institute international journal kremlin labour "
    "league liberal limited london ltd ministry monday movement museum network news office organisation organization "
    "parliament party pentagon plc police post press programme project republican republicans saturday school senate "
    "service society street sunday team television thursday tribune trust tuesday union united university washington "
    "watch wednesday white yard zoo".split()
)


def two(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers cannot be one person: other surnames, none a slip for the other; or other sexes."""
    if one.surname and other.surname:
        return one.surname != other.surname and not name_distance.slip(one.surname, other.surname)
    return bool(one.sex and other.sex and one.sex != other.sex and (one.surname or other.surname))


def _mention(document: Document, span: Span) -> Mention | None:
    found = document.derived(mentions)
    index = bisect_right(found, span.end - 1, key=lambda mention: mention.start) - 1
    return found[index] if index >= 0 and found[index].end >= span.end else None


def _known(document: Document) -> _Known:
    sexes: dict[str, str] = {}
    roles: dict[str, set[str]] = {}
    text = document.prose.text
    for person in document.derived(people):
        if _is_person(document, person.mentions):
            surname = plain(person.surname)
            sexes[surname] = "" if surname in sexes else _sex(person.mentions)
            for role in _roles(text, person.mentions):
                roles.setdefault(role, set()).add(surname)
    return _Known(sexes, {role: frozenset(owners) for role, owners in roles.items()})


def _is_person(document: Document, found: tuple[Mention, ...]) -> bool:
    """Whether a name is somebody's: an honorific, a given name, an office, an age, or a surname alone that speaks."""
    given, text = frozenset(known_names.given_names()), document.prose.text
    full = [mention for mention in found if mention.full]
    if any(_THE.search(text, max(m.start - 4, 0), m.start) and m.title is None and not m.honorific for m in full):
        return False
    if any(m.honorific or m.title or given.intersection(m.name[:-1]) or _PRESENTED.match(text, m.end) for m in full):
        return True
    if any(m.honorific for m in found):
        return True
    return bool(full) and any(not m.full and not m.name[-1].endswith("s") and _SPEAKS.match(text, m.end) for m in found)


_THE: Final = lazy(r"\b[Tt]he $")
_SPEAKS: Final = lazy(r",? (?:said|says|told|added|asked|recalled|wrote)\b")


def _sex(found: tuple[Mention, ...]) -> str:
    """The sex that honorifics show, else the given name if only one sex bears it."""
    shown = {_HONORIFICS[m.honorific] for m in found if m.honorific in _HONORIFICS}
    borne = shown or {gazetteer.given().get(m.name[0], "") for m in found if m.full}
    only = next(iter(borne)) if len(borne) == 1 else ""
    return only if only in ("m", "f") else ""


_ROLE_BEFORE: Final = lazy(rf"\b({_DOES}) $")
_APPOSED: Final = lazy(
    r", (?:(?:the|an?|its|their|her|his) )?(?:[\w’'-]+ ){0,3}?([a-z-]{4,})(?=[,.;:]| (?:of|at|in|for|who|on|with|from)\b)"
)


def _roles(text: str, found: tuple[Mention, ...]) -> set[str]:
    """What one is called right before the name or after a comma: "Sheriff Tulloch", "Tulloch, the sheriff of Kirk"."""
    roles = set()
    for mention in found:
        after = _APPOSED.match(text, mention.end)
        if after is not None:
            roles.add(after[1])
        if mention.title is not None:
            roles.add(text[mention.title.start : mention.title.end].rsplit(" ", maxsplit=1)[-1].lower())
        if mention.honorific and mention.honorific not in _HONORIFICS:
            roles.add(mention.honorific.lower())
        before = _ROLE_BEFORE.search(text, max(mention.start - 24, 0), mention.start)
        if before is not None:
            roles.add(before[1])
        if mention.title is None and mention.full and mention.name[0] not in known_names.given_names():
            roles.add(mention.name[0].lower())
    return roles


def _antecedent(document: Document, span: Span, sex: str, known: _Known) -> str:
    """The one known person of a sex who is named in this paragraph before a pronoun, else alone in the paragraph before."""
    index = bisect_right(document.segment_starts, span.start) - 1
    fitting = _named(document, document.segments[index].start, span.start, known)
    if not fitting and index:
        before = document.segments[index - 1]
        fitting = _named(document, before.start, before.end, known)
        if len(fitting) != 1 or not known.sexes.get(next(iter(fitting))):
            return ""
    fitting = {surname for surname in fitting if known.sexes.get(surname, "-") in ("", sex)}
    return next(iter(fitting)) if len(fitting) == 1 else ""


def _named(document: Document, start: int, stop: int, known: _Known) -> set[str]:
    """The surnames of people who are named outside quotations in [start, stop)."""
    return {
        plain(mention.name[-1])
        for mention in document.derived(mentions)
        if start <= mention.start < stop and document.quoted.outside(mention.start, mention.end)
    } & known.sexes.keys()
