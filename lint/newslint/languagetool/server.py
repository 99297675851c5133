"""Server: starts a LanguageTool process on a free loopback port, waits for it and stops it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.languagetool import client, copies
from newslint.languagetool.client import ServerError

if TYPE_CHECKING:
    from newslint.languagetool.copies import Copy
    from newslint.languagetool.settings import GrammarSettings

HOST: Final = "127.0.0.1"
MAIN: Final = "org.languagetool.server.HTTPServer"
_PORTS: Final = 3  # another program may take the port before Java does, but not three times in a row
_POLL_S: Final = 0.1
_STOP_S: Final = 3.0
# Popen complains if it is dropped before its process ends; whoever ends the run stops the process by its id.
_children: Final[list[subprocess.Popen[bytes]]] = []


class Process(Struct, frozen=True):
    """A process that cannot be confused with another: its id, and when it started (seconds since the epoch)."""

    pid: int
    created: float

    @classmethod
    def of(cls, pid: int) -> Process:
        """The process with that id, now."""
        import psutil  # comes with language-tool-python

        return cls(pid, psutil.Process(pid).create_time())

    def handle(self) -> Any:
        """A handle while the process is alive, else None. A zombie is dead."""
        import psutil

        with suppress(psutil.Error):
            process = psutil.Process(self.pid)
            if abs(process.create_time() - self.created) < 1 and process.status() != psutil.STATUS_ZOMBIE:
                return process
        return None

    def memory(self) -> int:
        """Resident bytes; 0 once it has ended."""
        process = self.handle()
        return 0 if process is None else int(process.memory_info().rss)


class Running(Struct, frozen=True):
    """A server of ours that has answered, and its address."""

    url: str
    process: Process


def start(copy: Copy, settings: GrammarSettings) -> Running:
    """A server that is ready; ServerError if it is not after `settings.start_limit` seconds."""
    java = copies.confirm_java(copy.version)
    deadline = time.monotonic() + settings.start_limit
    for _ in range(_PORTS):
        port = _free_port()
        url = f"http://{HOST}:{port}"
        child = _launch([java, f"-Xmx{settings.memory}m", "-cp", str(copy.jar), MAIN, "--port", str(port)])
        _children.append(child)
        if _ready(child, url, deadline):
            return Running(url, Process.of(child.pid))
        if child.poll() is None:
            _end(child)
            raise ServerError(f"LanguageTool did not start within {settings.start_limit:g} s")
    raise ServerError(f"LanguageTool exited at start with code {child.returncode}; is '{copy.jar}' intact?")


def stop(process: Process) -> bool:
    """Stops a server and waits for it to end; returns whether there was one to stop."""
    running = process.handle()
    ours = running is not None and serves(running)
    if ours:
        _terminate(running)
    _children[:] = [child for child in _children if child.poll() is None]
    return ours


def _terminate(process: Any) -> None:
    import psutil

    with suppress(psutil.Error):
        process.terminate()
        _, stubborn = psutil.wait_procs([process], timeout=_STOP_S)
        for one in stubborn:
            one.kill()
            one.wait(_STOP_S)


def serves(process: Any) -> bool:
    """Whether a live process is LanguageTool's server, and not another process that has reused its id."""
    import psutil

    try:
        return MAIN in process.cmdline()
    except psutil.Error:
        return False


def _launch(command: list[str]) -> subprocess.Popen[bytes]:
    """A process that Ctrl-C in the terminal does not reach: newslint stops it, once."""
    silent = subprocess.DEVNULL
    group = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # the same on Windows
    return subprocess.Popen(
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=os.name != "nt", creationflags=group
    )


def _ready(child: subprocess.Popen[bytes], url: str, deadline: float) -> bool:
    while child.poll() is None and (left := deadline - time.monotonic()) > 0:
        with suppress(ServerError):
            client.version(url, min(left, 5.0))
            return child.poll() is None
        time.sleep(_POLL_S)
    return False


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    _children.remove(child)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
