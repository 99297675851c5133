"""Spells: what has a beginning and an end, and lasts: an office, a stay, a sentence, a closure, a marriage, a war, a career."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Of each spell: the verbs that begin it, those that end it (lemmas), and the nouns that name it.
SPELLS: Final[dict[str, tuple[str, str, str]]] = {
    "office": (
        "elect, appoint, swear in, take office, take over, take charge, join, hire, become, name, crown, install, come to power, "
        "succeed, start, begin, promote",
        "resign, retire, step down, leave, sack, oust, dismiss, depose, abdicate, quit, fire, depart, replace, stand down, go, "
        "bow out, remove, lose office, leave office",
        "office power job post charge role position company firm club reign tenure term stint spell presidency rule helm bank "
        "school leader manager head chief captain coach mayor editor director career",
    ),
    "captivity": (
        "arrest, detain, seize, kidnap, abduct, capture, jail, lock up, imprison, intern, take, sentence, hold",
        "free, release, walk free, escape, parole, come home, let go, let out, get out, come out, walk out, rescue",
        "captivity prison jail custody detention bars hostage inside ordeal imprisonment",
    ),
    "closure": ("close, shut, shut down, close down", "reopen, open", "closure shutdown renovation repair repairs"),
    "building": (
        "begin, start, lay, commission, found, build",
        "finish, complete, open, inaugurate, consecrate",
        "construction build building project works work restoration",
    ),
    "event": (
        "begin, start, open, break out, erupt, launch, go on, commence",
        "end, finish, conclude, close, collapse, call off, lift, wind up",
        "war strike trial siege search inquiry investigation campaign dispute occupation protest walkout festival drought truce "
        "ceasefire standoff lockdown curfew",
    ),
    "marriage": ("marry, wed, tie", "divorce, separate, split, walk out, part, split up", "marriage relationship"),
    "stay": (
        "arrive, move, come, settle, move in",
        "leave, return, move away, depart, go, sail, emigrate",
        "stay visit exile residence",
    ),
    "career": ("debut, make, join, sign, start, begin, turn", "retire, play, quit, leave, bow out, end", "career"),
    "mark": ("set", "fall, break, beat", "record"),
}
BEGIN: Final = {name: frozenset(first.split(", ")) for name, (first, _, _) in SPELLS.items()}
END: Final = {name: frozenset(last.split(", ")) for name, (_, last, _) in SPELLS.items()}
NOUNS: Final = {name: frozenset(nouns.split()) for name, (_, _, nouns) in SPELLS.items()}


def spells(first: Iterable[str], last: Iterable[str]) -> list[str]:
    """The spells that a verb of some names may begin and another end."""
    return [name for name in SPELLS if not BEGIN[name].isdisjoint(first) and not END[name].isdisjoint(last)]
