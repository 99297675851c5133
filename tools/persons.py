"""Writes `lint/newslint/data/gazetteer/persons.txt`, the nouns for people.

    python tools/persons.py WORDNET NEWS

WORDNET is the folder of the Debian package wordnet-base (`/usr/share/wordnet`), NEWS a file of articles, one JSON object with
`text` a line, packed with xz. Kept are the nouns of WordNet whose sense of a person is at least half of their use, if an
article has them, or if they name a calling; each with its meaning (the first word of its set of synonyms) and that of all it
is a kind of, up to `person`.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET: Final = Path(__file__).parents[1] / "lint" / "newslint" / "data" / "gazetteer" / "persons.txt"
HEAD: Final = (
    "# Nouns for people, each with what it means and what that is a kind of. From WordNet 3.0; see THIRD_PARTY.md.\n"
    "# By tools/persons.py; kept if a news article has the noun, or if it names a calling.\n"
)
_PERSON: Final = "00007846"  # the set of synonyms of "person"
_WORD: Final = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)*(?![\w-])")
_TOP: Final = frozenset({"person", "adult", "worker", "unfortunate", "contestant", "intellectual"})  # say nothing
# What people do for a living or in sport: kept even if the articles, which are of politics, do not have the noun.
_CALLINGS: Final = frozenset(
    "skilled_worker health_professional musician athlete craftsman scientist performer clergyman teacher merchant writer artist "
    "player workman lawman serviceman attendant sailor farmer driver relative".split()
)
Sets = dict[str, tuple[str, list[str]]]  # offset → first word, offsets of what it is a kind of


def sets(folder: Path) -> Sets:
    """The sets of synonyms of WordNet's nouns."""
    found: Sets = {}
    for line in (folder / "data.noun").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            cells = line.partition(" | ")[0].split()
            at = 4 + 2 * int(cells[3], 16)
            pointers = [*zip(cells[at + 1 :: 4], cells[at + 2 :: 4], strict=False)]
            if not any(kind == ";u" for kind, _ in pointers):  # slurs and slang
                found[cells[0]] = cells[4].lower(), [target for kind, target in pointers if kind == "@"]
    return found


def uses(folder: Path) -> Counter[tuple[str, int]]:
    """(noun, number of the sense) → how often WordNet's tagged texts have it."""
    found: Counter[tuple[str, int]] = Counter()
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, sense, count = line.split()
        noun, _, kind = key.partition("%")
        if kind.startswith("1"):
            found[noun, int(sense)] = int(count)
    return found


def kinds(known: Sets, offset: str) -> list[str]:
    """What a meaning is a kind of, nearest first; empty if it is no person's."""
    if offset not in known:
        return []
    name, above = known[offset]
    chains = [[]] if _PERSON in above else [chain for each in above if (chain := kinds(known, each))]
    chain = [other for each in chains for other in each if other not in _TOP]
    return [name, *dict.fromkeys(chain)] if chains else []


def nouns(folder: Path, seen: Counter[str]) -> Iterator[str]:
    """The lines of the table."""
    known, counts = sets(folder), uses(folder)
    for line in (folder / "index.noun").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        noun, _, *cells = line.split()
        offsets = cells[int(cells[1]) + 4 :]
        if not re.fullmatch(r"[a-z-]+", noun) or not (seen[noun] or _CALLINGS.intersection(kinds(known, offsets[0]))):
            continue
        people = [number for number, each in enumerate(offsets) if kinds(known, each)]
        every = sum(counts[noun, number + 1] for number in range(len(offsets)))
        share = sum(counts[noun, number + 1] for number in people) / every if every else float(people[:1] == [0])
        if people and share >= 0.5:
            yield f"{noun} {' '.join(kinds(known, offsets[people[0]]))}"


def main() -> None:
    """Counts the words of the articles and writes the table."""
    seen: Counter[str] = Counter()
    with lzma.open(sys.argv[2], "rt", encoding="utf-8") as lines:
        for line in lines:
            seen.update(set(_WORD.findall(json.loads(line)["text"])))
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in nouns(Path(sys.argv[1]), seen)), "utf-8")


if __name__ == "__main__":
    main()
