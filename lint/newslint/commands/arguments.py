"""Arguments that several commands share, and what they mean to a run."""

from __future__ import annotations

import datetime
import os
import time
from typing import TYPE_CHECKING, Any, Final

from newslint.config.file import Layer, Level
from newslint.errors import UsageError
from newslint.run.plan import Options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "info")
_LISTS: Final = {
    "--select": "run only these rules or packs",
    "--extend-select": "run these rules or packs too",
    "--ignore": "leave out these rules or packs",
}


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Which rules run, and how grave they are."""
    group = parser.add_argument_group("rules")
    for option, purpose in _LISTS.items():
        group.add_argument(option, metavar="ID[,ID]", action="append", help=purpose)
    group.add_argument("--severity", metavar="ID=LEVEL", action="append", help="another severity for a rule or pack")
    group.add_argument("--preview", action="store_true", default=None, help="run rules in preview like others")


def add_config(parser: argparse.ArgumentParser) -> None:
    """Where settings come from."""
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", metavar="FILE", help="this file instead of the nearest .newslint.yaml")
    group.add_argument("--no-config", action="store_true", help="no configuration file at all")


def add_article(parser: argparse.ArgumentParser) -> None:
    """What to assume about the articles."""
    group = parser.add_argument_group("articles")
    group.add_argument("--language", metavar="TAG", help="the house's language: en-US, en-GB … (default: en)")
    group.add_argument("--today", metavar="DATE", help="what today is (default: SOURCE_DATE_EPOCH, else the clock)")
    group.add_argument("--date", metavar="DATE", help="the articles' date, where they do not say")


def options(arguments: argparse.Namespace) -> Options:
    """What the arguments of `add_*` say; a command may leave some of them out. UsageError if they make no sense."""
    given: dict[str, Any] = vars(arguments)
    layer = Layer(
        select=None if given.get("select") is None else ids(given["select"]),
        extend_select=ids(given.get("extend_select")),
        ignore=ids(given.get("ignore")),
        severity=dict(_severity(text) for text in given.get("severity") or ()),
        preview=given.get("preview"),
        language=given.get("language"),
        fail_on=given.get("fail_on"),
        min_severity=given.get("min_severity"),
    )
    return Options(
        today=_day(given["today"], "--today") if given.get("today") else today(),
        layer=layer,
        config="" if given.get("no_config") else _config(given.get("config")),
        date=_day(given["date"], "--date") if given.get("date") else None,
        suppressions=not given.get("no_suppressions"),
        require=ids(given.get("require")),
    )


def ids(words: Iterable[str] | None) -> tuple[str, ...]:
    """The ids of repeated options with commas."""
    return tuple(name.strip() for word in words or () for name in word.split(",") if name.strip())


def today() -> datetime.date:
    """SOURCE_DATE_EPOCH's day (UTC) if it is set, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        raise UsageError(f"SOURCE_DATE_EPOCH is a number of seconds, not '{epoch}'")
    seconds = int(epoch) if epoch else time.time()
    zone = datetime.UTC if epoch else None
    return datetime.datetime.fromtimestamp(seconds, zone).date()


def _day(text: str, option: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} wants a date such as 2024-05-15, not '{text}'") from None


def _severity(text: str) -> tuple[str, Level]:
    name, _, given = text.partition("=")
    level = next((level for level in LEVELS if level == given), None)
    if level is None or not name:
        raise UsageError(f"--severity wants ID=LEVEL with error, warning or info, not '{text}'")
    return name, level


def _config(path: str | None) -> str | None:
    if path is not None and not os.path.isfile(path):  # noqa: PTH113 (pathlib is not needed for anything else here)
        raise UsageError(f"there is no file '{path}' (--config)")
    return path
