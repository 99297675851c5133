"""Writes `lint/newslint/data/lookalikes.txt`: real but rare words that are one stroke away from a word of clean news.

    python tools/lookalikes.py SCOWL WORDNET CSPELL …

SCOWL is the folder of the Debian package scowl (`/usr/share/dict/scowl`), WORDNET that of wordnet-base
(`/usr/share/wordnet`), CSPELL the unpacked npm packages `@cspell/dict-…` of software terms, fullstack, filetypes, companies,
cryptocurrencies, node, data-science, python, ruby, rust, r, elixir, css, powershell, npm, git, docker and k8s; those of
other languages quote too many slips out of their code. Words of SCOWL's largest size are left out: half of them are slips.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.spun.model import shipped
from newslint.spun.strokes import slips, targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TARGET: Final = Path(__file__).parents[1] / "lint" / "newslint" / "data" / "lookalikes.txt"
HEAD: Final = (
    "# Rare words one stroke away from frequent ones, from SCOWL, WordNet and cspell's terms, by tools/lookalikes.py.\n"
)
# Slang and commands that none of the lists has, met in public copy.
HEARD: Final = (
    "fricking frickin financer financers hucking merch pushd refcounted refcounting stanned stanning stimming".split()
)
LARGEST: Final = 80  # of SCOWL's sizes
SHORTEST: Final = 4


def scowl(folder: Path) -> Iterator[str]:
    """Words and names of all varieties of English."""
    for path in folder.iterdir():
        if int(path.suffix[1:]) <= LARGEST:
            yield from path.read_text("latin-1").split("\n")


def wordnet(folder: Path) -> Iterator[str]:
    """Parts of its entries, and irregular forms."""
    for path in (*folder.glob("index.*"), *folder.glob("*.exc")):
        lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith(" ")]
        for line in lines:
            yield from line.split() if path.suffix == ".exc" else line.partition(" ")[0].split("_")


def cspell(folder: Path) -> Iterator[str]:
    """Every run of letters of its word lists; a comment or a word marked as wrong is none."""
    for path in (*folder.rglob("*.txt"), *folder.rglob("*.txt.gz")):
        text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for line in text.decode("utf-8").split("\n"):
            if not line.startswith("!"):
                yield from re.findall(r"[A-Za-z]+", line.partition("#")[0])


def near(words: Iterable[str]) -> list[str]:
    """Those that the model does not know and that one stroke turns into a frequent one."""
    vocabulary = shipped().tables.vocabulary
    plain = sorted({word.lower() for word in words if word.isascii() and word.isalpha() and len(word) >= SHORTEST})
    unknown = (word for word, number in zip(plain, vocabulary.numbers(plain), strict=True) if not number)
    return [word for word in unknown if any(slips(word, targets()))]


def main() -> None:
    """Writes the file anew."""
    first, second, *others = map(Path, sys.argv[1:])
    words = {*HEARD, *scowl(first), *wordnet(second), *(word for folder in others for word in cspell(folder))}
    TARGET.write_text(HEAD + "\n".join(near(words)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
