"""Do two versions of newslint find the same? Compares everything but wording.

`python benchmarks/same_findings.py OLD NEW PATH ...` lints the paths with two checkouts, every rule but those of the
grammar pack; `python benchmarks/same_findings.py OLD.jsonl NEW.jsonl` compares reports (`--format jsonl`) that were
written before. Prints what only one of them has, and how many findings are equal; exit code 1 if they differ.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

PACKS = "consistency,integrity,language,machine,newslint,sourcing"
TODAY = "2026-01-01"


def main(old: str, new: str, *paths: str) -> int:
    """Prints the differences."""
    one, other = (Counter(map(unworded, report(Path(source), paths))) for source in (old, new))
    for sign, lines in (("-", one - other), ("+", other - one)):
        for line in sorted(lines.elements()):
            print(sign, line)
    differing = (one - other).total() + (other - one).total()
    print(f"{(one & other).total():,} equal but for wording, {differing:,} in one of the two only")
    return 1 if differing else 0


def report(source: Path, paths: tuple[str, ...]) -> list[str]:
    """The lines of a JSONL report: read, or written by the checkout at `source`."""
    if source.is_file():
        return source.read_text("utf-8").splitlines()
    options = ("--no-config", "--preview", "--select", PACKS, "--today", TODAY, "--format", "jsonl", "--quiet")
    command = [sys.executable, "-m", "newslint", *options, *paths]
    environment = {**os.environ, "PYTHONPATH": str((source / "lint").absolute())}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(f"{source}: {done.stderr}")
    return done.stdout.splitlines()


def unworded(line: str) -> str:
    """A line of a report without messages: those of findings, and those about other places."""
    record = json.loads(line)
    record.pop("message", None)
    for place in record.get("related", ()):
        place.pop("message", None)
    return json.dumps(record, sort_keys=True, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
