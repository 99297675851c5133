"""Session: the server of a run, shared by its worker processes through a folder of state files.

The process that owns the run opens a session and closes it; workers find it through an environment variable. The
first to need the server starts it, under a lock; the first to find it dead restarts it, once; failures are recorded,
so that no other worker waits for the same failure again.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from newslint.errors import Unavailable
from newslint.languagetool import client, copies, server
from newslint.languagetool.client import ServerError
from newslint.languagetool.server import Running
from newslint.languagetool.settings import GrammarSettings, user_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE: Final = "NEWSLINT_GRAMMAR_RUN"  # the folder of the session, for worker processes
STARTS: Final = 2  # the first, and one after a crash
_NOTES, _STATE, _LOCK = "session.json", "server.json", "lock"


class _Notes(Struct, frozen=True):
    settings: GrammarSettings
    owner: int


class State(Struct, frozen=True):
    """The state of the run's server: where it is, how often it was started, and what finally went wrong."""

    running: Running | None = None
    starts: int = 0
    fault: str = ""


class Session:
    """A run's server. Every process of the run has its own Session for the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        notes = msgspec.json.decode((folder / _NOTES).read_bytes(), type=_Notes)
        self.settings, self.owner = notes.settings, notes.owner

    def url(self) -> str:
        """The server's URL; starts it if necessary. ServerError if that fails."""
        if self.settings.server:
            return self._remote()
        return (self.state().running or self._locked(after="")).url

    def another(self, failed: str) -> str:
        """The URL of a server to replace the one at `failed`: restarted once, then ServerError."""
        if self.settings.server:
            return self._remote()
        return self._locked(after=failed).url

    def give_up(self, fault: str) -> None:
        """Records the final failure for every process of the run."""
        self._write(State(self.running(), STARTS, fault))

    def abandon(self) -> None:
        """Stops the server at once, so that no process of the run keeps waiting for it."""
        self.give_up("the run was interrupted")
        if (running := self.running()) is not None:
            server.stop(running.process)

    def confirm(self) -> None:
        """Unavailable if there is no server that answers and no copy with a Java to run it; starts none."""
        try:
            if self.settings.server:
                client.version(self._remote(), self.settings.request_limit)
            else:
                copies.confirm_java(copies.find(self.settings.folder).version)
        except ServerError as fault:
            raise Unavailable(f"grammar rules cannot run: {fault}") from None

    def state(self) -> State:
        """The current state; ServerError once a process has given up."""
        try:
            state = msgspec.json.decode((self.folder / _STATE).read_bytes(), type=State)
        except FileNotFoundError:
            return State()
        if state.fault:
            raise ServerError(state.fault)
        return state

    def identity(self) -> str:
        """What distinguishes the answers of this server from another's; ServerError once a process has given up."""
        self.state()
        return identity(self.settings)

    def running(self) -> Running | None:
        """The server started last, alive or not."""
        with suppress(OSError, msgspec.DecodeError):
            return msgspec.json.decode((self.folder / _STATE).read_bytes(), type=State).running
        return None

    def close(self) -> None:
        """Stops the server, if one was started, and removes the state files."""
        if (running := self.running()) is not None:
            server.stop(running.process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _remote(self) -> str:
        self.state()
        return _address(self.settings)

    def _locked(self, after: str) -> Running:
        from filelock import FileLock

        with FileLock(self.folder / _LOCK):
            state = self.state()
            if state.running is not None and state.running.url != after:
                return state.running  # another process was faster
            try:
                return self._started(state)
            except ServerError as fault:
                self.give_up(str(fault))
                raise

    def _started(self, state: State) -> Running:
        if state.running is not None:
            server.stop(state.running.process)
        if state.starts >= STARTS:
            raise ServerError("LanguageTool stopped answering, was restarted, and stopped again")
        clear()
        running = server.start(copies.find(self.settings.folder), self.settings)
        self._write(State(running, state.starts + 1))
        return running

    def _write(self, state: State) -> None:
        draft = self.folder / f"{_STATE}.{os.getpid()}"
        draft.write_bytes(msgspec.json.encode(state))
        draft.replace(self.folder / _STATE)


def identity(settings: GrammarSettings) -> str:
    """What distinguishes the answers of one server from another's; starts none. ServerError if there is none to ask."""
    if settings.server:
        return f"{_address(settings)} {client.version(_address(settings), settings.request_limit)}"
    return copies.find(settings.folder).identity


def _address(settings: GrammarSettings) -> str:
    return settings.server if "://" in settings.server else f"http://{settings.server}"


def create(settings: GrammarSettings) -> Session:
    """A session owned by this process; it starts nothing yet. The caller must close it."""
    runs = user_folder() / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=runs))
    (folder / _NOTES).write_bytes(msgspec.json.encode(_Notes(settings, os.getpid())))
    return Session(folder)


@contextmanager
def opened(settings: GrammarSettings) -> Iterator[Session]:
    """A session for the whole run, visible to the processes started inside; always closed at the end."""
    before = os.environ.get(VARIABLE)
    session = create(settings)
    os.environ[VARIABLE] = str(session.folder)
    try:
        yield session
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
        session.close()


_own: list[Session] = []


def current() -> Session:
    """The run's session; without one, a session of this process with default settings, closed at its end."""
    folder = os.environ.get(VARIABLE)
    if folder:
        return Session(Path(folder))
    if not _own:
        _own.append(create(GrammarSettings()))
        atexit.register(_own[0].close)
    return _own[0]


def left() -> Iterator[Session]:
    """The sessions that have state files, including those of live runs."""
    for folder in sorted((user_folder() / "runs").glob("run-*")):
        with suppress(OSError, msgspec.DecodeError):
            yield Session(folder)


def clear() -> None:
    """Stops the servers of runs that were killed before they could do so."""
    import psutil

    for session in left():
        if not psutil.pid_exists(session.owner):
            session.close()
