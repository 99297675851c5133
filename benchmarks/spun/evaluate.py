"""How well the spun-text model does, as Markdown.

    python benchmarks/spun/evaluate.py --clean news-dev.jsonl --ppdb PPDB.zip --unrelated OUT.json

Spins held-out articles with each thesaurus at each rate; nothing of what is measured here was used to fit anything:
the outlets of `--clean` are not in the corpus, and the unrelated thesaurus is in no lexicon.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from newslint.archive.corpus import archive
from newslint.article.quotation import quoted_lines
from newslint.checks.machine import odd_word
from newslint.paths import data
from newslint.spun.model import SpunModel, load
from newslint.training import thesauri
from newslint.training.corpus import Article
from newslint.training.material import draw, long_enough
from newslint.training.spinner import Spinner
from newslint.training.tables import function_words, same_spelling

RATES = (0.05, 0.1, 0.2, 0.3)
FLAGS = ("0.1", "0.2", "0.5", "1.0")
REPORTED = "as reported"  # by machine.spun-collocation, whose threshold falls once the article as a whole is suspect
SUSPECT, WARNING, ERROR = "0.002", "0.0005", "0.0002"
MIN_WORDS = 200


@dataclass
class Tally:
    """What was counted over the articles of one cell of a table."""

    texts: int = 0
    caught: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    swaps: int = 0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    wrong: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, text: str, spans: Sequence[tuple[int, int]], model: SpunModel) -> None:
        """Judge one text whose swapped words are known."""
        reading = model.read(text, quoted_lines(text).spans)
        starts = np.array([start for start, _ in spans], dtype=np.int64)
        swapped = np.isin(reading.examined.starts, starts)
        self.texts += 1
        self.swaps += len(starts)
        for share, margin in reading.margins.items():
            self.caught[share] += margin > 0
        reported = odd_word.SUSPECT_FLAGS if reading.margins[odd_word.SUSPECT] > 0 else odd_word.FLAGS
        chosen = {flags: flags for flags in FLAGS} | {REPORTED: reported}
        for flags, budget in chosen.items():
            over = reading.log_odds > model.meta.word_thresholds[budget]
            self.right[flags] += int((over & swapped).sum())
            self.wrong[flags] += int((over & ~swapped).sum())


def spinners(args: argparse.Namespace, model: SpunModel) -> dict[str, Spinner]:
    """The spinners by name."""
    known = {"WordNet": thesauri.wordnet(args.wordnet), "MyThes": thesauri.mythes(args.mythes)}
    known["PPDB"] = thesauri.ppdb(args.ppdb, alike=True)
    known["PPDB, any inflection"] = thesauri.ppdb(args.ppdb, alike=False)
    if args.unrelated:
        found = json.loads(args.unrelated.read_text("utf-8"))
        known["unrelated"] = {word: frozenset(others) for word, others in found.items()}
    vocabulary = model.tables.vocabulary
    return {name: Spinner(name, same_spelling(vocabulary, s), function_words()) for name, s in known.items()}


def spun(articles: Iterable[Article], spinner: Spinner, rate: float, model: SpunModel, *, consistent: bool) -> Tally:
    """Spin and judge."""
    tally = Tally()
    for article in articles:
        made = spinner.spin(article.text, rate, draw(article.id, spinner.name, rate), consistent=consistent)
        tally.add(made.text, made.spans, model)
    return tally


def clean(articles: Iterable[Article], model: SpunModel) -> dict[str, Tally]:
    """Judge clean articles by outlet; `swaps` holds the number of words."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for article in articles:
        tally = tallies[article.outlet]
        tally.add(article.text, (), model)
        tally.swaps += len(article.text.split())
    return dict(tallies)


def document_table(cells: Mapping[tuple[str, float], Tally]) -> Iterator[str]:
    """Share of spun documents over the thresholds for 0.2 %, 0.05 % (warning) and 0.02 % (error) of clean ones."""
    yield "| spinner | " + " | ".join(f"{rate:.0%}" for rate in RATES) + " |"
    yield "|---" * (len(RATES) + 1) + "|"
    for name in dict.fromkeys(name for name, _ in cells):
        row = (cells[name, rate] for rate in RATES)
        yield (
            f"| {name} | "
            + " | ".join(f"{_share(c, SUSPECT):.3f} / {_share(c, WARNING):.3f} / {_share(c, ERROR):.3f}" for c in row)
            + " |"
        )


def span_table(cells: Mapping[tuple[str, float], Tally]) -> Iterator[str]:
    """Precision and recall of single words."""
    yield "| spinner, rate | " + " | ".join(f"P / R at {flags}" for flags in FLAGS) + f" | {REPORTED} |"
    yield "|---" * (len(FLAGS) + 2) + "|"
    for (name, rate), cell in cells.items():
        yield f"| {name} {rate:.0%} | " + " | ".join(_precision(cell, flags) for flags in (*FLAGS, REPORTED)) + " |"


def clean_table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """False alarms by outlet."""
    yield (
        "| outlet | articles | over 0.2 % | warnings | errors | "
        + " | ".join(f"flags per 1,000 at {f}" for f in FLAGS)
        + f" | {REPORTED} |"
    )
    yield "|---" * (len(FLAGS) + 6) + "|"
    for name, tally in sorted(tallies.items(), key=lambda item: -item[1].texts):
        flags = " | ".join(f"{tally.wrong[f] / tally.swaps * 1000:.2f}" for f in (*FLAGS, REPORTED))
        yield f"| {name} | {tally.texts} | {tally.caught[SUSPECT]} | {tally.caught[WARNING]} | {tally.caught[ERROR]} | {flags} |"


def _share(tally: Tally, share: str) -> float:
    return tally.caught[share] / max(tally.texts, 1)


def _precision(tally: Tally, flags: str) -> str:
    right, wrong = tally.right[flags], tally.wrong[flags]
    return f"{right / max(right + wrong, 1):.2f} / {right / max(tally.swaps, 1):.3f}"


def throughput(articles: Sequence[Article], model: SpunModel) -> str:
    """Words a second on one core, the model warm."""
    began, words = time.process_time(), 0
    for article in articles:
        model.read(article.text, quoted_lines(article.text).spans)
        words += len(article.text.split())
    return f"{words / (time.process_time() - began):,.0f} words per CPU second"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clean", type=Path, required=True)
    parser.add_argument("--ppdb", type=Path, required=True)
    parser.add_argument("--unrelated", type=Path)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--mythes", type=Path, default=Path("/usr/share/mythes/th_en_US_v2.dat"))
    parser.add_argument("--model", type=Path, default=data("spun"))
    parser.add_argument("--articles", type=int, default=300, help="how many to spin")
    parser.add_argument("--first", type=int, default=0, help="begin with that one: others of the articles are spun")
    parser.add_argument("--consistent", action="store_true", help="spin a word the same way each time")
    return parser.parse_args()


def main() -> None:
    """Print the tables."""
    args = arguments()
    model = load(args.model)
    articles = long_enough(archive(args.clean).articles(), MIN_WORDS)
    some = articles[args.first :: max(len(articles) // args.articles, 1)][: args.articles]
    cells = {
        (name, rate): spun(some, spinner, rate, model, consistent=args.consistent)
        for name, spinner in spinners(args, model).items()
        for rate in RATES
    }
    tables = (document_table(cells), span_table(cells), clean_table(clean(articles, model)))
    print("\n\n".join("\n".join(table) for table in tables))
    print(f"\n{len(some)} articles spun; {throughput(some[:100], model)}")


if __name__ == "__main__":
    main()
