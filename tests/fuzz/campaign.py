"""Fuzzes each reader for a number of inputs in all: `python tests/fuzz/campaign.py --runs 100000 --state FOLDER [FORM…]`.

What has been tried, the inputs that led somewhere new, and those that failed are kept in FOLDER: started again, it goes
on where it was. Prints a table of what was done; exit 1 if an input failed. Needs atheris, like run.py.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from newslint.article.readers import READERS

HERE = Path(__file__).resolve().parent
FORMS = [form.name for form in READERS]
CHUNK = 5_000  # inputs after which the state is written
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_COVERED = re.compile(r"\bcov: (\d+)")


def fuzz(form: str, runs: int, state: Path, seed: int) -> tuple[int, int, bool]:
    """Tries up to `runs` inputs of a form: how many were tried, the edges covered, and whether all lived."""
    corpus, crashes = state / form, state / "failed"
    corpus.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(exist_ok=True)
    command = [
        *(sys.executable, str(HERE / "target.py"), form, str(corpus), str(HERE / "corpus" / form)),
        *(
            f"-runs={runs}",
            f"-seed={seed}",
            f"-dict={HERE / 'markup.dict'}",
            f"-artifact_prefix={crashes}{os.sep}{form}-",
        ),
        *("-timeout=10", "-rss_limit_mb=2048", "-max_len=4096", "-print_final_stats=1", "-use_value_profile=1"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1] / "lint")}
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, errors="replace")
    executed, covered = _EXECUTED.findall(done.stderr), _COVERED.findall(done.stderr)
    return int(executed[-1]) if executed else 0, int(covered[-1]) if covered else 0, done.returncode == 0


def main() -> int:
    """0 if every input lived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000, help="inputs for each reader (default: 100000)")
    parser.add_argument("--state", type=Path, required=True, help="folder in which to go on")
    parser.add_argument("forms", nargs="*", default=FORMS, metavar="FORM", help="readers (default: all)")
    options = parser.parse_args()
    options.state.mkdir(parents=True, exist_ok=True)
    kept = options.state / "progress.json"
    progress = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    for form in options.forms:
        one = progress.setdefault(form, {"runs": 0, "edges": 0, "failed": 0})
        while one["runs"] < options.runs:
            tried, covered, lived = fuzz(form, min(CHUNK, options.runs - one["runs"]), options.state, one["runs"] + 1)
            one["runs"] += max(tried, 1)
            one["edges"] = max(one["edges"], covered)
            one["failed"] += not lived
            kept.write_text(json.dumps(progress, indent=1), "utf-8")
        sys.stdout.write(f"{form}: {one['runs']:,} inputs, {one['edges']:,} edges, {one['failed']} failed\n")
    return 1 if any(progress[form]["failed"] for form in options.forms) else 0


if __name__ == "__main__":
    raise SystemExit(main())
