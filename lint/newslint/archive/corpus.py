"""Corpus: the files of an archive as articles to learn from: `newslint train` reads what `newslint archive` reads."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import structs

from newslint.archive.extraction import extracted
from newslint.archive.inputs import found
from newslint.archive.inputs.fields import Fields
from newslint.archive.inputs.opening import opened
from newslint.archive.linting import opened as document_of
from newslint.archive.parts import drawn
from newslint.article.document import Settings
from newslint.article.readers import PLAIN
from newslint.errors import NewslintError, UsageError
from newslint.training.corpus import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.archive import linting
    from newslint.archive.inputs import Input

_SETTINGS: Final = Settings(today=datetime.date.max)  # nothing is judged here


class Archive:
    """A corpus in files. What cannot be read is passed over: `passed` articles, and `fault` is what is wrong with the first."""

    def __init__(self, inputs: Sequence[Input], fields: Fields | None = None, sample: int = 1) -> None:
        # The articles that the shipped model was made of came without their headlines.
        self.inputs, self.fields = tuple(inputs), structs.replace(fields or Fields(), headline="")
        self.sample = sample
        self.passed, self.fault = 0, ""

    @property
    def name(self) -> str:
        """The file's name, or how many there are."""
        return Path(self.inputs[0].path).name if len(self.inputs) == 1 else f"{len(self.inputs)} files"

    @property
    def identity(self) -> str:
        """Names and sizes of the files, and what is read of them."""
        files = [(Path(each.path).name, Path(each.path).stat().st_size) for each in self.inputs]
        return f"{files} {structs.astuple(self.fields)} {self.sample}"

    def articles(self) -> Iterator[Article]:
        """The articles in order. UsageError if there are none, or a file is none of its sort."""
        self.passed, self.fault = 0, ""
        empty = True
        for each in self.inputs:
            for article in articles(each, self.fields, self.sample, self._pass_over):
                empty = False
                yield article
        if empty:
            why = f": {self.fault}" if self.fault else "; each must have a text"
            raise UsageError(f"'{self.name}' contains no article{why}")

    def _pass_over(self, fault: str) -> None:
        self.passed += 1
        self.fault = self.fault or fault


def archive(*paths: str | Path) -> Archive:
    """Files and folders as a corpus."""
    return Archive(found([str(path) for path in paths]))


def articles(each: Input, fields: Fields, sample: int, pass_over: Callable[[str], None]) -> Iterator[Article]:
    """The articles of a file as prose; `pass_over` is told what is wrong with those that cannot be read."""
    with opened(each.path, packed=each.sort.packed) as (_, stream):
        for raw in each.articles(stream, fields):
            if not drawn(raw, sample):
                continue
            try:
                article = _prose(raw)
            except NewslintError as fault:
                pass_over(f"{raw.id}: {fault.message}")
            except Exception as fault:  # whatever a reader may do
                pass_over(f"{raw.id}: {type(fault).__name__}: {fault}")
            else:
                if article is not None:
                    yield article


def _prose(raw: linting.Article) -> Article | None:
    """An article's text without markup; None for a page that holds none."""
    article = extracted(raw)
    if article is None:
        return None
    document = document_of(article, _SETTINGS)
    text = document.text.content if (article.format or PLAIN) == PLAIN else document.prose.text
    return Article(text, article.id or "", article.outlet)
