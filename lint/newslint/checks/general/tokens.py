"""tokens: patterns over tokens and dependencies, as spaCy's matchers know them (extra `[nlp]`)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.token_forms import names_in, written
from newslint.checks.general.token_patterns import Token, checked, filled, lexical, named, needed, spacy_pattern
from newslint.errors import CheckError, RuleError
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks.general.spacy_matches import Found, Matchers
    from newslint.reading.models import Reads
    from newslint.wordlists import Lists


class Tokens(Check, frozen=True, kw_only=True):
    """Any of `tokens`, lists of token descriptions, or of `dependencies`, patterns of spaCy's DependencyMatcher.

    `LEMMA: hold` means any form of the word. Attributes that a model tells (POS, TAG, MORPH, DEP, ENT_TYPE, ENT_IOB) and
    dependencies are read thoroughly or not at all; other patterns need no model. A token with `AS: name` (or several), or a
    dependency's `RIGHT_ID`, fills {name} in the message; what is called `match` is what is reported. `without` maps a name
    to dependencies that its tokens must not have: `{subject: [conj]}`. `suggest` holds suggestions in which
    `{name}` is a captured word, `{name:VBZ}` its form for a tag, `{name:plural}` and `{name:singular}` a verb's for a subject.
    """

    tokens: tuple[tuple[Token, ...], ...] = ()
    dependencies: tuple[tuple[Token, ...], ...] = ()
    without: dict[str, tuple[str, ...]] = {}
    suggest: tuple[str, ...] = ()

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The patterns with each lemma as its forms and each list as its words, so that reading needs neither."""
        for key in ("tokens", "dependencies"):
            options = rewritten(options, key, list, lambda patterns: lexical(patterns, lists))
        return options

    def __post_init__(self) -> None:
        if not (self.tokens or self.dependencies) or not all((*self.tokens, *self.dependencies)):
            raise RuleError("'tokens' and 'dependencies' are lists of patterns, each a list of tokens")
        checked(self.tokens, self.dependencies)
        if stray := next(
            (name for text in self.suggest for name in names_in(text) if name not in self.fills("")), None
        ):
            raise RuleError(f"'{stray}' is not the name of a token that every pattern has")
        if stray := min(self.without.keys() - set().union(*map(named, self._all)), default=None):
            raise RuleError(f"'{stray}' is not the name of a token")

    def fills(self, case: str) -> frozenset[str]:
        """The names that every match gives to tokens."""
        return frozenset.intersection(*map(filled, self._all))

    @property
    def _all(self) -> tuple[tuple[Token, ...], ...]:
        return (*self.tokens, *self.dependencies)

    @property
    def reads(self) -> Reads:
        """Parses, if only a model can tell what the patterns ask."""
        asks = self.dependencies or any("model" in spacy_pattern(pattern).asks for pattern in self.tokens)
        return "parses" if asks else ""

    @cached_property
    def matchers(self) -> Matchers:
        """What runs the patterns."""
        from newslint.checks.general.spacy_matches import Matchers

        return Matchers(self.tokens, self.dependencies, self.without)

    def anchors(self) -> tuple[str, ...] | None:
        """For each pattern the words of which it cannot do without one; None if a pattern has no such words."""
        patterns = [*self.tokens, *([node["RIGHT_ATTRS"] for node in pattern] for pattern in self.dependencies)]
        found = [max(needed(pattern), key=lambda words: min(map(len, words)), default=()) for pattern in patterns]
        return tuple(dict.fromkeys(fold_word(word) for words in found for word in words)) if all(found) else None

    def find(self, unit: Unit) -> Iterator[Match]:
        """The longest matches, not overlapping."""
        end = -1
        text = unit.view.text
        for found in sorted(self._found(unit), key=lambda found: (found.span.start, -found.span.end)):
            if found.span.start >= end:
                end = found.span.end
                words = {name: text[part.start : part.end] for name, part in found.captured.items()}
                seen = text[found.span.start : end]
                suggestions = tuple(self._suggestions(seen, words))
                if seen not in suggestions:  # else the form is right and the model takes it for another one
                    yield Match(found.span, suggestions, words)

    def _found(self, unit: Unit) -> Iterator[Found]:
        from newslint.reading.parses import parsed, readable
        from newslint.reading.spacy_door import blank

        if not self.reads:
            yield from self.matchers.on(blank()(readable(unit.text)), unit.start)
            return
        if unit.view_name != "prose":
            raise CheckError("rules that read grammar can read only the view 'prose'")
        sentences = _sentences(unit)
        for sentence in parsed(unit.document, sentences, entities=self.matchers.entities):
            yield from self.matchers.on(sentence.doc, sentence.start)

    def _suggestions(self, seen: str, words: dict[str, str]) -> Iterator[str]:
        from newslint.checks.general.swap import adapt

        for text in self.suggest:
            if (said := written(text, words)) is not None:
                yield adapt(said, seen)


def _sentences(unit: Unit) -> list[Span]:
    """The sentences of a unit that hold an anchor; all of them for a check without anchors."""
    document = unit.document
    if not unit.hits:
        return document.sentences_in(unit.start, unit.end)
    folded = document.folded(unit.view_name)
    return list(dict.fromkeys(document.sentence_at(folded.span(*hit).start) for hit in unit.hits))
