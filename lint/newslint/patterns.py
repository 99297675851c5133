"""Patterns: regular expressions that are compiled at their first use.

newslint knows some 600, an article needs a quarter of them, and compiling all would take a third of the time of a short run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, AnyStr, Final, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_USED: Final = "match search fullmatch finditer findall sub subn split pattern flags groups groupindex".split()

_Tree: TypeAlias = "dict[str, _Tree]"
_compile: Callable[[str, int], re.Pattern[str]] = re.compile


class _Later:
    """Stands for a compiled pattern; once any of its methods has been asked for, it has them all as its own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        compiled = _compiled(self._source, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _USED})
        return self.__dict__[name]


class _Needing:
    """A pattern that is neither asked nor compiled where a text lacks what every match of it holds.

    Looking for some words costs a fraction of what `re` takes for a text without a match, and of what compiling takes.
    """

    def __init__(self, source: str, flags: int, needs: tuple[str, ...]) -> None:
        self.needs = tuple(tuple(words.split("|")) for words in needs)
        self._compiled = lazy(source, flags)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)

    def _lacks(self, text: str, place: tuple[int, ...]) -> bool:
        for words in self.needs:
            for word in words:
                if text.find(word, *place) >= 0:
                    break
            else:
                return True
        return False

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        return None if self._lacks(text, place) else self._compiled.search(text, *place)

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        return None if self._lacks(text, place) else self._compiled.match(text, *place)

    def fullmatch(self, text: str, *place: int) -> re.Match[str] | None:
        return None if self._lacks(text, place) else self._compiled.fullmatch(text, *place)

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        return iter(()) if self._lacks(text, place) else self._compiled.finditer(text, *place)

    def findall(self, text: str, *place: int) -> list[Any]:
        return [] if self._lacks(text, place) else self._compiled.findall(text, *place)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest that fits, as a tree of their letters.

    `re` tries the branches of `a|b|…` one by one at every place: with some hundred words, a tree is ten times as fast.
    """
    root: _Tree = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _written(root)


def _written(node: _Tree) -> str:
    branches = [re.escape(letter) + _written(further) for letter, further in sorted(node.items()) if letter]
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def compile_by(compiler: Callable[[str, int], re.Pattern[str]]) -> None:
    """Has this process compile its patterns by another function than `re.compile`: one that keeps them, say."""
    global _compile  # noqa: PLW0603 (one for the process, as the memory of `re` is)
    _compile = compiler


def _compiled(source: str | bytes, flags: int = 0) -> Any:
    return _compile(source, flags) if isinstance(source, str) else re.compile(source, flags)


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is known only when it is wanted, once for each source."""
    return _compile(source, flags)


def lazy(source: AnyStr, flags: int = 0, *, needs: tuple[str, ...] = ()) -> re.Pattern[AnyStr]:
    """A pattern as `re.compile` gives it, but compiled when it is first used. A mistake in it shows only then: a test uses all.

    Of each of `needs`, words with `|` between them, every match holds one (a test proves it): a text without is not searched.
    """
    if TYPE_CHECKING:
        return re.compile(source, flags)
    return cast("re.Pattern[AnyStr]", _Needing(source, flags, needs) if needs else _Later(source, flags))
