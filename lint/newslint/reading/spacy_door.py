"""The only home of spaCy: pipelines are loaded here, when a rule has something to read, once a process."""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from newslint.errors import MissingExtra
from newslint.reading.pipelines import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ON_DEMAND: Final = ("lemmatizer", "ner")  # what only some rules ask for: half of a pipeline's time
_NEVER: Final = ("senter",)  # sentences come from the document
_BATCH: Final = 64  # sentences of one document that are parsed at once


@lru_cache(maxsize=1)
def blank() -> Any:
    """SpaCy's blank English pipeline: tokens without part of speech, lemma or entities. MissingExtra without spaCy."""
    try:
        import spacy
    except ImportError:
        raise MissingExtra("token patterns need spaCy; pip install 'newslint[nlp]'") from None
    return spacy.blank("en")


@lru_cache(maxsize=4)
def pipeline(name: str) -> Any:
    """An installed pipeline. MissingExtra if it cannot be loaded."""
    try:
        import spacy

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # spaCy warns of a pipeline that was made with another minor version
            return spacy.load(name, exclude=_NEVER, disable=ON_DEMAND)
    except (ImportError, OSError, ValueError) as fault:
        if isinstance(fault, ImportError):
            raise MissingExtra(missing(name)) from None
        reason = " ".join(str(fault).split())
        raise MissingExtra(f"the pipeline '{name}' cannot be loaded: {reason}; install it again, or --quick") from None


def parse(name: str, texts: Iterable[str]) -> Iterator[Any]:
    """A spaCy Doc for each text, in order: tags, morphology and dependencies."""
    yield from pipeline(name).pipe(texts, batch_size=_BATCH)


def add(name: str, component: str, parsed: Any) -> None:
    """Adds what a component of ON_DEMAND says to a Doc that the pipeline has parsed."""
    loaded = pipeline(name)
    if component in loaded.component_names:
        loaded.get_pipe(component)(parsed)


def token_matcher(vocab: Any, patterns: Sequence[list[dict[str, Any]]]) -> Any:
    """A spaCy Matcher of which each key is the number of a pattern; ValueError if a pattern is not one."""
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher

    found = Matcher(vocab, validate=True)
    for number, pattern in enumerate(patterns):
        try:
            found.add(str(number), [pattern], greedy="LONGEST")
        except MatchPatternError as fault:
            raise ValueError(" ".join(str(fault).split())) from None
    return found


def dependency_matcher(vocab: Any, patterns: Sequence[list[dict[str, Any]]]) -> Any:
    """A spaCy DependencyMatcher of which each key is the number of a pattern; ValueError if a pattern is not one."""
    from spacy.matcher import DependencyMatcher

    found = DependencyMatcher(vocab)
    for number, pattern in enumerate(patterns):
        found.add(str(number), [pattern])
    return found
