"""What both models say of texts that neither has learnt from, kept one text a line: `python -m training.scores --help`.

Everything that is fitted afterwards (how to add the two up, thresholds) is fitted to these lines, made by the arithmetic that
ships.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from newslint.archive.corpus import archive
from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.reading.words_read import words_read
from newslint.spun.features import MIN_LETTERS
from newslint.spun.oddity import judged, oddities
from newslint.training.spinner import Spinner
from newslint.training.split import Part, deal
from newslint.training.tables import function_words

_RATES: Final = (0.05, 0.1, 0.2)
_LONGEST: Final = 4500  # code points of a text that are read
_SHORTEST: Final = 200  # words
_STUMBLES: Final = 2  # severity
_WORD: Final = re.compile(r"\w+")
_CODE: Final = frozenset("{}[]<>_=/\\|#*~^`@$")


class Sample(NamedTuple):
    """A text, where it is from, and the starts of the words that were put in."""

    source: str
    how: str
    text: str
    put_in: frozenset[int]


def clean(source: str, texts: Iterable[str], most: int) -> Iterator[Sample]:
    """Texts as they are, cut at a line's end."""
    number = 0
    for text in texts:
        cut = (
            text
            if len(text) <= _LONGEST
            else text[: text.rfind("\n", 0, _LONGEST) if "\n" in text[:_LONGEST] else _LONGEST]
        )
        if len(cut.split()) >= _SHORTEST:
            yield Sample(source, "", cut, frozenset())
            number += 1
            if number == most:
                return


def spun(samples: Iterable[Sample], spinners: Mapping[str, Spinner], seed: int) -> Iterator[Sample]:
    """Each text by one spinner at one rate, in turn."""
    names = sorted(spinners)
    for number, sample in enumerate(samples):
        name, rate = names[number % len(names)], _RATES[number // len(names) % len(_RATES)]
        made = spinners[name].spin(sample.text, rate, seed + number)
        yield Sample(sample.source, f"{name} {rate}", made.text, frozenset(start for start, _ in made.spans))


def by_hand(folder: Path) -> Iterator[Sample]:
    """Texts that people have spun (`edited/` and `gold.jsonl`): put in is every word at which a reader stumbles."""
    places = defaultdict(list)
    for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines()):
        if row["severity"] == _STUMBLES:
            places[row["id"]].append((row["start"], row["end"]))
    for path in sorted((folder / "edited").glob("*.txt")):
        text = path.read_text("utf-8")
        starts = (
            start + match.start() for start, end in places[path.stem] for match in _WORD.finditer(text[start:end])
        )
        yield Sample("hand", "by hand", text, frozenset(starts))


def scored(sample: Sample, folder: str) -> dict[str, Any]:
    """One line: of each word that either model judges, [word, light log-odds or null, nats ahead, reader's log-odds, put in]."""
    document = document_of(Text(sample.text), Settings(datetime.date(2026, 11, 27), reader=folder), "plain")
    light = {word.span.start: word for word in document.derived(oddities).words}
    rows = []
    for seen in document.derived(words_read):
        if len(seen.text) >= MIN_LETTERS and seen.text.islower() and seen.text.isalpha():
            word = light.get(seen.span.start)
            values = (round(word.log_odds, 3), round(word.ahead, 2) if word.original else 0.0) if word else (None, 0.0)
            rows.append([seen.text, *values, seen.put_in, int(seen.span.start in sample.put_in)])
    return {
        "source": sample.source,
        "how": sample.how,
        "light": _total(document),
        **_described(document),
        "words": rows,
    }


def _total(document: Document) -> float:
    """The light model's log-odds of the whole text."""
    known = document.derived(judged)
    return known.reading.margins["0.002"] + known.model.meta.text_thresholds["0.002"]


def _described(document: Document) -> dict[str, float]:
    text = document.prose.text
    words = text.split()
    return {
        "length": len(words),
        "digits": sum(any(c.isdigit() for c in word) for word in words) / max(len(words), 1),
        "capitals": sum(word[:1].isupper() for word in words) / max(len(words), 1),
        "code": sum(c in _CODE for c in text) / max(len(words), 1),
    }


def main() -> None:
    """Writes the lines."""
    given = _arguments()
    found = json.loads((given.lexica).read_text("utf-8"))["spinners"]
    spinners = {
        name: Spinner(name, {word: frozenset(others) for word, others in table.items()}, function_words())
        for name, table in found.items()
    }
    if given.unrelated:
        table = json.loads(given.unrelated.read_text("utf-8"))
        spinners = {"unrelated": Spinner("unrelated", {w: frozenset(o) for w, o in table.items()}, function_words())}
    with given.out.open("a", encoding="utf-8") as file:
        for sample in _samples(given, spinners):
            file.write(json.dumps(scored(sample, str(given.model)), separators=(",", ":")) + "\n")
            file.flush()


def _samples(given: argparse.Namespace, spinners: Mapping[str, Spinner]) -> Iterator[Sample]:
    if given.by_hand:
        yield from by_hand(given.by_hand)
    for name, texts in _sources(given):
        some = list(clean(name, texts, given.number))
        yield from some
        if given.spin:
            yield from spun(some, spinners, 1)


def _sources(given: argparse.Namespace) -> Iterator[tuple[str, list[str]]]:
    chance = random.Random(given.seed)
    if given.news:
        everything = list(archive(given.news).articles())
        parts = deal(everything) if given.held_out else {}
        texts = [a.text for a in everything if not parts or parts[a.outlet] is Part.TEXTS]
        chance.shuffle(texts)
        yield "news", texts
    if given.genres:
        rows = [json.loads(line) for line in given.genres.read_text("utf-8").splitlines()]
        for source in sorted({row["source"] for row in rows}):
            texts = ["\n\n".join(row["blocks"]) for row in rows if row["source"] == source]
            chance.shuffle(texts)
            yield source, texts


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="the folder that training.export wrote")
    parser.add_argument("--lexica", type=Path, required=True)
    parser.add_argument("--unrelated", type=Path, help="spin by this thesaurus only")
    parser.add_argument("--news", type=Path)
    parser.add_argument("--held-out", action="store_true", help="only of outlets that no model has seen")
    parser.add_argument("--genres", type=Path)
    parser.add_argument("--by-hand", type=Path, help="the folder that devset/spun/apply.py wrote")
    parser.add_argument("--number", type=int, default=60, help="texts of each source")
    parser.add_argument("--spin", action="store_true", help="and the same texts, spun")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
