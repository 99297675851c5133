"""schema: prints the JSON Schema of rule files, of `--format json` or of the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.commands.command import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """Which schema."""
    parser.description = "Prints a JSON Schema (2020-12) for editors and other programs."
    parser.add_argument(
        "which",
        metavar="WHICH",
        choices=("rules", "report", "config"),
        help="rules (rule files), report (--format json) or config (.newslint.yaml)",
    )


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """The schema as it is published."""
    streams.stdout.write(_schema(arguments.which).decode())
    return Outcome.CLEAN


def _schema(which: str) -> bytes:
    if which == "report":
        from newslint.reporters import json

        return json.schema()
    if which == "config":
        from newslint.config import keys

        return keys.schema()
    from newslint.rulebook import schema

    return schema.schema()
