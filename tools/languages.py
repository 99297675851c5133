"""Writes `lint/newslint/data/languages.tsv`: the English names of languages in Unicode's CLDR, as Babel carries them."""

from __future__ import annotations

from pathlib import Path

from babel import Locale, core

TARGET = Path(__file__).parents[1] / "lint/newslint/data/languages.tsv"


def main() -> None:
    names = Locale("en").languages
    rows = [
        f"{code}\t{names[code]}\n" for code in sorted(names) if code.isalpha() and code not in ("mul", "und", "zxx")
    ]
    TARGET.write_text("".join(rows), "utf-8")
    print(f"{len(rows)} names, CLDR {core.get_cldr_version()}")  # noqa: T201


if __name__ == "__main__":
    main()
