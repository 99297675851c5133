"""Named word lists (`{weekday}`) and inflections (`~hold`), written out when a rule is loaded."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.errors import RuleError
from newslint.inflections import forms
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NAME: Final = lazy(r"(?<!\\[pP])\{([a-z][a-z0-9-]+)\}")
_LEMMA: Final = lazy(r"~([a-z]+)")


class Lists:
    """The word lists of some folders; the first folder that has a list wins."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def words(self, name: str) -> tuple[str, ...]:
        """The lines of a list, comments (`#`) and empty ones left out; RuleError if there is no such list."""
        for folder in self._folders:
            path = folder / f"{name}.txt"
            if path.is_file():
                return _lines(path)
        raise RuleError(f"unknown list '{name}'; put {name}.txt into a folder 'lists' beside the rules")

    def pairs(self, name: str) -> dict[str, tuple[str, ...]]:
        """A list of lines `this => that | or that` as a mapping."""
        split = (line.partition("=>") for line in self.words(name))
        return {this.strip(): tuple(part.strip() for part in that.split("|")) for this, _, that in split}

    def phrases(self, phrase: str) -> Iterator[str]:
        """A phrase with each `{list}` replaced by each of its words, and each `~lemma` by each of its forms."""
        parts = _NAME.split(phrase)
        choices = [self.words(part) if number % 2 else (part,) for number, part in enumerate(parts)]
        for chosen in product(*choices):
            yield from inflected("".join(chosen))

    def every(self, phrases: Iterable[object]) -> list[str]:
        """All the phrases that some phrases stand for."""
        return [form for phrase in phrases for form in self.phrases(str(phrase))]

    def swaps(self, this: str, that: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """A swap with its lists written out, in step on both sides, and its lemmas inflected in step."""
        parts = _NAME.split(this)
        choices = [self.words(part) if number % 2 else (part,) for number, part in enumerate(parts)]
        for chosen in product(*choices):
            known = dict(zip(parts[1::2], chosen[1::2], strict=True))
            instead = (_NAME.sub(lambda hit, known=known: known.get(hit[1], hit[0]), word) for word in that)  # type: ignore[misc]
            yield from paired("".join(chosen), tuple(instead))

    def pattern(self, pattern: str) -> str:
        """A regular expression with each `{list}` as an alternation, the longest word first."""
        return _NAME.sub(lambda hit: self._alternation(hit[1]), pattern)

    def _alternation(self, name: str) -> str:
        words = sorted(self.words(name), key=lambda word: (-len(word), word))
        return f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', ' ') for word in words)})"


@lru_cache(maxsize=64)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"cannot read the file: {error}", path=path.name) from None
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def inflected(phrase: str) -> Iterator[str]:
    """A phrase with each `~lemma` replaced by each of its forms."""
    parts = _LEMMA.split(phrase)
    choices = [
        tuple(dict.fromkeys(forms(part).values())) if number % 2 else (part,) for number, part in enumerate(parts)
    ]
    return ("".join(chosen) for chosen in product(*choices))


def paired(this: str, that: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A swap whose `~lemma` on both sides are inflected in step: `~opine` → `~say` gives `opined` → `said`."""
    hit = _LEMMA.search(this)
    if hit is None:
        yield this, that
        return
    for tag, form in forms(hit[1]).items():
        instead = tuple(_LEMMA.sub(lambda lemma, tag=tag: forms(lemma[1]).get(tag, lemma[1]), word) for word in that)  # type: ignore[misc]
        yield this.replace(hit[0], form, 1), instead
