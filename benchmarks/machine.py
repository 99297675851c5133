"""Do the lists of pack `machine` catch a thesaurus that they were not written from? Writes its part of PRECISION.md.

    python benchmarks/machine.py

In every article of `news-dev` each institution (tools/institutions.txt) and each expression that rules/lists/spun-idioms.txt
restores is put through PPDB, one content word at a time; the sentence is linted. Recall is the share of such sentences in which a
rule of the pack reports the swapped words. The false alarms are those of the articles as they are.
"""

from __future__ import annotations

import datetime
import random
import re
import zipfile
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import SHARED, articles

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Span
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT: Final = Path(__file__).parents[1]
_SETTINGS: Final = Settings(today=datetime.date(2024, 5, 15))
_FUNCTION: Final = frozenset("of the and to for in on".split())
_TRIES: Final = 3  # synonyms tried for each word of a mention
_LISTS: Final = ("machine.spun-name", "machine.spun-idiom", "machine.spun-military")


def thesaurus() -> dict[str, list[str]]:
    """Word → PPDB's synonyms that share no beginning with it (other inflections and spellings left out)."""
    table: dict[str, list[str]] = defaultdict(list)
    with zipfile.ZipFile(SHARED / "lexicons" / "ppdb-1.0-xxxl-lexical-synonyms.zip") as archive:
        name = max(archive.namelist(), key=len)
        for line in archive.read(name).decode("utf-8").splitlines():
            one, _, other = line.partition("\t")
            if one.isalpha() and other.isalpha() and one[:4] != other[:4]:
                table[one].append(other)
                table[other].append(one)
    return table


def expressions() -> dict[str, str]:
    """Expression → the rule that is to find it spun."""
    names = (_ROOT / "tools" / "institutions.txt").read_text("utf-8").splitlines()
    idioms = (_ROOT / "rules" / "lists" / "spun-idioms.txt").read_text("utf-8").splitlines()
    found = {line.partition(" => ")[2]: "machine.spun-idiom" for line in idioms if " => " in line}
    return found | {line.removesuffix(" *"): "machine.spun-name" for line in names if line and not line.startswith("#")}


def spun(
    text: str, table: dict[str, list[str]], wanted: dict[str, str], chance: random.Random
) -> Iterator[tuple[str, str, Span]]:
    """(rule, spun sentence, place of the spun expression) for every expression that occurs in a text."""
    for hit in re.finditer(_pattern(tuple(wanted)), text):
        start, end = text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.end())
        before, after = text[start : hit.start()], text[hit.end() : None if end < 0 else end]
        words = hit[0].split()
        for at, word in enumerate(words):
            known = [] if word in _FUNCTION else table.get(word.lower(), [])
            for synonym in chance.sample(known, min(_TRIES, len(known))):
                cased = synonym.capitalize() if word[0].isupper() else synonym
                form = " ".join([*words[:at], cased, *words[at + 1 :]])
                yield wanted[hit[0]], before + form + after, Span(len(before), len(before) + len(form))


@lru_cache(maxsize=1)
def _pattern(wanted: tuple[str, ...]) -> str:
    return rf"\b(?:{'|'.join(map(re.escape, sorted(wanted, key=len, reverse=True)))})\b"


def main() -> int:
    """Prints the table; returns the exit code."""
    linter = Linter([rule for rule in builtin() if rule.id in _LISTS])
    table, wanted, chance = thesaurus(), expressions(), random.Random(1)
    tried, found, forms, false = Counter[str](), Counter[str](), defaultdict[str, set[str]](set), Counter[str]()
    words = 0
    for article in articles("news-dev"):
        words += len(article.text.split())
        for finding in linter.lint(document_of(Text(article.text), _SETTINGS)).findings:
            false[finding.rule] += 1
        for rule, text, span in spun(article.text, table, wanted, chance):
            tried[rule] += 1
            if any(f.span.overlaps(span) for f in linter.lint(document_of(Text(text), _SETTINGS)).findings):
                found[rule] += 1
                forms[rule].add(text[span.start : span.end])
    for rule in sorted(tried):
        recall = f"{tried[rule]} | {found[rule]} | {found[rule] / tried[rule]:.2f} | {len(forms[rule])}"
        print(f"| {rule} | {recall} | {false[rule]} in {words:,} words |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
