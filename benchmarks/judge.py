"""Draws findings for a reader to judge, and takes the verdicts into the ledger.

    python benchmarks/judge.py draw SET --runs FOLDER --out FOLDER [--grave 30] [--infos 10] [--seed 1] [--blind | --again]
    python benchmarks/judge.py take SET --items FILE --verdicts FILE --by NAME [--date DATE]

`draw` samples a saved run (`score.py --save`), leaving out what the ledger holds, and writes SET.sheet to read and SET.items.jsonl.
`--blind` draws as if the ledger were empty and shows no verdict; `--again` does so and shows them. `take` reads one JSON object a
line, {"n": number on the sheet, "right": true or false, "why": word}; a reason that is none of `ledger.WHYS` is not kept.
"""

from __future__ import annotations

import argparse
import datetime
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus import SHARED
from scoring import ledger, sets
from scoring.reported import ROOT, records, reported
from scoring.sampling import sample
from scoring.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.ledger import Entry
    from scoring.sets import Source

LEDGER: Final = Path(__file__).parent / "ledger"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("draw", "take"):
        command = commands.add_parser(name)
        command.add_argument("set")
        command.add_argument("--shared", type=Path, default=SHARED)
        command.add_argument("--repositories", type=Path, default=ROOT.parent / "repositories")
    _draw_options(commands.choices["draw"])
    _take_options(commands.choices["take"])
    return parser.parse_args()


def _draw_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="outside the repository: sheets quote articles")
    parser.add_argument("--grave", type=int, default=30, help="errors and warnings")
    parser.add_argument("--infos", type=int, default=10)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--blind", action="store_true", help="judge anew, earlier verdicts unseen")
    parser.add_argument("--again", action="store_true", help="judge anew, earlier verdicts shown")


def _take_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--items", type=Path, required=True)
    parser.add_argument("--verdicts", type=Path, required=True)
    parser.add_argument("--by", required=True, help="who judged")
    parser.add_argument("--date", default=datetime.datetime.now(datetime.UTC).date().isoformat())


def draw(options: argparse.Namespace, folder: Path) -> int:
    """Writes the sheet and its items; returns the exit code."""
    out: Path = options.out
    if out.resolve().is_relative_to(ROOT):
        print(f"{out} is inside the repository, and a sheet quotes articles; choose another folder")
        return 2
    known = {one.key: one for one in ledger.read(LEDGER / f"{options.set}.jsonl")}
    left_out = {} if options.blind or options.again else known
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for data in records(options.runs / f"{options.set}.jsonl"):
        if data["type"] == "finding" and (data["path"], data["fingerprint"]) not in left_out:
            lines[data["path"], data["fingerprint"]] = data
    found = [reported(data, folder) for data in lines.values()]
    drawn = sample(found, options.grave, options.infos, f"{options.seed} {options.set}")
    out.mkdir(parents=True, exist_ok=True)
    shown = sheet(drawn, folder, known if options.again else {})
    (out / f"{options.set}.sheet").write_text("\n".join(shown), "utf-8")
    items = (json.dumps(lines[one.file, one.fingerprint]) + "\n" for one in drawn)
    (out / f"{options.set}.items.jsonl").write_text("".join(items), "utf-8")
    print(f"{options.set}: {len(drawn)} of {len(found)} findings")
    return 0


def take(options: argparse.Namespace, folder: Path) -> int:
    """Adds verdicts to the ledger; returns the exit code."""
    known = sets.sources().get(options.set)
    if known is None:
        print(f"{options.set} has no row in sets.tsv; add its genre and commit first")
        return 2
    path = LEDGER / f"{options.set}.jsonl"
    before = {one.key: one.right for one in ledger.read(path)}
    new = list(entries(options, folder, known))
    held = ledger.add(path, new)
    again = [one for one in new if one.key in before]
    contrary = sum(one.right != before[one.key] for one in again)
    print(
        f"{known.name}: {len(new)} verdicts taken, {held} held; {len(again)} judged again, {contrary} of them otherwise"
    )
    return 0


def entries(options: argparse.Namespace, folder: Path, known: Source) -> Iterator[Entry]:
    """The verdicts as entries; one that is neither true nor false is left out. `IndexError` for a number without its item."""
    items = list(records(options.items))
    source = (known.name, known.commit, known.genre)
    for verdict in records(options.verdicts):
        if isinstance(verdict.get("right"), bool):
            finding = reported(items[verdict["n"] - 1], folder)
            told = (verdict["right"], str(verdict.get("why", "")))
            yield ledger.entry(finding, told, source, options.date, options.by)


def main() -> int:
    """Draws or takes; returns the exit code."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        folder = sets.folder(options.set, options.shared, options.repositories, Path(scratch))
        if folder is None:
            print(f"{options.set} is not there")
            return 2
        return draw(options, folder) if options.command == "draw" else take(options, folder)


if __name__ == "__main__":
    raise SystemExit(main())
