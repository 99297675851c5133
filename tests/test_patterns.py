"""Patterns that are compiled when they are first used: every one of them is valid, and none is compiled for nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

import newslint
from newslint import patterns
from newslint.checks.general import anchors
from newslint.patterns import alternatives, lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Pattern = TypeVar("Pattern")
PACKAGE = Path(newslint.__file__).parent
MODULES = sorted(
    path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
    for path in PACKAGE.rglob("*.py")
    if "import lazy" in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_is_valid(name: str) -> None:
    module = import_module(name.removesuffix(".__init__"))
    found = (
        each for kind in (patterns._Later, patterns._Needing) for each in _found(tuple(vars(module).values()), kind)
    )
    assert all(isinstance(pattern.pattern, str | bytes) for pattern in found)


@pytest.mark.parametrize("name", MODULES)
def test_what_a_pattern_needs_is_in_every_match(name: str) -> None:
    module = import_module(name.removesuffix(".__init__"))
    for pattern in _found(tuple(vars(module).values()), patterns._Needing):
        assert not pattern.flags & re.IGNORECASE
        tree = parser.parse(pattern.pattern, pattern.flags)
        for words in pattern.needs:
            assert _holds(tree, words), (pattern.pattern, words)


def _found(value: Any, kind: type[Pattern]) -> Iterator[Pattern]:
    """The patterns of a kind that a value is, or holds in tuples."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _found(one, kind)


def _holds(items: Iterable[tuple[Any, Any]], words: tuple[str, ...]) -> bool:
    """Whether whatever a run of a parse tree matches holds one of the words: some item does, or neighbours that are known do."""
    known: frozenset[str] = frozenset({""})
    for name, value in _flat(items):
        exact = anchors._exact(name, value) or frozenset({""})
        if exact != {""} and len(known) * len(exact) < 5000:
            known = frozenset(a + b for a in known for b in exact)
        elif name not in (op.AT, op.ASSERT, op.ASSERT_NOT):
            known = exact
        if all(any(word in choice for word in words) for choice in known) or _item_holds(name, value, words):
            return True
    return False


def _flat(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The items of a run, those of its groups among them; a group that folds case may be anything."""
    for name, value in items:
        if name is not op.SUBPATTERN:
            yield name, value
        elif value[1] & re.IGNORECASE:
            yield op.ANY, None
        else:
            yield from _flat(value[3])


def _item_holds(name: Any, value: Any, words: tuple[str, ...]) -> bool:
    if name is op.BRANCH:
        return all(_holds(branch, words) for branch in value[1])
    return name in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0 and _holds(value[2], words)


def test_a_text_that_lacks_what_a_pattern_needs_is_not_searched() -> None:
    pier = lazy(r"(?:the|a) pier(?:, \d+)?", needs=("the|a ", "pier"))
    assert pier.search("the quay") is None
    assert not list(pier.finditer("pier"))
    assert "search" not in vars(vars(pier)["_compiled"])
    assert [hit[0] for hit in pier.finditer("By a pier, 12, or the pier")] == ["a pier, 12", "the pier"]
    assert pier.findall("the pier", 4) == []


def test_it_is_used_like_any_other() -> None:
    word = lazy(r"(?P<word>p\w+)", re.IGNORECASE)
    assert [hit["word"] for hit in word.finditer("The Pier, the port")] == ["Pier", "port"]
    assert (word.sub("x", "a Pier"), word.groupindex["word"], word.pattern) == ("a x", 1, r"(?P<word>p\w+)")
    assert lazy(rb"\d+").search(b"a 12") is not None
    with pytest.raises(AttributeError):
        _ = word.nothing  # type: ignore[attr-defined]
    with pytest.raises(re.error):
        lazy("(").search("")


def test_importing_compiles_nothing() -> None:
    code = (
        "import re, newslint.knowledge.facts.relations as room\nfrom newslint.patterns import _Later\n"
        "found = [value for value in vars(room).values() if isinstance(value, _Later)]\n"
        "print(any('search' in vars(each) for each in found))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_a_tree_of_words_matches_what_a_list_of_them_does() -> None:
    words = ["prime minister", "minister", "mayor", "may", "m.p.", "minister-president", "ox"]
    listed = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    tree = re.compile(alternatives(words))
    text = "The prime minister, a minister-president, may meet the mayor, an m.p. and mxp., with an ox and an o."
    assert [hit.span() for hit in tree.finditer(text)] == [hit.span() for hit in listed.finditer(text)]
    assert re.fullmatch(rf"(?:{alternatives(words)})(?!s)", "prime minister")
