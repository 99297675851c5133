"""The Python API: articles linted from a program. `newslint.lint` and `newslint.Linter` are these, imported when first used.

    >>> import newslint
    >>> for finding in newslint.lint("The the pier is long."):
    ...     print(finding.span.start, finding.rule, finding.message)

Safe in threads: a Linter's state is built by its first use under a lock and only read after that.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import structs

from newslint.article.readers import FORMATS, READERS
from newslint.article.text import Text
from newslint.config.effective import CommandLine
from newslint.errors import FileError, UsageError
from newslint.run.discovery import Target, shown
from newslint.run.files import lint as lint_file
from newslint.run.plan import Planner
from newslint.run.sources import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.finding import Finding


class Linter:
    """Lints many articles under one configuration.

    `config` is the path of a `.newslint.yaml`; without it the built-in rules run as they ship. ConfigError, RuleError or
    UsageError, when first used, if the configuration cannot be used.
    """

    def __init__(self, config: str | os.PathLike[str] | None = None, *, today: datetime.date | None = None) -> None:
        path = "" if config is None else os.fspath(Path(config).absolute())
        if path and not Path(path).is_file():
            raise UsageError(f"'{config}' does not exist; name a configuration that is there")
        self._command = CommandLine(today=today or datetime.datetime.now().astimezone().date(), config=path)
        self._planners: dict[datetime.date | None, Planner] = {}
        self._lock = Lock()

    def lint(
        self,
        article: str | os.PathLike[str],
        *,
        format: str | None = None,  # noqa: A002
        date: datetime.date | None = None,
        sources: Sequence[str | os.PathLike[str]] = (),
    ) -> list[Finding]:
        """The findings of an article that nothing suppresses, in the order of their places.

        `article` is a text, or a path object (`pathlib.Path`), whose name gives the format. `format` is one of the names of
        formats (`plain`, `markdown` … as in the documentation), default plain text or what the file's name says; `date` is the
        day of publication, if the article does not give it. `sources` are what it was written from, each a text or a path object;
        one without text or in another language is passed over. Spans are half-open, in code points of the text (of a file: as
        decoded, without its byte order mark). FileError if a path cannot be read or holds no text; CheckError if a check failed.
        """
        if format is not None and format not in FORMATS:
            raise UsageError(f"unknown format '{format}'; choose from {', '.join(FORMATS)}")
        target, data = _target(article, format, self._command.config or "")
        target = structs.replace(target, sources=tuple(_source(source, n) for n, source in enumerate(sources, 1)))
        with self._lock:
            planner = self._planners.setdefault(date, Planner(structs.replace(self._command, date=date)))
            planner.plan(target.path, target.config)
        report = lint_file(planner, target, data)
        for error in report.errors:
            raise error
        return list(report.shown)


def _target(article: str | os.PathLike[str], form: str | None, config: str) -> tuple[Target, bytes]:
    """The article as the run takes it; a text has no path, and a file of another format than its name says goes as a text."""
    suffix = next((reader.suffixes[0] for reader in READERS if reader.name == form), "")
    if isinstance(article, str):
        return Target("", f"article{suffix}", config), article.encode("utf-8", "surrogatepass")
    path = os.path.abspath(article)  # noqa: PTH100
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise FileError(f"cannot read the file: {fault.strerror}", path=shown(path)) from None
    return Target("" if suffix else path, f"{shown(path)}{suffix}", config), data


def _source(source: str | os.PathLike[str], number: int) -> Text:
    if isinstance(source, str):
        return Text(source, f"source {number}")
    return text_of(os.path.abspath(source))  # noqa: PTH100


def lint(
    article: str | os.PathLike[str],
    *,
    config: str | os.PathLike[str] | None = None,
    format: str | None = None,  # noqa: A002
    date: datetime.date | None = None,
    sources: Sequence[str | os.PathLike[str]] = (),
) -> list[Finding]:
    """The findings of one article; see `Linter`, which is quicker for many."""
    return Linter(config).lint(article, format=format, date=date, sources=sources)
