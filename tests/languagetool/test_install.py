"""A folder of jars becomes a copy that Java starts; the command says what there is."""

from __future__ import annotations

import argparse
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from newslint.commands import grammar as command
from newslint.commands.command import Outcome, Streams
from newslint.errors import Unavailable
from newslint.languagetool import copies, install
from newslint.languagetool.client import ServerError
from newslint.languagetool.session import opened
from newslint.languagetool.settings import GrammarSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("_extra")


@pytest.fixture
def _extra() -> None:
    pytest.importorskip("language_tool_python")


def called(*words: str) -> str:
    """What `newslint grammar …` prints."""
    parser = argparse.ArgumentParser()
    command.configure(parser)
    out = io.StringIO()
    assert command.run(parser.parse_args(words), Streams(io.StringIO(), out, io.StringIO())) is Outcome.CLEAN
    return out.getvalue()


def jars(folder: Path) -> Path:
    folder.mkdir()
    for name in ("languagetool-server-6.6.jar", "a-rather-long-name-" * 5 + "1.0.jar", "language-en-6.6.jar"):
        (folder / name).write_bytes(name.encode())
    return folder


def test_a_copy_is_made_of_jars(tmp_path: Path) -> None:
    copy = install.from_jars(jars(tmp_path / "libs"), tmp_path)
    assert copy == copies.Copy((tmp_path / "LanguageTool-6.6" / copies.JAR).resolve(), "6.6")
    with zipfile.ZipFile(copy.jar) as archive:
        manifest = archive.read("META-INF/MANIFEST.MF").decode()
    assert max(len(line) for line in manifest.split("\r\n")) <= 72
    names = manifest.replace("\r\n ", "").partition("Class-Path: ")[2].split()
    assert names == sorted(f"libs/{jar.name}" for jar in (tmp_path / "libs").iterdir())
    first = copy.jar.read_bytes()
    assert install.from_jars(tmp_path / "libs", tmp_path).jar.read_bytes() == first


def test_jars_without_a_server(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match=r"no languagetool-server-VERSION\.jar in"):
        install.from_jars(tmp_path, tmp_path)


def test_the_pom_is_found() -> None:
    assert f"<version>{install.VERSION}</version>" in install.pom().read_text()


def test_install_from_a_folder_where_newslint_looks(
    tmp_path: Path, broken: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken("well")
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "copies"))
    assert "LanguageTool is not installed" in called("status")
    assert "LanguageTool 6.6 is in" in called("install", "--from", str(jars(tmp_path / "libs")))
    assert f"LanguageTool: 6.6 in {(tmp_path / 'copies').resolve()}" in called("status")


def test_install_without_java_or_maven(
    tmp_path: Path, broken: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken("well")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(Unavailable, match="Maven is not installed"):
        called("install", "--with", "maven")
    with pytest.raises(Unavailable, match="--into works only with"):
        called("install", "--into", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unavailable, match="no Java on the PATH"):
        called("install")


def test_maven_that_fails(tmp_path: Path, broken: Callable[[str], str]) -> None:
    broken("well")
    maven = tmp_path / "bin" / "mvn"
    maven.write_text("#!/bin/sh\necho '[ERROR] no such registry'\nexit 1\n")
    maven.chmod(0o755)
    with pytest.raises(Unavailable, match=r"Maven could not fetch LanguageTool: \[ERROR\] no such registry"):
        called("install", "--into", str(tmp_path))


def test_status_and_stop_see_what_runs(broken: Callable[[str], str]) -> None:
    with opened(GrammarSettings(folder=broken("well"))) as run:
        url = run.url()
        assert f"server: {url}, process " in called("status")
        assert called("stop").endswith("servers stopped: 1\n")
        running = run.running()
    assert running is None
    assert "servers that newslint started: 0" in called("status")
