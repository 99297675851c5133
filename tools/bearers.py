"""Writes `lint/newslint/data/gazetteer/bearers.txt` from the name files of the US Census of 1990.

The files are those that the package `names` (MIT) ships; the Census Bureau's tables are in the public domain. Run:
`python tools/bearers.py` in an environment that has `names` installed. Only names that may be taken for a slip in a
known name are kept: given names and surnames that known names have, or that are a slip away from one.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.knowledge import known_names, name_distance

if TYPE_CHECKING:
    from collections.abc import Iterable

TARGET: Final = Path(__file__).parents[1] / "lint" / "newslint" / "data" / "gazetteer" / "bearers.txt"
HEAD: Final = (
    "# Given names (g) and surnames (s) of a million people, US Census of 1990 (public domain), by tools/bearers.py.\n"
)
COMMON: Final = 20  # articles, as in known_names


def shares(part: str) -> dict[str, float]:
    """Name → its bearers among a million people."""
    text = files("names").joinpath(f"dist.{part}").read_text("ascii")
    rows = (line.split() for line in text.splitlines() if line.strip())
    return {_cased(name): float(share) * 1e4 for name, share, *_ in rows}


def _cased(name: str) -> str:
    name = name.capitalize()
    return f"Mc{name[2:].capitalize()}" if name.startswith("Mc") and len(name) > 3 else name


def near(names: dict[str, float], known: Iterable[str]) -> dict[str, float]:
    """Those of the names that are known, or a slip away from a known word."""
    words = sorted({word for word in known if word.isalpha()})
    by_start: dict[str, list[str]] = {}
    for word in words:
        by_start.setdefault(word[0].lower(), []).append(word)
        by_start.setdefault(f"*{word[1:2]}", []).append(word)
    return {
        name: share
        for name, share in names.items()
        if any(
            word == name or name_distance.slip(name, word)
            for word in (*by_start.get(name[0].lower(), ()), *by_start.get(f"*{name[1:2]}", ()))
        )
    }


def main() -> None:
    """Writes the file anew."""
    common = [name.split(" ") for name, number in known_names.articles().items() if number >= COMMON]
    female, male = shares("female.first"), shares("male.first")
    given = {name: (female.get(name, 0.0) + male.get(name, 0.0)) / 2 for name in {*female, *male}}
    surnames = shares("all.last")
    kept = (
        ("g", near(given, {words[0] for words in common})),
        ("s", near(surnames, {word for words in common for word in words})),
    )
    lines = (f"{kind} {name} {round(share) or 1}\n" for kind, names in kept for name, share in sorted(names.items()))
    TARGET.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
