"""What linting costs, counted and not timed: calls of functions for a fixed article, which no busy machine changes.

The ceilings are a third above what was measured on CPython 3.11; whoever has to raise one should know why.
"""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from msgspec import structs

from newslint import stopwatch
from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.rulebook import packs
from newslint.rulebook.rule import Rule

ROOT = Path(__file__).parents[2]
SEED = next((ROOT / "seeds").glob("*.source.txt")).read_text("utf-8")
WORDS = len(SEED.split())
CEILINGS = {"calls": 53_000, "patterns": 1_900}  # for each 1,000 words
MOST_COMPILED = 215
SEARCHES = frozenset({"search", "match", "fullmatch", "finditer", "findall", "sub", "split"})


@cache
def linter() -> Linter:
    """The rules that are on and read quickly."""
    return Linter([rule for rule in map(quick, packs.builtin()) if rule.default == "on" and rule.parts])


def quick(rule: Rule) -> Rule:
    """The rule without the checks that ask models."""
    return structs.replace(rule, parts=tuple(part for part in rule.parts if not part.reads))


def document(text: str) -> Document:
    return document_of(Text(text, "article.txt"), Settings(today=datetime.date(2024, 5, 15)))


def cost(text: str) -> Counter[str]:
    """Calls of functions, and of patterns among them, that linting a text takes once all is loaded and compiled."""
    for _ in range(2):  # only the second text gets the automaton of all anchors
        linter().lint(document(text))
    counts: Counter[str] = Counter()

    def count(_frame: FrameType, event: str, what: Any) -> None:
        if event in ("call", "c_call"):
            counts["calls"] += 1
            if event == "c_call" and isinstance(getattr(what, "__self__", None), re.Pattern):
                counts["patterns"] += what.__name__ in SEARCHES

    sys.setprofile(count)
    try:
        linter().lint(document(text))
    finally:
        sys.setprofile(None)
    return counts


def test_an_article_costs_no_more_than_it_did() -> None:
    spent = cost(SEED)
    for name, ceiling in CEILINGS.items():
        assert spent[name] * 1000 / WORDS <= ceiling, name


def test_the_first_article_of_a_process_compiles_few_patterns() -> None:
    """Those that a process compiles to lint one article, once it has the rules."""
    code = (
        "import sys; from io import StringIO; from re import _compiler; from newslint.rulebook import packs\n"
        "packs.builtin(); made, compiled = _compiler.compile, []\n"
        "_compiler.compile = lambda *given: compiled.append(given) or made(*given)\n"
        "from newslint.cli import main\n"
        "main(['--quick', '--no-config', '--no-cache', '-'], StringIO(sys.stdin.read()), StringIO(), StringIO())\n"
        "print(len(compiled))"
    )
    ran = subprocess.run([sys.executable, "-c", code], input=SEED, capture_output=True, encoding="utf-8", check=True)
    assert int(ran.stdout) <= MOST_COMPILED


def test_a_long_article_costs_what_its_length_does() -> None:
    paragraphs = SEED.split("\n\n")
    fourfold = "\n\n".join(f"{one.rstrip('.')} {number}." for number in range(4) for one in paragraphs)
    # Not four times, because what is said again has to be compared; anything quadratic would be sixteen times.
    assert sum(cost(fourfold).values()) < 8 * sum(cost(SEED).values())


def test_what_an_article_lacks_is_not_analysed() -> None:
    watch = stopwatch.Stopwatch(("stage", "rest"))
    with stopwatch.running(watch):
        linter().lint(document("The harbour was closed.\n\nA ferry sailed to the pier, and rain fell on the quay."))
    made = {name for sort, name in watch.seconds if sort == "analysis"}
    assert not made & {"facts.ages", "facts.relations", "facts.kin.ties", "facts.times", "attribution.attributions"}
