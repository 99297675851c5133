"""What is written for others: the table of REPOSITORIES.md, and the measured precision of each rule as data."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from scoring.estimates import weighted, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from scoring.estimates import Estimate
    from scoring.ledger import Entry
    from scoring.measure import Measured
    from scoring.sets import Source

_COLUMNS: Final = (
    *("repository", "genre", "files", "words", "seconds", "errors", "warnings", "infos"),
    *("judged", "right", "precision", "infos judged", "infos right"),
)


def pooled(measured: Iterable[Measured], *, grave: bool) -> Estimate | None:
    """Precision over several sets, each rule of each set weighted by its volume."""
    return weighted(stratum for one in measured for stratum in one.strata(grave=grave).values())


def markdown(measured: Sequence[Measured], known: dict[str, Source]) -> Iterator[str]:
    """The table of repositories, a line at a time; errors, warnings and infos per 10,000 words."""
    yield _row(_COLUMNS)
    yield _row("---" for _ in _COLUMNS)
    for one in measured:
        name, genre = one.name.replace("+", "/"), known[one.name].genre if one.name in known else "–"
        yield _row([name, genre, *_size(one), *_rates(one), *_judged([one])])
    yield _row(["all", "", *[""] * 6, *_judged(measured)])
    yield ""
    for what, grave in (("errors and warnings", True), ("infos", False)):
        if estimate := pooled(measured, grave=grave):
            read = f"n = {estimate.judged}, of rules with {estimate.covered:.0%} of the volume"
            yield f"Pooled precision of {what}, weighted by volume: {_interval(estimate)}; {read}."


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def _size(one: Measured) -> list[str]:
    run = one.run
    return [f"{run.files:,}", f"{run.words:,}", "–" if run.seconds is None else f"{run.seconds:.0f}"]


def _rates(one: Measured) -> list[str]:
    counts = Counter(finding.severity for finding in one.run.findings)
    severities = ("error", "warning", "info")
    return [f"{counts[severity] / max(one.run.words, 1) * 10_000:.2f}" for severity in severities]


def _judged(measured: Sequence[Measured]) -> list[object]:
    grave, infos = pooled(measured, grave=True), pooled(measured, grave=False)
    first: list[object] = [grave.judged, grave.right, _interval(grave)] if grave else [0, 0, "–"]
    return first + ([infos.judged, infos.right] if infos else [0, 0])


def _interval(estimate: Estimate) -> str:
    return f"{estimate.share:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def write_precision(path: Path, measured: Iterable[Measured]) -> None:
    """Writes rule → n, right, interval, genres, date, of the judged findings that are still reported."""
    by_rule: dict[str, list[Entry]] = defaultdict(list)
    for one in measured:
        for fate in one.fates:
            if fate.same is not None:
                by_rule[fate.same.rule].append(fate.entry)
    rows = ",\n".join(
        f" {json.dumps(rule)}: {json.dumps(_precision(found))}" for rule, found in sorted(by_rule.items())
    )
    path.write_text(f"{{\n{rows}\n}}\n", "utf-8")


def _precision(found: Sequence[Entry]) -> dict[str, object]:
    right = sum(one.right for one in found)
    interval = [round(edge, 3) for edge in wilson(right, len(found))]
    genres, date = sorted({one.genre for one in found}), max(one.judged for one in found)
    return {"n": len(found), "right": right, "interval": interval, "genres": genres, "date": date}
