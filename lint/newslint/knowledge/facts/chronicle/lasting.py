"""Lasting: how long something went on, whose or what it was, and the verb or noun that says so, as the parse binds them."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.knowledge.facts.chronicle.dated import named, tokens_of
from newslint.knowledge.facts.chronicle.spells import ANY, OWN
from newslint.knowledge.facts.chronicle.subjects import SUBJECTS, key_of, subject_of
from newslint.knowledge.facts.lapses import Lapse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.chronicle.dated import Who
    from newslint.knowledge.facts.telling import Telling
    from newslint.reading.parses import Sentence

_VERBS: Final = ("VERB", "AUX")
_PREPOSITIONS: Final = frozenset("after for in during over following throughout".split())
_PLACES: Final = frozenset("in on at of as with behind inside under".split())
_HERE: Final = frozenset("there abroad away overseas inside".split())
_MONTHS: Final = frozenset(month.lower() for month in calendar.month_name)
_NOBODY: Final = frozenset("nothing nobody none no never not n't".split())
_THOSE: Final = frozenset("those these".split())
_COUNTED: Final = frozenset("ago later earlier before after old".split())  # after a duration: it is a distance


class Lasted(Struct, frozen=True):
    """That something lasted `lapse`, said in sentence `number` of one of `subjects` (keys, the likeliest first), at `verb`.

    `how` is a preposition ("after", "for"), `object`, or `noun` where a noun has the length ("a two-year ban"); `what` is that
    noun, or the one that says what it was spent on ("eight years in office"). `shown` means that it points back to dates ("in
    those eight years"), `going` that it has not ended (`has lived there for nine years`), `over` that it had (`had lived`).
    """

    lapse: Lapse
    how: str
    verb: str
    subjects: tuple[str, ...]
    number: int
    what: str = ""
    shown: bool = False
    going: bool = False
    over: bool = False


def lasted(document: Document, said: Telling, sentence: Sentence, number: int, who: Who) -> Iterator[Lasted]:
    """What a parsed sentence says lasted how long; `who` gives the key of a subject."""
    for lapse in (item for item in said.items if isinstance(item, Lapse)):
        tokens = tokens_of(document, sentence, lapse)
        found = _read(lapse, tokens, number, who) if tokens is not None else None
        if found is not None:
            yield found


def _read(lapse: Lapse, tokens: Any, number: int, who: Who) -> Lasted | None:
    root = tokens.root
    named_by = _noun(lapse, root)
    if named_by is not None:
        above = _verb_above(named_by)
        about = _said_of(above) if named_by.lower_ in OWN else None
        subjects = _keys((_owner(named_by), _itself(named_by), about), who)
        return Lasted(lapse, "noun", named(above) if above is not None else "", subjects, number, str(named_by.lower_))
    if root.dep_ == "pobj" and root.head.lower_ in _PREPOSITIONS and (verb := _governor(root.head)) is not None:
        return _spent(lapse, root, verb, str(root.head.lower_), number, who)
    if root.dep_ in SUBJECTS and root.head.pos_ in _VERBS and _owner(root) is not None:
        return _spent(lapse, root, root.head, "object", number, who)  # her three weeks behind bars
    after = tokens[-1].nbor(1).lower_ if tokens[-1].i + 1 < len(tokens.doc) else ""
    if root.dep_ in ("dobj", "npadvmod", "attr") and root.head.pos_ in _VERBS and after not in _COUNTED:
        return _spent(lapse, root, root.head, "object", number, who) if not _before_all(root.head) else None
    return None


def _spent(lapse: Lapse, root: Any, verb: Any, how: str, number: int, who: Who) -> Lasted:
    subject, within = subject_of(verb), _within(root)
    owner = _owner(root)
    if owner is None and subject is not None and subject.lower_ in ANY and (whose := _owner(subject)) is not None:
        owner, within = whose, within or str(subject.lower_)  # its construction took nine years
    within = within or next((found for found in map(_inside, verb.rights) if found), "")
    shown = any(child.lower_ in _THOSE for child in root.lefts) or _owner(root) is not None
    going = how == "for" and _goes_on(verb)
    over = any(child.dep_ == "aux" and child.lower_ in ("had", "having") for child in verb.children)
    over = over and _NOBODY.isdisjoint(word.lower_ for word in verb.subtree)
    return Lasted(lapse, how, named(verb), _keys((owner, subject), who), number, within, shown, going, over)


def _before_all(verb: Any) -> bool:
    """Whether what a verb tells was before the rest: "had previously been tried, and served 84 months"."""
    if any(child.lower_ in ("previously", "earlier") for child in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ in _VERBS and _before_all(verb.head)


def _keys(tokens: Iterable[Any], who: Who) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for token in tokens if token is not None and (key := who(token))))


def _noun(lapse: Lapse, root: Any) -> Any:
    """The noun that has the length: of `a two-year ban`, of `a ban of two years`."""
    if lapse.attributive:
        return root.head if root.head.pos_ in ("NOUN", "PROPN") else root
    return (
        root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ == "NOUN" else None
    )


def _owner(noun: Any) -> Any:
    """Whose a noun is: `his eleven-year career`, `Brand's 11-year reign`."""
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def _itself(noun: Any) -> Any:
    """A noun that other sentences may speak of: `the four-week strike`."""
    return noun if key_of(noun) == noun.lower_ else None


def _said_of(verb: Any) -> Any:
    return subject_of(verb) if verb is not None else None


def _governor(preposition: Any) -> Any:
    """The verb that a phrase belongs to, through the time before it: `dismissed in May after five years`."""
    at = preposition.head
    while at.dep_ in ("prep", "pobj") and at.pos_ in ("ADP", "PROPN", "NUM"):
        at = at.head
    return at if at.pos_ in _VERBS else None


def _verb_above(noun: Any) -> Any:
    at = noun
    while at.head.i != at.i and at.pos_ not in _VERBS:
        at = at.head
    return at if at.pos_ in _VERBS else None


def _within(root: Any) -> str:
    """The noun of a phrase that follows a duration: `office` of `after eight years in office`."""
    return next((found for found in map(_inside, root.rights) if found), "")


def _inside(child: Any) -> str:
    if child.dep_ == "advmod" and child.lower_ in _HERE:
        return str(child.lower_)
    if child.dep_ != "prep" or child.lower_ not in _PLACES:
        return ""
    nouns = (str(c.lower_) for c in child.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN"))
    return next((noun for noun in nouns if noun not in _MONTHS), "")


def _goes_on(verb: Any) -> bool:
    """Whether a verb is in the perfect of the present: what it says has lasted until now, and not in one part alone."""
    helps = [child for child in verb.children if child.dep_ == "aux"]
    return (
        bool(helps)
        and helps[0].lower_ in ("has", "have", "'s", "'ve")
        and not any(child.dep_ == "neg" or (child.dep_ == "prep" and child.lower_ == "as") for child in verb.children)
    )
