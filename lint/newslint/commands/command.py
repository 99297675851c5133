"""Command: what a subcommand is: two functions of a module. Exit codes are `cli`'s affair."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import TextIO


class Outcome(Enum):
    """How a command ended; one that cannot go on raises a `NewslintError` instead."""

    CLEAN = "nothing to report"
    FOUND = "findings at or above the level that fails a run"
    FAILED = "a file or the engine failed"
    REFUSED = "the options, a configuration or a rule cannot be used"


class Streams(NamedTuple):
    """Where a command reads and writes; nothing else prints."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


class Command(Protocol):
    """A module with these two functions, named in `commands.COMMANDS`."""

    def configure(self, parser: ArgumentParser) -> None:
        """Adds the command's arguments and its description."""

    def run(self, arguments: Namespace, streams: Streams) -> Outcome:
        """Does what was asked. Raises UsageError, ConfigError, RuleError (exit 2) or another NewslintError (exit 3)."""
