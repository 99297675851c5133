"""How often a changed figure is found, in the wording that published articles offer: no sentence is added.

    python benchmarks/consistency/restated.py [--corpus news-dev] [--most 100] [--shared FOLDER]

`count`: of two equal counts of one thing, in two sentences, the later one is changed. `relation`: a figure that others make (a
sum, a share, a change) is changed. Thorough reading; found means a finding that is not in the article as published and names
the place. Preview rules are included. Not every change makes a contradiction: a later count may be of others.
"""

# ruff: noqa: E402
from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
from collections import Counter
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
from newslint.knowledge.facts.relations import relations
from newslint.knowledge.facts.things import things
from newslint.reading import pipelines
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY: Final = datetime.date(2024, 5, 15)
RULES: Final = (
    "number-mismatch",
    "number-mismatch-loose",
    "set-count",
    "list-count",
    "part-count",
    "arithmetic",
    "arithmetic-loose",
)
WORDS: Final = "two three four five six seven eight nine ten eleven twelve".split()
SEED: Final = 5


def document(article: Article, text: str, pipeline: str) -> Document:
    """An article, read thoroughly."""
    head, _, body = text.partition("\n")
    return document_of(
        Text(f"{head}\n\n{body}", "a.txt"), Settings(TODAY, date=article.date, pipeline=pipeline), "plain"
    )


def changed(written: str, chance: random.Random) -> str | None:
    """Another figure of the same form; None for one that is not plain."""
    if written.lower() in WORDS:
        return chance.choice([word for word in WORDS if word != written.lower()])
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*", written) is None:
        return None
    at = chance.choice([n for n, digit in enumerate(written) if digit.isdigit() and digit != "0"][:2])
    return written[:at] + chance.choice([digit for digit in "123456789" if digit != written[at]]) + written[at + 1 :]


def places(read_: Document) -> Iterator[tuple[str, Span]]:
    """What may be changed: the number of a later count, and of a figure that others make."""
    view, every = read_.folded(), read_.derived(things)
    for at, later in enumerate(every):
        if (
            later.quantity.kind == "count"
            and not later.quantity.quoted
            and any(
                one.key == later.key and one.value == later.value and one.sentence != later.sentence
                for one in every[:at]
            )
        ):
            yield "count", view.span(later.quantity.number.start, later.quantity.number.end)
    for one in read_.derived(relations):
        if one.explained and not one.derived.quoted:
            yield "relation", view.span(one.derived.number.start, one.derived.number.end)


def main() -> None:
    """Prints how many changes were made and found, by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default="news-dev")
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    pipeline = pipelines.find()
    assert pipeline is not None, pipelines.missing(None)
    linter = Linter([rule for rule in builtin() if rule.id in {f"consistency.{name}" for name in RULES}])
    chance, made, found = random.Random(SEED), Counter[str](), Counter[str]()
    for article in read(options.shared / "corpora" / f"{options.corpus}.jsonl.xz"):
        clean = document(article, article.text, pipeline.name)
        content = clean.text.content
        every = [one for one in places(clean) if made[one[0]] < options.most]
        for kind, span in chance.sample(every, min(len(every), 2)):
            new = changed(content[span.start : span.end], chance)
            if new is None or clean.prose.text != content:
                continue
            text = content[: span.start] + new + content[span.end :]
            report = linter.lint(document(article, text.replace("\n\n", "\n", 1), pipeline.name))
            named = [place for one in report.findings for place in (one.span, *(each.span for each in one.related))]
            made[kind] += 1
            found[kind] += any(place.start < span.start + len(new) and span.start < place.end for place in named)
        if all(made[kind] >= options.most for kind in ("count", "relation")):
            break
    for kind in made:
        print(f"{kind}: {found[kind]} of {made[kind]} found")


if __name__ == "__main__":
    main()
