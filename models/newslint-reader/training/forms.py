"""Inflection: what a dictionary says of a form."""

from __future__ import annotations

from functools import cache

from lemminflect import getAllInflections, getAllLemmas


@cache
def _lemmas(form: str) -> tuple[tuple[str, str], ...]:
    return tuple((pos, lemma) for pos, found in getAllLemmas(form).items() for lemma in found)


@cache
def _inflections(lemma: str, pos: str) -> dict[str, tuple[str, ...]]:
    return {tag: tuple(found) for tag, found in getAllInflections(lemma, pos).items()}


@cache
def tags(form: str) -> frozenset[str]:
    """The part-of-speech tags that a form may have (Penn's: NNS, VBD, …)."""
    return frozenset(
        tag for pos, lemma in _lemmas(form) for tag, found in _inflections(lemma, pos).items() if form in found
    )


@cache
def siblings(form: str) -> frozenset[str]:
    """The other forms of its lemmas: `lists` for `list`, `was` for `were`."""
    return frozenset(
        other
        for pos, lemma in _lemmas(form)
        if pos in ("NOUN", "VERB", "AUX")
        for found in _inflections(lemma, pos).values()
        for other in found
        if other != form and other.isalpha() and other.islower()
    )
