"""Antonyms: pairs of words of which each means the opposite of the other, in any of their forms.

WordNet's are in `data/gazetteer/antonyms.txt`. They are too many for texts that say different things ("old", "young"): ask only
where one of two stands in the place of the other.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from newslint.inflections import lemma
from newslint.knowledge.gazetteer import lines

# Words before a slash against those behind it; WordNet links neither.
_MORE: Final = """
    slightly lightly / seriously badly severely critically gravely
    slight minor light / serious severe major grave
    propose recommend demand / reject refuse
    withdraw drop abandon / pursue press continue
    dawn sunrise daybreak / dusk sunset nightfall
    host / visit
    hand / withhold
    winter / summer
    spring / autumn
    newest latest / oldest earliest
    earn gain / lose
    stable / serious critical
    genuine real authentic / forged fake false counterfeit
    recover survive / die
    agree consent / refuse decline
    conceded / claimed
    defeat / victory
    halve / double
    expand grow / shrink
    hope / fear
    reopen / close shut
    above over / below under
    majority / minority
    upper / lower
    internal / external independent outside
    delighted pleased happy glad thrilled satisfied / disappointed displeased unhappy dismayed dissatisfied upset saddened
    openly publicly / secretly privately covertly
    optimistic hopeful / pessimistic
    praise welcome applaud / criticise criticize condemn deplore
    guilty / innocent
"""


def opposite(one: str, other: str) -> bool:
    """Whether two folded words, in any form, are opposites."""
    return any(not _table().get(a, frozenset()).isdisjoint(_bases(other)) for a in _bases(one))


@lru_cache(maxsize=4096)
def _bases(word: str) -> frozenset[str]:
    """A word and the lemmas of which it may be a form."""
    return frozenset({word, *(base for pos in "VNA" if (base := lemma(word, pos)))})


@cache
def _table() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    sides = [line.split(" / ") for line in _MORE.strip().splitlines()]
    pairs = [(one, other) for left, right in sides for one in left.split() for other in right.split()]
    for one, other in [*pairs, *(tuple(line.split(" ")) for line in lines("antonyms.txt"))]:
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}
