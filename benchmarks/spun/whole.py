"""How many articles `machine.spun-article` reports by the light model, and by both models, clean ones by source and spun ones by
spinner and rate, as Markdown.

    python benchmarks/spun/whole.py --clean untouched.jsonl fresh.jsonl --news news-dev.jsonl --lexica kept/lexica.json \\
      --unrelated unrelated.json --by-hand FOLDER

`--clean`: one JSON object a line with `source` and `blocks`, of sources that nothing was fitted to (`training.genres` of the reader
model makes such files from repositories); `--lexica`: what its training keeps; `--by-hand`: what `devset/spun/apply.py` wrote.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Unit
from newslint.checks.machine.spun_article import SpunArticle
from newslint.training.spinner import Spinner
from newslint.training.tables import function_words

RATES = (0.05, 0.1, 0.2)
LONGEST = 4_500  # code points of a text
SHORTEST = 200  # words
MODEL = Path(__file__).parents[2] / "models" / "newslint-reader" / "newslint_reader" / "model"
SETTINGS = Settings(today=datetime.date(2026, 11, 27), reader=str(MODEL))
COLUMNS = ("texts", "light model", "with the reader", "spun-throughout")

Named = Iterable[tuple[str, str]]


CHECKS = (SpunArticle(share="0.0005"), SpunArticle(share="0.0005", reader=True), SpunArticle(share="0.0002"))


def reported(text: str) -> tuple[bool, bool, bool]:
    """What is said of a text: a warning by the light model alone, one by either, an error."""
    document = document_of(Text(text), SETTINGS, "plain")
    unit = Unit(document, "prose", 0, len(document.prose.text))
    light, both, error = (any(check.find(unit)) for check in CHECKS)
    return light, light or both, error


def table(title: str, texts: Named) -> None:
    """Prints how many texts of each name there are, and how many are reported."""
    counted = defaultdict[str, Counter[str]](Counter)
    for name, text in texts:
        counted[name].update(("texts", *(what for what, so in zip(COLUMNS[1:], reported(text), strict=True) if so)))
    print(f"\n| {title} | " + " | ".join(COLUMNS) + " |\n|---" + "|---" * len(COLUMNS) + "|")
    for name in sorted(counted):
        print(f"| {name} | " + " | ".join(str(counted[name][column]) for column in COLUMNS) + " |")
    total = sum(counted.values(), Counter[str]())
    print("| all | " + " | ".join(str(total[column]) for column in COLUMNS) + " |", flush=True)


def cut(text: str) -> str:
    """A text up to the end of a line."""
    edge = text.rfind("\n", 0, LONGEST)
    return text if len(text) <= LONGEST else text[: edge if edge > 0 else LONGEST]


def clean(path: Path, most: int) -> Iterator[tuple[str, str]]:
    """Texts of a file of sources, `most` of each, drawn at random."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    random.Random(2).shuffle(rows)
    taken = Counter[str]()
    for row in rows:
        text = cut("\n\n".join(row["blocks"]))
        if len(text.split()) >= SHORTEST and taken[row["source"]] < most:
            taken[row["source"]] += 1
            yield row["source"], text


def news(path: Path, most: int) -> list[str]:
    """Articles of a corpus, drawn at random."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    random.Random(5).shuffle(rows)
    return [text for row in rows if len((text := cut(row["text"])).split()) >= SHORTEST][:most]


def spun(texts: list[str], lexica: Path, unrelated: Path | None) -> Iterator[tuple[str, str]]:
    """Each text by every spinner at every rate."""
    tables = json.loads(lexica.read_text("utf-8"))["spinners"]
    if unrelated:
        tables["unrelated"] = json.loads(unrelated.read_text("utf-8"))
    for name, found in sorted(tables.items()):
        spinner = Spinner(name, {word: frozenset(others) for word, others in found.items()}, function_words())
        for number, text in enumerate(texts):
            yield from ((f"{name} {rate:.0%}", spinner.spin(text, rate, 900 + number).text) for rate in RATES)


def by_hand(folder: Path) -> Iterator[tuple[str, str]]:
    """Articles spun by hand, by style, and the same articles untouched."""
    styles = {
        gold["id"]: gold["style"]
        for path in (folder / "gold").glob("*.json")
        if (gold := json.loads(path.read_text("utf-8")))
    }
    for path in sorted((folder / "edited").glob("*.txt")):
        yield styles.get(path.stem, "edited"), path.read_text("utf-8")
        yield "untouched", (folder / "clean" / path.name).read_text("utf-8")


def main() -> None:
    """Prints a table for each set that is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--lexica", type=Path, required=True)
    parser.add_argument("--unrelated", type=Path)
    parser.add_argument("--by-hand", type=Path)
    parser.add_argument("--most", type=int, default=900, help="clean texts of a source")
    parser.add_argument("--articles", type=int, default=150, help="that are spun")
    given = parser.parse_args()
    for path in given.clean:
        table(path.stem, clean(path, given.most))
    table("news", (("clean", text) for text in news(given.news, 10_000)))
    if given.by_hand:
        table("by hand", by_hand(given.by_hand))
    table("spinner", spun(news(given.news, given.articles), given.lexica, given.unrelated))


if __name__ == "__main__":
    main()
