"""newslint beside other tools on the same articles: marked defects found, and findings in articles without a fault.

    python benchmarks/beside.py --shared FOLDER --tools VENV/bin [--vale VALE --vale-config FILE]

Only the plain-text articles of devset2's frozen half (21 to 40, which nobody who writes rules has looked at).
A tool finds a mark if it reports anything that overlaps it, whatever it says: that favours those that report much,
so the findings per 1,000 words of the clean articles stand beside it. LanguageTool runs in its own server with all its rules.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.marks import frozen, unmarked
from scoring.reported import ROOT, TODAY, span_of, text_of

from newslint.article.text import Text
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tool = Callable[[Path], Iterator[tuple[str, Span]]]

_LANGUAGETOOL = "6.6"  # as `newslint grammar install` fetches it


def newslint(folder: Path) -> Iterator[tuple[str, Span]]:
    """Everything that newslint shows by default, read thoroughly where a pipeline is installed."""
    for path in sorted(folder.iterdir()):
        command = [sys.executable, "-m", "newslint", "--no-config", "--format", "jsonl", "--today", TODAY, str(path)]
        for line in map(json.loads, _output(command).splitlines()):
            if line["type"] == "finding":
                yield path.name, span_of(text_of(path), line)


def proselint(binaries: Path) -> Tool:
    """All of proselint's checks; it counts characters of a line from 1."""

    def run(folder: Path) -> Iterator[tuple[str, Span]]:
        for path in sorted(folder.iterdir()):
            found = json.loads(_output([str(binaries / "proselint"), "check", "-o", "json", str(path)]))
            for one in next(iter(found["result"].values()), {}).get("diagnostics", ()):
                yield path.name, Span(one["span"][0] - 1, one["span"][1] - 1)

    return run


def codespell(binaries: Path) -> Tool:
    """Codespell names lines only: the span is the line's first place of the word."""

    def run(folder: Path) -> Iterator[tuple[str, Span]]:
        for line in _output([str(binaries / "codespell"), str(folder)]).splitlines():
            path, number, said = line.split(":", 2)
            text = Text(Path(path).read_text("utf-8"))
            start = text.content.find(said.split("==>")[0].strip(), text.line_starts[int(number) - 1])
            yield Path(path).name, Span(start, start + len(said.split("==>")[0].strip()))

    return run


def vale(binary: Path, config: Path) -> Tool:
    """Vale with the styles that a configuration names; columns of a line from 1, the end inclusive."""

    def run(folder: Path) -> Iterator[tuple[str, Span]]:
        out = _output([str(binary), f"--config={config}", "--output=JSON", str(folder)])
        for path, alerts in json.loads(out).items():
            text = Text(Path(path).read_text("utf-8"))
            for alert in alerts:
                base = text.line_starts[alert["Line"] - 1] - 1
                yield Path(path).name, Span(base + alert["Span"][0], base + alert["Span"][1] + 1)

    return run


def languagetool(folder: Path) -> Iterator[tuple[str, Span]]:
    """LanguageTool's American English with all the rules that are on by default; offsets in UTF-16 units."""
    import language_tool_python

    with language_tool_python.LanguageTool("en-US", language_tool_download_version=_LANGUAGETOOL) as tool:
        for path in sorted(folder.iterdir()):
            units = path.read_text("utf-8").encode("utf-16-le")
            for match in tool.check(path.read_text("utf-8")):
                start = len(units[: 2 * match.offset].decode("utf-16-le", "ignore"))
                yield path.name, Span(start, start + match.error_length)


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout


def main() -> int:
    """Prints the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--only", help="names of tools, separated by commas")
    parser.add_argument("--vale", type=Path)
    parser.add_argument("--vale-config", type=Path)
    options = parser.parse_args()
    tools: dict[str, Tool] = {"newslint": newslint, "LanguageTool": languagetool}
    if options.vale:
        tools["Vale"] = vale(options.vale, options.vale_config)
    tools |= {"proselint": proselint(options.tools), "codespell": codespell(options.tools)}
    if options.only:
        tools = {name: tool for name, tool in tools.items() if name in options.only.split(",")}
    with tempfile.TemporaryDirectory() as scratch:
        marked, clean, marks, words = _written(options.shared / "devset2", Path(scratch))
        print(
            f"{len(marks)} marks; {words:,} clean words\n\n| tool | marks found | findings in 1,000 clean words |\n|---|---|---|"
        )
        for name, tool in tools.items():
            spans = list(tool(marked))
            found = sum(any(file == here and span.overlaps(mark) for file, span in spans) for here, mark in marks)
            alarms = sum(1 for _ in tool(clean))
            print(f"| {name} | {found} of {len(marks)} | {alarms / words * 1000:.1f} |", flush=True)
    return 0


def _written(devset: Path, scratch: Path) -> tuple[Path, Path, list[tuple[str, Span]], int]:
    """The articles as files, the marks of the first folder, and the words of the second."""
    marked, clean, marks, words = scratch / "marked", scratch / "clean", [], 0
    marked.mkdir()
    clean.mkdir()
    for path in sorted((devset / "marked").glob("*.marked.txt")):
        if frozen(path.name):
            name = path.name.replace(".marked", "")
            text, found = unmarked(path.read_text("utf-8"))
            (marked / name).write_text(text, "utf-8")
            marks += [(name, span) for _, span, _ in found]
    for path in sorted((devset / "clean").glob("*.txt")):
        if frozen(path.name) and not path.name.endswith(".traps.txt"):
            text = path.read_text("utf-8")
            (clean / path.name).write_text(text, "utf-8")
            words += len(text.split())
    return marked, clean, marks, words


if __name__ == "__main__":
    sys.exit(main())
