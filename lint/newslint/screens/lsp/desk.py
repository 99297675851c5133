"""Desk: an article as an editor holds it → what newslint finds in it, under the configuration that its path leads to."""

from __future__ import annotations

import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.readers import SUFFIXES, suffix_of
from newslint.article.text import Text
from newslint.config import file as configs
from newslint.config.effective import CommandLine
from newslint.engine.sidecar import SUFFIX as SIDECAR
from newslint.errors import ConfigError, FileError, NewslintError, RuleError, UsageError
from newslint.run.discovery import Discovery, Target, shown
from newslint.run.files import look
from newslint.run.forgetting import forget
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.reporters.report import FileReport
    from newslint.run.plan import Plan

REFUSALS: Final = (ConfigError, RuleError, UsageError)
_READINGS: Final = {False: {"reading": "quick"}, True: {}}


class Article(Struct, frozen=True):
    """What an editor holds open: its path (empty: never saved), the name that says its format, its text, and its version."""

    path: str
    name: str
    content: str
    version: int


class Reading(Struct, frozen=True):
    """What one version of an article was read as. `thorough`: a model read along, or could not add anything."""

    version: int
    plan: Plan
    document: Document
    report: FileReport
    thorough: bool


def article(path: str, language: str, content: str, version: int) -> Article:
    """An open article; `language` is the editor's name for its format, used where the file's name says nothing."""
    name = shown(path) if path else "untitled"
    if PurePosixPath(name).suffix.lower() not in SUFFIXES:
        name += suffix_of(language)
    return Article(path, name, content, version)


class Desk:
    """Reads articles; configurations and rules are read once, and again after `forget`."""

    def __init__(self, today: datetime.date | None = None, config: str | None = None) -> None:
        self._today, self._config = today, config
        self._planners: dict[tuple[bool, datetime.date], Planner] = {}

    def forget(self) -> None:
        """Lets go of all that was read of configurations and packs."""
        self._planners.clear()
        forget()

    def plan(self, path: str, *, thorough: bool) -> Plan:
        """What is done with the article at a path. ConfigError, RuleError or UsageError if that cannot be used."""
        today = self._today or datetime.datetime.now().astimezone().date()
        command = CommandLine(today=today, data=_READINGS[thorough], config=self._config)
        planner = self._planners.setdefault((thorough, today), Planner(command))
        return planner.plan(path, planner.config(str(Path(path).parent)).path if path else self._config or "")

    def config(self, path: str) -> str:
        """The path of the configuration that holds for the article at a path: the server's own, or the nearest; empty for none."""
        return configs.nearest(str(Path(path).parent)) if self._config is None else self._config

    def excluded(self, path: str) -> bool:
        """Whether the configuration leaves the article out, or the file is none: a sidecar, a configuration."""
        if not path:
            return False
        if path.endswith(SIDECAR):
            return True
        planner = Planner(CommandLine(today=datetime.date.min, config=self._config))
        return bool(Discovery(planner.config).excluded(path))

    def read(self, article: Article, *, thorough: bool) -> Reading:
        """The findings of an article. Raises what `plan` raises, and FileError if newslint fails on the article."""
        plan = self.plan(article.path, thorough=thorough)
        target = Target(article.path, article.name, plan.config.path)
        try:
            document, report = look(plan, target, Text(article.content, article.name))
        except NewslintError:
            raise
        except Exception as fault:  # a reader that fails on one article must not end the server
            message = f"newslint failed on this article: {type(fault).__name__}: {fault}; please report it"
            raise FileError(message, path=article.name) from fault
        return Reading(article.version, plan, document, report, thorough)

    def models(self, path: str) -> bool:
        """Whether thorough reading of the article at a path asks a model."""
        return self.plan(path, thorough=True).effective.reading == "thorough"
