"""init: writes a commented `.newslint.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.commands.command import Outcome
from newslint.config.file import NAME
from newslint.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams

TEMPLATE: Final = """\
# What newslint does in this folder and below; 'newslint --show-config FILE' prints what holds for a file.
# The command line goes before per-path, per-path before the rest of this file, this file before the packs.

# The house's language and region; it also sets the order of day and month.
language: en-US

# The least severity that fails a file: error, warning, info or never.
fail-on: warning

# Rules to leave out, by id or pack ('newslint rules' lists them); the longest name wins.
# ignore: [language.all-caps]
# extend-select: [grammar]

# Another severity for a rule or a pack.
# severity:
#   sourcing.vague-source: warning

# Names and terms that the house accepts, as they are written; or files with one a line.
# vocabulary: [Aotearoa]
# vocabulary-files: [house-names.txt]

# What 'newslint train --calibrate ARCHIVE' learnt from the house's own clean articles.
# calibration: house.yaml

# Settings for some files, patterns as in .gitignore.
# per-path:
#   - paths: [opinion/]
#     ignore: [sourcing]

# Files to leave out; README, LICENSE, CHANGELOG, requirements and robots.txt are left out anyway.
# exclude: [archive/, "!README.md"]

# Packs of the house: folders or files of rules, or python:package.
# extend-packs: [./rules/house]

# Where the rules' pages (docs/) are published; findings link there.
# docs: https://example.org/newslint

# Suppressions: which rules nothing may silence, and whether a reason is needed.
# protect: [machine.assistant-residue]
# require-reason: true
# inline-suppressions: true   # heed <!-- newslint-disable-next-line ID: reason --> in plain text too
"""


def configure(parser: ArgumentParser) -> None:
    """Where to."""
    parser.description = "Writes a commented .newslint.yaml."
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="default: here")


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Writes the file, but never over another."""
    path = Path(arguments.folder, NAME)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(f"'{path.as_posix()}' is there already; it is left as it is") from None
    except OSError as fault:
        raise UsageError(f"'{path.as_posix()}' cannot be written: {fault.strerror}") from None
    streams.stdout.write(f"wrote {path.as_posix()}\n")
    return Outcome.CLEAN
