"""The only home of spaCy: its blank English tokenizer and its Matcher, loaded when a `tokens` rule has something to read."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from newslint.errors import MissingExtra


@lru_cache(maxsize=1)
def tokenizer() -> Any:
    """SpaCy's blank English pipeline: tokens without part of speech, lemma or entities. MissingExtra without spaCy."""
    try:
        import spacy
    except ImportError:
        raise MissingExtra("token patterns need spaCy; pip install 'newslint[nlp]'") from None
    return spacy.blank("en")


def matcher(patterns: list[list[dict[str, Any]]]) -> Any:
    """A spaCy Matcher over the tokenizer's vocabulary; ValueError if a pattern is not one."""
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher

    found = Matcher(tokenizer().vocab, validate=True)
    try:
        found.add("rule", patterns, greedy="LONGEST")
    except MatchPatternError as fault:
        raise ValueError(" ".join(str(fault).split())) from None
    return found
