"""Writes `lint/newslint/data/gazetteer/antonyms.txt`, pairs of words that are opposites by WordNet.

    python tools/antonyms.py WORDNET

WORDNET is the folder of the Debian package wordnet-base (`/usr/share/wordnet`). Kept are the pairs of single words that the light
model of word choice knows, which are those that news uses; without what differs from the other in a first syllable
that negates, because negations are compared by other means.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA: Final = Path(__file__).parents[1] / "lint" / "newslint" / "data"
TARGET: Final = _DATA / "gazetteer" / "antonyms.txt"
HEAD: Final = "# Pairs of opposites. From WordNet 3.0 by tools/antonyms.py; see THIRD_PARTY.md.\n"
_PREFIX: Final = re.compile(r"(?:un|in|im|il|ir|dis|non|mis)-?")
# Opposites only of a sort: who teaches and who is taught may both do what is said.
_NO_CONTRARIES: Final = frozenset(
    {
        ("american", "british"), ("right", "left"), ("come", "go"), ("ask", "answer"), ("old", "new"), ("human", "machine"),
        ("make", "unmake"), ("brother", "sister"), ("boy", "girl"), ("son", "daughter"), ("husband", "wife"), ("think", "forget"),
    }
)  # fmt: skip


def words(folder: Path, pos: str) -> dict[str, list[str]]:
    """The offset of each set of synonyms of a part of speech → its words, in the order in which pointers number them."""
    found = {}
    for cells in _lines(folder, pos):
        count = int(cells[3], 16)
        found[cells[0]] = [word.partition("(")[0].lower() for word in cells[4 : 4 + 2 * count : 2]]
    return found


def pairs(folder: Path, pos: str) -> Iterator[tuple[str, str]]:
    """The opposites among the words of a part of speech."""
    known = words(folder, pos)
    for cells in _lines(folder, pos):
        at = 5 + 2 * int(cells[3], 16)
        for kind, target, ends in zip(cells[at::4], cells[at + 1 :: 4], cells[at + 3 :: 4], strict=False):
            if kind == "!" and target in known and ends != "0000":
                one, other = known[cells[0]][ordinal(ends[:2])], known[target][ordinal(ends[2:])]
                yield min(one, other), max(one, other)


def ordinal(digits: str) -> int:
    """The place of a word in its set, of the two hexadecimal digits by which pointers number it from 1."""
    return int(digits, base=16) - 1


def _lines(folder: Path, pos: str) -> Iterator[list[str]]:
    for line in (folder / f"data.{pos}").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            yield line.partition(" | ")[0].split()


def _kept(one: str, other: str, news: set[str]) -> bool:
    if not {one, other} <= news or len(one) < 3 or len(other) < 3:
        return False
    if (one, other) in _NO_CONTRARIES or (other, one) in _NO_CONTRARIES:
        return False
    return not any(a != b and _PREFIX.sub("", a, count=1) == b for a, b in ((one, other), (other, one)))


def main() -> None:
    """Writes the table."""
    news = {word.lower() for word in (_DATA / "spun" / "words.txt").read_text("utf-8").split("\n") if word.isalpha()}
    found = {pair for pos in ("noun", "verb", "adj", "adv") for pair in pairs(Path(sys.argv[1]), pos)}
    kept = sorted(pair for pair in found if _kept(*pair, news))
    TARGET.write_text(HEAD + "".join(f"{one} {other}\n" for one, other in kept), "utf-8")


if __name__ == "__main__":
    main()
