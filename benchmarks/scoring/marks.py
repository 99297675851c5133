"""Marked defects of the development sets and the snippets of pairs.tsv: what should be found, and whether a finding is it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from scoring.reported import Reported

_MARK: Final = re.compile(r"⟦([^⟦⟧|\n]*)\|([^⟦⟧|\n]*)\|([^⟦⟧|\n]*)⟧")
_DATED: Final = re.compile(r"\(((?:\w+, )?\d{1,2} \w+(?: \d{4})?)\) ")
_FROZEN: Final = 20  # articles of devset2 beyond this number, and every second twin, are kept unread
# Kinds of marks whose rule has another name; the others are found by their own.
_RULES: Final = {
    "agreement": ("language.verb-number", "language.determiner-number", "language.wrong-form"),
    "bidi": ("integrity.hidden",),
    "chatbot": ("machine.assistant",),
    "clickbait": ("language.clickbait",),
    "date-invalid": ("consistency.date-invalid", "consistency.weekday-date"),
    "headline-mismatch": ("consistency.headline",),
    "homoglyph": ("integrity.mixed-script",),
    "institution": ("consistency.institution", "machine.spun-name"),
    "loaded": ("language.loaded",),
    "missing-word": ("language.dropped", "language.missing", "language.indirect-object", "language.verb-form"),
    "name-variant": ("consistency.name-variant", "consistency.surname-variant"),
    "number-mismatch": (
        "consistency.number-mismatch",
        "consistency.number-mismatch-loose",
        "consistency.list-count",
        "consistency.part-count",
        "consistency.set-count",
    ),
    "space-punctuation": ("integrity.space",),
    "spun": ("machine.spun", "machine.systematic-swap"),
    "stale-marker": ("integrity.developing",),
    "timeline": ("consistency.timeline", "consistency.arithmetic"),  # a duration against its ends is both
    "wrong-article": ("integrity.a-an",),
    "wrong-word": ("language.confused", "language.verb-form", "language.adverb-form", "language.wrong"),
    "zero-width": ("integrity.hidden", "integrity.invisible"),
}


class Mark(Struct, frozen=True):
    """A defect: its kind, where its words are in the file without marks (code points, half-open), and whether it is frozen."""

    file: str
    kind: str
    span: Span
    words: str
    frozen: bool = False


class Snippet(Struct, frozen=True):
    """One half of a pair as a file; `mark` is None for the half that is right."""

    file: str
    text: str
    kind: str
    mark: Mark | None
    frozen: bool


class Recall(Struct, frozen=True):
    """Marks found of all, by kind, and those that were missed."""

    found: Counter[str]
    total: Counter[str]
    missed: tuple[Mark, ...]


def unmarked(raw: str) -> tuple[str, list[tuple[str, Span, str]]]:
    """The article as observed, and of each mark the kind, the span there and the observed words."""
    out, marks, last, length = [], [], 0, 0
    for hit in _MARK.finditer(raw):
        before = raw[last : hit.start()]
        start = length + len(before)
        length = start + len(hit[2])
        out += [before, hit[2]]
        marks.append((hit[1], Span(start, length), hit[2]))
        last = hit.end()
    return "".join([*out, raw[last:]]), marks


def marked(folder: Path) -> Iterator[Mark]:
    """All marks of a set's `marked` folder."""
    for path in sorted(folder.glob("*.marked.*")):
        name = path.name.replace(".marked", "")
        for kind, span, words in unmarked(path.read_bytes().decode())[1]:
            yield Mark(name, kind, span, words, frozen(name))


def frozen(name: str) -> bool:
    """Whether an article of devset2 belongs to the half that nobody looks at."""
    return int(name.partition("-")[0]) > _FROZEN


def snippets(table: Path) -> Iterator[Snippet]:
    """Both halves of each pair; a date at the start becomes front matter, ¶ a new paragraph.

    `ValueError` if the words that are wrong are not in the text.
    """
    with table.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            yield _snippet(number, row)


def _snippet(number: int, row: dict[str, str]) -> Snippet:
    text, kind, late = article(row["text"]), row["kind"], number // 2 % 2 == 1
    file = f"{number + 1:03}.{'md' if text.startswith('---') else 'txt'}"
    if not row["wrong"]:
        return Snippet(file, text, kind, None, late)
    words = row["wrong"].replace(" ¶ ", "\n\n")
    whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    start = whole.start() if whole else text.index(words)
    return Snippet(file, text, kind, Mark(file, kind, Span(start, start + len(words)), words, late), late)


def article(written: str) -> str:
    """A snippet as an article would have it."""
    text = written.removeprefix("Headline: ").replace(" ¶ ", "\n\n") + "\n"
    dated = _DATED.match(text)
    return f"---\ndate: {dated[1]}\n---\n\n{text[dated.end() :]}" if dated else text


def fits(finding: Reported, mark: Mark) -> bool:
    """Whether a finding is that mark's: it overlaps it, and its rule is one for marks of this kind."""
    return finding.file == mark.file and finding.span.overlaps(mark.span) and of_kind(finding, mark.kind)


def of_kind(finding: Reported, kind: str) -> bool:
    """Whether a finding's rule is one for marks of this kind."""
    return any(name in finding.rule for name in _RULES.get(kind, (f".{kind}",)))


def recall(marks: Sequence[Mark], findings: Sequence[Reported]) -> Recall:
    """What was found of `marks`."""
    missed = tuple(mark for mark in marks if not any(fits(finding, mark) for finding in findings))
    total = Counter(mark.kind for mark in marks)
    return Recall(total - Counter(mark.kind for mark in missed), total, missed)


def unexplained(marks: Iterable[Mark], findings: Iterable[Reported]) -> list[Reported]:
    """Errors and warnings that overlap no mark."""
    spans = [(mark.file, mark.span) for mark in marks]
    return [
        finding
        for finding in findings
        if finding.grave and not any(finding.file == file and finding.span.overlaps(span) for file, span in spans)
    ]
