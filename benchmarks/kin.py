"""Spun versions of articles hidden among others: does `newslint kin` find their sources, and what else does it find?

    python benchmarks/kin.py --corpus news-train.jsonl.xz --wordnet DIR --mythes FILE [--ppdb FILE] --articles 10000 --spun 300

A spinner for each thesaurus, at 10 % and 20 % of the content words, in turn; a third of the versions also lose a paragraph, another
third keeps only a third of them, which follow each other. Prints the share of versions whose pair was found, by spinner, rate and
what they keep, their kinds, and the pairs of which neither is a version.
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from newslint.cli import main as newslint
from newslint.training import thesauri
from newslint.training.spinner import Spinner
from newslint.training.tables import function_words

RATES = (0.1, 0.2)
KEPT = ("whole", "less a paragraph", "a third")


def spinners(arguments: argparse.Namespace) -> list[Spinner]:
    """One for each thesaurus."""
    found = {"wordnet": thesauri.wordnet(arguments.wordnet), "mythes": thesauri.mythes(arguments.mythes)}
    if arguments.ppdb:
        found["ppdb"] = thesauri.ppdb(arguments.ppdb, alike=True)
    return [Spinner(name, synonyms, function_words()) for name, synonyms in found.items()]


def archive(arguments: argparse.Namespace) -> tuple[list[dict[str, Any]], dict[str, tuple[str, str]]]:
    """The articles with the versions among them, and of each version its source and how it was made."""
    with lzma.open(arguments.corpus, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line, _ in zip(lines, range(arguments.articles), strict=False)]
    random.seed(arguments.seed)
    chosen = random.sample([each for each in articles if len(each["text"].split()) >= 150], arguments.spun)
    makers = spinners(arguments)
    versions, made = [], {}
    for number, each in enumerate(chosen):
        spinner, rate = makers[number % len(makers)], RATES[number // len(makers) % len(RATES)]
        text = spinner.spin(each["text"], rate, number).text
        kept = KEPT[number // len(makers) // len(RATES) % len(KEPT)]
        name = f"spun-{number}"
        versions.append({**each, "id": name, "text": "\n".join(cut(text.split("\n"), kept))})
        made[name] = (each["id"], f"{spinner.name} {rate:.0%} {kept}")
    mixed = articles + versions
    random.shuffle(mixed)
    return mixed, made


def cut(paragraphs: list[str], kept: str) -> list[str]:
    """What a version keeps of its paragraphs."""
    size = {"whole": 0, "less a paragraph": 1, "a third": -(-len(paragraphs) // 3)}[kept]
    first = random.randrange(max(len(paragraphs) - size, 1))
    return paragraphs[first : first + size] if kept == "a third" else paragraphs[:first] + paragraphs[first + size :]


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--mythes", type=Path, default=Path("/usr/share/mythes/th_en_US_v2.dat"))
    parser.add_argument("--ppdb", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--spun", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--pairs", type=Path, help="where the other pairs go, one a line, to be read")
    arguments = parser.parse_args()
    articles, made = archive(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        path.write_text("".join(json.dumps({k: v for k, v in each.items() if v}) + "\n" for each in articles), "utf-8")
        out = io.StringIO()
        newslint(["kin", str(path), "--format", "json", "--jobs", arguments.jobs, "--quiet"], stdout=out)
    report(map(json.loads, out.getvalue().splitlines()), made, arguments.pairs, sys.stdout)
    return 0


def report(pairs: Any, made: dict[str, tuple[str, str]], kept: Path | None, stdout: Any) -> None:
    """The share found by spinner and rate, kinds, and the other pairs."""
    found: dict[str, str] = {}
    others, wrong = [], 0
    for pair in pairs:
        version = next((name for name in (pair["path"], pair["source"]) if name in made), None)
        other = pair["source"] if version == pair["path"] else pair["path"]
        if version is None:
            others.append(pair)
        elif made[version][0] == other:
            found[version] = pair["kind"]
        else:
            wrong += 1
    whole, hits = Counter(how for _, how in made.values()), Counter(made[name][1] for name in found)
    for how in sorted(whole):
        stdout.write(f"{how:28} {hits[how]} of {whole[how]} = {hits[how] / whole[how]:.3f}\n")
    stdout.write(f"kinds of versions: {dict(Counter(found.values()))}; {wrong} pairs with another article\n")
    stdout.write(f"pairs of two other articles: {len(others)}, {dict(Counter(pair['kind'] for pair in others))}\n")
    if kept is not None:
        kept.write_text("".join(json.dumps(pair) + "\n" for pair in others), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
