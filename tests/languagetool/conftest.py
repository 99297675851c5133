"""A real LanguageTool for the tests that can have one, and failing ones for the others."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.languagetool import copies
from newslint.languagetool.client import ServerError
from newslint.languagetool.session import Session, opened
from newslint.languagetool.settings import GrammarSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def _own_notes(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notes about servers go into a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def languagetool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session with a real server."""
    try:
        copy = copies.find("")
        copies.confirm_java(copy.version)
    except ServerError as reason:
        if "grammar" in os.environ.get("NEWSLINT_TESTS_NEED", "").split():
            raise
        pytest.skip(str(reason))
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("session"))
    with opened(GrammarSettings(memory=700)) as session:
        if before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = before
        yield session


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Puts a Java on the PATH that fails as told; the folder of a copy of LanguageTool for it to run."""
    pytest.importorskip("language_tool_python")
    if os.name == "nt":
        pytest.skip("the failing Java is a script")

    def make(mode: str) -> str:
        java = tmp_path / "bin" / "java"
        java.parent.mkdir(exist_ok=True)
        script = Path(__file__).with_name("fake_java.py")
        java.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
        java.chmod(0o755)
        monkeypatch.setenv("PATH", f"{java.parent}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("FAKE_JAVA", mode)
        folder = tmp_path / "LanguageTool-6.6"
        folder.mkdir(exist_ok=True)
        (folder / copies.JAR).write_bytes(b"")
        return str(folder)

    return make


@pytest.fixture
def article() -> Callable[..., Document]:
    """A document of a text, for a house that writes `language`."""

    def make(text: str, language: str = "en-US", form: str = "plain") -> Document:
        return document_of(Text(text, "article"), Settings(today=datetime.date(2024, 5, 15), language=language), form)

    return make
