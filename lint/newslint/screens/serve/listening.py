"""Listening: the socket of the server, and uvicorn behind it."""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

import uvicorn

if TYPE_CHECKING:
    from starlette.types import ASGIApp

_CONNECTIONS: Final = 256  # more are refused with status 503
_IDLE: Final = 30  # seconds that an idle connection is kept
_LEAVING: Final = 3  # seconds for answers under way when the server ends


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at an address. OSError if that is not possible."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    return socket.create_server(address[:2], family=family)


def is_loopback(held: socket.socket) -> bool:
    """Whether only this machine can reach a socket."""
    return ip_address(held.getsockname()[0].partition("%")[0]).is_loopback


def address(held: socket.socket) -> str:
    """Where a browser on this machine finds a socket."""
    host, port = held.getsockname()[:2]
    if ip_address(host.partition("%")[0]).is_unspecified:
        host = "[::1]" if ":" in host else "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host and host[0] != '[' else host}:{port}/"


def serve(app: ASGIApp, held: socket.socket) -> None:
    """Serves until the process is interrupted. Nothing is logged: what fails could quote an article."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_LEAVING,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[held])
