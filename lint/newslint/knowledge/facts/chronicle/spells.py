"""Spells: what has a beginning and an end, and lasts: an office, a stay, a sentence, a closure, a marriage, a war, a career."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Of each spell: the verbs that begin it, those that end it (lemmas), and the nouns that name it.
SPELLS: Final[dict[str, tuple[str, str, str]]] = {
    "office": (
        "elect, appoint, swear in, take office, take over, take charge, join, hire, become, name, crown, install, come to power, "
        "succeed, start, begin, promote, enlist, enrol, enroll, sign, ordain, recruit, assume, inherit",
        "resign, retire, step down, leave, sack, oust, dismiss, depose, abdicate, quit, fire, depart, replace, stand down, go, "
        "bow out, remove, lose office, leave office, graduate, discharge, relinquish, vacate, give up, hand over",
        "office power job post charge role position company firm club reign tenure stint spell presidency rule helm bank "
        "school leader manager head chief captain coach mayor editor director membership chairmanship "
        "premiership leadership stewardship",
    ),
    "captivity": (
        "arrest, detain, seize, kidnap, abduct, capture, jail, lock up, imprison, intern, take, sentence, hold",
        "free, release, walk free, escape, parole, come home, let go, let out, get out, come out, walk out, rescue",
        "captivity prison jail custody detention bars hostage inside ordeal imprisonment",
    ),
    "closure": (
        "close, shut, shut down, close down, go dark, suspend, halt",
        "reopen, open, resume",
        "closure shutdown renovation repair repairs suspension",
    ),
    "building": (
        "begin, start, lay, commission, found, build",
        "finish, complete, open, inaugurate, consecrate",
        "construction build building project works work restoration",
    ),
    "event": (
        "begin, start, open, break out, erupt, launch, go on, commence, take effect, come into, kick off, impose, declare",
        "end, finish, conclude, close, collapse, call off, lift, wind up, expire, lapse, break down, cease",
        "war strike trial siege search inquiry investigation campaign dispute occupation protest walkout festival drought truce "
        "ceasefire standoff lockdown curfew exhibition hearing tour season blockade fast boycott run",
    ),
    "marriage": ("marry, wed, tie", "divorce, separate, split, walk out, part, split up", "marriage relationship"),
    "stay": (
        "arrive, move, come, settle, move in, enter, flee",
        "leave, return, move, move away, depart, go, sail, emigrate",
        "stay visit exile residence hiding opposition abroad away overseas limbo",
    ),
    "career": ("debut, make, turn", "retire, play, quit, leave, bow out, end", "career"),
    "break": (
        "halt, stop, suspend, interrupt",
        "resume, restart, continue",
        "pause break gap wait absence hiatus interruption stoppage",
    ),
    "voyage": (
        "leave, depart, sail, set out, set off, start",
        "arrive, reach, land, dock, return, end",
        "voyage journey trip crossing march flight trek ride expedition",
    ),
    "mark": ("set", "fall, break, beat", "record"),
}
BEGIN: Final = {name: frozenset(first.split(", ")) for name, (first, _, _) in SPELLS.items()}
END: Final = {name: frozenset(last.split(", ")) for name, (_, last, _) in SPELLS.items()}
NOUNS: Final = {name: frozenset(nouns.split()) for name, (_, _, nouns) in SPELLS.items()}
ANY: Final = frozenset[str]().union(*NOUNS.values())
# Those that are of whoever the sentence is about: an "eight-year war" that somebody ends is not, nor a wait, a gap or a record.
OWN: Final = (
    ANY
    - NOUNS["event"]
    - frozenset("wait gap absence hiatus break record project work works career company firm".split())
)
# Nouns of events that are not spelt like their verbs.
_OF_VERBS: Final = {
    "death": "die",
    "birth": "bear",
    "wedding": "marry",
    "sale": "sell",
    "theft": "steal",
    "loss": "lose",
    "flight": "flee",
    "trial": "try",
}
_STEM: Final = 4  # letters that a verb and its noun share: sink and sinking, close and closure


def spells(first: Iterable[str], last: Iterable[str]) -> list[str]:
    """The spells that a verb of some names may begin and another end."""
    return [name for name in SPELLS if not BEGIN[name].isdisjoint(first) and not END[name].isdisjoint(last)]


def is_noun_of(noun: str, verb: str) -> bool:
    """Whether a noun names what a verb says: the sinking of what sank, its closure when it closed."""
    stem = verb.split(maxsplit=1)[0]
    return _OF_VERBS.get(noun) == stem or (len(stem) >= _STEM and noun.startswith(stem[: max(_STEM, len(stem) - 1)]))
