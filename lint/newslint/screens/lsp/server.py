"""Server: what an editor asks and is told; linting happens in a thread, one article after the other.

While somebody types, an article is read quickly, a moment after the last key; once it rests, thoroughly, where models are
installed. What was found in an old version is never shown.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from newslint import __version__
from newslint.errors import NewslintError
from newslint.screens.lsp import commands
from newslint.screens.lsp.actions import ACCEPT, EXPLAIN, IGNORE, KINDS, Actions
from newslint.screens.lsp.desk import REFUSALS, Article, Desk, Reading, article
from newslint.screens.lsp.diagnostics import diagnostics, refusal
from newslint.screens.lsp.hover import hover
from newslint.screens.lsp.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TYPING: Final = 0.12  # seconds after the last change until the quick reading
RESTING: Final = 1.5  # and until the thorough one
_WATCHED: Final = ("**/.newslint.yaml", "**/*.newslint.yaml", "**/.newslint-baseline.yaml")
_WATCHER: Final = "newslint-configurations"


class Server(LanguageServer):
    """The articles that are open, what was found in them, and the faults of configurations that are shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("newslint", __version__)
        self.desk = desk
        self.readings: dict[str, Reading] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._faulty: set[str] = set()
        self._said: set[str] = set()
        self._pool = ThreadPoolExecutor(1, "newslint")

    @property
    def encoding(self) -> types.PositionEncodingKind | str:
        """The units of columns that were agreed on."""
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16

    def schedule(self, uri: str, delay: float = TYPING) -> None:
        """Reads an open article after a moment; what was still to be read of it is dropped."""
        self._drop(uri)
        waiting = asyncio.get_running_loop().create_task(self._lint(uri, delay))
        waiting.add_done_callback(self._ended)
        self._waiting[uri] = waiting

    def _ended(self, waiting: asyncio.Task[None]) -> None:
        """Says what made a reading fail, if newslint itself did: nobody waits for a task's result."""
        if not waiting.cancelled() and (fault := waiting.exception()) is not None:
            self._log([f"newslint failed: {type(fault).__name__}: {fault}; please report it"])

    def _drop(self, uri: str) -> None:
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()

    def close(self, uri: str) -> None:
        """Forgets an article and takes its diagnostics back."""
        self._drop(uri)
        self.readings.pop(uri, None)
        self._publish(uri, [])

    def again(self) -> None:
        """Reads configurations and all open articles again."""
        self.desk.forget()
        for uri in list(self.workspace.text_documents):
            self.schedule(uri, 0)

    async def _lint(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        await self._read(uri, thorough=False)
        await asyncio.sleep(RESTING - TYPING)
        try:
            more = await self._threaded(self.desk.models, self._article(uri).path)
        except REFUSALS:  # the quick reading has said so
            return
        if more:
            await self._read(uri, thorough=True)

    async def _read(self, uri: str, *, thorough: bool) -> None:
        """Reads an article and shows what is found, unless it has changed meanwhile: then another reading is under way."""
        taken = self._article(uri)
        try:
            reading = await self._threaded(self._reading, taken, thorough)
        except NewslintError as fault:
            self._refuse(uri, fault)
            return
        current = self.workspace.text_documents.get(uri)
        if current is None or current.version != taken.version:
            return
        self._clear_faults()
        if reading is None:
            self._publish(uri, [])
            return
        self.readings[uri] = reading
        self._publish(uri, diagnostics(uri, reading, self.encoding), taken.version)
        self._log(f"{fault}" for fault in reading.report.errors)

    def _reading(self, taken: Article, thorough: bool) -> Reading | None:
        return None if self.desk.excluded(taken.path) else self.desk.read(taken, thorough=thorough)

    async def _threaded(self, function: Any, *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._pool, function, *arguments)

    def _article(self, uri: str) -> Article:
        held = self.workspace.get_text_document(uri)
        path = to_fs_path(uri) if uri.startswith("file:") else ""
        return article(path or "", held.language_id or "", held.source, held.version or 0)

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _refuse(self, uri: str, fault: NewslintError) -> None:
        """Shows a fault at its place in the configuration or rule file; what was found with an older one is taken back."""
        self.readings.pop(uri, None)
        self._publish(uri, [])
        self._clear_faults()
        place, shown = refusal(fault)
        if place and isinstance(fault, REFUSALS):
            self._faulty.add(place)
            self._publish(place, [shown])
        self._log([str(fault)])

    def _clear_faults(self) -> None:
        for uri in self._faulty:
            self._publish(uri, [])
        self._faulty.clear()

    def _log(self, lines: Iterable[str]) -> None:
        """Tells the editor's log what went wrong, each thing once."""
        for line in lines:
            if line not in self._said:
                self._said.add(line)
                self.window_log_message(types.LogMessageParams(types.MessageType.Warning, line))


def server(desk: Desk) -> Server:
    """The server with everything that it answers to."""
    made = Server(desk)
    for method, function in _NOTIFICATIONS.items():
        made.feature(method)(function)
    made.feature(types.INITIALIZED)(_watch)
    made.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    options = types.CodeActionOptions(code_action_kinds=[*KINDS])
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(_actions)
    made.command(IGNORE)(commands.ignore)
    made.command(ACCEPT)(commands.accept)
    made.command(EXPLAIN)(commands.explain)
    return made


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.schedule(params.text_document.uri, 0)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.schedule(params.text_document.uri)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _configured(ls: Server, _: Any) -> None:
    ls.again()


_NOTIFICATIONS: Final[dict[str, Callable[[Server, Any], None]]] = {
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _configured,  # it may have been a configuration, a sidecar, rules or a list
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _configured,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _configured,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: _configured,
}


async def _watch(ls: Server, _: types.InitializedParams) -> None:
    """Asks an editor that can to tell of changed configurations."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    wanted = types.Registration(_WATCHER, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await ls.client_register_capability_async(types.RegistrationParams([wanted]))


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    reading = ls.readings.get(params.text_document.uri)
    if reading is None:
        return None
    at = Positions(reading.document.text, ls.encoding)
    offset = at.offset(params.position)
    found = [f for f in reading.report.shown if f.span.start <= offset <= max(f.span.end - 1, f.span.start)]
    if not found:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, hover(reading, found))
    return types.Hover(content, at.range(found[0].span))


def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    reading, held = ls.readings.get(uri), ls.workspace.text_documents.get(uri)
    if reading is None or held is None or held.version != reading.version:
        return []  # the article has moved on; the editor asks again once it has new diagnostics
    span = Positions(reading.document.text, ls.encoding).span(params.range)
    return Actions(uri, reading, ls.encoding).at(span, params.context.only or ())
