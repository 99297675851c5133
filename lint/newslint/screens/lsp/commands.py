"""Commands: what an editor has the server do: write a sidecar, add a word to the house vocabulary, explain a rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lsprotocol import types
from pygls.uris import to_fs_path

from newslint.config import file as configs
from newslint.editing import vocabulary
from newslint.engine import sidecar
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygls.workspace import Workspace

    from newslint.rulebook.rule import Rule
    from newslint.screens.lsp.desk import Desk, Reading


class Host(Protocol):
    """What the commands need of the server; pygls looks their annotations up, so this cannot be the server itself."""

    desk: Desk
    readings: dict[str, Reading]

    @property
    def workspace(self) -> Workspace:
        """The open articles and folders."""

    @property
    def client_capabilities(self) -> types.ClientCapabilities:
        """What the editor can do."""

    def again(self) -> None:
        """Reads configurations and articles again."""

    def window_show_message(self, params: types.ShowMessageParams) -> None:
        """Tells the user something."""

    def window_show_document(
        self, params: types.ShowDocumentParams, callback: Callable[[types.ShowDocumentResult], None]
    ) -> object:
        """Opens a page."""


def ignore(ls: Host, uri: str, fingerprint: str, reason: str = "") -> None:
    """Silences a finding of an open article by an entry in the file beside it."""
    reading, path = ls.readings.get(uri), to_fs_path(uri)
    found = [f for f in reading.report.shown if f.fingerprint == fingerprint] if reading else []
    if not found or not path:
        _say(ls, "the article has changed; try again", types.MessageType.Warning)
        return
    try:
        sidecar.add(path, found, reason)
    except NewslintError as fault:
        _say(ls, str(fault), types.MessageType.Error)
    ls.again()


def accept(ls: Host, uri: str, word: str) -> None:
    """Adds a word to the vocabulary of the configuration that holds for an article; one is made if there is none."""
    path = to_fs_path(uri) or ""
    config = ls.desk.config(path) or str(_root(ls, path) / configs.NAME)
    try:
        vocabulary.add(config, word)
        _say(ls, f"'{word}' is in the vocabulary of {config}", types.MessageType.Info)
    except NewslintError as fault:
        _say(ls, str(fault), types.MessageType.Error)
    ls.again()


def explain(ls: Host, uri: str, rule: str) -> str:
    """Says why a rule exists, and opens its page if it has one and the editor can; the reason is also the answer."""
    reading = ls.readings.get(uri)
    found = next((each for each in reading.plan.effective.rules if each.id == rule), None) if reading else None
    if reading is None or found is None:
        return ""
    page = reading.plan.effective.page(found)
    if page and ls.client_capabilities.window and ls.client_capabilities.window.show_document:
        ls.window_show_document(types.ShowDocumentParams(page, external=True), lambda _: None)
    else:
        _say(ls, _reason(found), types.MessageType.Info)
    return _reason(found)


def _reason(rule: Rule) -> str:
    source = f" Source: {' '.join(rule.source.split())}" if rule.source else ""
    return f"{rule.id}: {' '.join(rule.why.split())}{source}"


def _root(ls: Host, path: str) -> Path:
    """The workspace folder that holds an article, or else the article's own folder."""
    folders = [Path(to_fs_path(uri) or "") for uri in ls.workspace.folders]
    holding = [folder for folder in folders if path and Path(path).is_relative_to(folder)]
    return max(holding, key=lambda folder: len(folder.parts), default=Path(path).parent)


def _say(ls: Host, text: str, kind: types.MessageType) -> None:
    ls.window_show_message(types.ShowMessageParams(kind, f"newslint: {text}"))
