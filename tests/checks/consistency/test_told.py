"""Told: short articles by six desks in which two figures, times or statements about people disagree, and as many in which they only seem to.

A file of `told/` has one kind of conflict; an article begins with `=== ` and the desk, and [[ ]] mark either of the two that
disagree. The `fresh-` ones were written after the others had been tuned to. `missed` after the desk says that newslint does not see it yet. Thorough reading; without a pipeline there is none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Span
from newslint.reading import pipelines
from newslint.rulebook.packs import builtin

FOLDER = Path(__file__).parent / "told"
RULES = (
    "number-mismatch",
    "number-mismatch-loose",
    "list-count",
    "set-count",
    "part-count",
    "arithmetic",
    "arithmetic-loose",
    "timeline",
)
PEOPLE = (
    "age-conflict",
    "exception",
    "family-conflict",
    "fate-conflict",
    "headline-contrast",
    "headline-name",
    "name-variant",
    "nation-conflict",
    "quote-speaker",
    "role-conflict-birthplace",
    "role-conflict-body",
    "role-conflict-nationality",
    "role-conflict-party",
    "role-conflict-post",
    "role-conflict-sex",
)
PIPELINE = pipelines.find()

pytestmark = pytest.mark.skipif(PIPELINE is None, reason="needs an English spaCy pipeline")


class Case(NamedTuple):
    name: str
    text: str
    marks: tuple[Span, ...]
    missed: bool


def cases(file: Path) -> Iterator[Case]:
    parts = re.split(r"(?m)^=== (.*)\n", file.read_text("utf-8"))
    for desk, text in zip(parts[1::2], parts[2::2], strict=True):
        plain, marks = "", []
        for piece in re.split(r"(\[\[.*?\]\])", text):
            bare = piece.removeprefix("[[").removesuffix("]]")
            if bare != piece:
                marks.append(Span(len(plain), len(plain) + len(bare)))
            plain += bare
        yield Case(f"{file.stem}: {text.splitlines()[0]}", plain, tuple(marks), desk.endswith("missed"))


def every(pattern: str) -> list[Case]:
    return [case for file in sorted(FOLDER.glob(pattern)) for case in cases(file)]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter([rule for rule in builtin() if rule.id in {f"consistency.{name}" for name in (*RULES, *PEOPLE)}])


def reported(linter: Linter, text: str) -> list[list[Span]]:
    """Of each finding all places that it names."""
    assert PIPELINE is not None
    settings = Settings(datetime.date(2026, 11, 27), pipeline=PIPELINE.name)
    report = linter.lint(document_of(Text(text, "article.txt"), settings, "plain"))
    assert not report.errors
    return [[found.span, *(one.span for one in found.related)] for found in report.findings if not found.silenced]


@pytest.mark.parametrize("case", [one for one in every("*.txt") if one.marks], ids=lambda case: case.name)
def test_conflicts(linter: Linter, case: Case) -> None:
    places = [place for found in reported(linter, case.text) for place in found]
    hit = any(place.start < mark.end and mark.start < place.end for place in places for mark in case.marks)
    assert hit != case.missed


@pytest.mark.parametrize("case", every("*-traps.txt"), ids=lambda case: case.name)
def test_traps(linter: Linter, case: Case) -> None:
    assert not reported(linter, case.text) or case.missed
