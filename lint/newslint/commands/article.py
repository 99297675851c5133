"""The article, or all articles, that a command is about, found and read as a run would."""

from __future__ import annotations

import os
from argparse import Namespace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newslint.article.document import Document
from newslint.article.readers import opened
from newslint.commands import arguments as shared
from newslint.errors import FileError, NewslintError, UsageError
from newslint.reading import reader_models
from newslint.run.discovery import STDIN, Discovery, Target, shown
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from collections.abc import Sequence


def named(arguments: Namespace, *, reader: bool = False) -> tuple[Document, str]:
    """The document of `arguments.file`, and the path that reports call it by.

    `reader`: the reader model reads along if one is installed and the configuration does not ask for quick reading.
    UsageError if there is no such file, or if it holds several articles.
    """
    path = os.path.abspath(arguments.file)  # noqa: PTH100
    if not Path(path).is_file():
        raise UsageError(f"'{arguments.file}' does not exist or is not a file; name an article")
    planner = Planner(shared.command_line(arguments))
    plan = planner.plan(path, planner.config(os.path.dirname(path)).path)  # noqa: PTH120
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise FileError(f"cannot read the file: {fault.strerror}", path=shown(path)) from None
    settings = plan.effective.settings
    if reader and plan.config.keys.reading != "quick" and (model := reader_models.find()):
        settings = replace(settings, reader=model.folder)
    document, *others = islice(opened(data, shown(path), settings), 2)
    if others:
        raise UsageError(f"'{arguments.file}' holds several articles; this command takes one")
    return document, shown(path)


def compared(arguments: Namespace) -> Document:
    """The document of `arguments.file` with that of `arguments.original` as its source. UsageError if they cannot be compared."""
    source, article = (_opened(arguments, name) for name in (arguments.original, arguments.file))
    for document, name in ((source, arguments.original), (article, arguments.file)):
        if not any(char.isalpha() for char in document.prose.text):
            raise UsageError(f"'{name}' has no text to compare")
    return Document(article.text, article.layout, article.settings, (source,))


def _opened(arguments: Namespace, name: str) -> Document:
    return named(Namespace(**{**vars(arguments), "file": name}))[0]


def all_named(planner: Planner, paths: Sequence[str]) -> list[Target]:
    """The articles in some paths, their plans made. UsageError if there is none; raises what is wrong with a path."""
    if STDIN in paths:
        raise UsageError("this command takes files and folders, not standard input")
    discovery = Discovery(planner.config)
    targets = []
    for found in discovery.find(paths):
        if isinstance(found, NewslintError):
            raise found
        if not found.left_out:
            targets.append(found)
            planner.plan(found.path, found.config)
    if not targets:
        raise UsageError(discovery.passed_over.sentence([shown(os.path.abspath(path)) for path in paths]))  # noqa: PTH100
    for _ in planner.notices():  # UsageError for a rule on the command line that is none
        pass
    return targets
