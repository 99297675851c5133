"""How often the consistency pack finds a defect put into a clean article, and what it flags in articles as published.

    python benchmarks/consistency/measure.py [--recall 150] [--train 5000] [--write]

Recall: each kind of defect is put, one at a time, into articles of `news-train`; found means a finding of the rule that
overlaps the place, where the untouched article has none. False flags: all of `news-dev` and `--train` articles of
`news-train`; each error and warning was read, the verdicts are in judged.txt, and `unread` counts what has none.
`--write` puts the tables into benchmarks/PRECISION.md.
"""

# ruff: noqa: E402
from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import amounts
import figures
import templates
import words
from corpus import Article, articles

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Severity
from newslint.paths import builtin_rules
from newslint.rulebook.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.finding import Finding

TODAY = datetime.date(2024, 5, 15)
PRECISION = HERE.parent / "PRECISION.md"
HEADING = "## consistency: dates and numbers"
SEED = 3


class Defect(NamedTuple):
    """A kind of defect: the rule that should find it, and how it is made."""

    rule: str
    name: str
    inject: Callable[[Article, random.Random], figures.Injected | None]


def defects(others: list[Article]) -> list[Defect]:
    """All kinds of defects, by rule."""
    return [
        Defect("weekday-date", "another weekday, date with year", figures.weekday_with_year),
        Defect("weekday-date", "another weekday, date without year", figures.weekday_without_year),
        Defect("date-invalid", "a day that the month has not", figures.date_invalid),
        Defect("timeline", "a past event after the article", figures.timeline),
        Defect("unit-conversion", "the converted figure changed", figures.conversion),
        Defect("age-conflict", "a second age", figures.age),
        Defect("arithmetic", "percentage of a change, as published", amounts.percent_change),
        Defect("arithmetic", "part of a total, as published", amounts.total),
        Defect("arithmetic", "change in percent, templates", templates.change),
        Defect("arithmetic", "doubled, halved, templates", templates.factor),
        Defect("arithmetic", "totals and leads, templates", templates.parts),
        Defect("arithmetic", "spans of years, templates", templates.years),
        Defect("arithmetic", "shares of a vote, templates", templates.shares),
        Defect("number-mismatch", "a definite count changed", amounts.number_mismatch),
        Defect("role-conflict", "another nation beside an office", words.nation),
        Defect("institution-conflict", "another nation before an institution", words.institution),
        Defect("known-name", "a letter wrong in a public figure's name", words.known_name),
        Defect("name-variant", "a letter wrong in a repeated name", words.name_variant),
        Defect("quote-speaker", "a quotation given to another speaker", words.speaker),
        Defect("term-drift", "another word for a place's kind", words.term),
        Defect("abbreviation", "US beside U.S.", words.abbreviation),
        Defect("spelling-variant", "the other spelling", words.spelling),
        Defect("headline-body", "the headline of another article", partial(words.headline, others=others)),
        Defect("headline-contrast", "the headline's contrary", words.contrary),
    ]


def lint(linter: Linter, article: Article, text: str) -> tuple[Finding, ...]:
    """The findings that are shown for an article's text, on its own date."""
    document = document_of(Text(text, article.id), Settings(today=TODAY, date=article.date))
    report = linter.lint(document)
    assert not report.errors, report.errors
    return tuple(finding for finding in report.findings if not finding.silenced)


def recall(linter: Linter, pool: list[Article], defect: Defect, wanted: int) -> tuple[int, int]:
    """(found, injected) of one kind of defect."""
    rng = random.Random(f"{SEED} {defect.name}")
    found = made = 0
    for article in pool:
        injected = defect.inject(article, rng)
        if injected is None or injected.end <= injected.start:
            continue
        before = Counter(f.match for f in lint(linter, article, article.text) if hits(f, defect.rule, None))
        after = [f for f in lint(linter, article, injected.text) if hits(f, defect.rule, injected)]
        made += 1
        found += any(before[finding.match] == 0 for finding in after)
        if made == wanted:
            break
    return found, made


def hits(finding: Finding, rule: str, place: figures.Injected | None) -> bool:
    """Whether a finding is the rule's, and is at a place or names it as the earlier one."""
    if not re.fullmatch(rf"consistency\.{rule}(?:-office)?", finding.rule):
        return False
    spans = [finding.span, *(related.span for related in finding.related)]
    return place is None or any(span.start < place.end and place.start < span.end for span in spans)


class Flag(NamedTuple):
    """One finding in an article as published: `key` names it without quoting the article."""

    rule: str
    severity: Severity
    key: str
    shown: str


def flags(linter: Linter, pool: list[Article]) -> Iterator[Flag]:
    """What is flagged in articles as they were published."""
    for article in pool:
        text = Text(article.text, article.id)
        for finding in lint(linter, article, article.text):
            place = text.place(finding.span.start)
            key = f"{finding.rule} {article.id}:{place.line}:{place.column}"
            around = article.text[max(finding.span.start - 120, 0) : finding.span.end + 120].replace("\n", "¶")
            yield Flag(finding.rule, finding.severity, key, f"{finding.message} | {around}")


def verdicts() -> dict[str, str]:
    """Key of a flag → right, wrong or arguable, as judged by a reader."""
    lines = (HERE / "judged.txt").read_text("utf-8").splitlines()
    return {line.rpartition(" ")[0]: line.rpartition(" ")[2] for line in lines if line and not line.startswith("#")}


def recall_table(linters: dict[str, Linter], pool: list[Article], wanted: int) -> Iterator[str]:
    """The lines of the table of recall."""
    yield "| rule | defect | injected | found | recall |"
    yield "|---|---|---:|---:|---:|"
    for defect in defects(pool):
        found, made = recall(linters[defect.rule], pool, defect, wanted)
        yield f"| {defect.rule} | {defect.name} | {made} | {found} | {found / made if made else 0:.2f} |"


def flag_table(rules: list[tuple[str, str]], found: list[Flag], size: int) -> Iterator[str]:
    """The lines of the table of what is flagged in published articles."""
    known = verdicts()
    yield "| rule | severity | flags | per 10,000 words | right | arguable | wrong | unread |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for rule, severity in rules:
        own = [flag for flag in found if flag.rule == rule]
        count = Counter(known.get(flag.key, "unread") for flag in own)
        judged = " | ".join(str(count[name]) for name in ("right", "arguable", "wrong", "unread"))
        yield f"| {rule.partition('.')[2]} | {severity} | {len(own)} | {len(own) / size * 1e4:.4f} | {judged} |"


def written(lines: list[str], heading: str = HEADING) -> None:
    """Puts a section into PRECISION.md, in place of the last run's."""
    old = PRECISION.read_text("utf-8") if PRECISION.exists() else "# Precision\n"
    kept = re.sub(rf"{re.escape(heading)}\n.*?(?=\n## |\Z)", "", old, flags=re.DOTALL).rstrip("\n")
    PRECISION.write_text(f"{kept}\n\n{heading}\n" + "\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Measures, prints, and writes on demand; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recall", type=int, default=150, help="defects of each kind")
    parser.add_argument("--train", type=int, default=5000, help="articles of news-train that are read for flags")
    parser.add_argument("--rules", default="", help="only rules whose name holds this")
    parser.add_argument("--show", action="store_true", help="print the flags that nobody has judged")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rules = [rule for rule in load_pack(builtin_rules() / "consistency") if options.rules in rule.id]
    linters = {d.rule: Linter([r for r in rules if d.rule in r.id]) for d in defects([]) if options.rules in d.rule}
    lines: list[str] = [
        (
            f"`python benchmarks/consistency/measure.py --recall {options.recall} --train {options.train} "
            f"--write`, seed {SEED}."
        )
    ]
    train = articles("news-train", max(options.train, 33000), SEED)
    if options.recall:
        lines += ["", *recall_table(linters, train, options.recall)]
    linter, named = Linter(rules), [(rule.id, rule.severity.label) for rule in rules]
    for name, pool in (
        ("news-dev, all", articles("news-dev")),
        (f"news-train, {options.train} articles", train[: options.train]),
    ):
        if not pool:
            continue
        size = sum(len(article.text.split()) for article in pool)
        found = list(flags(linter, pool))
        lines += ["", f"Flags in {name} ({len(pool):,} articles, {size:,} words):", "", *flag_table(named, found, size)]
        if options.show:
            known = verdicts()
            print("\n".join(f"{f.key} ? {f.shown}" for f in found if f.severity > Severity.INFO and f.key not in known))
    print("\n".join(lines))
    if options.write:
        written(lines)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
