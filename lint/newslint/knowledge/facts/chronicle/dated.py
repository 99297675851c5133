"""Dated: happenings with a time, as the parse binds verb, subject and time, however the sentence words them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct

from newslint.knowledge.facts.chronicle.subjects import key_of, subject_of
from newslint.knowledge.facts.lapses import Lapse
from newslint.knowledge.facts.telling import LAPSE, TIME
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time
    from newslint.reading.parses import Sentence

_AT: Final = frozenset("in on during at since from around by between".split())
_UNTIL: Final = frozenset("until till to through".split())
_OBJECTS: Final = ("dobj", "attr", "oprd")
_PARTICLES: Final = frozenset("down up out off over away".split())
_OFF: Final = frozenset("ahead early earlier late later sooner instead overdue delayed delay behind again".split())
_DEEP: Final = 4  # words between a time and its verb
_UNREAL: Final = frozenset("would could might should may if unless not n't never nearly almost".split())
_CLAUSES: Final = frozenset(("ROOT", "conj", "relcl", "advcl", "acl", "ccomp", "xcomp", "pcomp", "parataxis"))


class Counted(NamedTuple):
    """That a time is `lapse` later, or earlier, than what was told before, or than what the noun `since` names."""

    lapse: Lapse
    later: bool
    since: str = ""


class Happened(Struct, frozen=True):
    """That `subject` (a key, a pronoun, or nothing) did or underwent `verb` at `time`; `by` is the key of who did it to it.

    `verb` is a lemma with its particle ("take over"); `done` means that the verb is passive. `number` is the sentence's place
    in the article, [start, end) of the folded prose what to show: the verb and the time. `counted` is set where the time is
    counted from one that the sentence does not name ("two years later, in 2010"); `off` that it came earlier or later than
    was planned. `bound` is `from` or `until` where the verb has both times. `around` are the nouns that the verb governs.
    """

    verb: str
    subject: str
    time: Time
    number: int
    start: int
    end: int
    done: bool = False
    by: str = ""
    noun: str = ""
    counted: Counted | None = None
    off: bool = False
    bound: str = ""
    around: frozenset[str] = frozenset()

    @property
    def steps(self) -> tuple[str, ...]:
        """What happened, as tables may name it: "take", "take charge"."""
        return (self.verb, f"{self.verb} {self.noun}")


Who = Callable[[Any], str]


def happened(document: Document, said: Telling, sentence: Sentence, number: int, who: Who) -> Iterator[Happened]:
    """What a parsed sentence dates, in order; `who` gives the key of a subject."""
    for time in said.times:
        if time.period is None or time.basis != "written" or time.grain in ("clock", "weekday"):
            continue
        tokens = tokens_of(document, sentence, time)
        verb, by_what = _governor(tokens) if tokens is not None else (None, "")
        if verb is None or verb.pos_ not in ("VERB", "AUX") or not _is_real(verb):
            continue
        bound = _bound(verb, by_what)
        if by_what in _UNTIL and not bound:
            continue
        subject, by = subject_of(verb), _agent(verb)
        yield Happened(
            named(verb),
            key(subject, who),
            time,
            number,
            *_hull(document, sentence, verb, time),
            done=_is_passive(verb),
            by=key_of(by) if by is not None else "",
            noun=_object(verb),
            counted=_counted(said, time),
            off=any(word.lower_ in _OFF for word in verb.subtree) or any(word.lower_ == "again" for word in verb.doc),
            bound=bound,
            around=_around(verb),
        )


def tokens_of(document: Document, sentence: Sentence, item: Time | Lapse) -> Any:
    span = document.folded().span(item.start, item.end)
    return sentence.doc.char_span(span.start - sentence.start, span.end - sentence.start, alignment_mode="expand")


def _governor(tokens: Any) -> tuple[Any, str]:
    """The verb or participle that a time is the time of, and the preposition between; no verb if it is the time of a noun."""
    at, by_what = tokens.root, ""
    second = at.dep_ == "conj" and at.head.head.lower_ == "between"
    at = at.head if second else at
    if at.dep_ in ("pobj", "pcomp") and at.head.lower_ in _AT | _UNTIL:
        at = at.head
        by_what = "and" if second else str(at.lower_)
    elif at.dep_ not in ("npadvmod", "nummod"):
        return None, ""
    at = at.head
    for _ in range(_DEEP):  # at a checkpoint on 3 June
        if at.pos_ in ("VERB", "AUX"):
            return at, by_what
        if at.dep_ not in ("pobj", "prep", "attr") or at.lower_ == "of":
            break
        at = at.head
    return None, ""


def _bound(verb: Any, by_what: str) -> str:
    """Which end of a stretch a time is: of `ran it from 2006 until 2011`; empty if the verb does not have both."""
    said = {word.lower_ for child in verb.children if child.dep_ == "prep" for word in (child, *child.children)}
    if by_what in ("between", "and"):
        return "from" if by_what == "between" else "until"
    if "from" not in said or said.isdisjoint(_UNTIL):
        return ""
    return "from" if by_what == "from" else "until" if by_what in _UNTIL else ""


def _around(verb: Any) -> frozenset[str]:
    """The nouns of a verb's objects, and of the phrases that belong to it."""
    objects = [child for child in verb.children if child.dep_ in (*_OBJECTS, "prep")]
    inside = (one for child in objects for one in (child, *child.children) if one.dep_ in (*_OBJECTS, "pobj"))
    return frozenset(str(one.lower_) for one in inside if one.pos_ in ("NOUN", "PROPN"))


def named(verb: Any) -> str:
    particle = next((child.lower_ for child in verb.children if _is_part(child)), "")
    return f"{verb.lemma_.lower()} {particle}".rstrip()


_L, _B = LAPSE.format("l"), TIME.format("b")
_FROM: Final = (
    lazy(
        rf"(?:\A|[,;] |\b(?:and|but|just|only|some|about|exactly|almost|nearly|barely|[a-z]+) ){_L} "
        rf"(?P<side>later|afterwards?|after that|on|earlier|before|before that|previously)(?:,| \(| [-–—])? ?(?:in|on) {_B}"
    ),
    lazy(
        rf"\b(?:in|on) {_B}(?:, | \(| [-–—] ){_L} (?P<side>later|afterwards?|after that|earlier|before that)(?=[.,;)])"
    ),
    lazy(rf"\b(?:in|on) {_B}(?:, | \(| [-–—] ){_L} (?P<side>after|before) the (?P<since>[a-z]+)(?=[.,;)])"),
    lazy(rf"(?:\A|[,;] ){_L} (?P<side>after|before) the (?P<since>[a-z]+), (?:in|on) {_B}"),
)
_LATER: Final = frozenset(("later", "afterward", "afterwards", "after that", "on", "after"))


def _counted(said: Telling, time: Time) -> Counted | None:
    """What a time is counted by, if no other time goes before it in its sentence."""
    hits = (hit for form in _FROM for hit in form.finditer(said.text))
    hit = next((hit for hit in hits if said.time(hit["b"]) is time), None)
    if hit is None:
        return None
    lapse = said.lapse(hit["l"])
    if any(one.end <= lapse.start for one in said.times if one is not time):
        return None
    return Counted(lapse, hit["side"] in _LATER, hit.groupdict().get("since") or "")


def key(subject: Any, who: Who) -> str:
    return who(subject) if subject is not None else ""


def _is_part(child: Any) -> bool:
    """Whether a word belongs to the verb: `step down`, `walk free`."""
    return child.dep_ in ("prt", "acomp") or (child.dep_ == "advmod" and child.lower_ in _PARTICLES)


def _agent(verb: Any) -> Any:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return None if by is None else next((child for child in by.children if child.dep_ == "pobj"), None)


def _object(verb: Any) -> str:
    """The noun that a verb has as its object or complement: the debut that is made."""
    return next((str(child.lower_) for child in verb.children if child.dep_ in _OBJECTS), "")


def _is_passive(verb: Any) -> bool:
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return _is_passive(verb.head)
    return bool(verb.tag_ == "VBN" and verb.dep_ == "acl")


def _is_real(verb: Any) -> bool:
    at = verb
    for _ in range(3):
        if any(child.lower_ in _UNREAL for child in at.lefts if child.dep_ in ("aux", "neg", "mark", "advmod")):
            return False
        if at.dep_ not in ("conj", "xcomp"):
            return True
        at = at.head
    return True


def _hull(document: Document, sentence: Sentence, verb: Any, time: Time) -> tuple[int, int]:
    view = document.folded()
    first = view.locate(sentence.start + verb.idx)
    last = view.locate(sentence.start + verb.idx + len(verb))
    return min(first, time.start), max(last, time.end)
