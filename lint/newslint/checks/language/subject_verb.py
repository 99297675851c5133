"""subject-verb: verbs that do not agree with their subjects."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.swap import adapt
from newslint.checks.general.token_forms import written
from newslint.checks.language.clauses import PLURAL, Clause, children, clauses, existential, number_of_verb
from newslint.checks.language.subjects import Nouns, Subject, read
from newslint.finding import Match, Span
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.reading.models import Reads
    from newslint.wordlists import Lists

_CASES: Final = ("apart", "each", "joined", "number", "near", "there")
_UNREAL: Final = frozenset("if though unless whether lest".split())
_DEMANDS: Final = frozenset(
    "ask demand demanded demanding demands event insist insisted insists order ordered propose proposed proposes recommend "
    "recommended recommends request requested require required requires requiring suggest suggested suggesting suggests "
    "urge urged urges essential important imperative vital necessary condition wish wished wishes".split()
)
_HELPERS: Final = frozenset(
    "is are was were isn't aren't wasn't weren't has have hasn't haven't does do doesn't don't".split()
)
_NO_CLAUSE: Final = ("conj", "cc", "quantmod", "appos", "predet")
_UNITS: Final = frozenset(
    "years months weeks days hours minutes seconds miles kilometres kilometers metres meters yards feet inches acres hectares "
    "dollars pounds euros cents points degrees tons tonnes litres liters gallons kilograms".split()
)


class SubjectVerb(Check, frozen=True, kw_only=True):
    """Reports finite verbs whose form is not that of their subject's number, by the parse of the sentence.

    `collective` lists nouns that take either number, `things` nouns that stay singular whatever "of" adds to them, `plurals`
    plural forms that may be singular, `singulars` singular forms that may be plural. Cases say what misleads about the
    subject: other nouns between (`apart`), "each", "neither" or "one of" (`each`), company such as "together with"
    (`joined`), "the number of" (`number`), a subject after "there is" (`there`), nothing (`near`). `report` names those
    that a rule wants.
    """

    per: ClassVar[str] = "document"
    cases: ClassVar[dict[str, frozenset[str]]] = {name: frozenset({"subject"}) for name in _CASES}

    collective: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    singulars: tuple[str, ...] = ()
    report: tuple[str, ...] = _CASES

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The lists written out."""
        for key in Nouns._fields:
            options = rewritten(options, key, list, lists.every)
        return options

    @property
    def reads(self) -> Reads:
        """It asks for parses."""
        return "parses"

    def told_apart(self) -> dict[str, frozenset[str]]:
        """The cases that are reported."""
        return {case: self.cases[case] for case in self.report}

    @cached_property
    def nouns(self) -> Nouns:
        """The lists as sets."""
        return Nouns(*map(frozenset, (self.collective, self.things, self.plurals, self.singulars)))

    def find(self, unit: Unit) -> Iterator[Match]:
        """The verbs that disagree."""
        spans = unit.document.sentences_in(unit.start, unit.end)
        for sentence in parsed(unit.document, spans):
            for clause, case in self._disagreeing(sentence.doc):
                if case in self.report:
                    yield _match(clause, case, sentence.start)

    def _disagreeing(self, doc: Any) -> Iterator[tuple[Clause, str]]:
        for clause in clauses(doc):
            subject = read(clause.subject, self.nouns)
            if _disagrees(clause, subject):
                yield clause, subject.case
        for clause in existential(doc):
            if self._wrong_there(clause):
                yield clause, "there"

    def _wrong_there(self, clause: Clause) -> bool:
        noun, word = clause.subject, clause.subject.lower_
        if children(noun, *_NO_CLAUSE) or not noun.is_lower or any(t.text == "," for t in noun.subtree):
            return False
        if clause.finite.lower_ in ("is", "was"):
            return noun.tag_ == "NNS" and word.endswith("s") and word not in self.nouns.plurals and word not in _UNITS
        if _is_unreal(clause):
            return False
        single = any(child.lower_ in ("a", "an") for child in children(noun, "det"))
        return (
            noun.tag_ == "NN"
            and single
            and word not in self.nouns.collective
            and not any(link.lower_ == "of" for link in children(noun, "prep"))
        )


def _disagrees(clause: Clause, subject: Subject) -> bool:
    """Whether the verb's form is another than the subject's number asks for, and no mood explains it."""
    asked = number_of_verb(clause.finite)
    if asked is None or subject.number is None or asked == subject.number or not clause.finite.lower_.isalpha():
        return False
    if subject.case != "near" and _may_be_a_noun(clause, asked):
        return False
    if subject.case == "each" and (clause.verb.doc[-1].text == "?" or _commands(clause)):
        return False  # "Anyone know?"
    unreal = _is_unreal(clause)
    bare = subject.case == "near" and clause.finite.lower_ not in PLURAL  # "the opening salvos", a noun and no verb
    return asked == "singular" or not (unreal or bare)


def _may_be_a_noun(clause: Clause, asked: str) -> bool:
    """Whether the parse may have taken a noun for the verb: "the project leads are", "each commit corresponds"."""
    finite = clause.finite
    if finite.lower_ in _HELPERS:
        return False
    return asked == "singular" or finite.i == clause.subject.i + 1


def _is_unreal(clause: Clause) -> bool:
    """Whether a form without an ending may be a subjunctive: after "if", "wish", "they demand that"."""
    words = {token.lower_ for token in clause.verb.doc[: clause.verb.i]}
    return bool(words & (_UNREAL | _DEMANDS))


def _commands(clause: Clause) -> bool:
    """Whether a sentence may be a command: "Somebody get the keys"."""
    return (
        clause.subject.i == 0 and clause.finite.lower_ not in PLURAL and clause.subject.lower_[:4] in ("some", "ever")
    )


def _match(clause: Clause, case: str, start: int) -> Match:
    finite = clause.finite
    form = "plural" if number_of_verb(finite) == "singular" else "singular"
    said = written(f"{{verb:{form}}}", {"verb": finite.text})
    first = start + finite.idx
    suggestions = () if said is None else (adapt(said, finite.text),)
    return Match(Span(first, first + len(finite.text)), suggestions, {"subject": clause.subject.text}, case=case)
