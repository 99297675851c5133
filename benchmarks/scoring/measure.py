"""Figures of one set: recall where defects are marked, survival and precision where findings were judged, volume everywhere."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from scoring import sets
from scoring.estimates import by_rule, weighted
from scoring.figures import Figure
from scoring.marks import frozen, marked, of_kind, recall, snippets, unexplained
from scoring.survival import fates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from scoring.estimates import Estimate, Stratum
    from scoring.ledger import Entry
    from scoring.marks import Mark
    from scoring.reported import Reported, Run
    from scoring.survival import Fate

SEVERITIES: Final = ("error", "warning", "info")
FURNITURE: Final = frozenset({"integrity.boilerplate"})  # so frequent that it would hide everything else


class Measured(Struct, frozen=True):
    """All about one set: its run, the fates of what was judged, its figures, and lines that name what was missed or is wrong."""

    name: str
    run: Run
    fates: tuple[Fate, ...]
    figures: tuple[Figure, ...]
    details: tuple[str, ...] = ()

    def strata(self, *, grave: bool) -> dict[str, Stratum]:
        """Volume, judged and right by rule, of errors and warnings or of infos."""
        return by_rule(self.run.findings, self.fates, lambda finding: finding.grave is grave)

    @property
    def lost(self) -> dict[str, str]:
        """Judged-right findings that are reported no more: their names in SCORES.json, and a line for people."""
        gone = (fate.entry for fate in self.fates if fate.entry.right and fate.kept is None)
        return {
            f"{one.set}/{one.file}#{one.fingerprint}": f"{one.set}/{one.file} {list(one.span)} {one.rule}"
            for one in gone
        }


def measure(name: str, run: Run, shared: Path, entries: Sequence[Entry], renamed: Mapping[str, str]) -> Measured:
    """Everything that can be measured on the set `name`."""
    judged = tuple(fates(entries, run.findings, renamed))
    details: list[str] = []
    figures = [*_own(name, run, shared, details), *_survival(name, judged)]
    measured = Measured(name, run, judged, (), ())
    figures += [*_precision(measured), *_real(measured), *_volume(name, run)]
    return Measured(name, run, judged, tuple(figures), tuple(details))


def _own(name: str, run: Run, shared: Path, details: list[str]) -> Iterator[Figure]:
    """The figures that only sets of this form have."""
    if name in sets.MARKED:
        yield from _marked(name, list(marked(shared / name / "marked")), run.findings, details)
    elif name in sets.CLEAN:
        yield from _clean(name, run.findings, details)
    elif name == sets.PAIRS:
        yield from _pairs(shared / "devset2" / "pairs.tsv", run.findings, details)
    elif name == sets.FAULTS:
        yield from _faults(run.findings, details)


def _marked(name: str, marks: Sequence[Mark], findings: Sequence[Reported], details: list[str]) -> Iterator[Figure]:
    for part, chosen in _halves(name, marks):
        yield from _recall(f"{part}: recall", chosen, findings, details)
    extra = unexplained(marks, findings)
    seen = {mark.file for mark in marks if not mark.frozen}
    details += [f"unexplained  {name}/{line(finding)}" for finding in extra if finding.file in seen]
    yield Figure(f"{name}: errors and warnings that no mark explains", len(extra), good=-1)


def _halves(name: str, marks: Sequence[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    """All of the first set; of the second the half that may be looked at, and the frozen one."""
    if name == sets.MARKED[0]:
        yield name, list(marks)
        return
    yield name, [mark for mark in marks if not mark.frozen]
    yield f"{name} (frozen)", [mark for mark in marks if mark.frozen]


def _recall(name: str, marks: Sequence[Mark], findings: Sequence[Reported], details: list[str]) -> Iterator[Figure]:
    got = recall(marks, findings)
    # What is frozen stays unread: its misses are counted, never named.
    details += [f"missed  {mark.file} {mark.kind}: {mark.words}" for mark in got.missed if not mark.frozen]
    yield Figure(name, got.found.total(), got.total.total(), guard=True)
    for kind in sorted(got.total):
        yield Figure(f"{name}, {kind}", got.found[kind], got.total[kind], guard=True)


def _clean(name: str, findings: Sequence[Reported], details: list[str]) -> Iterator[Figure]:
    late = {one.file for one in findings if name == sets.CLEAN[1] and frozen(one.file)}
    seen = [one for one in findings if one.file not in late]
    details += [f"false alarm  {name}/{line(one)}" for one in seen]
    yield from _alarms(name, seen)
    if name == sets.CLEAN[1]:
        yield from _alarms(f"{name} (frozen)", [one for one in findings if one.file in late])


def _alarms(name: str, findings: Sequence[Reported]) -> Iterator[Figure]:
    counts = Counter(one.severity for one in findings)
    for severity in SEVERITIES:
        yield Figure(f"{name}: false {severity}s", counts[severity], good=-1)


def _pairs(table: Path, findings: Sequence[Reported], details: list[str]) -> Iterator[Figure]:
    every = list(snippets(table))
    for part, late in ((sets.PAIRS, False), (f"{sets.PAIRS} (frozen)", True)):
        half = [one for one in every if one.frozen is late]
        yield from _recall(f"{part}: recall", [one.mark for one in half if one.mark], findings, details)
        sound = {one.file: one.kind for one in half if one.mark is None}
        wrong = [one for one in findings if one.file in sound and (one.grave or of_kind(one, sound[one.file]))]
        details += [f"false alarm  {part}/{line(one)}" for one in wrong if not late]
        yield Figure(f"{part}: right halves flagged", len({one.file for one in wrong}), len(sound), good=-1)


def _faults(findings: Sequence[Reported], details: list[str]) -> Iterator[Figure]:
    """Files of ../shared/faults that show as many errors and warnings as faults.tsv says they should."""
    with (sets.HERE / "faults.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    grave = Counter(one.file for one in findings if one.grave)
    every = Counter(one.file for one in findings)
    off = []
    for row in rows:
        count = (every if row["severity"] == "any" else grave)[row["file"]]
        if not int(row["least"]) <= count <= int(row["most"]):
            off.append(f"fault  {row['file']}: {count}, wanted {row['least']} to {row['most']}")
    details += off
    yield Figure(f"{sets.FAULTS}: files as wanted", len(rows) - len(off), len(rows), guard=True)


def _survival(name: str, judged: Sequence[Fate]) -> Iterator[Figure]:
    right = [fate for fate in judged if fate.entry.right]
    wrong = [fate for fate in judged if not fate.entry.right]
    if right:
        kept = [fate for fate in right if fate.kept is not None]
        yield Figure(f"{name}: right findings that survive", len(kept), len(right), guard=True)
        yield Figure(
            f"{name}: right errors and warnings that are infos now", sum(fate.lowered for fate in kept), good=-1
        )
    if wrong:
        gone = sum(fate.same is None for fate in wrong)
        yield Figure(f"{name}: wrong findings that are gone", gone, len(wrong))


def _precision(measured: Measured) -> Iterator[Figure]:
    for what, grave in (("errors and warnings", True), ("infos", False)):
        estimate = weighted(measured.strata(grave=grave).values())
        if estimate is not None:
            yield precision_figure(f"{measured.name}: precision of {what}", estimate)


def _real(measured: Measured) -> Iterator[Figure]:
    """What is worth a reader's time, by the verdicts; rules without a verdict count as worthless."""
    strata = measured.strata(grave=True)
    useful = weighted(one for rule, one in strata.items() if rule not in FURNITURE)
    if useful is not None:
        rate = useful.share * useful.volume / max(measured.run.words, 1) * 10_000
        yield Figure(f"{measured.name}: real errors and warnings per 10,000 words, without furniture", round(rate, 3))


def precision_figure(name: str, estimate: Estimate) -> Figure:
    """A precision as a figure, with its interval."""
    interval = f"[{estimate.low:.3f}, {estimate.high:.3f}]"
    read = f"{estimate.right} of {estimate.judged} judged, of rules with {estimate.covered:.0%} of the volume"
    return Figure(name, round(estimate.share, 4), shown=f"{interval}, {read}")


def _volume(name: str, run: Run) -> Iterator[Figure]:
    """How much a reader gets to see; neither more nor less is better."""
    counts = Counter(one.severity for one in run.findings)
    yield Figure(f"{name}: files that failed", run.failures, good=-1)
    for severity in SEVERITIES:
        rate = counts[severity] / max(run.words, 1) * 10_000
        yield Figure(f"{name}: {severity}s per 10,000 words", round(rate, 3), good=0)


def line(finding: Reported) -> str:
    """A finding on one line, without its surroundings."""
    return (
        f"{finding.file} [{finding.span.start},{finding.span.end}) {finding.severity} {finding.rule}: {finding.message}"
    )
