"""lsp: the language server, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.errors import MissingExtra

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """Which day it is, and where settings come from."""
    parser.description = "Runs the language server: editors start it, and talk to it over standard input and output."
    parser.add_argument("--stdio", action="store_true", help="talk over standard input and output (the default)")
    shared.add_today(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Serves until the editor says that it is done."""
    try:
        from newslint.screens.lsp.server import server
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        raise MissingExtra("the language server needs pygls; run: pip install 'newslint[lsp]'") from None
    from newslint.screens.lsp.desk import Desk

    desk = Desk(shared.fixed_day(arguments), shared.command_line(arguments).config)
    server(desk).start_io(getattr(streams.stdin, "buffer", None), getattr(streams.stdout, "buffer", None))
    return Outcome.CLEAN
