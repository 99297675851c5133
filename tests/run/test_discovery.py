"""Which files are linted: ignore files, patterns, default exclusions, and what people have in their folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TREE = ("a.txt", "b.md", "c.html", "d.py", "README.md", "requirements-dev.txt", "robots.txt", ".hidden.txt")
TREE += ("sub/e.txt", "sub/drafts/f.txt", ".git/g.txt", "node_modules/h.md", "sub/Changelog.md", "sub/license.txt")


@pytest.fixture
def files(newslint: Run, tmp_path: Path) -> Callable[..., list[str]]:
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The council met.\n", "utf-8")

    def shown(*argv: str) -> list[str]:
        result = newslint("--show-files", *argv)
        assert (result.code, result.err) == (0, "")
        return result.out.splitlines()

    return shown


ALL = ["a.txt", "b.md", "c.html", "sub/e.txt", "sub/drafts/f.txt"]


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["."], ALL),
        (["sub", "."], ["sub/e.txt", "sub/drafts/f.txt", "a.txt", "b.md", "c.html"]),
        (["a.txt", "a.txt", "./a.txt"], ["a.txt"]),
        (["d.py", ".hidden.txt"], ["d.py", ".hidden.txt"]),
        (["README.md", "a.txt"], ["a.txt"]),
        (["README.md", "a.txt", "--include-excluded"], ["README.md", "a.txt"]),
        (["*.txt"], ["a.txt"]),
        (["**/*.txt"], ["a.txt", "sub/drafts/f.txt", "sub/e.txt"]),
        (["sub/[ef].txt"], ["sub/e.txt"]),
    ],
)
def test_arguments(files: Callable[..., list[str]], argv: list[str], expected: list[str]) -> None:
    assert files(*argv) == expected


@pytest.mark.parametrize("name", [".gitignore", ".newslintignore"])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("*.md\n", ["a.txt", "c.html", "sub/e.txt", "sub/drafts/f.txt"]),
        ("# a comment\n\ndrafts/\n", ["a.txt", "b.md", "c.html", "sub/e.txt"]),
        ("/a.txt\nsub/*\n!sub/e.txt\n", ["b.md", "c.html", "sub/e.txt"]),
        ("*.txt\n!sub/drafts/f.txt\n", ["b.md", "c.html", "sub/drafts/f.txt"]),
    ],
)
def test_ignore_files(
    files: Callable[..., list[str]], tmp_path: Path, name: str, lines: str, expected: list[str]
) -> None:
    (tmp_path / name).write_text(lines, "utf-8")
    assert files(".") == expected


def test_deeper_ignore_files_go_first_and_newslints_after_gits(files: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.txt\n", "utf-8")
    (tmp_path / "sub/.gitignore").write_text("!e.txt\n", "utf-8")
    (tmp_path / ".newslintignore").write_text("!a.txt\nb.md\n", "utf-8")
    assert files(".") == ["a.txt", "c.html", "sub/e.txt"]


def test_named_files_are_ignored_too(files: Callable[..., list[str]], newslint: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("drafts/\n", "utf-8")
    assert files("sub/drafts/f.txt", "sub/drafts") == []
    for option in ("--include-excluded", "--no-force-exclude"):  # the second is the former name
        assert files("sub/drafts/f.txt", option) == ["sub/drafts/f.txt"]
    result = newslint("sub/drafts/f.txt")
    note = "newslint: note: left out: sub/drafts/f.txt (ignored in .gitignore); lint it with --include-excluded"
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [note, "newslint: no article found in sub/drafts/f.txt; 1 file excluded"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("exclude: [sub/]", ["a.txt", "b.md", "c.html"]),
        ("exclude: ['!README.md', 'b.md']", ["README.md", "a.txt", "c.html", "sub/e.txt", "sub/drafts/f.txt"]),
        (
            "default-excludes: false\nexclude: [sub/]",
            ["README.md", "a.txt", "b.md", "c.html", "requirements-dev.txt", "robots.txt"],
        ),
    ],
)
def test_the_configuration_excludes(
    files: Callable[..., list[str]], tmp_path: Path, keys: str, expected: list[str]
) -> None:
    (tmp_path / ".newslint.yaml").write_text(f"{keys}\n", "utf-8")
    assert files(".") == expected


def test_outside_a_repository_only_the_working_folder_counts(
    newslint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").rmdir()
    (tmp_path / ".gitignore").write_text("*\n", "utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/a.txt").write_text("The council met.\n", "utf-8")
    monkeypatch.chdir(tmp_path / "inner")
    assert newslint("--show-files", ".").out == "a.txt\n"


def test_paths_outside_the_working_folder_are_absolute(
    newslint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.txt").write_text("The council met.\n", "utf-8")
    monkeypatch.chdir(tmp_path / "inner")
    assert newslint("--show-files", "../a.txt").out == f"{(tmp_path / 'a.txt').as_posix()}\n"


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_links_to_folders_are_not_followed(files: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / "sub/loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert files(".") == ["a.txt", "b.md", "c.html", "link.txt", "sub/e.txt", "sub/drafts/f.txt"]


@pytest.mark.parametrize(
    "folder", ["_layouts", "_includes", "layouts", "archetypes", "templates", "public", "_site", "Themes"]
)
def test_folders_of_layouts_are_left_out_unless_they_are_named(
    files: Callable[..., list[str]], tmp_path: Path, folder: str
) -> None:
    page = tmp_path / folder / "page.html"
    page.parent.mkdir()
    page.write_text("<p>The council met.</p>")
    assert files(".") == ALL
    assert files(folder) == files(f"{folder}/page.html") == [f"{folder}/page.html"]
    (tmp_path / ".newslint.yaml").write_text("default-excludes: false\n")
    assert f"{folder}/page.html" in files(".")
