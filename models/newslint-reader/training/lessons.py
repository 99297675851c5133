"""Lessons: windows of text in which words were put in and slips were made, with what there is to say of each word."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from newslint.reading.windows import PIECES
from newslint.reading.wordpiece import WordPiece
from training.lexica import Lexica
from training.slips import Slipper
from training.spinning import manner
from training.texts import Plain, Texts

I64 = npt.NDArray[np.int64]
UNJUDGED: Final = -100
_TREATMENTS: Final = ("spun", "slipped", "both", "clean")
_SHARES: Final = (44, 44, 3, 9)
_WINDOWS_OF_A_TEXT: Final = 3
_SHUFFLED: Final = 96  # windows


class Lesson(NamedTuple):
    """A sentence's words, what the put-in output should say of each (1, 0, UNJUDGED), and the tag's number."""

    words: Sequence[str]
    put_in: Sequence[int]
    tags: Sequence[int]
    first: bool


class Window(NamedTuple):
    """Pieces, whether each is of a word with a capital, and at each word's first piece its two labels."""

    pieces: list[int]
    capitals: list[int]
    put_in: list[int]
    tags: list[int]


@dataclass(frozen=True, slots=True)
class Teacher:
    """Makes lessons without end."""

    texts: Texts
    lexica: Lexica
    slipper: Slipper
    pieces: WordPiece

    def windows(self, seed: int) -> Iterator[Window]:
        """Windows in random order."""
        chance = random.Random(seed)
        kept: list[Window] = []
        while True:
            kept += self._of_one_text(chance)
            while len(kept) > _SHUFFLED:
                yield kept.pop(chance.randrange(len(kept)))

    def _of_one_text(self, chance: random.Random) -> list[Window]:
        found = self.texts.draw(chance)
        begin = chance.randrange(max(len(found) - 12, 1))
        treatment = chance.choices(_TREATMENTS, _SHARES)[0]
        lessons = self.treat(found[begin : begin + 60], treatment, chance)
        return [window for window, _ in zip(packed(lessons, self.pieces), range(_WINDOWS_OF_A_TEXT), strict=False)]

    def treat(self, found: Sequence[Plain], treatment: str, chance: random.Random) -> list[Lesson]:
        """The sentences after a spinner, a hasty hand, both or nobody."""
        spinner = manner(self.lexica.spinners, chance) if treatment in ("spun", "both") else None
        slips = chance.choice((0.1, 0.18, 0.25)) if treatment in ("slipped", "both") else 0.0
        lessons = []
        for words, first in found:
            new, put_in = spinner.spin(words, chance) if spinner else (words, [False] * len(words))
            labels = [int(label) for label in put_in]
            tags = [UNJUDGED if label else 0 for label in labels]
            if slips and not any(labels):
                new, tags = self.slipper.slip(list(new), slips, chance)
                labels = [UNJUDGED if tag else 0 for tag in tags]
            lessons.append(Lesson(new, labels, tags, first))
        return lessons


def packed(lessons: Sequence[Lesson], pieces: WordPiece, size: int = PIECES) -> Iterator[Window]:
    """Windows of whole sentences, as reading packs them."""
    window = _begun(pieces)
    for lesson in lessons:
        coded = _coded(lesson, pieces)
        if len(window.pieces) > 1 and len(window.pieces) + len(coded.pieces) + 1 > size:
            yield _ended(window, pieces, size)
            window = _begun(pieces)
        for whole, part in zip(window, coded, strict=True):
            whole += part
    if len(window.pieces) > 1:
        yield _ended(window, pieces, size)


def _begun(pieces: WordPiece) -> Window:
    return Window([pieces.start], [0], [UNJUDGED], [UNJUDGED])


def _ended(window: Window, pieces: WordPiece, size: int) -> Window:
    cut = Window(*(row[: size - 1] for row in window))
    for row, last in zip(cut, (pieces.end, 0, UNJUDGED, UNJUDGED), strict=True):
        row.append(last)
    return cut


def _coded(lesson: Lesson, pieces: WordPiece) -> Window:
    """A sentence; one that begins a block begins with a mark of its own."""
    coded = Window([], [], [], [])
    if lesson.first:
        for row, value in zip(coded, (pieces.end, 0, UNJUDGED, UNJUDGED), strict=True):
            row.append(value)
    for word, put_in, tag in zip(lesson.words, lesson.put_in, lesson.tags, strict=True):
        numbers = pieces.numbers(word)
        rest = [UNJUDGED] * (len(numbers) - 1)
        judged = word[0].isalnum()
        coded.pieces.extend(numbers)
        coded.capitals.extend([int(word[0].isupper())] * len(numbers))
        coded.put_in.extend([put_in if judged else UNJUDGED, *rest])
        coded.tags.extend([tag if judged else UNJUDGED, *rest])
    return coded


def batch(windows: Sequence[Window]) -> tuple[I64, I64, I64, I64]:
    """Arrays (windows × longest) of pieces, capitals and both labels; pieces are 0 where there are none."""
    longest = max(len(window.pieces) for window in windows)
    arrays = tuple(np.full((len(windows), longest), fill, dtype=np.int64) for fill in (0, 0, UNJUDGED, UNJUDGED))
    for number, window in enumerate(windows):
        for array, row in zip(arrays, window, strict=True):
            array[number, : len(row)] = row
    return arrays  # type: ignore[return-value]
