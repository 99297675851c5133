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
# What newslint does in this folder and below; 'newslint --show-config FILE' prints the effective settings of a file.
# Precedence: command line, per-path, the rest of this file, the packs. Lines that begin with '#' are examples.

# The house's language and region; it also sets the order of day and month.
language: en-US

# The lowest severity that fails a file (error, warning, info or never), and the lowest that is shown.
fail-on: warning
# min-severity: info

# Which rules run, by id or pack ('newslint rules' lists them); the longest name wins.
# select: [integrity, machine]
# extend-select: [grammar]
# ignore: [language.all-caps]
# preview: true

# A different severity for a rule or a pack.
# severity:
#   sourcing.vague-source: warning

# Names and terms that the house accepts, as they are written, or files with one on each line.
# vocabulary: [Aotearoa]
# vocabulary-files: [house-names.txt]

# What 'newslint train --calibrate ARCHIVE' learned from the house's own clean articles.
# calibration: house.yaml

# Known findings, which are not reported; 'newslint baseline create' writes the file.
# baseline: .newslint-baseline.yaml

# Settings for some files; patterns as in .gitignore.
# per-path:
#   - paths: [opinion/]
#     ignore: [sourcing]

# Files to leave out; README, LICENSE, CHANGELOG, requirements and robots.txt are left out by default.
# exclude: [archive/, "!README.md"]
# default-excludes: false

# Configuration files that this one builds on.
# extends: shared.yaml

# Packs of rules: built-in names, folders, files or python:package. 'packs' replaces the built-in ones.
# packs: [integrity, ./rules/house]
# extend-packs: [./rules/house]

# Whether a spaCy pipeline reads along (auto: where one is installed and a rule needs it; quick: never; thorough:
# always, or exit code 3), and which one.
# reading: quick
# pipeline: en_core_web_md

# Hosts of news sites, such as the house's own, that imitators may use in links.
# outlets: [ourpaper.example]

# The index of fact-checked claims that 'newslint claims add FEED' makes (default: in the user's data folder).
# claims: claims.sqlite

# Where the rules' pages (docs/) are published; findings link to them.
# docs: https://example.org/newslint

# Suppressions: rules that cannot be suppressed, whether a reason is required, whether lines in plain text count
# (<!-- newslint-disable-next-line ID: reason -->), and whether to disregard all suppressions.
# protect: [machine.assistant-residue]
# require-reason: true
# inline-suppressions: true
# no-suppressions: true

# Where LanguageTool is; see 'newslint grammar --help'.
# grammar:
#   server: http://localhost:8081
"""


def configure(parser: ArgumentParser) -> None:
    """Where to."""
    parser.description = "Writes a .newslint.yaml with an explanation of every key."
    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", default=".", help="where to write it (default: the current folder)"
    )


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Writes the file, but never over another."""
    path = Path(arguments.folder, NAME)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(
            f"'{path.as_posix()}' already exists and is left unchanged; edit it, or remove it first"
        ) from None
    except OSError as fault:
        raise UsageError(f"cannot write '{path.as_posix()}': {fault.strerror}") from None
    streams.stdout.write(f"wrote {path.as_posix()}\n")
    return Outcome.CLEAN
