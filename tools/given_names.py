"""Writes `lint/newslint/data/gazetteer/given.txt` from the name files of the US Census of 1990.

The files are those that the package `names` (MIT) ships; the Census Bureau's tables are in the public domain. Run:
`python tools/given_names.py` in an environment that has `names` installed. Only names are kept, no frequencies but
one: a name counts as one sex if it is ten times as frequent there.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[1] / "lint" / "newslint" / "data" / "gazetteer" / "given.txt"
HEAD: Final = (
    "# Given names of the US Census of 1990 (public domain), by tools/given_names.py; f, m, or b for both sexes.\n"
)
RATIO: Final = 10.0
RAREST: Final = 0.002  # per cent of the people of one sex


def frequencies(sex: str) -> dict[str, float]:
    """Name → its share of the people of one sex, in per cent."""
    text = files("names").joinpath(f"dist.{sex}.first").read_text("ascii")
    rows = (line.split() for line in text.splitlines())
    return {name.capitalize(): float(share) for name, share, *_ in rows if float(share) >= RAREST}


def main() -> None:
    """Writes the file anew."""
    female, male = frequencies("female"), frequencies("male")
    lines = []
    for name in sorted({*female, *male}):
        f, m = female.get(name, 0.0), male.get(name, 0.0)
        sex = "f" if f > RATIO * m else "m" if m > RATIO * f else "b"
        lines.append(f"{name} {sex}\n")
    TARGET.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
