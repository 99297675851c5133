"""Where sources come from: the command line, front matter, the sidecar; and what cannot be one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.article.readers.word import document, paragraph

WIRE = "“We will never sell the ferry,” said Paul Lind, who chairs the board of the company.\n"
ARTICLE = "“We will never close the ferry,” Lind said, who chairs the board of the company.\n"
ALTERED = "fidelity.altered-quotation"


@pytest.fixture
def desk(newslint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "desk").mkdir()
    (tmp_path / "wire").mkdir()
    (tmp_path / "desk/a.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "wire/w.txt").write_text("Ferry\n\n" + WIRE, "utf-8")
    return lambda *argv: newslint(*argv, "--select", "fidelity") if "--select" not in argv else newslint(*argv)


def test_on_the_command_line(desk: Callable[..., Any]) -> None:
    assert ALTERED in desk("--source", "wire/w.txt", "desk/a.md").out
    assert desk("desk/a.md").out == ""


def test_a_related_place_names_its_file(desk: Callable[..., Any]) -> None:
    result = desk("--source", "wire/w.txt", "desk/a.md", "--format", "json")
    (finding,) = json.loads(result.out)["findings"]
    assert finding["path"] == "desk/a.md"
    (there,) = finding["related"]
    assert (there["path"], there["line"], there["column"]) == ("wire/w.txt", 3, 2)


def test_the_source_is_not_reported_on(desk: Callable[..., Any]) -> None:
    result = desk("--source", "wire/w.txt", "desk/a.md", "wire/w.txt")
    assert {line.split(":")[0].strip() for line in result.out.splitlines()} == {"desk/a.md", "see wire/w.txt"}


@pytest.mark.parametrize(
    "front",
    [
        "sources: ../wire/w.txt",
        "sources: [../wire/w.txt, Associated Press, https://example.org/wire.html]",
    ],
)
def test_in_front_matter(desk: Callable[..., Any], tmp_path: Path, front: str) -> None:
    (tmp_path / "desk/a.md").write_text(f"---\n{front}\n---\n{ARTICLE}", "utf-8")
    assert ALTERED in desk("desk/a.md").out


def test_in_the_sidecar(desk: Callable[..., Any], tmp_path: Path) -> None:
    sidecar = tmp_path / "desk/a.md.newslint.yaml"
    sidecar.write_text("sources: [../wire/w.txt]\n", "utf-8")
    assert ALTERED in desk("desk/a.md").out
    sidecar.write_text(f"sources: [../wire/w.txt]\nignore:\n  - {{rule: {ALTERED}, reason: agreed}}\n", "utf-8")
    assert desk("desk/a.md").code == 0


@pytest.mark.parametrize("named", ["metadata", "sidecar"])
def test_a_missing_source_fails_the_file(desk: Callable[..., Any], tmp_path: Path, named: str) -> None:
    if named == "sidecar":
        (tmp_path / "desk/a.md.newslint.yaml").write_text("sources: [gone.txt]\n", "utf-8")
    else:
        (tmp_path / "desk/a.md").write_text(f"---\nsources: gone.txt\n---\n{ARTICLE}", "utf-8")
    result = desk("desk/a.md")
    assert result.code == 3
    assert f"its {named} names the source 'gone.txt', which does not exist" in result.out


def test_bad_options(desk: Callable[..., Any]) -> None:
    assert desk("--source", "gone.txt", "desk/a.md").code == 2
    assert "'wire' is a folder; name the file" in desk("--source", "wire", "desk/a.md").err


def test_an_empty_source_gives_a_notice(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n", "utf-8")
    result = desk("--source", "empty.txt", "desk/a.md")
    assert result.code == 0
    assert "desk/a.md was not compared with empty.txt: it has no text" in result.err


def test_a_source_in_another_language_gives_a_notice(desk: Callable[..., Any], tmp_path: Path) -> None:
    german = (
        "Der Rat der Stadt hat am Montag beschlossen, dass die alte Brücke nicht mehr für den Verkehr geöffnet wird. "
    )
    (tmp_path / "de.txt").write_text(german * 3, "utf-8")
    result = desk("--source", "de.txt", "desk/a.md")
    assert result.code == 0
    assert "its language is 'de', that of the article 'en'" in result.err


def test_a_rule_that_is_off_opens_no_source(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "desk/a.md").write_text(f"---\nsources: gone.txt\n---\n{ARTICLE}", "utf-8")
    assert desk("--select", "integrity", "--ignore", "fidelity", "desk/a.md").code == 0


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "cache"


def test_a_source_is_looked_for_in_a_folder(desk: Callable[..., Any], tmp_path: Path, home: Path) -> None:
    for name, town in (("x", "Kosta"), ("y", "Prahov")):
        text = f"The dam above {town} gave way at 4:20 on 12 August 1967, said Radu Stoica of Vareni Hydro. In {town} 312 people were hurt.\n"
        (tmp_path / f"wire/{name}.txt").write_text(text, "utf-8")
    article = "Radu Stoica of Vareni Hydro said the dam above Prahov gave way on 12 August 1967. In Prahov 321 people were hurt.\n"
    (tmp_path / "desk/a.md").write_text(article, "utf-8")
    result = desk("--source-dir", "wire", "desk/a.md")
    assert "fidelity.figure" in result.out
    assert "see wire/y.txt:1:" in result.out
    (tmp_path / "wire/y.txt").write_text(article.replace("321", "320"), "utf-8")
    assert "its source '320'" in desk("--source-dir", "wire", "desk/a.md").out
    (tmp_path / "wire/y.txt").unlink()
    assert "wire/y.txt" not in desk("--source-dir", "wire", "desk/a.md").out


def test_a_folder_without_a_source_gives_a_notice(desk: Callable[..., Any], tmp_path: Path, home: Path) -> None:
    (tmp_path / "wire/w.txt").write_text("Nothing of this is about it.\n", "utf-8")
    result = desk("--source-dir", "wire", "desk/a.md")
    assert "desk/a.md was not compared: no text in wire is like it" in result.err


def test_an_article_is_not_its_own_source(desk: Callable[..., Any], tmp_path: Path, home: Path) -> None:
    result = desk("--source-dir", "desk", "desk/a.md")
    assert "no text in desk is like it" in result.err


def test_a_folder_that_is_none(desk: Callable[..., Any], home: Path) -> None:
    assert "'gone' does not exist; name a folder of texts" in desk("--source-dir", "gone", "desk/a.md").err
    assert "is a file; name it with --source" in desk("--source-dir", "wire/w.txt", "desk/a.md").err


def test_a_source_in_another_format(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "wire/w.docx").write_bytes(document(paragraph("Ferry") + paragraph(WIRE)))
    (tmp_path / "wire/w.xml").write_text(f"<nitf><body><body.content><p>{WIRE}</p></body.content></body></nitf>")
    for name in ("w.docx", "w.xml"):
        assert ALTERED in desk("--source", f"wire/{name}", "desk/a.md").out
