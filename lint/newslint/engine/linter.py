"""Engine: a document and rules → findings, sorted and de-duplicated, each with its fingerprint."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct, structs

from newslint.config.keys import Keys
from newslint.engine.fingerprints import with_fingerprints
from newslint.engine.prefilter import Prefilter, scan_plainly
from newslint.engine.refuting import heard
from newslint.engine.scoping import Scoping
from newslint.engine.suppression import judge
from newslint.errors import CheckError, NewslintError, Unavailable
from newslint.finding import Fault, Finding
from newslint.reporters.report import FileReport, listed
from newslint.rulebook.rule import Part, Rule
from newslint.stopwatch import timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.engine.prefilter import Hits
    from newslint.engine.sidecar import Entry
    from newslint.engine.suppression import Judgement

MOST: Final = 1000  # findings of one check that are kept in one document: more make it no article, and each costs time
VIEWS: Final = ("prose", "raw", "links", "attributes", "metadata", "summaries")


class Task(Struct, frozen=True):
    """One check of one rule, as the engine runs it."""

    rule: Rule
    part: Part


class Linter:
    """Rules made ready to run over many documents. `prefilter=False` runs every check everywhere (for the laws).

    `keys` say which suppressions count, `names` what they may name (none: the built-in rules and packs).
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        *,
        prefilter: bool = True,
        keys: Keys | None = None,
        names: dict[str, str] | None = None,
    ) -> None:
        self.rules = tuple(rules)
        self._prefilter, self._keys, self._names = prefilter, keys or Keys(), names or {}
        tasks = [Task(rule, part) for rule in rules for part in rule.parts]
        self._tasks = [task for task in tasks if not task.part.after]
        self._after = [task for task in tasks if task.part.after]
        self._by_language: dict[str, frozenset[int]] = {}

    @cached_property
    def _yields(self) -> dict[str, tuple[str, ...]]:
        return {rule.id: rule.yields_to for rule in self.rules if rule.yields_to}

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules)

    @cached_property
    def _several(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules if len(rule.parts) > 1)

    @cached_property
    def _by_view(self) -> dict[str, tuple[Prefilter, list[int]]]:
        """View → the automaton of its tasks' anchors, and the tasks that run without any."""
        views: dict[str, tuple[Prefilter, list[int]]] = {}
        for name in VIEWS:
            tasks = [(n, task.part.anchors) for n, task in enumerate(self._tasks) if name in task.rule.views]
            if tasks:
                always = [n for n, anchors in tasks if anchors is None]
                views[name] = (Prefilter((n, anchors) for n, anchors in tasks if anchors is not None), always)
        return views

    def _speaking(self, language: str) -> frozenset[int]:
        """The tasks of the rules that are for a language."""
        if language not in self._by_language:
            self._by_language[language] = frozenset(
                n for n, task in enumerate(self._tasks) if task.rule.speaks(language)
            )
        return self._by_language[language]

    def lint(self, document: Document, entries: Sequence[Entry] = ()) -> FileReport:
        """The report of a document. A check that raises becomes an error of the report; the others go on.

        `entries` are those of the article's sidecar.
        """
        findings: list[Finding] = []
        errors: list[NewslintError] = []
        flooding: set[str] = set()
        for view, (prefilter, always) in self._by_view.items():
            for number, hits in self._due(document, view, prefilter, always):
                rule = self._tasks[number].rule.id
                with timed("rule", rule):
                    run = _run(document, view, self._tasks[number], errors, hits)
                    findings += islice(run, MOST)
                    if next(run, None) is not None:
                        flooding.add(rule)
        notices = tuple(_cut(document, flooding))
        return self.report(document, self._separate(findings), entries, errors, notices)

    def report(
        self,
        document: Document,
        findings: list[Finding],
        entries: Sequence[Entry],
        errors: list[NewslintError],
        notices: tuple[str, ...],
    ) -> FileReport:
        """What is found in a document, after all that may silence it."""
        with timed("stage", "suppressions, order, fingerprints"):
            judged = self._judged(document, findings, entries)
            findings = _ordered([*judged.findings, *self._complaints(document, judged, errors)])
            found = tuple(with_fingerprints(document.text.content, findings))
            faults = tuple(sorted(set(errors), key=str))
            return FileReport(document.text.path, document.text, found, faults, notices=notices)

    def _complaints(self, document: Document, judged: Judgement, errors: list[NewslintError]) -> Iterator[Finding]:
        """What the checks find that look at suppressions after they have been applied."""
        faults = tuple(judged.faults)
        for task in self._after if faults else ():
            if not task.rule.speaks(document.language):
                continue
            for view in task.rule.views:
                yield from _run(document, view, task, errors, faults=faults)

    def _due(
        self, document: Document, view: str, prefilter: Prefilter, always: list[int]
    ) -> Iterator[tuple[int, Hits | None]]:
        """The tasks that a view calls for; hits are None for a task without anchors."""
        text = document.folded(view).text
        if not text:
            return
        speaking = self._speaking(document.language)
        yield from (
            (n, None) for n in always if n in speaking and (document.sources or not self._tasks[n].part.compares)
        )
        if self._prefilter:
            with timed("stage", "looking for anchors of rules"):
                found = sorted(prefilter.scan(text).items())
            yield from (due for due in found if due[0] in speaking)
            return
        for number, task in enumerate(self._tasks):
            if number in speaking and view in task.rule.views and task.part.anchors is not None:
                yield number, scan_plainly(task.part.anchors, text)

    def _judged(self, document: Document, findings: list[Finding], entries: Sequence[Entry]) -> Judgement:
        """The findings, with those silenced that yield to others or are suppressed, and what suppressions got wrong."""
        stronger = {rule for rules in self._yields.values() for rule in rules}
        others = [finding for finding in findings if finding.rule in stronger]  # few, even where there are thousands
        yielding = (
            [structs.replace(f, silenced=f.silenced or self._yields_to(f, others)) for f in findings]
            if others
            else findings
        )
        return judge(document, yielding, entries, self._keys, self._names, self._ids)

    def _separate(self, findings: list[Finding]) -> list[Finding]:
        """In order, equal ones once; where checks under one id overlap, the leftmost, then longest, one is kept."""
        last: dict[str, Finding] = {}
        kept: dict[tuple[object, ...], Finding] = {}
        for finding in sorted(findings, key=lambda f: (f.span.start, -f.span.end, f.order)):
            before = last.get(finding.rule)
            if finding.rule in self._several and before is not None and before.span.overlaps(finding.span):
                continue
            last[finding.rule] = finding
            kept.setdefault(finding.order, finding)
        return sorted(kept.values(), key=lambda finding: finding.order)

    def _yields_to(self, finding: Finding, others: list[Finding]) -> str:
        stronger = self._yields.get(finding.rule, ())
        return next((o.rule for o in others if o.rule in stronger and o.span.overlaps(finding.span)), "")


def _cut(document: Document, flooding: set[str]) -> Iterator[str]:
    """The one notice about the rules of which a check finds more in a document than is kept."""
    if flooding:
        of = "each of" if len(flooding) > 1 else "of"
        yield (
            f"{document.text.path}: more than {MOST:,} findings {of} {listed(sorted(flooding))}; "
            f"only the first {MOST:,}{' of each' if len(flooding) > 1 else ''} are reported"
        )


def _ordered(findings: list[Finding]) -> list[Finding]:
    return sorted({finding.order: finding for finding in findings}.values(), key=lambda finding: finding.order)


def _run(
    document: Document,
    view: str,
    task: Task,
    errors: list[NewslintError],
    hits: Hits | None = None,
    faults: tuple[Fault, ...] = (),
) -> Iterator[Finding]:
    """What a task finds in a view. One that raises finds no more: its error joins `errors`, the others go on."""
    try:
        yield from _found(document, view, task, hits, faults)
    except NewslintError as fault:
        errors.append(_placed(fault, task.rule, document))
    except Exception as fault:  # a fault of a check must not cost the other findings
        failed = CheckError(f"the check failed: {type(fault).__name__}: {fault}")
        errors.append(_placed(failed, task.rule, document))


def _found(
    document: Document, view: str, task: Task, hits: Hits | None, faults: tuple[Fault, ...]
) -> Iterator[Finding]:
    scoping = Scoping(document, task.rule, view)
    for unit in scoping.units(task.part.per, hits):
        unit.faults = faults
        for match in task.part.check.find(unit):
            if scoping.admits(match.span):
                found = task.rule.finding(match, document.view(view), document.sources)
                yield heard(found, document, task.rule, view, match.span)


def _placed(fault: NewslintError, rule: Rule, document: Document) -> NewslintError:
    """A check's fault, naming the article and the rule's file; what all rules of a pack lack is said once for all."""
    if isinstance(fault, Unavailable):
        return fault
    message = f"{fault.message} (rule in {rule.path}:{rule.line})" if rule.path else fault.message
    return type(fault)(message, path=document.text.path, rule=rule.id)
