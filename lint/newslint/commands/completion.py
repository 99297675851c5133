"""completion: prints a completion script, made by shtab from the same parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.commands.command import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


_SHELLS: Final = ("bash", "zsh", "fish", "tcsh", "powershell")  # shtab's


def configure(parser: ArgumentParser) -> None:
    """Which shell."""
    parser.description = 'Prints a completion script for a shell; for bash: eval "$(newslint completion bash)".'
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help="bash, zsh, fish, tcsh or powershell")


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """The script, for all commands that are installed."""
    import argparse

    import shtab

    from newslint.commands import load, present

    parser = argparse.ArgumentParser("newslint")
    commands = parser.add_subparsers()
    for name, entry in present().items():
        load(name).configure(commands.add_parser(name, help=entry.summary))
    load("check").configure(parser)
    streams.stdout.write(shtab.complete(parser, arguments.shell) + "\n")
    return Outcome.CLEAN
