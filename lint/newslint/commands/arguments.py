"""Arguments that several commands share, and what they mean to a run."""

from __future__ import annotations

import argparse
import datetime
import os
import time
from typing import TYPE_CHECKING, Any, Final

from newslint.config.effective import CommandLine
from newslint.config.keys import Data, Keys, names
from newslint.errors import UsageError
from newslint.finding import Severity
from newslint.paths import NO_CACHE

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS: Final = tuple(severity.label for severity in reversed(Severity))
_LISTS: Final = {
    "--select": "run only these rules or packs (replaces the configuration's)",
    "--extend-select": "run these rules or packs as well",
    "--ignore": "do not run these rules or packs",
}
_READINGS: Final = {
    "quick": "load no model; rules that read grammar do not run",
    "thorough": "let the spaCy pipeline read along; exit 3 if none is installed (default: where one is installed)",
}


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Which rules run, and how grave they are."""
    group = parser.add_argument_group("rules")
    for option, purpose in _LISTS.items():
        group.add_argument(option, metavar="ID[,ID]", action="append", help=purpose)
    group.add_argument("--severity", metavar="ID=LEVEL", action="append", help="change the severity of a rule or pack")
    group.add_argument("--preview", action="store_true", default=None, help="run rules in preview like the others")


def add_flag(group: argparse._ActionsContainer, name: str, purpose: str, former: str) -> None:
    """A switch whose former name goes on working, unseen."""
    group.add_argument(name, action="store_true", help=purpose)
    group.add_argument(former, dest=name[2:].replace("-", "_"), action="store_true", help=argparse.SUPPRESS)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Whether a model reads along."""
    group = parser.add_argument_group("reading").add_mutually_exclusive_group()
    for reading, purpose in _READINGS.items():
        group.add_argument(f"--{reading}", dest="reading", action="store_const", const=reading, help=purpose)


def add_fixes(parser: argparse.ArgumentParser) -> None:
    """What is done with suggestions."""
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="apply the suggestions that are marked safe")
    group.add_argument("--unsafe-fixes", action="store_true", help="apply the other suggestions, too; read the result")
    group.add_argument(
        "--diff", action="store_true", help="show what would be changed, as a unified diff; change nothing"
    )


def add_config(parser: argparse.ArgumentParser) -> None:
    """Where settings come from."""
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", metavar="FILE", help="use this file, not the nearest .newslint.yaml")
    group.add_argument("--no-config", action="store_true", help="use no configuration file")


def add_article(parser: argparse.ArgumentParser) -> None:
    """What is assumed about the articles."""
    group = parser.add_argument_group("articles")
    group.add_argument(
        "--language", metavar="TAG", help="language of articles that do not state theirs, such as en-GB (default: en)"
    )
    add_today(group)
    group.add_argument("--date", metavar="DATE", help="publication date of the articles, whatever they state")


def add_today(parser: argparse._ActionsContainer) -> None:
    """Which day it is."""
    parser.add_argument(
        "--today", metavar="DATE", help="treat DATE as today (default: SOURCE_DATE_EPOCH, else the clock)"
    )


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Which texts the articles were written from."""
    group = parser.add_argument_group("sources")
    group.add_argument(
        "--source",
        metavar="FILE",
        action="append",
        help="compare the articles with a text that they were written from; may be repeated",
    )
    group.add_argument(
        "--source-dir", metavar="FOLDER", help="look for each article's source among the texts of a folder"
    )


def add_cache(parser: argparse.ArgumentParser) -> None:
    """Whether results of earlier runs count."""
    group = parser.add_argument_group("cache")
    group.add_argument(
        "--no-cache", action="store_true", help="neither use results of earlier runs nor keep those of this one"
    )


def add_jobs(parser: argparse._ActionsContainer) -> None:
    """In how many processes articles are read."""
    parser.add_argument(
        "-j",
        "--jobs",
        metavar="N",
        type=number,
        default=0,
        help="number of processes (default: chosen by the amount of text)",
    )


def add_run(parser: argparse.ArgumentParser) -> None:
    """Which articles a command lints that sums up what is found in many, under which rules and settings, and how."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", default=["."], help="files, folders or patterns (default: this folder)"
    )
    add_rules(parser)
    add_article(parser)
    add_reading(parser)
    add_config(parser)
    add_cache(parser)
    add_jobs(parser)


def number(text: str) -> int:
    """A whole number above 0 of an option."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"expected a whole number above 0, got '{text}'")
    return int(text)


def command_line(arguments: argparse.Namespace) -> CommandLine:
    """What the arguments of `add_*` say; a command may leave some of them out. UsageError if they make no sense."""
    given: dict[str, Any] = vars(arguments)
    return CommandLine(
        today=_day(given["today"], "--today") if given.get("today") else today(),
        data=_data(given),
        config="" if given.get("no_config") else _config(given.get("config")),
        date=_day(given["date"], "--date") if given.get("date") else None,
        require=ids(given.get("require")),
        fix="all" if given.get("unsafe_fixes") else "safe" if given.get("fix") or given.get("diff") else "",
        diff=bool(given.get("diff")),
        sources=tuple(_source(path) for path in given.get("source") or ()),
        source_dir=_source_dir(given.get("source_dir")),
        cache=given.get("no_cache") is False and not os.environ.get(NO_CACHE),
    )


def _data(given: dict[str, Any]) -> Data:
    """The options that are keys of the configuration, each by its name there."""
    said = {key: value for key in names(Keys) if (value := given.get(key.replace("-", "_")))}
    for key in said.keys() & {option.removeprefix("--") for option in _LISTS}:
        said[key] = list(ids(said[key]))
    if "baseline" in said:
        said["baseline"] = _file(said["baseline"], "--baseline")
    if "severity" in said:
        said["severity"] = dict(_severity(text) for text in said["severity"])
    return said


def ids(words: Iterable[str] | None) -> tuple[str, ...]:
    """The ids of repeated options with commas."""
    return tuple(name.strip() for word in words or () for name in word.split(",") if name.strip())


def today() -> datetime.date:
    """SOURCE_DATE_EPOCH's day (UTC) if it is set, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        raise UsageError(f"SOURCE_DATE_EPOCH must be a number of seconds, not '{epoch}'; correct or unset it")
    seconds = int(epoch) if epoch else time.time()
    zone = datetime.UTC if epoch else None
    return datetime.datetime.fromtimestamp(seconds, zone).date()


def fixed_day(arguments: argparse.Namespace) -> datetime.date | None:
    """The day that an option or SOURCE_DATE_EPOCH names, for what runs longer than a day; None for the clock's."""
    given = bool(arguments.today or os.environ.get("SOURCE_DATE_EPOCH"))
    return command_line(arguments).today if given else None


def _day(text: str, option: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} needs a date such as 2024-05-15, not '{text}'") from None


def _severity(text: str) -> tuple[str, str]:
    name, _, level = text.partition("=")
    if level not in LEVELS or not name:
        raise UsageError(f"--severity needs ID=LEVEL, where LEVEL is error, warning or info, not '{text}'")
    return name, level


def _file(path: str, option: str) -> str:
    if not os.path.isfile(path):  # noqa: PTH113
        raise UsageError(f"{option}: '{path}' does not exist; 'newslint baseline create' writes such a file")
    return os.path.abspath(path)  # noqa: PTH100


def _source(path: str) -> str:
    if not os.path.isfile(path):  # noqa: PTH113
        what = "is a folder" if os.path.isdir(path) else "does not exist"  # noqa: PTH112
        raise UsageError(f"--source: '{path}' {what}; name the file that the article was written from")
    return os.path.abspath(path)  # noqa: PTH100


def _source_dir(path: str | None) -> str:
    if path is None:
        return ""
    if not os.path.isdir(path):  # noqa: PTH112
        what = "is a file; name it with --source" if os.path.isfile(path) else "does not exist; name a folder of texts"  # noqa: PTH113
        raise UsageError(f"--source-dir: '{path}' {what}")
    return os.path.abspath(path)  # noqa: PTH100


def _config(path: str | None) -> str | None:
    if path is not None and not os.path.isfile(path):  # noqa: PTH113 (pathlib is not needed for anything else here)
        raise UsageError(f"--config: '{path}' does not exist; name a file that is there")
    return path
