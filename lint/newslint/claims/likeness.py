"""Likeness: how sure it is that a sentence says what a claim says, from the stems that they share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newslint.claims.stems import Term, Wording

# Fitted by benchmarks/claims/sentences.py: above 0 about one sentence in 10,000 of clean news is like one of 10,000 claims.
_BIAS: Final = -6.9
_WEIGHT, _SENTENCE, _TITLE = 3.4 / 40, 3.0, 4.0
_WORDS: Final = 0.3  # of the weight of a claim's words that are no names: who is spoken of is not what is said


class Overlap(NamedTuple):
    """What a sentence shares with a claim.

    `weight` is that of the shared stems, a name of several words counted once, and `share` what it is of the claim's whole weight.
    `words` is the same share without names; `sentence` and `title` are the shares of the sentence's and the headline's weight.
    """

    weight: float
    share: float
    words: float
    sentence: float
    title: float


def likeness(said: Wording, claim: Wording, title: Wording) -> float:
    """Log-odds that a sentence makes a claim; worth saying above 0. `title` is the review's headline, if it has one."""
    found = overlap(said, claim, title)
    if found.words < _WORDS:
        return _BIAS
    return _BIAS + _WEIGHT * found.weight + _SENTENCE * found.sentence + _TITLE * found.title


def overlap(said: Wording, claim: Wording, title: Wording) -> Overlap:
    """What a sentence shares with a claim and with the headline of its review (without one, as much as with the claim)."""
    shared = {stem: term for stem, term in claim.terms.items() if stem in said.terms}
    words, names = _parts(claim.terms)
    common, borne = _parts(shared)
    whole = sum(words) + sum(max(each) for each in names.values())
    weight = sum(common) + sum(max(names[name]) * sum(each) / sum(names[name]) for name, each in borne.items())
    share = weight / (whole or 1)
    return Overlap(
        weight,
        share,
        sum(common) / (sum(words) or 1),
        sum(said.terms[stem].weight for stem in shared) / (said.weight or 1),
        _share(title, said) if title.terms else share,
    )


def _parts(terms: dict[str, Term]) -> tuple[list[float], dict[int, list[float]]]:
    """The weights of words, and those of each name."""
    names: defaultdict[int, list[float]] = defaultdict(list)
    words = []
    for term in terms.values():
        if term.name:
            names[term.name].append(term.weight)
        else:
            words.append(term.weight)
    return words, names


def _share(title: Wording, said: Wording) -> float:
    """The share of a headline's weight that a sentence has."""
    return sum(term.weight for stem, term in title.terms.items() if stem in said.terms) / (title.weight or 1)
