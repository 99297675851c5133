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

_AT: Final = frozenset("in on during at since from around by".split())
_PARTICLES: Final = frozenset("down up out off over away".split())
_OFF: Final = frozenset("ahead early earlier late later sooner instead overdue delayed delay behind again".split())
_DEEP: Final = 4  # words between a time and its verb
_UNREAL: Final = frozenset("would could might should may if unless not n't never nearly almost".split())
_CLAUSES: Final = frozenset(("ROOT", "conj", "relcl", "advcl", "acl", "ccomp", "xcomp", "pcomp", "parataxis"))


class Counted(NamedTuple):
    """That a time is `lapse` later, or earlier, than what was told before."""

    lapse: Lapse
    later: bool


class Happened(Struct, frozen=True):
    """That `subject` (a key, a pronoun, or nothing) did or underwent `verb` at `time`; `by` is the key of who did it to it.

    `verb` is a lemma with its particle ("take over"); `done` means that the verb is passive. `number` is the sentence's place
    in the article, [start, end) of the folded prose what to show: the verb and the time. `counted` is set where the time is
    counted from one that the sentence does not name ("two years later, in 2010"); `off` that it came earlier or later than
    was planned.
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

    @property
    def steps(self) -> tuple[str, ...]:
        """What happened, as tables may name it: "take", "take charge"."""
        return (self.verb, f"{self.verb} {self.noun}")


class Lasted(Struct, frozen=True):
    """That something lasted `lapse`: said of `subject`, by `how` ("after", "for", or a noun: "career"), at `verb`.

    `going` means that it has not ended: `has lived there for nine years`.
    """

    lapse: Lapse
    how: str
    verb: str
    subject: str
    number: int
    what: str = ""
    going: bool = False


Who = Callable[[Any], str]


def happened(document: Document, said: Telling, sentence: Sentence, number: int, who: Who) -> Iterator[Happened]:
    """What a parsed sentence dates, in order; `who` gives the key of a subject."""
    for time in said.times:
        if time.period is None or time.basis != "written" or time.grain in ("clock", "weekday"):
            continue
        tokens = _tokens(document, sentence, time)
        verb = _governor(tokens, _AT) if tokens is not None else None
        if verb is None or not _is_real(verb):
            continue
        subject, by = subject_of(verb), _agent(verb)
        yield Happened(
            _name(verb),
            _of(subject, who),
            time,
            number,
            *_hull(document, sentence, verb, time),
            done=_is_passive(verb),
            by=key_of(by) if by is not None else "",
            noun=_object(verb),
            counted=_counted(said, time),
            off=any(word.lower_ in _OFF for word in verb.subtree) or any(word.lower_ == "again" for word in verb.doc),
        )


def lasted(document: Document, said: Telling, sentence: Sentence, number: int, who: Who) -> Iterator[Lasted]:
    """What a parsed sentence says lasted how long; `who` gives the key of a subject."""
    for lapse in (item for item in said.items if isinstance(item, Lapse)):
        tokens = _tokens(document, sentence, lapse)
        if tokens is None:
            continue
        root = tokens.root
        if lapse.attributive:
            noun = root.head if root.head.pos_ in ("NOUN", "PROPN") else root
            yield Lasted(lapse, "noun", _verb_above(noun), _of(_owner(noun), who), number, str(noun.lower_))
        elif root.dep_ == "pobj" and root.head.lower_ in ("after", "for", "in", "during"):
            verb = root.head.head
            if verb.pos_ in ("VERB", "AUX"):
                how, inner = str(root.head.lower_), _within(root)
                going = how == "for" and _goes_on(verb)
                yield Lasted(lapse, how, _name(verb), _of(subject_of(verb), who), number, inner, going)
        elif root.dep_ in ("dobj", "npadvmod", "attr") and root.head.pos_ in ("VERB", "AUX"):
            after = tokens[-1].nbor(1).lower_ if tokens[-1].i + 1 < len(tokens.doc) else ""
            if after not in ("ago", "later", "earlier", "before", "after", "old"):
                yield Lasted(lapse, "object", _name(root.head), _of(subject_of(root.head), who), number, _within(root))


def _goes_on(verb: Any) -> bool:
    """Whether a verb is in the perfect of the present: what it says has lasted until now, and not in one part alone."""
    helps = [child for child in verb.children if child.dep_ == "aux"]
    return (
        bool(helps)
        and helps[0].lower_ in ("has", "have", "'s", "'ve")
        and not any(child.dep_ == "neg" or (child.dep_ == "prep" and child.lower_ == "as") for child in verb.children)
    )


def _tokens(document: Document, sentence: Sentence, item: Time | Lapse) -> Any:
    span = document.folded().span(item.start, item.end)
    return sentence.doc.char_span(span.start - sentence.start, span.end - sentence.start, alignment_mode="expand")


def _governor(tokens: Any, prepositions: frozenset[str]) -> Any:
    """The verb or participle that a time is the time of; None if it is the time of a noun."""
    at = tokens.root
    if at.dep_ in ("pobj", "pcomp") and at.head.lower_ in prepositions:
        at = at.head
    elif at.dep_ not in ("npadvmod", "nummod"):
        return None
    at = at.head
    for _ in range(_DEEP):  # at a checkpoint on 3 June
        if at.pos_ == "VERB":
            return at
        if at.dep_ not in ("pobj", "prep") or at.lower_ == "of":
            return None
        at = at.head
    return None


def _name(verb: Any) -> str:
    particle = next((child.lower_ for child in verb.children if _is_part(child)), "")
    return f"{verb.lemma_.lower()} {particle}".rstrip()


_FROM: Final = lazy(
    rf"(?:\A|[,;] |\b(?:and|but|just|only|some|about|exactly|almost|nearly|barely|[a-z]+) ){LAPSE.format('l')} "
    rf"(?P<side>later|afterwards?|after that|on|earlier|before|before that|previously)(?:,| \(| [-–—])? ?(?:in|on) "
    rf"{TIME.format('b')}"
)


def _counted(said: Telling, time: Time) -> Counted | None:
    """What a time is counted by, if no other time goes before it in its sentence."""
    hit = next((hit for hit in _FROM.finditer(said.text) if said.time(hit["b"]) is time), None)
    if hit is None:
        return None
    lapse = said.lapse(hit["l"])
    if any(one.end <= lapse.start for one in said.times):
        return None
    return Counted(lapse, hit["side"] in ("later", "afterward", "afterwards", "after that", "on"))


def _of(subject: Any, who: Who) -> str:
    return who(subject) if subject is not None else ""


def _is_part(child: Any) -> bool:
    """Whether a word belongs to the verb: `step down`, `walk free`."""
    return child.dep_ in ("prt", "acomp") or (child.dep_ == "advmod" and child.lower_ in _PARTICLES)


def _agent(verb: Any) -> Any:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return None if by is None else next((child for child in by.children if child.dep_ == "pobj"), None)


def _object(verb: Any) -> str:
    """The noun that a verb has as its object or complement: the debut that is made."""
    kinds = ("dobj", "attr", "oprd")
    return next((str(child.lower_) for child in verb.children if child.dep_ in kinds), "")


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


def _verb_above(noun: Any) -> str:
    at = noun
    while at.head.i != at.i and at.pos_ not in ("VERB", "AUX"):
        at = at.head
    return _name(at) if at.pos_ in ("VERB", "AUX") else ""


def _owner(noun: Any) -> Any:
    """Whose a noun is: `his eleven-year career`, `Brand's 11-year reign`."""
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def _within(root: Any) -> str:
    """The noun of a phrase that follows a duration: `office` of `after eight years in office`."""
    for child in root.rights:
        if child.dep_ == "prep":
            return next((str(c.lower_) for c in child.children if c.dep_ == "pobj"), "")
    return ""
