"""serve: the web application, for a desk without a terminal and for other programs."""

from __future__ import annotations

import argparse
import os
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.errors import MissingExtra, UsageError

if TYPE_CHECKING:
    import socket
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams

PORT: Final = 8765
TOKEN: Final = "NEWSLINT_TOKEN"
_SHORTEST: Final = 16  # characters of a token
_LIMITS: Final = {
    "--max-size": ("BYTES", 5_000_000, "largest request"),
    "--time-limit": ("SECONDS", 20, "longest wait for an answer"),
    "--threads": ("N", 2, "articles that are read quickly at once"),
}
_EXTRA: Final = {"starlette", "uvicorn", "anyio"}


def configure(parser: ArgumentParser) -> None:
    """Where it listens, who may ask, and how much."""
    parser.description = (
        "Runs a small web application: paste or open an article, and see findings while you write. Other programs ask\n"
        "POST /api/check, which /openapi.json describes. Articles are neither kept nor logged. Ctrl-C ends it."
    )
    group = parser.add_argument_group("address")
    group.add_argument("--host", default="127.0.0.1", help="address to listen at (default: this machine only)")
    group.add_argument("--port", type=_port, default=PORT, help=f"port to listen at; 0 for any (default: {PORT})")
    group.add_argument("--open", action="store_true", help="open the page in the browser")
    group = parser.add_argument_group("who may ask")
    group.add_argument(
        "--token-file", metavar="FILE", help=f"file with the token that others must know (default: ${TOKEN})"
    )
    group.add_argument(
        "--allow-host", metavar="NAME", action="append", default=[], help="also answer to this name of the machine"
    )
    group.add_argument(
        "--allow-origin", metavar="URL", action="append", default=[], help="let pages of this site use the endpoint"
    )
    group = parser.add_argument_group("limits")
    for option, (value, default, what) in _LIMITS.items():
        purpose = f"{what} (default: {default:,})"
        group.add_argument(option, metavar=value, type=shared.number, default=default, help=purpose)
    shared.add_today(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Serves until it is interrupted. UsageError if it cannot listen, or if others could ask without a token."""
    try:
        from newslint.screens.serve import listening
        from newslint.screens.serve.app import Limits, application
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise MissingExtra(
            "the web application needs starlette and uvicorn; run: pip install 'newslint[serve]'"
        ) from None
    from newslint.screens.serve.doors import Doors
    from newslint.screens.serve.linting import Linting

    token = _token(arguments.token_file)
    with _listening(arguments) as held:
        loopback = listening.is_loopback(held)
        if not loopback and not token:
            raise UsageError(f"--host {arguments.host} lets other machines in: set ${TOKEN} or name a --token-file")
        origins = frozenset(map(_origin, arguments.allow_origin))
        doors = Doors(loopback, frozenset(map(str.lower, arguments.allow_host)), origins, token)
        limits = Limits(arguments.max_size, arguments.time_limit, arguments.threads)
        linting = Linting(shared.fixed_day(arguments), shared.command_line(arguments).config)
        app = application(linting, doors, limits)
        linting.warm()
        address = listening.address(held)
        streams.stdout.write(f"newslint serves {address} (Ctrl-C ends it)\n")
        streams.stdout.flush()
        if arguments.open:
            webbrowser.open(address)
        listening.serve(app, held)
    return Outcome.CLEAN


def _listening(arguments: Namespace) -> socket.socket:
    from newslint.screens.serve.listening import listen

    try:
        return listen(arguments.host, arguments.port)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise UsageError(
            f"cannot listen at {arguments.host}, port {arguments.port}: {why}; see --host and --port"
        ) from None


def _token(path: str | None) -> str:
    """The token; empty if there is none. UsageError if it could be guessed, or its file cannot be read."""
    try:
        found = os.environ.get(TOKEN, "") if path is None else Path(path).read_text("utf-8").strip()
    except (OSError, ValueError) as fault:
        raise UsageError(f"--token-file: cannot read '{path}': {getattr(fault, 'strerror', None) or fault}") from None
    if (found or path is not None) and len(found) < _SHORTEST:
        raise UsageError(f"a token needs at least {_SHORTEST} characters; 'openssl rand -hex 24' prints one")
    return found


def _origin(url: str) -> str:
    """An origin as browsers write it. UsageError if it is none."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/"):
        raise UsageError(f"--allow-origin needs the address of a site, such as https://cms.example, not '{url}'")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 65535, got '{text}'")
    return int(text)
