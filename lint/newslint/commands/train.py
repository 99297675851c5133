"""train: builds the spun-text model from plain articles, or calibrates it for a newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.commands.command import Outcome
from newslint.training import command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """Adds the options: what to learn from, and where the result goes."""
    parser.description = "Builds the model of the spun-text detector from plain articles, or calibrates it on your own."
    command.add_arguments(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Trains or calibrates."""
    command.run(arguments, streams.stdout)
    return Outcome.CLEAN
