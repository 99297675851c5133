"""How often each rule fires on clean news, with a sample to read: the ground of every severity.

python benchmarks/findings.py [--rules PREFIX,…] [--corpus news-dev] [--count N] [--seed 1] [--sample 20] [--min-severity info]
"""

from __future__ import annotations

import argparse
import datetime
import random
from collections import defaultdict
from typing import TYPE_CHECKING

from corpus import articles

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Severity
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from corpus import Article

    from newslint.finding import Finding

_TODAY = datetime.date(2024, 5, 15)
_CONTEXT = 90  # code points on each side of a sampled finding


def shown(article: Article, text: Text, finding: Finding) -> str:
    """A finding in its context, on one line."""
    start, end = finding.span.start, finding.span.end
    place, whole = text.place(start), text.content
    context = f"{whole[max(start - _CONTEXT, 0) : start]}⟦{whole[start:end]}⟧{whole[end : end + _CONTEXT]}"
    return f"{article.id}:{place.line}:{place.column} {finding.message} | {context}".replace("\n", "¶")


def main() -> int:
    """Prints counts and samples; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", default="")
    parser.add_argument("--corpus", default="news-dev")
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--min-severity", default="info")
    options = parser.parse_args()
    least = Severity(options.min_severity)
    prefixes = tuple(options.rules.split(","))
    rules = [r for r in builtin() if r.default == "on" and r.id.startswith(prefixes) and r.severity >= least]
    linter, words = Linter(rules), 0
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles(options.corpus, options.count, options.seed):
        text = Text(article.text, article.id)
        words += len(article.text.split())
        report = linter.lint(document_of(text, Settings(today=_TODAY, date=article.date)))
        for error in report.errors:
            print(error)
        for finding in report.findings:
            if not finding.silenced:
                found[finding.rule].append(shown(article, text, finding))
    for rule in sorted(found):
        print(f"{rule}: {len(found[rule])} in {words:,} words, {len(found[rule]) / words * 1e4:.3f} per 10,000")
    for rule in sorted(found):
        print(f"\n## {rule}")
        lines = found[rule]
        print(
            "\n".join(
                lines if len(lines) <= options.sample else random.Random(options.seed).sample(lines, options.sample)
            )
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
