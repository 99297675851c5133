"""How much of what a rewrite does to its source is found, how much is reported wrongly, and how long it takes.

    python benchmarks/fidelity.py [--corpus FILE.jsonl.xz]

The articles are those of `tests/articles/fidelity/`. With a corpus (articles as JSON lines with a `text`, compressed), 10,000 of
its texts are the folder in which the sources of all rewrites are looked for. Times are of the CPU, the best of several.
"""

from __future__ import annotations

import argparse
import datetime
import json
import lzma
import re
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Finding, Severity
from newslint.rulebook.packs import builtin
from newslint.sources.candidates import Candidates

CASES = sorted((Path(__file__).parents[1] / "tests/articles/fidelity").iterdir())
MARK = re.compile(r"\[\[(.*?)\|([a-z-]+)\]\]", re.DOTALL)
SETTINGS = Settings(today=datetime.date(2024, 5, 15))
FIDELITY = Linter([rule for rule in builtin() if rule.pack == "fidelity"])
GROUPS = (
    0,
    6,
    12,
    22,
    32,
    40,
)  # cases that were written together: the first were looked at, each of the others counted once before
FOLDER = 10_000


def beside(text: str, source: str) -> Document:
    return document_of(Text(text, "a.txt"), SETTINGS, sources=(document_of(Text(source, "s.txt"), SETTINGS),))


def damaged(case: Path) -> tuple[Counter[str], Counter[str], Counter[str], list[Finding]]:
    """Marks, marks that any finding overlaps, marks that one of their rule overlaps, and findings that overlap none."""
    marked = (case / "damaged.txt").read_text("utf-8")
    spans: list[tuple[int, int, str]] = []
    plain, last = "", 0
    for hit in MARK.finditer(marked):
        plain += marked[last : hit.start()]
        spans.append((len(plain), len(plain) + len(hit[1]), hit[2]))
        plain, last = plain + hit[1], hit.end()
    found = list(FIDELITY.lint(beside(plain + marked[last:], (case / "source.txt").read_text("utf-8"))).shown)
    every, place, rule = Counter[str](), Counter[str](), Counter[str]()
    for start, end, name in spans:
        at = [f for f in found if f.span.start < end and start < f.span.end]
        every[name] += 1
        place[name] += bool(at)
        rule[name] += any(f.rule == f"fidelity.{name}" for f in at)
    rest = [f for f in found if not any(f.span.start < end and start < f.span.end for start, end, _ in spans)]
    return every, place, rule, rest


def counted(name: str, cases: list[Path]) -> Iterator[str]:
    """The lines of the table for some cases."""
    results = [damaged(case) for case in cases if (case / "damaged.txt").exists()]
    every, place, rule = (sum((result[n] for result in results), Counter[str]()) for n in range(3))
    extra = [finding for result in results for finding in result[3]]
    honest = [(case, path) for case in cases for path in sorted(case.glob("honest-*.txt"))]
    found = [
        finding
        for case, path in honest
        for finding in FIDELITY.lint(beside(path.read_text("utf-8"), (case / "source.txt").read_text("utf-8"))).shown
    ]
    graves = [finding for finding in found if finding.severity > Severity.INFO]
    yield (
        f"{name}: {place.total()} of {every.total()} marks found, {rule.total()} by their own rule; "
        f"{len(extra)} findings beside the marks; {len(honest)} honest rewrites: {len(graves)} warnings, "
        f"{len(found) - len(graves)} infos"
    )
    for mark in sorted(every):
        yield f"    {mark:20} {rule[mark]:3} of {every[mark]:3}"


def cpu(what: Callable[[], object], times: int = 7) -> float:
    """Milliseconds of the best of several runs."""

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_SELF)
        what()
        after = resource.getrusage(resource.RUSAGE_SELF)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once() for _ in range(times)) * 1000


def timed() -> Iterator[str]:
    """The time for an article of 500 words and one source, beyond what reading it costs without."""
    source = "\n\n".join((case / "source.txt").read_text("utf-8") for case in CASES[:2])
    article = "\n\n".join((case / "honest-1.txt").read_text("utf-8") for case in CASES[:2])
    article = " ".join(article.split(" ")[:500])
    others = Linter([rule for rule in builtin() if rule.pack == "consistency"])

    def alone() -> None:
        others.lint(document_of(Text(article, "a.txt"), SETTINGS))

    def both() -> None:
        FIDELITY.lint(beside(article, source))

    both(), alone()
    yield (
        f"{len(article.split())} words beside a source of {len(source.split())}: {cpu(both):.1f} ms; "
        f"the pack consistency, in the same run, for the article alone: {cpu(alone):.1f} ms"
    )


def searched(corpus: Path) -> Iterator[str]:
    """Whether the sources of all rewrites are found among many texts, and how long that takes."""
    with tempfile.TemporaryDirectory() as folder:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(islice(lines, FOLDER - len(CASES))):
                Path(folder, f"{number}.txt").write_text(json.loads(line)["text"], "utf-8")
        for case in CASES:
            Path(folder, f"{case.name}.txt").write_text((case / "source.txt").read_text("utf-8"), "utf-8")
        read = lambda path: document_of(Text(Path(path).read_text("utf-8"), path), SETTINGS)  # noqa: E731
        index = Candidates(Path(folder), [".txt"], read)
        built = cpu(index.renew, times=1)
        rewrites = [(case, path) for case in CASES for path in case.glob("[dh]*.txt")]
        texts = [
            (case, document_of(Text(MARK.sub(r"\1", path.read_text("utf-8")), path.name), SETTINGS))
            for case, path in rewrites
        ]
        first = sum(index.best(text, "")[:1] == [str(Path(folder, f"{case.name}.txt"))] for case, text in texts)
        among = sum(str(Path(folder, f"{case.name}.txt")) in index.best(text, "") for case, text in texts)
        each = cpu(lambda: [index.best(text, "") for _, text in texts], times=3) / len(texts)
        again = cpu(index.renew, times=3)
        index.close()
    yield (
        f"{FOLDER} candidates: indexed in {built / 1000:.0f} s, looked over again in {again:.0f} ms, {each:.1f} ms an article; "
        f"the source is the first of the candidates for {first} of {len(texts)} rewrites, among three for {among}"
    )


def main() -> int:
    """Prints everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    arguments = parser.parse_args()
    for first, last in pairwise(GROUPS):
        print(*counted(f"cases {first + 1:02} to {last:02}", CASES[first:last]), sep="\n")
    print(*timed(), sep="\n")
    if arguments.corpus:
        print(*searched(arguments.corpus), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
