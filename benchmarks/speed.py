"""newslint beside other prose linters on the same files, in one run: writes benchmarks/RESULTS.md.

    python benchmarks/speed.py --bin VENV/bin --npm NODE_MODULES

VENV holds newslint, proselint and codespell (PyPI), NODE_MODULES write-good (npm). Each tool lints 1,000 articles of `news-dev` as
files, the whole process on one core; ratios to proselint are what counts, the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import os
import random
import string
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from corpus import articles

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "NO_COLOR": "1"}
ROUNDS = 5  # the best of so many short runs


class Cost(NamedTuple):
    """CPU seconds of the whole process and its peak memory in MB."""

    seconds: float
    memory: float


def cost(command: list[str]) -> Cost:
    """Runs a command on one core, its output thrown away."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    assert time.perf_counter() > before
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(command: list[str], rounds: int = ROUNDS) -> Cost:
    """The cheapest of several runs."""
    return min(cost(command) for _ in range(rounds))


def written(folder: Path, count: int) -> list[Path]:
    """The articles as files."""
    paths = []
    for article in articles("news-dev", count):
        path = folder / f"{article.id}.txt"
        path.write_text(article.text, "utf-8")
        paths.append(path)
    return paths


# The rules that need counts or knowledge of people, dates and figures; the others are patterns and balances.
COUNTED = (
    "consistency,integrity.glued-words,machine.spun-article,machine.spun-collocation,machine.spun-pair,"
    "machine.spun-throughout,machine.systematic-swap"
)


def tools(binaries: Path, npm: Path) -> dict[str, list[str]]:
    """Tool → command, without the files."""
    newslint = [
        str(binaries / "newslint"),
        *("--no-config", "--jobs", "1", "--format", "concise", "--fail-on", "never"),
    ]
    return {
        "newslint": newslint,
        "newslint without counts and consistency": [*newslint, "--ignore", COUNTED],
        "proselint": [str(binaries / "proselint"), "-o", "compact", "check"],
        "codespell": [str(binaries / "codespell")],
        "write-good": ["node", str(npm / "write-good" / "bin" / "write-good.js")],
    }


def throughput(commands: dict[str, list[str]], paths: list[Path]) -> list[str]:
    """Rows of the table of 1,000 articles."""
    size = sum(path.stat().st_size for path in paths) / 1e6
    costs = {name: best([*command, *map(str, paths)], 2) for name, command in commands.items()}
    base = costs["proselint"].seconds
    return [
        f"| {name} | {c.seconds:.2f} | {size / c.seconds:.2f} | {base / c.seconds:.1f} × | {c.memory:.0f} |"
        for name, c in costs.items()
    ]


def single(commands: dict[str, list[str]], path: Path, python: Path) -> list[str]:
    """Rows of the table of one article, a bare Python among them."""
    seed = str(path)
    rows = {"bare Python": best([str(python), "-c", "pass"])}
    rows |= {name: best([*command, seed]) for name, command in commands.items()}
    return [f"| {name} | {c.seconds:.3f} | {c.memory:.0f} |" for name, c in rows.items()]


def phrases(command: list[str], paths: list[Path], folder: Path) -> str:
    """What 10,000 phrases cost beside 100, loading included."""
    chosen = random.Random(1)
    costs = []
    for count in (100, 10_000):
        words = {" ".join("".join(chosen.choices(string.ascii_lowercase, k=6)) for _ in range(2)) for _ in range(count)}
        pack = folder / f"pack{count}.yaml"
        listed = "\n".join(f"      - {word}" for word in sorted(words))
        pack.write_text(
            f"rules:\n  - id: pack{count}.words\n    kind: phrase\n    severity: info\n    message: \"'{{match}}'.\"\n"
            f"    why: benchmark\n    phrases:\n{listed}\n    examples: {{bad: [x], good: [y]}}\n",
            "utf-8",
        )
        config = folder / f"config{count}.yaml"
        config.write_text(f"packs: [{pack}]\n", "utf-8")
        wanted = [arg for arg in command if arg != "--no-config"]
        costs.append(best([*wanted, "--config", str(config), *map(str, paths)], 3).seconds)
    return f"100 phrases {costs[0]:.2f} s, 10,000 phrases {costs[1]:.2f} s: {costs[1] / costs[0]:.2f} ×"


def main() -> int:
    """Measures and writes; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--npm", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    commands = tools(options.bin, options.npm)
    seed = next((ROOT / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = written(folder, options.count)
        report = [
            "# Results",
            "",
            "Speed, measured in one run by `python benchmarks/speed.py --bin VENV/bin --npm NODE_MODULES` (see there).",
            "CPU seconds of the whole process on one core. Precision is in PRECISION.md.",
            "",
            f"## {options.count} articles of news-dev as files",
            "",
            "| tool | CPU s | MB/s | beside proselint | peak MB |",
            "|---|---|---|---|---|",
            *throughput(commands, paths),
            "",
            "## One article (the seed), no cache",
            "",
            "| tool | CPU s | peak MB |",
            "|---|---|---|",
            *single(commands, seed, options.bin / "python"),
            "",
            "## 100 → 10,000 phrases, loading included",
            "",
            phrases(commands["newslint"], paths, folder),
            "",
        ]
    (ROOT / "benchmarks" / "RESULTS.md").write_text("\n".join(report), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
