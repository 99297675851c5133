"""The words for what people are called by their work: which exclude each other, and which may stand for each other."""

from __future__ import annotations

from functools import cache
from typing import Final

from newslint.patterns import lazy

# Whoever is called so may be called something more exact, too.
VAGUE: Final = frozenset(
    "leader head chief boss official executive spokesman spokeswoman spokesperson figure expert man woman person resident "
    "member representative aide adviser advisor academic scientist researcher author professor worker employee officer "
    "politician player founder partner owner organiser organizer scholar lecturer specialist activist campaigner artist "
    "neighbour neighbor colleague commander deputy candidate nominee contender star editor journalist reporter secretary "
    "senator congressman congresswoman councillor councilman councilwoman lawmaker mp attorney".split()
)
# Words of one line exclude each other: nobody is called by two of them in one article without being said to be both.
_CLASSES: Final = """
    minister president governor mayor chancellor premier commissioner ambassador envoy consul king queen prince pope
    executive chairman director treasurer auditor accountant president owner trustee curator
    constable inspector superintendent sergeant detective sheriff marshal
    judge prosecutor coroner magistrate juror defendant
    private corporal lieutenant captain major colonel brigadier admiral commodore general
    goalkeeper defender midfielder forward coach captain referee linesman
    teacher nurse doctor midwife engineer farmer butcher baker pilot fisherman carpenter welder clerk cashier waiter barber
    librarian pharmacist dentist vet translator interpreter plumber electrician mechanic accountant architect firefighter paramedic
    gardener postman shepherd miner ranger warden hairdresser tailor printer potter publisher banker broker priest bishop vicar imam
    rabbi pastor novelist poet painter sculptor dancer drummer guitarist pianist violinist cellist actor composer conductor chef
    lawyer student pupil
"""
_LINES: Final = 6  # of the classes; the rest are the trades, which are one class
# Words of one line may stand for each other.
_ALIKE: Final = """
    chairman chairwoman chair chairperson
    lawyer solicitor barrister counsel advocate
    goalkeeper keeper goalie goaltender netminder
    coach manager trainer
    doctor physician gp surgeon
    actor actress
    forward striker winger
    judge justice
    captain skipper
    fisherman fisher
    waiter waitress
    teacher headteacher schoolteacher principal
    pupil student schoolboy schoolgirl
    novelist writer
    executive ceo
"""
# What a minister, a secretary, a director or an officer is in charge of.
PORTFOLIOS: Final = {
    word: group
    for group in (
        "finance treasury economy",
        "foreign external",
        "interior home",
        "defence defense",
        "justice",
        "health",
        "education schools",
        "environment climate",
        "business trade industry commerce",
        "transport transportation",
        "energy",
        "agriculture farm",
        "labour labor employment work",
        "culture arts",
        "sports sport",
        "housing",
        "science technology",
        "marketing sales",
        "operating operations",
        "medical",
        "prime",
        "first",
        "chief",
    )
    for word in group.split()
}
_SUFFIX: Final = lazy(r"(?:[a-z]{3,}(?:ologist|atrician|omist|icist)|chemist|botanist)$")
_GROUPS: Final = {word: line.split()[0] for line in _ALIKE.strip().splitlines() for word in line.split()}
_TRADE: Final = "trade"
# Two words that are one office.
PAIRS: Final = frozenset(
    {("chief", "executive"), ("managing", "director"), ("prime", "minister"), ("vice", "president")}
)


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Word → the classes that it is of."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(_CLASSES.strip().splitlines()):
        name = _TRADE if number >= _LINES else str(number)
        for word in line.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


def is_office(word: str) -> bool:
    """Whether a folded word says exactly enough what somebody is."""
    return (kind_of(word) in _classes() and word != "executive") or _SUFFIX.fullmatch(word) is not None


def kind_of(word: str) -> str:
    """The word by which all that may stand for it are compared."""
    return _GROUPS.get(word, word)


def exclusive(one: str, other: str) -> bool:
    """Whether nobody is called by both words at once."""
    classes = [_classes().get(word, frozenset({_TRADE} if _SUFFIX.fullmatch(word) else ())) for word in (one, other)]
    return one != other and bool(classes[0] & classes[1])
