"""Roles in other forms: "X of the People’s Alliance", "X (Unity Party)", "X, whose Quarto team", "the Czech filmmaker"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newslint import inflections
from newslint.article.text import fold_word
from newslint.knowledge.facts import reference
from newslint.knowledge.facts import role_words as words
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.roles import Trait, traits
from newslint.knowledge.facts.who.traits import read_traits, refuted
from newslint.knowledge.facts.who.words import goes_on
from newslint.knowledge.words import WORD, holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Named

_BODY: Final = r"[^\W\d_a-zß-ÿ][\w’'&-]*(?: (?:of (?:the )?)?[^\W\d_a-zß-ÿ][\w’'&-]*){0,4}"
_FROM = lazy(rf",? (?P<link>of|from) (?:the )?(?P<body>{_BODY})(?=[,.;]| [a-z])")
_BRACKET = lazy(rf" \((?:the )?(?P<body>{_BODY})(?:[,:;/–-][^()]{{0,40}})?\)")
_SEAT = lazy(r"(?:, | \()(?P<party>[DR])-(?=[A-Z])")
_WHOSE = lazy(
    rf", whose (?P<body>{_BODY}) (?:team|side|company|firm|club|bank|party|colleagues|"
    rf"research team|column|boss|crew|squad)\b"
)
_OWNED_BY = lazy(rf"\b[Tt]he (?P<body>{_BODY})(?:[’']s?) \Z")
_NOUN_BEFORE = lazy(
    r"\b(?:[Tt]he|[Aa]n?) (?:[a-z]+ )?(?P<noun>[A-Z][a-z]+(?: Democrat)?)(?: (?:on|in|from|"
    r"to|of) [^,.;]{1,30})?(?:,| named| called) \Z"
)
_NOUN_AFTER = lazy(
    r", (?:an?|the (?:only|lone|first|sole)) (?P<noun>[A-Z][a-z]+(?: Democrat)?)(?=,|\.|"
    r" who| from| in | on )"
)
_ACCUSED_OF: Final = lazy(r"(?:[A-Z][\w’'-]* )?accused [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* of\b")
_LISTED: Final = lazy(r", (?:the )?(?:[a-z]+ ){0,4}(?:minister|secretary|chief|head|general|director)s?\b")
_LINKS: Final = (" of ", " at ", " for ", " with ", " of the ", " at the ", " for the ", " with the ")
_HYPHENS: Final = ("-", "‐", "‑")
_SHOUTED: Final = 4  # letters
_SEATS: Final = {"D": "Democrat", "R": "Republican"}
_THE = lazy(
    r"\b[Tt]he (?P<mods>(?:\d\d[-‐‑]year[-‐‑]old )?(?:[A-Z][\w’'-]+ ){1,4})"
    r"(?P<role>[a-z]+(?:-[a-z]+)?(?: minister)?)\b(?P<next>(?:[’']s)?,? ?[A-Z]?)"
)
_THEN_NAMED = lazy(r" (?:of|for|from|in) [^,.;]{1,40}, [A-ZÀ-Þ]")  # "the Republican governor of Marl, Ann Lowe"
_ALONE = lazy(
    r"\b[Tt]he (?:\d\d[-‐‑]year[-‐‑]old )?(?P<noun>[A-Z][a-z]+)(?=[’']s | (?:said|says|told|"
    r"added|won|was|is|has|had|will|did|also|then|scored|who|asked)\b|, )"
)
# Roles of which an article has one or two holders, so that a description by one of them takes up somebody named.
_TAKEN_UP: Final = frozenset(
    "director actor singer musician writer artist scientist professor architect designer chef businessman priest "
    "lawyer doctor athlete activist "
    "journalist soldier trainer judge".split()
) | {"tennis player", "chess player"}
_PARTISANS: Final = frozenset(
    {"lawmaker", "councillor", "candidate", "senator", "congressman", "leader", "mayor", "governor"}
)


def all_traits(document: Document) -> tuple[Trait, ...]:
    """The traits beside names and in descriptions, in order; use `document.derived(all_traits)`."""
    beside = document.derived(traits)
    who = document.derived(cast)
    found = [
        *beside,
        *(trait for one in who.named if one.person in who.likely for trait in _after(document, one, beside)),
    ]
    found += [
        side
        for trait in beside
        if trait.role in ("coach", "captain") and trait.slot == "body"
        for side in _owned(document, trait)
    ]
    found += document.derived(read_traits)
    found += (trait for trait in _descriptions(document, found) if not refuted(document, trait))
    text = document.prose.text
    sound = {trait for trait in found if not _misread(text, trait) and not _modifies(document, trait)}
    return tuple(sorted(sound, key=lambda trait: (trait.start, trait.end)))


def _misread(text: str, trait: Trait) -> bool:
    """Whether the words around say something else: "pro-Russian", a credit, a label in capitals, a list of offices, a verb."""
    if text.endswith(_HYPHENS, 0, trait.start) or (trait.slot == "nation" and text.startswith(_HYPHENS, trait.end)):
        return True
    if trait.slot == "body":
        adjective = trait.value in words.homes() and text[trait.end : trait.end + 2].lstrip().islower()
        return adjective or "/" in trait.value or any(_is_shouted(word) for word in trait.value.split())
    if trait.role == "defendant":
        return _ACCUSED_OF.match(text, trait.start) is not None
    return trait.slot == "office" and _LISTED.match(text, trait.end) is not None


def _modifies(document: Document, trait: Trait) -> bool:
    """Whether what seems a body is only a part of one, as the parse shows: "the leader of Basque separatist group Eta"."""
    after = document.prose.text.endswith(_LINKS, 0, trait.start)
    return trait.slot == "body" and after and goes_on(document, trait.end)


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is no acronym: "CLOSE", which a player's button left before a caption."""
    return word.isupper() and len(word) >= _SHOUTED and inflections.known(word.lower())


def _after(document: Document, one: Named, beside: Sequence[Trait]) -> Iterator[Trait]:
    """What follows a name right away: its party or seat in brackets, "of" a body, "whose" team."""
    text = document.prose.text
    if not document.quoted.outside(one.start, one.end):
        return
    yield from _sides(text, one)
    yield from _members(text, one)
    if not text.startswith((", ", " (", " of ", " from "), one.end):
        return
    if hit := _SEAT.match(text, one.end):
        yield Trait(*hit.span("party"), one.person, "party", _SEATS[hit["party"]], "senator")
    if text.startswith(" (", one.end) and (hit := _BRACKET.match(text, one.end)):
        slot = "party" if hit["body"] in words.parties() else "body"
        if slot == "party" or is_party(hit["body"]):
            yield Trait(*hit.span("body"), one.person, slot, hit["body"], "leader")
    elif text.startswith(", whose ", one.end) and (hit := _WHOSE.match(text, one.end)):
        yield Trait(*hit.span("body"), one.person, "body", hit["body"], "any")
    elif hit := _FROM.match(text, one.end):
        title = next((t.role for t in reversed(beside) if t.person == one.person and 0 < one.start - t.end < 3), "")
        role = title or ("leader" if is_party(hit["body"]) else _style(text, one.start))
        if hit["body"] in words.parties():
            yield Trait(*hit.span("body"), one.person, "party", hit["body"], role or "leader")
        elif role and hit["body"] not in words.homes() and hit[0][0] == " ":
            yield Trait(*hit.span("body"), one.person, "body", hit["body"], role)


def _sides(text: str, one: Named) -> Iterator[Trait]:
    """A side that owns a name: "the Kings’ Paquet"."""
    owned = text.endswith(("s ", "’ ", "' "), 0, one.start)
    if owned and (hit := _OWNED_BY.search(text, max(one.start - 40, 0), one.start)):
        yield Trait(*hit.span("body"), one.person, "body", hit["body"], "own")


def _owned(document: Document, known: Trait) -> Iterator[Trait]:
    """The sides that somebody who coaches or captains one is said to have: "Rege’s Velanad"."""
    surname = document.derived(cast).persons[known.person].surname
    for hit in re.finditer(rf"\b{re.escape(surname)}[’']s (?P<body>{_BODY})(?= [a-z])", document.prose.text):
        if document.quoted.outside(*hit.span()):
            yield Trait(*hit.span(), known.person, "body", hit["body"], "own")


def _members(text: str, one: Named) -> Iterator[Trait]:
    """Members of parties and nations by their nouns: "the only Republican on the council, X,", "X, a Democrat,", "X, a Dane"."""
    before = text.endswith((", ", "ed "), 0, one.start) and _NOUN_BEFORE.search(text, max(one.start - 80, 0), one.start)
    if before and before[0].endswith(", ") and text[one.end : one.end + 1] not in (",", ".", ";"):
        before = None  # "the army that beat the British in 1781, Lowe said"
    for hit in (before, _NOUN_AFTER.match(text, one.end)):
        if hit and (hit["noun"] in words.parties() or hit["noun"] in words.homes()):
            yield _noun(hit, one.person, "name")


def is_party(name: str) -> bool:
    """Whether a name says that it is a party's."""
    return (
        name.rpartition(" ")[2] in ("Party", "Alliance", "Front", "Movement", "Coalition", "Union", "League", "Bloc")
        and " " in name
    )


def _style(text: str, start: int) -> str:
    """The role that a title right before a name says."""
    hit = re.search(r"([A-Z][\w.]+) \Z", text[max(start - 20, 0) : start])
    role = words.roles().get(hit[1].lower()) if hit else None
    return role.name if role else ""


def _descriptions(document: Document, known: Sequence[Trait]) -> Iterator[Trait]:
    """Nations and parties in descriptions of somebody who is named before: "the Czech filmmaker", "the Democrat said"."""
    text, outside = document.prose.text, document.quoted.outside
    spans = [(one.start, one.end) for one in holding(document, _members_words())]
    for hit in (hit for span in spans for hit in _THE.finditer(text, *span)):
        named = hit["next"][-1:].isupper() or _THEN_NAMED.match(text, hit.end("role"))
        if hit["role"] in words.roles() and not named and outside(*hit.span()):
            yield from _modified(document, hit, known)
    for hit in (hit for span in spans for hit in _ALONE.finditer(text, *span)):
        nation = hit["noun"] in words.homes()
        party = hit["noun"] in words.parties() and not hit["noun"].endswith("s")
        person = reference.described(document, hit.start()) if (nation or party) and outside(*hit.span()) else None
        if person is not None:
            yield _noun(hit, person, "description")


@cache
def _members_words() -> frozenset[str]:
    """The first words of the adjectives and nouns of nations and parties."""
    return frozenset(hit[0] for name in (*words.homes(), *words.parties()) if (hit := WORD.search(fold_word(name))))


def _noun(hit: re.Match[str], person: int, how: str) -> Trait:
    """The nation or the party whose member a noun names."""
    noun = hit["noun"]
    if noun in words.homes():
        return Trait(*hit.span("noun"), person, "nation", ",".join(sorted(words.homes()[noun])), "person", how=how)
    return Trait(*hit.span("noun"), person, "party", noun, "lawmaker", how=how)


def _modified(document: Document, hit: re.Match[str], known: Sequence[Trait]) -> Iterator[Trait]:
    """The nation or party before the role of a description, if it takes up somebody."""
    role = words.roles()[hit["role"]].name
    person = _taken_up(document, hit.start(), role, known)
    if person is None:
        return
    for word in re.finditer(r"[A-Z][\w’'-]+", hit["mods"]):
        bare = re.sub(r"[’']s?$", "", word[0])
        start = hit.start("mods") + word.start()
        if bare in words.homes() and role in _TAKEN_UP:
            codes = ",".join(sorted(words.homes()[bare]))
            yield Trait(start, start + len(bare), person, "nation", codes, role, how="description")
        elif bare in words.parties() and role in _PARTISANS:
            yield Trait(start, start + len(bare), person, "party", bare, role, how="description")


def _taken_up(document: Document, at: int, role: str, known: Sequence[Trait]) -> int | None:
    """The one person of a role whom the sentences before a description are about."""
    holders = {trait.person for trait in known if trait.role == role and trait.start < at and not trait.limited}
    if role in _PARTISANS:
        person = reference.described(document, at)
        return (
            person
            if person is not None
            and (person in holders or any(t.person == person and t.slot == "party" for t in known))
            else None
        )
    if len(holders) != 1 or not reference.heads(document, at):
        return None
    (person,) = holders
    who = document.derived(cast)
    before = [one for one in who.within(max(at - 500, 0), at) if one.person in who.human]
    return person if before and before[-1].person == person else None
