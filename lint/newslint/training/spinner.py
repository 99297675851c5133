"""Spin clean text as article spinners do: replace a share of its content words with synonyms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from newslint.spun.features import MIN_LETTERS
from newslint.training.thesauri import Synonyms

_WORD = re.compile(r"\b[^\W\d_]+\b")
_ARTICLE = re.compile(r"\b([Aa])n?\s$")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Spun:
    """A spun text, the spans (start, end) of the replacements, and the words that were replaced."""

    text: str
    spans: list[tuple[int, int]]
    originals: list[str]


@dataclass(frozen=True, slots=True)
class Spinner:
    """Replaces lower-case words other than function words with any of their synonyms."""

    name: str
    synonyms: Synonyms
    function_words: frozenset[str]
    _sorted: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def spin(self, text: str, rate: float, seed: int, *, consistent: bool = False) -> Spun:
        """Replace `rate` of the content words, if they have synonyms. The same seed gives the same text.

        A `consistent` spinner gives a word the same synonym each time it replaces it.
        """
        random = np.random.default_rng(seed)
        words = [match for match in _WORD.finditer(text) if self._is_content(match[0])]
        able = [match for match in words if match[0] in self.synonyms]
        number = min(len(able), round(rate * len(words)))
        chosen = sorted(random.choice(len(able), number, replace=False).tolist()) if number else []
        return self._replace(text, [able[place] for place in chosen], random, consistent)

    def _is_content(self, word: str) -> bool:
        return len(word) >= MIN_LETTERS and word.islower() and word not in self.function_words

    def _options(self, word: str) -> list[str]:
        """The synonyms of a word in order; sorting them each time would take longer than everything else."""
        if word not in self._sorted:
            self._sorted[word] = sorted(self.synonyms[word])
        return self._sorted[word]

    def _replace(self, text: str, words: list[re.Match[str]], random: np.random.Generator, consistent: bool) -> Spun:
        memory: dict[str, str] = {}
        parts: list[str] = []
        spans: list[tuple[int, int]] = []
        done = length = 0
        for match in words:
            options = self._options(match[0])
            new = options[int(random.integers(len(options)))]
            if consistent:
                new = memory.setdefault(match[0], new)
            before = _repair_article(text[done : match.start()], new)
            parts += before, new
            length += len(before)
            spans.append((length, length + len(new)))
            length += len(new)
            done = match.end()
        return Spun("".join((*parts, text[done:])), spans, [match[0] for match in words])


def _repair_article(before: str, word: str) -> str:
    """`a` or `an`, as the word requires."""
    return _ARTICLE.sub(r"\1n " if word[0] in _VOWELS else r"\1 ", before)
