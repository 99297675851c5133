"""help: prints the help of newslint or of one command, as --help does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.commands.command import Outcome
from newslint.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """Which command."""
    parser.description = "Prints the help of newslint or of a command."
    parser.add_argument("command", metavar="COMMAND", nargs="?", default="check", help="default: newslint itself")


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """What `newslint COMMAND --help` prints."""
    from newslint.commands import FORMER, load, present
    from newslint.commands.parser import Parser

    name = FORMER.get(arguments.command, arguments.command)
    if name not in present():
        from newslint.yaml_source import did_you_mean

        hint = did_you_mean(name, present()) or "; see 'newslint --help'"
        raise UsageError(f"unknown command '{name}'{hint}")
    parser = Parser(name)
    load(name).configure(parser)
    streams.stdout.write(parser.format_help())
    return Outcome.CLEAN
