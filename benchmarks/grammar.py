"""What the grammar pack makes of LanguageTool: findings before and after the selection, time, memory, planted slips.

python benchmarks/grammar.py [--corpus news-dev] [--count 1031] [--sample 0] [--planted 100]   (results: GRAMMAR.md)
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import time
from collections import Counter, defaultdict
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from corpus import articles
from findings import shown

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.languagetool.proofreader import issues
from newslint.languagetool.session import opened
from newslint.languagetool.settings import GrammarSettings
from newslint.paths import builtin_rules
from newslint.rulebook.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus import Article

_TODAY: Final = datetime.date(2024, 5, 15)
_BRITISH: Final = frozenset({"The Guardian"})
_RULES: Final = [
    rule for rule in load_pack(builtin_rules() / "grammar") if rule.default == "off" or rule.id == "grammar.weekday"
]
_WORD: Final = re.compile(r"(?<= )[a-z]{2,}(?= )")
_LONG: Final = re.compile(r"(?<= )[a-z]{8,}(?= )")
_ARTICLE: Final = re.compile(r"(?<= )an?(?= [a-z])")
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def document(article: Article, content: str | None = None) -> Document:
    """An article, or another text in its house's English."""
    language = "en-GB" if article.outlet in _BRITISH else "en-US"
    return document_of(Text(content or article.text, article.id), Settings(today=_TODAY, language=language))


def count(chosen: list[Article], sample: int) -> None:
    """Prints findings per 10,000 words of LanguageTool and of the pack, and the time of each article."""
    linter = Linter(_RULES)
    raw: Counter[str] = Counter()
    kept: dict[str, list[str]] = defaultdict(list)
    seconds, words = [], 0
    for article in chosen:
        one = document(article)
        words += len(article.text.split())
        start = time.perf_counter()
        raw.update(issue.category for issue in issues(one))
        seconds.append(time.perf_counter() - start)
        for finding in linter.lint(one).findings:
            kept[finding.rule].append(shown(article, one.text, finding))
    print(f"{len(chosen)} articles, {words:,} words")
    print(f"LanguageTool: {raw.total() / words * 1e4:.1f} per 10,000 words")
    for category, number in raw.most_common():
        print(f"  {category}: {number / words * 1e4:.2f}")
    print(f"pack: {sum(map(len, kept.values())) / words * 1e4:.1f} per 10,000 words")
    for rule, lines in sorted(kept.items()):
        print(f"  {rule}: {len(lines)}, {len(lines) / words * 1e4:.3f}")
    tenth = quantiles(seconds, n=10)[-1] if len(seconds) > 1 else seconds[0]
    print(f"per article, warm: median {median(seconds):.2f} s, ninth tenth {tenth:.2f} s")
    for rule, lines in sorted(kept.items()):
        for line in random.Random(1).sample(lines, min(sample, len(lines))):
            print(rule, line)


def doubled(text: str, chance: random.Random) -> str | None:
    """A word said twice."""
    return _changed(text, _WORD, chance, lambda word: f"{word} {word}")


def swapped(text: str, chance: random.Random) -> str | None:
    """`a` for `an`, `an` for `a`."""
    return _changed(text, _ARTICLE, chance, lambda word: "a" if word == "an" else "an")


def mistyped(text: str, chance: random.Random) -> str | None:
    """A letter lost, doubled or out of turn, within a word of eight letters or more."""
    return _changed(text, _LONG, chance, lambda word: _slip(word, chance))


def misdated(text: str, chance: random.Random) -> str | None:
    """A sentence with a day of the week that is not its date's."""
    day = datetime.date(2000, 1, 1) + datetime.timedelta(chance.randrange(9000))
    wrong = _DAYS[(day.weekday() + chance.randrange(1, 7)) % 7]
    return f"{text} The hearing was put off to {wrong}, {day:%B} {day.day}, {day.year}, for want of a judge."


PLANTED: Final[dict[str, Callable[[str, random.Random], str | None]]] = {
    "grammar.doubled-word": doubled,
    "grammar.article": swapped,
    "grammar.spelling": mistyped,
    "grammar.weekday": misdated,
}


def plant(chosen: list[Article], number: int) -> None:
    """Prints how many planted slips each rule finds, in paragraphs where it found none before."""
    for name, spoil in PLANTED.items():
        linter = Linter([rule for rule in _RULES if rule.id == name])
        found = total = 0
        for article, paragraph, chance in _paragraphs(chosen):
            spoilt = spoil(paragraph, chance)
            if spoilt is None or linter.lint(document(article, paragraph)).findings:
                continue
            total += 1
            found += bool(linter.lint(document(article, spoilt)).findings)
            if total == number:
                break
        print(f"planted, {name}: {found} of {total} found")


def _paragraphs(chosen: list[Article]) -> Iterator[tuple[Article, str, random.Random]]:
    """Paragraphs of the articles' own words, of 30 words and more, one of each article."""
    for article in chosen:
        chance = random.Random(article.id)
        lines = [line for line in article.text.split("\n")[1:] if line.count(" ") >= 30 and not set(line) & set('“”"‘')]
        if lines:
            yield article, chance.choice(lines), chance


def _changed(text: str, pattern: re.Pattern[str], chance: random.Random, change: Callable[[str], str]) -> str | None:
    places = list(pattern.finditer(text))
    if not places:
        return None
    hit = chance.choice(places)
    return text[: hit.start()] + change(hit[0]) + text[hit.end() :]


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    lost, doubled_, turned = word[:at] + word[at + 1 :], word[: at + 1] + word[at:], word[:at] + word[at + 1] + word[at]
    return chance.choice([slip for slip in (lost, doubled_, turned + word[at + 2 :]) if slip != word])


def main() -> int:
    """Prints all figures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default="news-dev")
    parser.add_argument("--count", type=int)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--planted", type=int, default=100)
    options = parser.parse_args()
    chosen = articles(options.corpus, options.count)
    with opened(GrammarSettings()) as run:
        start = time.perf_counter()
        run.url()
        print(f"start of the server: {time.perf_counter() - start:.1f} s")
        issues(document(chosen[0]))  # LanguageTool reads its rules at the first text
        print(f"first text: {time.perf_counter() - start:.1f} s")
        count(chosen, options.sample)
        plant(chosen, options.planted)
        running = run.running()
        if running is not None:
            print(f"memory of the server: {running.process.memory() >> 20} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
