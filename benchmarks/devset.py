"""Recall on the marked development articles and false alarms on the clean ones (`../shared/devset`).

    python benchmarks/devset.py [RULE-PREFIX …]

A finding counts if it overlaps a mark and its rule fits the mark's kind. Prints recall per kind, what was missed, every error and
warning that no mark explains, and every finding on the clean articles.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus import SHARED

from newslint.article.document import Settings
from newslint.article.readers import document_of, format_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Severity, Span
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newslint.finding import Finding

_MARK: Final = re.compile(r"⟦([^⟦⟧|\n]*)\|([^⟦⟧|\n]*)\|([^⟦⟧|\n]*)⟧")
# Kinds of marks whose rule has another name; the others are found by their own.
_RULES: Final = {
    "bidi": ("integrity.hidden",),
    "chatbot": ("machine.assistant",),
    "clickbait": ("language.clickbait",),
    "date-invalid": ("consistency.date-invalid", "consistency.weekday-date"),
    "headline-mismatch": ("consistency.headline",),
    "homoglyph": ("integrity.mixed-script",),
    "institution": ("consistency.institution", "machine.spun-name"),
    "loaded": ("language.loaded",),
    "space-punctuation": ("integrity.space",),
    "spun": ("machine.spun", "machine.systematic-swap"),
    "stale-marker": ("integrity.developing",),
    "zero-width": ("integrity.hidden", "integrity.invisible"),
}
_SETTINGS: Final = Settings(today=datetime.date(2024, 5, 15))


class Mark(NamedTuple):
    """A marked defect: its kind and where its observed words are in the text without marks."""

    kind: str
    span: Span
    observed: str


def unmarked(raw: str) -> tuple[str, list[Mark]]:
    """The article as observed, and its marks."""
    out, marks, last, length = [], [], 0, 0
    for hit in _MARK.finditer(raw):
        before = raw[last : hit.start()]
        start = length + len(before)
        length = start + len(hit[2])
        out += [before, hit[2]]
        marks.append(Mark(hit[1], Span(start, length), hit[2]))
        last = hit.end()
    return "".join([*out, raw[last:]]), marks


def fits(finding: Finding, mark: Mark) -> bool:
    """Whether a finding is that mark's."""
    names = _RULES.get(mark.kind, (f".{mark.kind}",))
    return finding.span.overlaps(mark.span) and any(name in finding.rule for name in names)


def findings(linter: Linter, path: Path, content: str) -> Iterator[tuple[str, Finding]]:
    """Findings that are shown, each with its place."""
    text = Text(content, path.name)
    for finding in linter.lint(document_of(text, _SETTINGS, format_of(path.name))).findings:
        if not finding.silenced:
            place = text.place(finding.span.start)
            yield (
                f"{path.name}:{place.line}:{place.column}: {finding.severity.label}: {finding.message} [{finding.rule}]",
                finding,
            )


def marked(linter: Linter) -> None:
    """Recall per kind, misses and unexplained errors and warnings."""
    total, found = Counter[str](), Counter[str]()
    for path in sorted((SHARED / "devset" / "marked").glob("*.marked.*")):
        content, marks = unmarked(path.read_bytes().decode("utf-8"))
        reported = list(findings(linter, path, content))
        for mark in marks:
            total[mark.kind] += 1
            hit = any(fits(finding, mark) for _, finding in reported)
            found[mark.kind] += hit
            if not hit:
                print(f"missed  {path.name}: {mark.kind}: {mark.observed}")
        for line, finding in reported:
            if finding.severity > Severity.INFO and not any(finding.span.overlaps(mark.span) for mark in marks):
                print(f"extra   {line}")
    for kind in sorted(total):
        print(f"{found[kind]:4}/{total[kind]:<4}{kind}")
    print(f"{sum(found.values()):4}/{sum(total.values()):<4}all kinds")


def clean(linter: Linter) -> None:
    """Every finding on the clean articles."""
    counts = Counter[str]()
    for path in sorted((SHARED / "devset" / "clean").iterdir()):
        if not path.name.endswith(".traps.txt"):
            for line, finding in findings(linter, path, path.read_bytes().decode("utf-8")):
                counts[finding.severity.label] += 1
                print(f"clean   {line}")
    print(f"clean articles: {counts['error']} errors, {counts['warning']} warnings, {counts['info']} infos")


def main(prefixes: Sequence[str]) -> int:
    """Prints both; returns the exit code."""
    rules = [r for r in builtin() if r.default == "on" and r.id.startswith(tuple(prefixes) or "")]
    linter = Linter(rules)
    marked(linter)
    clean(linter)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
