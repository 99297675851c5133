"""Token patterns as rules write them: which attributes there are, what they ask for, and their form for spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newslint.wordlists import Lists

_FLAGS: Final = frozenset(
    "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_STOP "
    "LIKE_NUM LIKE_URL LIKE_EMAIL SPACY IS_CURRENCY IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT".split()
)
_WORDS: Final = frozenset("ORTH TEXT LOWER NORM SHAPE PREFIX SUFFIX LENGTH OP LEMMA AS".split())
_ENTITIES: Final = frozenset("ENT_TYPE ENT_IOB".split())
_MODEL: Final = frozenset("POS TAG MORPH DEP".split()) | _ENTITIES
_NODE: Final = frozenset("LEFT_ID REL_OP RIGHT_ID RIGHT_ATTRS".split())
_RELATIONS: Final = frozenset("< > << >> . .* ; ;* $+ $- $++ $-- >+ >- >++ >-- <+ <- <++ <--".split())
_OPTIONAL: Final = ("!", "?", "*", "{0", "{,")  # how the operators of tokens begin that a match may lack
_LITERAL: Final = ("ORTH", "TEXT", "LOWER")
Token = dict[str, Any]


class Pattern(Struct, frozen=True):
    """A pattern as spaCy wants it; `asks` says whether it needs a `model`, and `entities` besides."""

    tokens: list[Token]
    asks: frozenset[str]


def checked(tokens: Iterable[Sequence[Token]], dependencies: Iterable[Sequence[Token]]) -> None:
    """RuleError for an attribute or a node that spaCy or this kind does not know."""
    for pattern in dependencies:
        _checked_nodes(pattern)
    described = [*tokens, *([node["RIGHT_ATTRS"] for node in pattern] for pattern in dependencies)]
    for name in {key.upper() for pattern in described for token in pattern for key in token}:
        if name not in _FLAGS | _WORDS | _MODEL:
            raise RuleError(f"unknown token attribute {name}")


def _checked_nodes(pattern: Sequence[Token]) -> None:
    seen: set[str] = set()
    for node in pattern:
        if unknown := node.keys() - _NODE:
            raise RuleError(f"unknown key {min(unknown)} in a dependency; its keys are {', '.join(sorted(_NODE))}")
        if "RIGHT_ID" not in node or not isinstance(node.get("RIGHT_ATTRS"), dict):
            raise RuleError("each node of a dependency pattern has a RIGHT_ID, and RIGHT_ATTRS that describe its token")
        if seen and (node.get("LEFT_ID") not in seen or node.get("REL_OP") not in _RELATIONS):
            raise RuleError(
                f"the node '{node['RIGHT_ID']}' needs a LEFT_ID that is the RIGHT_ID of a node above, and a REL_OP"
            )
        if not seen and node.keys() & {"LEFT_ID", "REL_OP"}:
            raise RuleError("the first node of a dependency pattern has neither LEFT_ID nor REL_OP")
        seen.add(node["RIGHT_ID"])


def named(pattern: Iterable[Token]) -> Iterator[str]:
    """The names that a pattern gives to its tokens."""
    for token in pattern:
        yield from names_of(token)


def filled(pattern: Iterable[Token]) -> frozenset[str]:
    """The names that every match of a pattern fills."""
    return frozenset(named(token for token in pattern if not _optional(token)))


def _optional(token: Token) -> bool:
    return str(token.get("OP", "1")).startswith(_OPTIONAL)


def names_of(token: Token) -> list[str]:
    """The names that a description gives to its token."""
    names = token.get("RIGHT_ID", token.get("AS", []))
    return [str(name) for name in (names if isinstance(names, list) else [names])]


def spacy_pattern(pattern: Sequence[Token]) -> Pattern:
    """A pattern with YAML's strings as truth values and numbers, and without names."""
    tokens = [_spacy_token(token) for token in pattern]
    names = {name for token in tokens for name in token}
    asks = {word for word, these in (("model", _MODEL), ("entities", _ENTITIES)) if names & these}
    return Pattern(tokens, frozenset(asks))


def _spacy_token(token: Token) -> Token:
    out: Token = {}
    for key, value in token.items():
        name = key.upper()
        if name in _FLAGS:
            out[name] = str(value).lower() == "true"
        elif name == "LENGTH":
            out[name] = {k: int(v) for k, v in value.items()} if isinstance(value, dict) else int(value)
        elif name != "AS":
            out[name] = value
    return out


def needed(pattern: Iterable[Token]) -> Iterator[tuple[str, ...]]:
    """For each token that a pattern cannot do without and that is given in words: those words."""
    for token in pattern:
        if _optional(token):
            continue
        word = next((token[name] for name in _LITERAL if name in token), None)
        words = word.get("IN") if isinstance(word, dict) else [word] if word is not None else None
        if words:
            yield tuple(map(str, words))


def lexical(value: Any, lists: Lists) -> Any:
    """Options with each `{list}` as its words and each LEMMA as the forms of the word, at any depth."""
    if isinstance(value, list):
        return [lexical(item, lists) for item in value]
    if not isinstance(value, dict):
        return value
    out: Token = {}
    for key, item in value.items():
        name = str(key).upper()
        if name == "LEMMA":
            out["LOWER"] = _each(item, lambda word: (word, *_forms(word)))
        elif name in _LITERAL and "{" in str(item) and "REGEX" not in item:
            out[key] = _each(item, lists.phrases)
        else:
            out[key] = lexical(item, lists)
    return out


def _forms(lemma: str) -> Iterable[str]:
    from newslint.inflections import forms

    return forms(lemma).values()


def _each(value: Any, change: Callable[[str], Iterable[str]]) -> dict[str, list[str]]:
    """One word or several (`IN`, `NOT_IN`) as all that they stand for."""
    test, words = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else ("IN", [value])
    if test not in ("IN", "NOT_IN") or not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise RuleError("LEMMA and lists need a word, or IN or NOT_IN with a list of words")
    return {test: sorted({form for word in words for form in change(word)})}
