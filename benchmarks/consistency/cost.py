"""What the consistency pack costs on an article, warm, on one core: all rules together and each alone, in one run.

    python benchmarks/consistency/cost.py [--count 200] [--write]

Milliseconds per 1,000 words, and the ratio to what any run pays (reading, folding, sentences). The least of five rounds. `without
figures` are the same articles with every digit and number word taken out: there the checks of figures should cost nothing.
"""

# ruff: noqa: E402
from __future__ import annotations

import argparse
import datetime
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from corpus import articles
from measure import written

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.paths import builtin_rules
from newslint.rulebook.packs import load_pack

if TYPE_CHECKING:
    from corpus import Article

TODAY = datetime.date(2024, 5, 15)
HEADING = "## consistency: cost"
ROUNDS = 5
FIGURES = re.compile(r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
OF_FIGURES = "weekday date-invalid timeline unit-conversion age-conflict arithmetic number-mismatch".split()


def documents(pool: list[Article], *, bare: bool = False) -> list[Document]:
    """Fresh documents, with what every run reads already read, so that only the checks are timed."""
    made = []
    for article in pool:
        content = FIGURES.sub("some", article.text) if bare else article.text
        document = document_of(Text(content, article.id), Settings(today=TODAY, date=article.date))
        document.folded(), document.folded(case=False), document.sentences, document.language, document.reading
        made.append(document)
    return made


def best(linter: Linter, pool: list[Article], *, bare: bool = False) -> float:
    """Seconds of the fastest round over all articles."""
    rounds = []
    for _ in range(ROUNDS):
        fresh = documents(pool, bare=bare)
        before = time.process_time()
        for document in fresh:
            linter.lint(document)
        rounds.append(time.process_time() - before)
    return min(rounds)


def reading(pool: list[Article]) -> float:
    """Seconds of the fastest round of what every run pays before its first check."""
    rounds = []
    for _ in range(ROUNDS):
        before = time.process_time()
        documents(pool)
        rounds.append(time.process_time() - before)
    return min(rounds)


def main() -> int:
    """Times, prints, and writes on demand; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pool = articles("news-dev", options.count)
    size = sum(len(article.text.split()) for article in pool) / 1000
    rules = list(load_pack(builtin_rules() / "consistency"))
    base = reading(pool)
    figures = [rule for rule in rules if any(name in rule.id for name in OF_FIGURES)]
    rows = [("what every run reads", base), ("the whole pack", best(Linter(rules), pool))]
    rows += [
        ("rules of figures and dates", best(Linter(figures), pool)),
        ("the same, without figures", best(Linter(figures), pool, bare=True)),
    ]
    rows += sorted(((rule.id, best(Linter([rule]), pool)) for rule in rules), key=lambda row: -row[1])
    lines = [
        (
            f"`python benchmarks/consistency/cost.py --count {options.count} --write`: {options.count} "
            f"articles of news-dev, {size:,.0f} thousand words."
        ),
        "",
    ]
    lines += ["| what | ms per 1,000 words | ratio to reading |", "|---|---:|---:|"]
    lines += [f"| {name} | {seconds / size * 1e3:.3f} | {seconds / base:.2f} |" for name, seconds in rows]
    print("\n".join(lines))
    if options.write:
        written(lines, HEADING)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
