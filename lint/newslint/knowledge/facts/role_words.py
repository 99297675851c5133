"""The words for what people are: roles with the families that exclude each other, parties, nationalities."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from msgspec import Struct

from newslint.knowledge import gazetteer
from newslint.patterns import alternatives, compiled, lazy

# Words before a role that say that somebody was once what follows.
OVER: Final = frozenset(
    "former ex late then outgoing past retired deposed ousted exiled ex- one-time onetime erstwhile previous old opposing rival "
    "anti- pro- non- would-be aspiring".split()
)
# Words before a role that say when it is held, or that somebody else holds it.
LIMITS: Final = frozenset(
    "former ex late then acting interim outgoing incoming past longtime retired deposed ousted exiled would-be "
    "aspiring caretaker "
    "deputy vice assistant associate shadow prospective future newly-elected ex- one-time onetime erstwhile "
    "suspended joint honorary "
    "emeritus fellow co- junior under-secretary rival opposing anti- pro- non- next new previous old another "
    "other second first "
    "trainee student unelected self-styled self-proclaimed substitute reserve stand-in likely likeliest possible "
    "potential".split()
)
_MEN: Final = {"man": "", "woman": ""}


class Role(Struct, frozen=True):
    """A role as `data/gazetteer/roles.txt` has it; roles of one family exclude each other, but for `open` ones."""

    name: str
    family: str


@cache
def roles() -> dict[str, Role]:
    """How a role is written, in lower case → the role."""
    cells = ([cell.strip() for cell in line.split("|")] for line in gazetteer.lines("roles.txt"))
    return {form: Role(name, family) for name, family, forms in cells for form in forms.split(", ")}


@cache
def pattern() -> re.Pattern[str]:
    """A role as a whole word, the longest form first."""
    return compiled(rf"(?<![\w-])(?P<role>(?i:{alternatives(roles())}))(?![\w-]|’[a-rt-z])")


_WORD: Final = lazy(r"[\w-]+")
_LAST_WORD: Final = lazy(r"[\w-]+\.?\Z")


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of roles: where none of them is, the pattern need not be asked."""
    words = [_WORD.findall(form) for form in roles()]
    return frozenset(each[0] for each in words), frozenset(each[-1] for each in words)


def ending_at(text: str, left: int, edge: int) -> re.Match[str] | None:
    """The role whose last word ends at `edge`, looked for from `left` on."""
    last = _LAST_WORD.search(text, max(text.rfind(" ", left, edge), left), edge)
    if last is None or last[0].rstrip(".").lower() not in _edges()[1]:
        return None
    return next((hit for hit in pattern().finditer(text, left, edge) if hit.end() == edge), None)


def first_in(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The first role in [start, stop)."""
    if _edges()[0].isdisjoint(_WORD.findall(text[start:stop].lower())):
        return None
    return pattern().search(text, start, stop)


@cache
def parties() -> dict[str, frozenset[tuple[str, str]]]:
    """How a party or its member is written → (country, party) of all that it may mean."""
    found: dict[str, set[tuple[str, str]]] = {}
    for line in gazetteer.lines("parties.txt"):
        country, party, forms = (cell.strip() for cell in line.split("|"))
        for form in forms.split(", "):
            found.setdefault(form, set()).add((country, party))
    return {form: frozenset(meant) for form, meant in found.items()}


def opposed(one: str, other: str) -> bool:
    """Whether two words are those of different parties of one country, and never of the same."""
    first, second = parties().get(one, frozenset()), parties().get(other, frozenset())
    same_country = {country for country, _ in first} & {country for country, _ in second}
    return bool(same_country) and not {party for _, party in first} & {party for _, party in second}


@cache
def homes() -> dict[str, frozenset[str]]:
    """Adjective or noun of a nation → its codes, the nations of the United Kingdom by their own."""
    found: dict[str, set[str]] = {}
    for line in gazetteer.lines("countries.txt"):
        code, _, words, *_ = (cell.strip() for cell in line.split("|"))
        for word in filter(None, words.split(", ")):
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def foreign(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of nations have nothing in common; a Scot is British, but not Welsh."""
    if one & other:
        return False
    return not ({"GB"} & one and any(code.startswith("GB-") for code in other)) and not (
        {"GB"} & other and any(code.startswith("GB-") for code in one)
    )
