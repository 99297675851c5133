"""A spinner that the model knows nothing of: the thesaurus of the program `aiksaurus` (Debian; GPL, used to measure only).

    python benchmarks/spun/unrelated.py WORDNET_FOLDER OUT.json

Asks the program for every lemma of WordNet's indexes and inflects what it answers like `newslint.training.thesauri`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newslint.training.thesauri import inflected

_WORD = re.compile(r"[a-z]{3,}")
_PARTS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}


def parts_of_speech(folder: Path) -> dict[str, set[str]]:
    """Lemma → parts of speech, from WordNet's `index.*` files."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for name, part in _PARTS.items():
        for line in (folder / f"index.{name}").read_text("utf-8").splitlines():
            lemma = line.partition(" ")[0]
            if _WORD.fullmatch(lemma):
                parts[lemma].add(part)
    return parts


def answers(lemma: str) -> list[str]:
    """The single words that `aiksaurus` gives for a lemma."""
    shown = subprocess.run(["aiksaurus", lemma], capture_output=True, text=True, check=False).stdout
    if "No synonyms known" in shown:  # what follows are words that are spelt alike
        return []
    lines = (line for line in shown.splitlines() if "===" not in line)
    return [word.strip() for line in lines for word in line.split(",") if _WORD.fullmatch(word.strip())]


def pairs(parts: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    """Part of speech, lemma, synonym."""
    for lemma in sorted(parts):
        for other in answers(lemma):
            if other != lemma:
                yield from ((part, lemma, other) for part in sorted(parts[lemma] & parts.get(other, set())))


if __name__ == "__main__":
    found = inflected(pairs(parts_of_speech(Path(sys.argv[1]))))
    Path(sys.argv[2]).write_text(json.dumps({word: sorted(others) for word, others in found.items()}), encoding="utf-8")
