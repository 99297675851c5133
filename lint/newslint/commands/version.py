"""version: the version of newslint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint import __version__
from newslint.commands.command import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """No arguments."""
    parser.description = "Prints the version."


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """`newslint 1.2.3`."""
    streams.stdout.write(f"newslint {__version__}\n")
    return Outcome.CLEAN
