"""How many people bear a name: a name that many bear is likely to be that of somebody else, not a slip."""

from __future__ import annotations

from functools import cache
from typing import Final

from newslint.knowledge.gazetteer import lines

_POPULATION: Final = 250  # million people in the United States in 1990
_RARE: Final = 10  # bearers among a million people; rarer entries are slips of clerks, too
_VARIANTS: Final = (
    "mohammed muhammad mohamed mohammad muhammed mohamad mohamud|mahmoud mahmud mahmood|muammar moammar muammer moamer|"
    "gadhafi gaddafi qaddafi kadafi kadhafi qadhafi|zelensky zelenskyy zelenskiy zelenskyi|volodymyr volodymir|"
    "rouhani rohani ruhani|hassan hasan|qassem qasem qassim qasim kassem ghassem qassam|"
    "yanukovych yanukovich|hussein hossein husain hussain husayn|ahmed ahmad ahmet|abdullah abdallah abdulla|"
    "yevgeny yevgeniy evgeny evgeniy|sergei sergey serhiy|alexei aleksei alexey aleksey|dmitri dmitry dmitriy dmytro|"
    "nikolai nikolay|osama usama|omar umar|youssef yousef yusuf yousuf|ibrahim ebrahim|soleimani suleimani|"
    "khamenei khamenehi|morsi mursi|assad asad|laden ladin|qaida qaeda|kiev kyiv|yuri yuriy yury|andrei andrey andriy|"
    "oleksandr aleksandr alexandr|vasily vasili vasiliy|lukashenko lukashenka|poroshenko poroshenka|rahman rehman|"
    "sheikh shaikh shaykh|saeed said sayeed|yasser yasir yassir|arafat arafaat|salman selman|faisal faysal feisal|"
    "tsarnaev tsarnayev|dzhokhar dzhohar djohar|medvedev medvedyev|zawahiri zawahri|baghdadi bagdadi|houthi huthi"
)


@cache
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    """Given names and surnames in lower case → their bearers among a million people."""
    tables: dict[str, dict[str, int]] = {"g": {}, "s": {}}
    for line in lines("bearers.txt"):
        kind, name, number = line.split(" ")
        tables[kind][name.lower()] = int(number)
    return tables["g"], tables["s"]


@cache
def _groups() -> dict[str, int]:
    """Transliterated name → its group of accepted spellings."""
    return {name: number for number, names in enumerate(_VARIANTS.split("|")) for name in names.split(" ")}


def expected(given: str, surname: str) -> float:
    """About how many people of the United States have this given name and surname, if the two are independent."""
    first, last = _tables()
    return first.get(given.lower(), 0) * last.get(surname.lower(), 0) * _POPULATION / 1e6


def borne(word: str) -> bool:
    """Whether a word is a given name or surname that is not rare, as far as it is like a known name."""
    return any(table.get(word.lower(), 0) > _RARE for table in _tables())


def accepted(one: str, other: str) -> bool:
    """Whether two words are accepted spellings of one name in another alphabet: Zelensky and Zelenskyy."""
    groups = _groups()
    return one.lower() in groups and groups[one.lower()] == groups.get(other.lower())


def listed(word: str) -> bool:
    """Whether a word is in the tables at all, however rare."""
    return any(word.lower() in table for table in _tables())
