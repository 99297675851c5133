"""The first half of training: from a corpus and thesauri to vocabulary, counts and lexicons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from newslint.spun.lexicon import Lexicon
from newslint.spun.ngrams import Ngrams
from newslint.spun.packed import PackedTable
from newslint.spun.tables import Tables
from newslint.spun.tokens import Bool
from newslint.spun.vectors import Rounded, Vectors
from newslint.spun.vocabulary import Vocabulary
from newslint.training.corpus import Article, Corpus
from newslint.training.counting import Counts, count_all, count_words
from newslint.training.material import School
from newslint.training.pieces import Piece, batches, cut, encode, whole
from newslint.training.spinner import Spinner
from newslint.training.split import Part, deal
from newslint.training.tables import (
    Shape,
    build_lexicon,
    build_ngrams,
    build_vocabulary,
    content_flags,
    function_words,
    same_spelling,
)
from newslint.training.thesauri import Farther, Synonyms, related
from newslint.training.workshop import Arrays, Workshop


class Elsewhere(Protocol):
    """What counts the articles of some outlets of the corpus in place of this process, with the same result."""

    def words(self, outlets: Collection[str]) -> Mapping[str, int]:
        """How often they use each word."""

    def ngrams(self, outlets: Collection[str], vocabulary: Vocabulary, content: Bool) -> Counts:
        """All of their words and n-grams that are frequent enough."""


@dataclass(frozen=True)
class Groundwork:
    """A corpus, its named thesauri, and what is built from them; finished steps are kept in `workshop`.

    `budget`: how many n-grams are kept; `left_out`: a thesaurus excluded from lexicon and training, to measure its effect;
    `shape`: how large the vectors are; `elsewhere`: what counts, if not this process.
    """

    corpus: Corpus
    thesauri: Mapping[str, Synonyms]
    workshop: Workshop
    budget: int
    left_out: str = ""
    shape: Shape = field(default_factory=Shape)
    elsewhere: Elsewhere | None = None

    @cached_property
    def articles(self) -> dict[Part, list[Article]]:
        """The articles by part."""
        everything = list(self.corpus.articles())
        parts = deal(everything)
        return {part: [article for article in everything if parts[article.outlet] is part] for part in Part}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the corpus and of the lexicon."""
        found = self._counted("words", self._count_words)
        counts = dict(zip(found["words"].tolist(), found["counts"].tolist(), strict=True))
        return build_vocabulary(counts, related(self.thesauri.values()))

    @cached_property
    def counts(self) -> Counts:
        """Words and n-grams of the part that is counted."""
        kept = self._counted("counts", self._count)
        return Counts(kept["keys"], kept["counts"])

    @cached_property
    def tables(self) -> Tables:
        """Vocabulary, counts, and the lexicon of the thesauri in use."""
        kept = self._counted(f"ngrams-{self.budget}", self._build_ngrams)
        table = PackedTable(kept["slots"], int(kept["seed"]), int(kept["bits"]))
        content = content_flags(self.vocabulary)
        ngrams = Ngrams(table, kept["words"], content, kept["followers"], kept["leaders"], float(kept["total"]))
        lexicon = self._lexicon()
        return Tables(self.vocabulary, ngrams, self._vectors(lexicon, content), lexicon)

    @cached_property
    def school(self) -> School:
        """A spinner for each thesaurus in use, and one that strays to synonyms of synonyms."""
        synonyms = {name: same_spelling(self.vocabulary, found) for name, found in self._known.items()}
        synonyms["farther"] = Farther(related(synonyms.values()))
        return School(self.tables, [Spinner(name, found, function_words()) for name, found in synonyms.items()])

    @property
    def inputs(self) -> str:
        """Everything that determines the tables, as text; steps that depend on it are stored under it."""
        return f"{self._source} {self.budget} {self.left_out} {self.shape}"

    @property
    def _source(self) -> str:
        sizes = {name: len(synonyms) for name, synonyms in self.thesauri.items()}
        shares = [part.share for part in Part]
        return f"{self.corpus.identity} {sizes} {shares}"

    @property
    def _known(self) -> dict[str, Synonyms]:
        return {name: synonyms for name, synonyms in self.thesauri.items() if name.partition("-")[0] != self.left_out}

    @cached_property
    def _piece(self) -> Piece:
        made = self._counted("ids", self._encode)
        return Piece(made["ids"], made["ends"])

    @property
    def _texts(self) -> list[str]:
        return [article.text for article in self.articles[Part.COUNTS]]

    @property
    def _outlets(self) -> set[str]:
        return {article.outlet for article in self.articles[Part.COUNTS]}

    def _counted(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        return self.workshop.step(name, self._source, make)

    def _count_words(self) -> Arrays:
        counts: Counter[str] = Counter()
        if self.elsewhere:
            counts.update(self.elsewhere.words(self._outlets))
        else:
            for texts in self.workshop.progress(batches(self._texts), "words"):
                counts.update(count_words(texts))
        words = sorted(counts)
        return {"words": np.array(words), "counts": np.array([counts[word] for word in words], dtype=np.int64)}

    def _encode(self) -> Arrays:
        texts = self.workshop.progress(batches(self._texts), "numbering")
        piece = whole(encode(each, self.vocabulary) for each in texts)
        return {"ids": piece.ids, "ends": piece.ends}

    def _count(self) -> Arrays:
        content = content_flags(self.vocabulary)
        if self.elsewhere:
            found = self.elsewhere.ngrams(self._outlets, self.vocabulary, content)
        else:
            found = count_all(list(cut(self._piece)), content)
        return {"keys": found.keys, "counts": found.counts}

    def _build_ngrams(self) -> Arrays:
        built = build_ngrams(self.counts, content_flags(self.vocabulary), self.budget)
        numbers = {"seed": built.table.seed, "bits": built.table.segment_bits, "total": built.log_total}
        arrays: dict[str, Any] = {"slots": built.table.slots, "words": built.log_words}
        arrays |= {"followers": built.followers, "leaders": built.leaders}
        return arrays | {name: np.array(number) for name, number in numbers.items()}

    def _vectors(self, lexicon: Lexicon, content: Bool) -> Vectors:
        def make() -> Arrays:
            from newslint.training.learning import learn, steps  # compiles on import

            turns = self.workshop.progress(steps(), "vectors")
            return _arrays(learn(self._piece.ids, content, lexicon, self.shape, turns))

        return _vectors_of(self.workshop.step("vectors", f"{self._source} {self.left_out} {self.shape}", make))

    def _lexicon(self) -> Lexicon:
        synonyms = same_spelling(self.vocabulary, related(self._known.values()))
        return build_lexicon(self.vocabulary, synonyms, self.counts.words(len(self.vocabulary)))


def _arrays(vectors: Vectors) -> Arrays:
    rounded = {name: getattr(vectors, name) for name in ("around", "own")}
    parts = {f"{name}-{part}": getattr(rows, part) for name, rows in rounded.items() for part in ("levels", "scales")}
    return parts | {name: getattr(vectors, name) for name in ("bias", "places", "weights")}


def _vectors_of(kept: Arrays) -> Vectors:
    around, own = (Rounded(kept[f"{name}-levels"], kept[f"{name}-scales"]) for name in ("around", "own"))
    return Vectors(around, own, kept["bias"], kept["places"], kept["weights"])
