"""The language server as a client sees it, over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from newslint import __version__

ARTICLE = "# Pier opens 😀\n\nThe mayor 😀 said the the pier was long.\n\nBack to top\n"
WAIT = 60.0  # seconds; a loaded machine is slow to start


class Client(LanguageClient):
    """A client that keeps the diagnostics it is told of."""

    def __init__(self) -> None:
        super().__init__("newslint-tests", __version__)
        self.diagnostics: dict[str, list[types.Diagnostic]] = {}
        self.told = asyncio.Event()
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda told: self._keep(told))  # noqa: PLW0108 (pygls marks the function)
        self.feature(types.WINDOW_LOG_MESSAGE)(lambda _: None)
        self.feature(types.WINDOW_SHOW_MESSAGE)(lambda _: None)

    def _keep(self, told: types.PublishDiagnosticsParams) -> None:
        self.diagnostics[told.uri] = list(told.diagnostics)
        self.told.set()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for diagnostics of which something holds."""
        async with asyncio.timeout(WAIT):
            while not holds():
                self.told.clear()
                await self.told.wait()


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[Client]:
    """A client of a server that has a folder open."""
    (folder / ".git").mkdir()
    client = Client()
    await client.start_io(sys.executable, "-m", "newslint", "lsp", "--today", "2024-05-15")
    folders = [types.WorkspaceFolder(folder.as_uri(), "articles")]
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), workspace_folders=folders))
    client.initialized(types.InitializedParams())
    yield client
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


def served(test: Callable[[Client, Path], Awaitable[None]]) -> Callable[[Path], None]:
    """A test that talks to a server of its own."""

    def run_it(tmp_path: Path) -> None:
        async def whole() -> None:
            async with serving(tmp_path) as client:
                await test(client, tmp_path)

        asyncio.run(whole())

    return run_it


def open_article(client: Client, path: Path, text: str = ARTICLE, language: str = "markdown") -> str:
    path.write_text(text, "utf-8")
    uri = path.as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))
    return uri


async def shown(client: Client, uri: str, codes: list[str]) -> list[types.Diagnostic]:
    """The diagnostics, once they are those of these rules."""
    await client.until(lambda: uri in client.diagnostics and [d.code for d in client.diagnostics[uri]] == codes)
    return list(client.diagnostics[uri])


async def actions(client: Client, uri: str, place: types.Range, *only: str) -> dict[str, Any]:
    context = types.CodeActionContext([], only=list(only) or None)
    asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
    return {found.title: found for found in await client.text_document_code_action_async(asked) or ()}


def run(client: Client, command: str, *arguments: str) -> Any:
    return client.workspace_execute_command_async(types.ExecuteCommandParams(command, list(arguments)))


FOUND = ["integrity.doubled-word", "integrity.boilerplate"]


@served
async def test_findings_are_shown_while_typing(client: Client, tmp_path: Path) -> None:
    uri = open_article(client, tmp_path / "pier.md")
    doubled, furniture = await shown(client, uri, FOUND)
    assert doubled.range == types.Range(types.Position(2, 18), types.Position(2, 25))  # in UTF-16 units
    assert (doubled.severity, doubled.source) == (types.DiagnosticSeverity.Warning, "newslint")
    assert furniture.severity == types.DiagnosticSeverity.Warning
    change = types.TextDocumentContentChangePartial(range=doubled.range, text="the")
    version = types.VersionedTextDocumentIdentifier(version=2, uri=uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))
    await shown(client, uri, ["integrity.boilerplate"])
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await shown(client, uri, [])


@served
async def test_a_finding_can_be_fixed_explained_and_ignored(client: Client, tmp_path: Path) -> None:
    uri = open_article(client, tmp_path / "pier.md")
    doubled, _ = await shown(client, uri, FOUND)
    found = await actions(client, uri, doubled.range)
    (fix,) = found["Replace with 'the'"].edit.changes[uri]
    assert (fix.range, fix.new_text) == (doubled.range, "the")
    (comment,) = found["Ignore with a comment on this line"].edit.changes[uri]
    assert comment.new_text == " <!-- newslint-disable-line integrity.doubled-word: accepted in the editor -->"
    assert "Explain integrity.doubled-word" in found
    about = types.HoverParams(types.TextDocumentIdentifier(uri), doubled.range.start)
    told = await client.text_document_hover_async(about)
    assert told is not None
    assert isinstance(told.contents, types.MarkupContent)
    assert "written twice" in told.contents.value
    assert "Words get doubled" in await run(client, "newslint.explain", uri, "integrity.doubled-word")
    await run(client, "newslint.ignore", uri, str(doubled.data), "it is a chant")
    await shown(client, uri, ["integrity.boilerplate"])
    assert "reason: " in (tmp_path / "pier.md.newslint.yaml").read_text("utf-8")


@served
async def test_all_safe_fixes_at_once(client: Client, tmp_path: Path) -> None:
    uri = open_article(client, tmp_path / "pier.md", "The the pier and its baths opened in in May.\n")
    twice = await shown(client, uri, ["integrity.doubled-word"] * 2)
    assert len(twice) == 2
    found = await actions(client, uri, twice[0].range, "source.fixAll")
    (fix,) = found.values()
    assert [edit.new_text for edit in fix.edit.changes[uri]] == ["The", "in"]


@served
async def test_a_word_joins_the_house_vocabulary(client: Client, tmp_path: Path) -> None:
    uri = open_article(client, tmp_path / "pier.txt", "The committe met twice.\n", "plaintext")
    (misspelt,) = await shown(client, uri, ["language.misspelling"])
    found = await actions(client, uri, misspelt.range)
    assert "Add 'committe' to the house vocabulary" in found
    await run(client, "newslint.accept", uri, "committe")
    await shown(client, uri, [])
    assert (tmp_path / ".newslint.yaml").read_text("utf-8") == 'vocabulary:\n  - "committe"\n'


@served
async def test_a_broken_configuration_is_shown_at_its_place(client: Client, tmp_path: Path) -> None:
    config = tmp_path / ".newslint.yaml"
    config.write_text("fail-on: warning\nignroe: [integrity]\n", "utf-8")
    uri = open_article(client, tmp_path / "pier.md")
    await client.until(lambda: bool(client.diagnostics.get(config.as_uri())))
    (fault,) = client.diagnostics[config.as_uri()]
    assert (fault.range.start.line, "did you mean 'ignore'" in fault.message) == (1, True)
    config.write_text("ignore: [integrity.boilerplate]\n", "utf-8")
    changed = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    await shown(client, uri, ["integrity.doubled-word"])
    assert not client.diagnostics[config.as_uri()]


@served
async def test_each_folder_has_its_own_configuration(client: Client, tmp_path: Path) -> None:
    for name, pack in {"one": "integrity.boilerplate", "two": "integrity.doubled-word"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / ".newslint.yaml").write_text(f"ignore: [{pack}]\n", "utf-8")
    await shown(client, open_article(client, tmp_path / "one" / "a.md"), ["integrity.doubled-word"])
    await shown(client, open_article(client, tmp_path / "two" / "a.md"), ["integrity.boilerplate"])
    assert await actions(client, (tmp_path / "none.md").as_uri(), types.Range(*[types.Position(0, 0)] * 2)) == {}
