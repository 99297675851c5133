"""Gazetteer: countries with their demonyms, and offices with the families that exclude each other.

The tables in `data/gazetteer/` are our own work and small enough to be parsed on first use (2 ms).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.paths import data

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["name", "adjective"]
# Families whose holders serve a whole nation, so that a nation's name beside the office is the holder's own.
NATIONAL: Final = frozenset(
    {"head-of-state", "head-of-government", "vice-president", "state-minister", "cabinet", "monarch", "leader"}
)


class Nation(Struct, frozen=True):
    """What a name or a demonym may mean: ISO 3166 codes, with the United Kingdom's nations as `GB`."""

    codes: frozenset[str]
    form: Form


class Office(Struct, frozen=True):
    """An office from `data/gazetteer/offices.txt`; offices of one family are the same office under different names."""

    name: str
    family: str


def lines(name: str) -> Iterator[str]:
    """The lines of a file of `data/gazetteer/` without comments."""
    text = data("gazetteer", name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _cells(name: str) -> Iterator[list[str]]:
    return ([cell.strip() for cell in line.split("|")] for line in lines(name))


@cache
def nations() -> dict[str, Nation]:
    """Name or demonym as written (`Turkey`, `Turkish`, `U.S.`) → the nations it may mean."""
    found: dict[str, Nation] = {}
    for code, names, demonyms, *_ in _cells("countries.txt"):
        for form, words in (("name", names), ("adjective", demonyms)):
            for word in filter(None, words.split(", ")):
                known = found[word].codes if word in found else frozenset()
                found[word] = Nation(known | {code.partition("-")[0]}, form)  # type: ignore[arg-type]
    return found


@cache
def offices() -> dict[str, Office]:
    """How an office is written, in lower case (`foreign minister`, `sen.`) → the office."""
    return {form: Office(name, family) for name, family, forms in _cells("offices.txt") for form in forms.split(", ")}


@cache
def given() -> dict[str, str]:
    """Given name → `f`, `m`, or `b` for both (US Census of 1990)."""
    return dict(line.split(" ") for line in lines("given.txt"))


@cache
def institutions() -> dict[str, frozenset[str]]:
    """Institution as written (`Bundestag`) → the countries that have one of that name."""
    return {name: frozenset(codes.split(", ")) for name, codes in _cells("institutions.txt")}


@cache
def country(code: str) -> str:
    """The first name listed for a country code."""
    return next(names.partition(", ")[0] for other, names, *_ in _cells("countries.txt") if other == code)
