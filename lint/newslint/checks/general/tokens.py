"""tokens: patterns over tokens, as spaCy's Matcher knows them (extra `[nlp]`)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit
from newslint.errors import RuleError
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a tokenizer alone can tell, and what only a trained pipeline can: newslint ships none yet.
_FLAGS: Final = frozenset(
    "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_STOP IS_SENT_START "
    "LIKE_NUM LIKE_URL LIKE_EMAIL SPACY IS_CURRENCY IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT".split()
)
_WORDS: Final = frozenset("ORTH TEXT LOWER NORM SHAPE PREFIX SUFFIX LENGTH OP LEMMA".split())
_TRAINED: Final = frozenset("POS TAG MORPH DEP ENT_TYPE ENT_IOB ENT_ID ENT_KB_ID SENT_START".split())
_OPTIONAL: Final = ("!", "?", "*")
Token = dict[str, Any]


class Tokens(Check, frozen=True, kw_only=True):
    """Any of `tokens`, lists of token descriptions: `[{LOWER: very}, {LIKE_NUM: true}]`.

    `LEMMA: hold` means any form of the word. Attributes that need a trained pipeline (POS, TAG, DEP, ENT_TYPE …) are
    errors.
    """

    tokens: tuple[tuple[Token, ...], ...]

    def __post_init__(self) -> None:
        if not self.tokens or not all(self.tokens):
            raise RuleError("'tokens' is a list of patterns, each a list of tokens")
        for name in {key.upper() for pattern in self.tokens for token in pattern for key in token}:
            if name in _TRAINED:
                raise RuleError(
                    f"{name} needs a trained pipeline, and newslint has none yet; describe the words instead"
                )
            if name not in _FLAGS | _WORDS:
                raise RuleError(f"unknown token attribute {name}")

    @cached_property
    def patterns(self) -> list[list[Token]]:
        """The patterns as spaCy wants them: YAML's strings as truth values and numbers, lemmas as their forms."""
        return [[_spacy(token) for token in pattern] for pattern in self.tokens]

    @cached_property
    def matcher(self) -> Any:
        """SpaCy's matcher; RuleError for a pattern that it refuses."""
        from newslint.checks.general.spacy_tokens import matcher

        try:
            return matcher(self.patterns)
        except ValueError as fault:
            raise RuleError(f"spaCy refuses the pattern: {fault}") from None

    def anchors(self) -> tuple[str, ...] | None:
        """For each pattern the longest word that it cannot do without; None if one has no such word."""
        found = [max(_needed(pattern), key=lambda words: min(map(len, words)), default=()) for pattern in self.patterns]
        return tuple(dict.fromkeys(word for words in found for word in words)) if all(found) else None

    def find(self, unit: Unit) -> Iterator[Match]:
        """The longest matches, not overlapping."""
        from newslint.checks.general.spacy_tokens import tokenizer

        tokens = tokenizer()(unit.text)
        for span in self.matcher(tokens, as_spans=True):
            yield Match(Span(unit.start + span.start_char, unit.start + span.end_char))


def _spacy(token: Token) -> Token:
    out: Token = {}
    for key, value in token.items():
        name = key.upper()
        if name == "LEMMA":
            from newslint.wordlists import forms

            lemmas = value["IN"] if isinstance(value, dict) else [value]
            out["LOWER"] = {"IN": sorted({form for lemma in lemmas for form in (lemma, *forms(lemma).values())})}
        else:
            out[name] = value if name not in _FLAGS else str(value).lower() == "true"
            if name == "LENGTH":
                out[name] = {k: int(v) for k, v in value.items()} if isinstance(value, dict) else int(value)
    return out


def _needed(pattern: list[Token]) -> Iterator[tuple[str, ...]]:
    for token in pattern:
        if str(token.get("OP", "1"))[0] in _OPTIONAL:
            continue
        word = next((token[name] for name in ("ORTH", "TEXT", "LOWER") if name in token), None)
        words = word.get("IN") if isinstance(word, dict) else [word] if word is not None else None
        if words:
            yield tuple(fold_word(str(one)) for one in words)
