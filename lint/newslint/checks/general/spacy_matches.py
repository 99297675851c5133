"""SpaCy matches: patterns run on a Doc, with the words that they capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.checks.general.token_patterns import named, names_of, spacy_pattern
from newslint.errors import RuleError
from newslint.finding import Span
from newslint.reading import spacy_door

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.checks.general.token_patterns import Token


class Found(NamedTuple):
    """What is reported, and what was captured, by name: spans of the view."""

    span: Span
    captured: dict[str, Span]


class Matchers:
    """The patterns of one check, made ready once for each pipeline that reads."""

    def __init__(
        self,
        tokens: Sequence[Sequence[Token]],
        dependencies: Sequence[Sequence[Token]],
        without: Mapping[str, Sequence[str]],
    ) -> None:
        self._tokens, self._dependencies, self._without = tokens, dependencies, without
        self._patterns = [spacy_pattern(pattern) for pattern in tokens]
        self._nodes = [[_node(node) for node in pattern] for pattern in dependencies]
        attributes = [spacy_pattern([node["RIGHT_ATTRS"] for node in pattern]) for pattern in dependencies]
        self.entities = any("entities" in pattern.asks for pattern in (*self._patterns, *attributes))
        self._made: dict[int, tuple[Any, Any]] = {}

    def on(self, doc: Any, start: int) -> Iterator[Found]:
        """The matches in a Doc whose first code point is at `start` of the view; they may overlap."""
        linear, trees = self._matchers(doc.vocab)
        for key, first, end, alignment in linear(doc, with_alignments=True) if self._tokens else ():
            pattern = self._tokens[int(doc.vocab.strings[key])]
            places: dict[str, list[int]] = {}
            for index, step in zip(range(first, end), alignment, strict=True):
                for name in names_of(pattern[step]):
                    places.setdefault(name, []).append(index)
            yield from self._found(doc, start, (first, end - 1), places)
        for key, nodes in trees(doc) if self._dependencies else ():
            names = named(self._dependencies[int(doc.vocab.strings[key])])
            places = {name: [index] for name, index in zip(names, nodes, strict=True)}
            yield from self._found(doc, start, (min(nodes), max(nodes)), places)

    def _found(self, doc: Any, start: int, whole: tuple[int, int], places: dict[str, list[int]]) -> Iterator[Found]:
        for name, refused in self._without.items():
            if any(child.dep_ in refused for index in places.get(name, ()) for child in doc[index].children):
                return
        captured = {name: _captured(doc, start, indices) for name, indices in places.items()}
        yield Found(captured.get("match") or _captured(doc, start, whole), captured)

    def _matchers(self, vocab: Any) -> tuple[Any, Any]:
        if id(vocab) not in self._made:
            try:
                linear = spacy_door.token_matcher(vocab, [pattern.tokens for pattern in self._patterns])
                trees = spacy_door.dependency_matcher(vocab, self._nodes) if self._nodes else None
            except ValueError as fault:
                raise RuleError(f"spaCy refuses the pattern: {fault}") from None
            self._made[id(vocab)] = (linear, trees)
        return self._made[id(vocab)]


def _node(node: Token) -> Token:
    return {**node, "RIGHT_ATTRS": spacy_pattern([node["RIGHT_ATTRS"]]).tokens[0]}


def _captured(doc: Any, start: int, indices: Sequence[int]) -> Span:
    """From the first of some tokens to the last."""
    words = doc[min(indices) : max(indices) + 1]
    return Span(start + words.start_char, start + words.end_char)
