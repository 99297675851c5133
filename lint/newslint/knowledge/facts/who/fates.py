"""Fates: what befell people: who is dead and who goes on living, who was convicted and who acquitted, who voted how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.roles import Trait
from newslint.knowledge.facts.who.doings import doings
from newslint.knowledge.headline import says_something, stem
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Named
    from newslint.knowledge.facts.who.doings import Doing

_DIE: Final = frozenset("die perish drown".split())
_KILL: Final = frozenset("kill murder execute assassinate electrocute crush".split())
_DEAD: Final = frozenset({"dead"})  # "was shot dead", "was found dead"
# What only the living do, in the present tense.
_LIVE: Final = frozenset("live work recover plan hope want teach coach train expect remain attend".split())
_TREATED: Final = lazy(
    r"\b(?:in (?:the |a )?(?:\w+ )?hospital|(?:stable|critical|serious|good) condition|recovering)\b"
)
_WEEKDAY: Final = lazy(
    r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight|this week|by "
    r"phone|our (?:correspondent|reporter))\b"
)
_SAY: Final = frozenset("say tell add speak answer reply explain reach".split())
_MOVE: Final = frozenset(
    "laugh smile nod sit stand walk drive run cook wear shrug grin sigh".split()
)  # in the present tense, too
_LATE: Final = lazy(r"\b(?:the|The|his|her|His|Her)(?: [a-z]+)? late (?:[a-z]+(?: [a-z]+)?,? )?(?:[A-Z][\w.]+ ){0,3}\Z")
_LONG_AGO: Final = lazy(
    r"\b(?:in|since|of) (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d\b|\b(?:ago|last (?:year|month|spring|summer|"
    r"autumn|fall|winter)|earlier this year)\b"
)
_LIST: Final = lazy(
    r"\b(?:died|(?:were|was) killed)\b[^.:\n]{0,80}: (?=[A-Z])|"
    r"\b(?:victims?|dead|deceased) (?:was|were|are|is|have been|has been) (?:(?:named|identified) "
    r")?(?:(?:by|on) [\w ]{1,20} )?(?:as )?(?=[A-Z])"
)
_CONVICT: Final = frozenset("convict jail sentence imprison".split())
_ACQUIT: Final = frozenset("acquit clear exonerate".split())
_FOR: Final = frozenset("support back endorse favour favor champion".split())
_AGAINST: Final = frozenset("oppose resist reject".split())


def fates(document: Document) -> tuple[Trait, ...]:
    """The fates and stances of people with names, in order; use `document.derived(fates)`."""
    found = [*_late(document), *_listed(document)]
    for one in document.derived(doings):
        if one.who >= 0:
            found += _fate(document, one)
    return tuple(sorted(found, key=lambda trait: trait.start))


def opposed(one: Trait, other: Trait) -> bool:
    """Whether two fates of one person cannot both be true, the second as told later."""
    if one.slot != other.slot or one.value == other.value:
        return False
    if one.slot == "life":
        dead, alive = (one, other) if one.value == "dead" else (other, one)
        return dead.role == "before" or (alive.role == "goes on" and one is dead)
    first, second = set(one.role.split()), set(other.role.split())
    return not first or not second or bool(first & second)


def _fate(document: Document, one: Doing) -> Iterator[Trait]:
    if not one.negated:
        yield from _verdict(one)
    if one.time != "open":
        yield from _vote(one)
        if not one.negated:
            yield from _life(document, one)


def _trait(one: Doing, slot: str, value: str, theme: str = "") -> Trait:
    return Trait(*one.told, one.who, slot, value, theme)


def _life(document: Document, one: Doing) -> Iterator[Trait]:
    """`dead`, with "before" as its role if it was not just now; `alive` of what only the living do."""
    text, sentence = document.prose.text, document.sentence_at(one.start)
    clause = text[one.start : min(one.end + 60, sentence.end)]
    if one.time == "past" and (one.verb in _DIE or (one.passive and one.verb in _KILL) or _shot_dead(one)):
        yield _trait(one, "life", "dead", "before" if _LONG_AGO.search(clause) else "")
    elif one.time == "now" and (one.verb in _LIVE or (one.verb == "be" and _TREATED.search(clause))):
        yield _trait(one, "life", "alive", "goes on")
    elif one.time == "now" and one.verb in _MOVE:
        yield _trait(one, "life", "alive", "moves")
    elif one.verb in _SAY and _WEEKDAY.search(text, sentence.start, sentence.end):
        yield _trait(one, "life", "alive", "said")


def _shot_dead(one: Doing) -> bool:
    return one.passive and any(child.lower_ in _DEAD for child in one.token.rights)


def _late(document: Document) -> Iterator[Trait]:
    """The dead of "the late Ann Lowe"."""
    text, who = document.prose.text, document.derived(cast)
    for one in who.named:
        hit = _LATE.search(text, max(one.start - 40, 0), one.start)
        if hit is not None and one.person in who.likely and document.quoted.outside(one.start, one.end):
            yield _of_name(one, hit)


def _listed(document: Document) -> Iterator[Trait]:
    """The dead of lists: "Four people died: Ann Lowe, …", "the victims were named as Ann Lowe and Piet Voss"."""
    text, who = document.prose.text, document.derived(cast)
    for hit in _LIST.finditer(text):
        sentence = document.sentence_at(hit.start())
        for one in who.within(hit.end(), sentence.end):
            if one.person in who.likely and document.quoted.outside(one.start, one.end):
                yield Trait(one.start, one.end, one.person, "life", "dead", "")


def _of_name(one: Named, hit: re.Match[str]) -> Trait:
    return Trait(hit.start() + 4, one.end, one.person, "life", "dead", "before")


def _verdict(one: Doing) -> Iterator[Trait]:
    """`guilty` or `innocent`, with the stems of the charge as its role."""
    guilty = {child.lower_ for child in one.token.rights} & {"guilty", "innocent"}
    if one.time == "now" or (not one.passive and one.verb != "plead"):
        return
    theme = _themes(one, "of", "for", "on")
    if (one.verb in _CONVICT and _sure(one)) or (one.verb == "find" and guilty):
        yield _trait(one, "verdict", "guilty", theme)
    elif one.verb in _ACQUIT and one.time == "past":
        yield _trait(one, "verdict", "innocent", theme)


def _sure(one: Doing) -> bool:
    """Whether it was done, or will be for sure: "was jailed", "will be sentenced"."""
    return one.time == "past" or any(child.lower_ == "will" for child in one.token.children)


def _vote(one: Doing) -> Iterator[Trait]:
    """`for` or `against`, with the stems of what it is about as its role."""
    if one.verb == "vote":
        for value, links in (("against", ("against",)), ("for", ("for",))):
            if nouns := [*one.complements(*links)]:
                yield _trait(one, "vote", value, " ".join(filter(None, map(_stems, nouns))))
        return
    if one.object is not None and (one.verb in _FOR or one.verb in _AGAINST) and not one.passive:
        value = "for" if (one.verb in _FOR) != one.negated else "against"
        yield _trait(one, "stance", value, _stems(one.object))


def _themes(one: Doing, *links: str) -> str:
    return " ".join(filter(None, (_stems(noun) for noun in one.complements(*links))))


def _stems(noun: object) -> str:
    """The stems of a phrase without its articles."""
    words = [noun, *noun.lefts]  # type: ignore[attr-defined]
    return " ".join(stem(word.lower_) for word in words if says_something(word.lower_))
