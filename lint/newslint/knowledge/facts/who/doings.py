"""Doings: what clauses say that somebody does or suffers, whether named, described or meant by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct

from newslint.inflections import lemma
from newslint.knowledge.facts.who.scene import FIRM, scene
from newslint.knowledge.facts.who.sentences import running
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.who.scene import Seen

Time = Literal["now", "past", "open"]
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_WHO: Final = frozenset({"who", "that", "which"})
_JOINED: Final = frozenset({"conj", "xcomp", "advcl"})
_HAS: Final = frozenset({"has", "have", "'s", "'ve"})
_OPEN: Final = frozenset({"if", "unless", "whether", "until", "before"})
_COMPLEMENTS: Final = frozenset({"dobj", "prep", "attr", "acomp", "oprd", "prt", "agent"})
_BE: Final = frozenset({"is", "are", "am", "'s", "'re"})


class Doing(Struct, frozen=True):
    """That `who` (as in `Seen`) did what a verb says, or suffered it: [start, end) of the verb in the prose.

    `verb` is the lemma, `token` the verb in its parse. `time` is `open` for what is wished, feared, conditional or to come.
    """

    who: int
    verb: str
    start: int
    end: int
    token: Any
    passive: bool
    negated: bool
    time: Time

    def complements(self, *links: str) -> Iterator[Any]:
        """The nouns that prepositions join to the verb, or to what it is about."""
        for child in self.token.rights:
            if child.dep_ in ("prep", "agent") and child.lower_ in links:
                yield from (noun for noun in child.rights if noun.dep_ in ("pobj", "pcomp"))

    @property
    def told(self) -> tuple[int, int]:
        """The verb with its first complement: "died", "voted against the wall", "is in a stable condition"."""
        last = self.token
        for child in self.token.rights:
            if child.dep_ in _COMPLEMENTS:
                noun = next((each for each in child.rights if each.dep_ == "pobj"), child)
                last = noun
                break
        return self.start, self.start - self.token.idx + last.idx + len(last.text)

    @property
    def object(self) -> Any | None:
        """The head of what is done something to."""
        return next((child for child in self.token.rights if child.dep_ == "dobj"), None)


def doings(document: Document) -> tuple[Doing, ...]:
    """The clauses outside quotations whose subject is known, in order; use `document.derived(doings)`."""
    if not document.settings.pipeline:
        return ()
    meant = {one.end: one for one in document.derived(scene) if one.who is not None and one.chance >= FIRM}
    found = []
    for sentence in parsed(document, running(document)):
        for token in sentence.doc:
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
                one = _doing(sentence.start, token, meant)
                if one is not None and document.quoted.outside(one.start, one.end):
                    found.append(one)
    return tuple(found)


def _doing(start: int, verb: Any, meant: dict[int, Seen]) -> Doing | None:
    holder = subject(verb)
    seen = meant.get(start + holder.idx + len(holder.text)) if holder is not None else None
    if seen is None or seen.who is None:
        return None
    helps = [child for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "mark")]
    passive = any(child.dep_ == "auxpass" for child in helps) or (verb.tag_ == "VBN" and not helps)
    begin = start + verb.idx
    word: str = verb.lower_
    return Doing(
        seen.who,
        "be" if verb.pos_ == "AUX" else lemma(word, "V") or word,
        begin,
        begin + len(word),
        verb,
        passive,
        any(child.dep_ == "neg" or child.lower_ in ("never", "almost", "nearly") for child in verb.children),
        _time(verb, helps),
    )


def subject(verb: Any) -> Any | None:
    """The head of a verb's subject, its own or that of the verb it is joined to; of a participle, the noun that it tells of."""
    for child in verb.children:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _WHO:
                return verb.head if verb.dep_ == "relcl" else None
            return child
    if verb.dep_ in _JOINED and verb.head.i != verb.i:
        return subject(verb.head)
    return verb.head if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBG") else None


def _time(verb: Any, helps: list[Any]) -> Time:
    words = {child.lower_ for child in helps}
    if any(child.tag_ in ("MD", "TO") for child in helps) or words & _OPEN:
        return "open"
    if verb.tag_ in ("VBZ", "VBP") or (words & _BE and "been" not in words and not words & {"was", "were"}):
        return "now"
    if verb.tag_ in ("VBD", "VBN") or words & (_HAS | {"was", "were", "had"}):
        return "past"
    return "open"
