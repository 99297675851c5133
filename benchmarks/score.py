"""Runs newslint over every set, joins it with the ledger of judged findings, and prints what got better and worse.

    python benchmarks/score.py [--sets NAME,…] [--runs FOLDER | --save FOLDER] [--all] [--details] [--write | --markdown]

The figures are compared with those in SCORES.json; `--write` replaces them for the sets that were measured. Absent sets are named
and skipped. Exit codes: 1 if a smaller share of the judged-right findings survives or of the marked defects is found than before,
2 if nothing could be measured.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import SHARED
from scoring import figures, ledger, sets, tables
from scoring.measure import measure, precision_figure
from scoring.reported import ROOT, RunError, lint, read_run

from newslint.rulebook import worth
from newslint.rulebook.packs import builtin, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scoring.figures import Figure
    from scoring.measure import Measured

HERE: Final = Path(__file__).parent
LEDGER: Final = HERE / "ledger"
SCORES: Final = HERE / "SCORES.json"
POOLED: Final = "repositories"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", help="only these, separated by commas")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument(
        "--repositories", type=Path, default=ROOT.parent / "repositories", help="holds OWNER+NAME folders"
    )
    parser.add_argument("--runs", type=Path, help="NAME.jsonl of saved runs, instead of running")
    parser.add_argument("--save", type=Path, help="keep the runs there")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--all", action="store_true", help="print unchanged figures, too")
    parser.add_argument("--details", action="store_true", help="name what was missed, false alarms and lost findings")
    parser.add_argument(
        "--write",
        action="store_true",
        help="write the figures to SCORES.json and the rules' precision to newslint/data",
    )
    parser.add_argument("--markdown", action="store_true", help="print the table of REPOSITORIES.md instead")
    return parser.parse_args()


def names(options: argparse.Namespace) -> list[str]:
    """The sets to measure: those asked for, else all that are known or lie among the repositories."""
    if options.sets:
        return list(options.sets.split(","))
    there = options.repositories.glob("*+*") if options.repositories.is_dir() else ()
    known = [name for name, source in sets.sources().items() if source.repository]
    repositories = sorted({*known, *(path.name for path in there if path.is_dir())})
    return repositories if options.markdown else [*sets.SHARED_SETS, *repositories]


def measured(options: argparse.Namespace, scratch: Path) -> Iterator[Measured]:
    """Each set that is there, measured."""
    now = renamed(builtin())
    for name in names(options):
        folder = sets.folder(name, options.shared, options.repositories, scratch / "sets")
        run = (options.runs or options.save or scratch) / f"{name}.jsonl"
        if folder is None or (options.runs and not run.exists()):
            print(f"skipped {name}: {'not there' if folder is None else 'no saved run'}")
            continue
        if not options.runs:
            run.parent.mkdir(parents=True, exist_ok=True)
            lint(folder, run, options.jobs)
        try:
            yield measure(name, read_run(run, folder), options.shared, ledger.read(LEDGER / f"{name}.jsonl"), now)
        except RunError as error:
            print(f"skipped {name}: {error}")


def pooled(every: Sequence[Measured], options: argparse.Namespace) -> Iterator[Figure]:
    """Precision over all repositories; nothing where only some sets were asked for."""
    repositories = [one for one in every if "+" in one.name]
    for what, grave in (("errors and warnings", True), ("infos", False)):
        estimate = tables.pooled(repositories, grave=grave)
        if estimate is not None and not options.sets:
            yield precision_figure(f"{POOLED}: precision of {what}", estimate)


def report(every: Sequence[Measured], options: argparse.Namespace) -> int:
    """Prints what changed; returns the exit code."""
    now = [*(figure for one in every for figure in one.figures), *pooled(every, options)]
    changes = list(figures.compare(now, figures.load(SCORES)))
    counts = Counter(change.verdict for change in changes)
    for change in changes:
        if options.all or change.verdict != "same":
            print(change.line)
    before = figures.lost_before(SCORES)
    for key, line in (item for one in every for item in one.lost.items()):
        if options.details or key not in before:
            print(f"lost    {line}")
    for line in (line for one in every for line in one.details if options.details):
        print(line)
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in ("better", "worse", "changed", "same", "new")))
    return int(any(change.fails for change in changes))


def write(every: Sequence[Measured], options: argparse.Namespace) -> None:
    """Commits the figures of the sets that were measured; the others stay."""
    done = {one.name for one in every}
    kept = [one for one in figures.load(SCORES).values() if _set_of(one.name) not in done]
    now = [*(figure for one in every for figure in one.figures), *pooled(every, options)]
    lost_elsewhere = (key for key in figures.lost_before(SCORES) if key.partition("/")[0] not in done)
    merged = {one.name: one for one in (*kept, *now)}
    lost = [*lost_elsewhere, *(key for one in every for key in one.lost)]
    figures.save(SCORES, (merged[name] for name in sorted(merged)), lost)
    _write_precision(every, done)


def _write_precision(every: Iterable[Measured], done: set[str]) -> None:
    judged = {path.name.removesuffix(".jsonl") for path in LEDGER.glob("*.jsonl")}
    if missing := sorted(judged - done):
        print(f"data/precision.json is left as it is: not measured: {', '.join(missing)}")
    elif judged:
        tables.write_precision(worth.FILE, every)


def _set_of(figure: str) -> str:
    return figure.partition(":")[0].removesuffix(" (frozen)")


def main() -> int:
    """Measures and prints; returns the exit code."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        every = list(measured(options, Path(scratch)))
    if not every:
        print("nothing to measure")
        return 2
    if options.markdown:
        print("\n".join(tables.markdown(every, sets.sources())))
        return 0
    code = report(every, options)
    if options.write:
        write(every, options)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
