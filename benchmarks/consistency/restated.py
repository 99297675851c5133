"""How often a changed fact is found, in the wording that published articles offer: no sentence is added.

    python benchmarks/consistency/restated.py [--corpus news-dev] [--articles 150] [--shared FOLDER]

Of two equal facts in two sentences (a count of one thing, a sum, a percentage, a measure, a duration, somebody's age, a day)
the later one is changed; or a figure that others make (`relation`: a sum, a share, a change). One change of each kind in each
article that offers it. Thorough reading; found means a finding that is not in the article as published and names the place.
Not every change makes a contradiction: a later count may be of others.
"""

# ruff: noqa: E402
from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from corpus import SHARED, Article, read

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Span
from newslint.knowledge.facts.ages import ages
from newslint.knowledge.facts.relations import relations
from newslint.knowledge.facts.things import things
from newslint.knowledge.facts.times import times_in
from newslint.reading import pipelines
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from newslint.finding import Finding

TODAY: Final = datetime.date(2024, 5, 15)
WORDS: Final = "two three four five six seven eight nine ten eleven twelve".split()
SEED: Final = 5


def document(article: Article, text: str, pipeline: str) -> Document:
    """An article, read thoroughly."""
    head, _, body = text.partition("\n")
    return document_of(
        Text(f"{head}\n\n{body}", "a.txt"), Settings(TODAY, date=article.date, pipeline=pipeline), "plain"
    )


def changed(kind: str, written: str, chance: random.Random) -> str | None:
    """Another figure of the same form; None for one that is not plain."""
    if written.lower() in WORDS:
        return chance.choice([word for word in WORDS if word != written.lower()])
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", written)
    if figure is None:
        return None
    old = figure[0]
    if kind == "day":
        new = str(chance.choice([day for day in range(1, 29) if str(day) != old]))
    else:
        at = chance.choice([n for n, digit in enumerate(old) if digit.isdigit() and digit != "0"][:2] or [0])
        new = old[:at] + chance.choice([digit for digit in "123456789" if digit != old[at]]) + old[at + 1 :]
    return written[: figure.start()] + new + written[figure.end() :]


def facts(article: Document) -> Iterator[tuple[str, Hashable, Span]]:
    """Each fact that may be said twice: its kind, what is said, and where, in order of each kind."""
    view = article.folded()
    for one in article.derived(things):
        if not one.quantity.quoted:
            yield one.quantity.kind, (one.key, one.value), view.span(one.quantity.number.start, one.quantity.number.end)
    for age in article.derived(ages):
        if age.holder >= 0 and not age.birth and age.year is None:
            yield "age", (age.holder, age.low, age.high), Span(age.start, age.end)
    for time in times_in(article, 0, len(view.text)):
        if time.grain == "day" and time.basis == "written" and time.period is not None:
            yield "day", time.period, view.span(time.start, time.end)


def places(article: Document) -> Iterator[tuple[str, Span]]:
    """What may be changed: a fact that an earlier sentence states, and a figure that others make."""
    said: dict[tuple[str, Hashable], int] = {}
    for kind, fact, span in facts(article):
        sentence = article.sentence_at(span.start).start
        if said.setdefault((kind, fact), sentence) != sentence:
            yield kind, span
    view = article.folded()
    for one in article.derived(relations):
        if one.explained and not one.derived.quoted:
            yield "relation", view.span(one.derived.number.start, one.derived.number.end)


def injections(article: Document, chance: random.Random) -> Iterator[tuple[str, Span, str]]:
    """One change of each kind that the article offers: the kind, the place, and the text in its place."""
    by_kind = defaultdict(list)
    for kind, span in places(article):
        by_kind[kind].append(span)
    content = article.text.content
    for kind, spans in by_kind.items():
        span = chance.choice(spans)
        new = changed(kind, content[span.start : span.end], chance)
        if new is not None:
            yield kind, span, new


def naming(found: Iterable[Finding], before: Counter[tuple[str, str]], place: Span) -> Iterator[str]:
    """The rules that name a place in a finding which the article as published has not."""
    for one in found:
        spans = (one.span, *(each.span for each in one.related))
        if not before[one.rule, one.match] and any(place.start < span.end and span.start < place.end for span in spans):
            yield one.rule


def main() -> None:
    """Prints how many changes were made, and found as shipped and with rules in preview, by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default="news-dev")
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    pipeline = pipelines.find()
    assert pipeline is not None, pipelines.missing(None)
    rules = [rule for rule in builtin() if rule.id.startswith("consistency.")]
    shipped, linter = {rule.id for rule in rules if rule.default == "on"}, Linter(rules)
    chance, made, found, hidden = random.Random(SEED), Counter[str](), Counter[str](), Counter[str]()
    for article in islice(read(options.shared / "corpora" / f"{options.corpus}.jsonl.xz"), options.articles):
        clean = document(article, article.text, pipeline.name)
        content = clean.text.content
        every = list(injections(clean, chance)) if clean.prose.text == content else []
        before = Counter((one.rule, one.match) for one in linter.lint(clean).findings) if every else Counter()
        for kind, span, new in every:
            text = content[: span.start] + new + content[span.end :]
            report = linter.lint(document(article, text.replace("\n\n", "\n", 1), pipeline.name))
            names = set(naming(report.findings, before, Span(span.start, span.start + len(new))))
            made[kind] += 1
            found[kind] += bool(names & shipped)
            hidden[kind] += bool(names)
    print("| fact | changed | found | with previews |\n|---|---:|---:|---:|")
    for kind in sorted(made):
        print(f"| {kind} | {made[kind]} | {found[kind]} | {hidden[kind]} |")


if __name__ == "__main__":
    main()
