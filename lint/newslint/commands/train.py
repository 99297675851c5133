"""train: builds the spun-text model from plain articles, or adapts it to a house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.commands.command import Outcome
from newslint.training import command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """What to learn from, and where the result goes."""
    parser.description = "Builds the model of the spun-text detector from plain articles, or adapts it to a house."
    command.add_arguments(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Trains or calibrates."""
    command.run(arguments, streams.stdout)
    return Outcome.CLEAN
