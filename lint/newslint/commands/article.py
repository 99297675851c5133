"""The one article that a command is about, read as a run would read it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.article.readers import opened
from newslint.commands import arguments as shared
from newslint.errors import FileError, UsageError
from newslint.run.discovery import shown
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from argparse import Namespace

    from newslint.article.document import Document


def named(arguments: Namespace) -> tuple[Document, str]:
    """The document of `arguments.file`, and the path that reports call it by. UsageError if there is no such file."""
    path = os.path.abspath(arguments.file)  # noqa: PTH100
    if not Path(path).is_file():
        raise UsageError(f"'{arguments.file}' does not exist or is not a file; name an article")
    planner = Planner(shared.command_line(arguments))
    plan = planner.plan(path, planner.config(os.path.dirname(path)).path)  # noqa: PTH120
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise FileError(f"cannot read the file: {fault.strerror}", path=shown(path)) from None
    return opened(data, shown(path), plan.effective.settings), shown(path)
