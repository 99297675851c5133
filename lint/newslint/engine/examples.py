"""Examples: does a rule live up to what it promises? The laws of `newslint test`, run through the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import structs

from newslint import yaml_source
from newslint.claims.made import index_of
from newslint.config.keys import finished
from newslint.engine.cases import Case
from newslint.engine.linter import Linter
from newslint.errors import Unavailable
from newslint.reading import pipelines, reader_models
from newslint.rulebook import packs
from newslint.rulebook.declaration import Example, Examples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.errors import NewslintError
    from newslint.finding import Finding
    from newslint.rulebook.rule import Rule
    from newslint.yaml_source import Path, Source


def examples_of(rule: Rule) -> tuple[Source, dict[str, Any], Path, Examples]:
    """The declaration of a rule: its file, its mapping and path there, and its examples."""
    file, data, at = packs.declared(rule)
    try:
        found = msgspec.convert(data.get("examples", {}), Examples, strict=False)
    except msgspec.ValidationError as fault:
        raise yaml_source.explain(file, fault, (*at, "examples")) from None
    return file, data, at, found


def complaints(rule: Rule) -> Iterator[str]:
    """Everything in which a rule does not live up to its examples, as `file:line:col: error: … [id]`.

    Unavailable if the rule asks a program that is not there: then nothing is known.
    """
    file, _, at, examples = examples_of(rule)
    laws = _Laws(rule)
    for message, where in laws.check(examples, at):
        yield str(file.error(message, where, rule=rule.id))


class _Laws:
    def __init__(self, rule: Rule) -> None:
        rule = structs.replace(rule, yields_to=())
        self.rule = rule
        self.linter, self.plain = Linter([rule]), Linter([rule], prefilter=False)
        self.models = _models(rule)
        self.claims = ""

    def check(self, examples: Examples, at: Path) -> Iterator[tuple[str, Path]]:
        self.claims = index_of(examples.claims)
        bad = [self._case(e, (*at, "examples", "bad", n)) for n, e in enumerate(examples.bad)]
        good = [self._case(e, (*at, "examples", "good", n)) for n, e in enumerate(examples.good)]
        if not bad or not good:
            yield "a rule needs at least one bad and one good example", (*at, "examples")
        yield from _twice([*bad, *good])
        yield from self._refuted(examples.refuted, (*at, "examples", "refuted"))
        for case in bad:
            yield from self._bad(case)
        for case in good:
            yield from self._exactly(case, "a good example")
        for number, todo in enumerate(examples.todo):
            yield from self._todo(todo.alarm, (*at, "examples", "todo", number), alarm=True)
            yield from self._todo(todo.miss, (*at, "examples", "todo", number), alarm=False)
        yield from self._needless([*bad, *good], at)

    def _case(self, example: str | Example, at: Path) -> Case:
        return Case(example, at, self.claims)

    def _refuted(self, examples: Sequence[str | Example], at: Path) -> Iterator[tuple[str, Path]]:
        """What quick reading reports at its marks and the parse refutes: each `refuted-by` needs such an example."""
        if bool(examples) != bool(self.rule.refuted_by):
            yield "a rule with 'refuted-by' has examples of what is refuted, and only such a rule", at[:-1]
        read_by = pipelines.find()
        for number, example in enumerate(examples):
            case = self._case(example, (*at, number))
            yield from self._exactly(case, "a refuted example, read quickly")
            if read_by and any(not f.silenced for f in self.linter.lint(case.document(None, read_by.name)).findings):
                yield "the parse does not refute it", case.at

    def _bad(self, case: Case) -> Iterator[tuple[str, Path]]:
        if not case.expected:
            yield "a bad example marks its fault: [[fault]] or [[fault => suggestion]]", case.at
        found = yield from self._exactly(case, "a bad example")
        for finding in found:
            for suggestion in finding.suggestions[:1]:
                content = case.document().text.content
                mended = content[: finding.span.start] + suggestion + content[finding.span.end :]
                again = self._lint(case, mended)
                if any(o.span.start <= finding.span.start < o.span.end and o.suggestions for o in again):
                    yield f"the suggestion '{suggestion}' is reported again", case.at

    def _exactly(self, case: Case, what: str) -> Any:
        """Yields complaints, returns the findings."""
        errors, findings = self._report(case)
        for error in errors[:1]:
            if isinstance(error, Unavailable):
                raise error
            yield error.message, case.at
        _, plainly = self._report(case, prefilter=False)
        if plainly != findings:
            yield f"found {_shown(findings)} with the prefilter, {_shown(plainly)} without", case.at
        found = [(f.span.start, f.span.end) for f in findings]
        if found != [(start, end) for start, end, _ in case.expected]:
            text = case.document().text.content
            expected = [text[start:end] for start, end, _ in case.expected]
            yield f"{what}: expected {expected}, found {_shown(findings)}", case.at
        else:
            yield from _suggestions(case, findings)
        return findings

    def _lint(self, case: Case, text: str | None = None) -> tuple[Finding, ...]:
        return self._report(case, text)[1]

    def _report(
        self, case: Case, text: str | None = None, *, prefilter: bool = True
    ) -> tuple[tuple[NewslintError, ...], tuple[Finding, ...]]:
        """The errors, and the findings of the rule alone."""
        linter = self.linter if prefilter else self.plain
        if case.example.beside or case.example.config:
            beside = [other for other in packs.builtin() if other.id in case.example.beside]
            linter = Linter([self.rule, *beside], prefilter=prefilter, keys=finished(case.example.config))
        report = linter.lint(case.document(text, *self.models))
        return report.errors, tuple(finding for finding in report.findings if finding.rule == self.rule.id)

    def _todo(self, example: str | Example | None, at: Path, *, alarm: bool) -> Iterator[tuple[str, Path]]:
        if example is None:
            return
        case = self._case(example, at)
        found = [(f.span.start, f.span.end) for f in self._lint(case)]
        expected = [(start, end) for start, end, _ in case.expected]
        if alarm and found != expected:
            yield f"the known false alarm is gone or has moved (found {found}); make it a good example", at
        if not alarm and found:
            yield "the known miss is found now; make it a bad example", at

    def _needless(self, cases: Iterable[Case], at: Path) -> Iterator[tuple[str, Path]]:
        """An exception that no example needs is an error: leave each out in turn and see whether anything changes.

        So are words of others that a rule leaves alone. Those of a rule that this one extends are that one's to prove.
        """
        cases = list(cases)
        before = [self._lint(case) for case in cases]
        for other, what, where in self._without(at):
            linter = Linter([other])
            if all(
                linter.lint(case.document(None, *self.models)).findings == old
                for case, old in zip(cases, before, strict=True)
            ):
                yield f"no example needs {what}", where

    def _without(self, at: Path) -> Iterator[tuple[Rule, str, Path]]:
        """The rule without each of its own exceptions, what that one is, and its place."""
        file, data, _ = packs.declared(self.rule)
        written = file.data["rules"][at[-1]]
        for exception, where in _own_exceptions(written, at):
            kept = tuple(word for word in data["except"] if word != exception)
            yield (
                structs.replace(self.rule, exceptions=packs.expanded(self.rule, kept)),
                f"the exception '{exception}'",
                where,
            )
        for words in self.rule.leaves if "leaves" in written else ():
            kept = tuple(other for other in self.rule.leaves if other != words)
            yield structs.replace(self.rule, leaves=kept), f"'{words}' in 'leaves'", (*at, "leaves")


def _models(rule: Rule) -> tuple[str, str]:
    """The pipeline and the reader model that read along where a rule asks for them; Unavailable if one is not installed."""
    pipeline, model = pipelines.find(), reader_models.find()
    if "parses" in rule.reads and pipeline is None:
        raise Unavailable(pipelines.missing(None))
    if "reader" in rule.reads and model is None:
        raise Unavailable(reader_models.HOW_TO_INSTALL)
    return (
        pipeline.name if pipeline and "parses" in rule.reads else "",
        model.folder if model and "reader" in rule.reads else "",
    )


def _own_exceptions(written: dict[str, Any], at: Path) -> Iterator[tuple[str, Path]]:
    """The exceptions that a rule writes itself, and their places."""
    for steps, exceptions in (
        (("except",), written.get("except")),
        (("add", "except"), written.get("add", {}).get("except")),
    ):
        for number, exception in enumerate(exceptions or ()):
            yield exception, (*at, *steps, number)


def _twice(cases: list[Case]) -> Iterator[tuple[str, Path]]:
    seen: set[str] = set()
    for case in cases:
        key = repr(structs.replace(case.example, text=case.text, see=""))
        if key in seen:
            yield "this example occurs twice; remove one of the two", case.at
        seen.add(key)


def _suggestions(case: Case, findings: Iterable[Finding]) -> Iterator[tuple[str, Path]]:
    for finding, (_, _, words) in zip(findings, case.expected, strict=True):
        if words is not None and finding.suggestions != words:
            yield f"expected the suggestions {list(words)}, found {list(finding.suggestions)}", case.at
        if words is None and finding.suggestions:
            yield f"the mark names no suggestion, found {list(finding.suggestions)}", case.at


def _shown(findings: Iterable[Finding]) -> list[str]:
    return [finding.match for finding in findings]
