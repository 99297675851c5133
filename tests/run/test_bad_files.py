"""Whatever a file holds or is, it costs one clear line at most, no traceback and no hang; the others are still linted."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SHOCK = "good.txt:1:3: error: 'shocking' is for tabloids. [house.shocking]"
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX files")


@pytest.fixture
def beside(house: Run, tmp_path: Path) -> Callable[..., tuple[int, list[str]]]:
    """Lints files with a good one after them: the exit code, and the lines about the others."""
    (tmp_path / "good.txt").write_text("A shocking end.\n", "utf-8")

    def run(*names: str) -> tuple[int, list[str]]:
        result = house(*names, "good.txt")
        lines = result.out.splitlines()
        assert lines[-1] == SHOCK
        assert "Traceback" not in result.out + result.err
        return result.code, lines[:-1]

    return run


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ""),
        (b"\n\n\n", ""),
        (b"\xef\xbb\xbf", ""),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (bytes(range(256)) * 40, "a binary file"),
        (b"\0" * 4096, "a binary file"),
        ("A shocking end.".encode("utf-16"), "shocking"),
        ("A shocking end.".encode("utf-32"), "shocking"),
        ("A shocking end.".encode("utf-16-le"), "shocking"),
        ("A shocking café.".encode("latin-1"), "shocking"),
        ("A shocking café".encode()[:-1], "shocking"),
        (b"A shocking \xed\xa0\x80 end.", "shocking"),
        (b"A shocking \xff end.", "shocking"),
    ],
)
def test_bytes(beside: Callable[..., tuple[int, list[str]]], tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    code, lines = beside("bad.txt")
    assert code == (3 if said.startswith("a ") else 1)
    assert len(lines) == bool(said)
    assert all(line.startswith("bad.txt:") and said in line for line in lines)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("long.txt", "The council met and talked. " * 70_000),
        ("long.md", "The council met and talked. " * 70_000),
        ("word.txt", "a" * 2_000_000),
        ("divs.html", "<div>" * 20_000 + "The council met."),
        ("brackets.md", "[" * 20_000 + "The council met."),
        ("quotes.md", ">" * 20_000 + " The council met."),
        ("stars.md", "*a " * 20_000),
        ("marks.txt", "The counci" + "l" + "\u0301" * 5_000 + " met."),
        ("quotes.txt", "“" * 20_000),
        ("tags.html", "<" * 50_000),
        ("entities.html", "&amp" * 50_000),
        ("newlines.txt", "\r" * 100_000),
        ("separators.txt", "The council\u2028met\x0cand\x85talked.\n"),
    ],
)
def test_hostile_texts(beside: Callable[..., tuple[int, list[str]]], tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8", newline="")
    code, lines = beside(name)
    assert (code, lines) == (1, [])


def test_a_surrogate_in_standard_input(house: Run) -> None:
    result = house("-", "--stdin-filename", "a.txt", stdin="A shocking \ud800 end.\n")
    assert result.code == 1
    assert result.out.startswith("a.txt:1:3: error: 'shocking' is for tabloids.")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [unclosed\n---\n\nA shocking end.\n",
        "---\ntitle: a\ntitle: b\n---\n\nA shocking end.\n",
        "---\ntitle: never closed\n\nA shocking end.\n",
        "---\n\tx: y\n---\n\nA shocking end.\n",
        "---\na: &a [*a]\n---\n\nA shocking end.\n",
        "---\na: !!python/object/apply:os.system [true]\n---\n\nA shocking end.\n",
    ],
)
def test_broken_front_matter(beside: Callable[..., tuple[int, list[str]]], tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.md").write_text(text, "utf-8")
    code, lines = beside("bad.md")
    assert code == 1
    assert any("'shocking'" in line for line in lines)


@posix
class TestFiles:
    def test_dangling_links_and_loops(self, beside: Callable[..., tuple[int, list[str]]], tmp_path: Path) -> None:
        (tmp_path / "gone.txt").symlink_to("nowhere.txt")
        (tmp_path / "loop.txt").symlink_to("loop.txt")
        expected = [
            f"{name}: error: the symbolic link leads nowhere; fix or remove it" for name in ("gone.txt", "loop.txt")
        ]
        assert beside("gone.txt", "loop.txt") == (3, expected)

    def test_in_a_folder(self, house: Run, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub/gone.txt").symlink_to("nowhere.txt")
        (tmp_path / "sub/up").symlink_to("..")
        (tmp_path / "sub/story.txt").mkdir()
        (tmp_path / "sub/story.txt/inner.txt").write_text("A shocking end.\n", "utf-8")
        result = house("sub")
        assert result.code == 1
        assert [line.partition(" ")[0] for line in result.out.splitlines()] == ["sub/story.txt/inner.txt:1:3:"]
        assert "sub/gone.txt is skipped: the symbolic link leads nowhere" in result.err

    @pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
    def test_unreadable(self, beside: Callable[..., tuple[int, list[str]]], tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("x", "utf-8")
        (tmp_path / "secret.txt").chmod(0)
        (tmp_path / "closed").mkdir()
        (tmp_path / "closed").chmod(0)
        code, lines = beside("secret.txt", "closed")
        (tmp_path / "closed").chmod(0o700)
        assert code == 3
        assert lines == [
            "secret.txt: error: cannot read the file: Permission denied",
            "closed: error: cannot read the folder: Permission denied",
        ]

    def test_unreadable_for_root_too(
        self, beside: Callable[..., tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from newslint.run import files

        def refuse(*_: object) -> object:
            raise PermissionError(13, "Permission denied")

        Path("secret.txt").write_text("x", "utf-8")
        real = open
        monkeypatch.setattr(
            files, "open", lambda path, mode: refuse() if "secret" in path else real(path, mode), raising=False
        )
        assert beside("secret.txt") == (3, ["secret.txt: error: cannot read the file: Permission denied"])

    def test_vanished(self, beside: Callable[..., tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch) -> None:
        from newslint.run.plan import Planner

        Path("gone.txt").write_text("x", "utf-8")
        notices = Planner.notices
        monkeypatch.setattr(Planner, "notices", lambda self: Path("gone.txt").unlink() or notices(self))
        assert beside("gone.txt") == (3, ["gone.txt: error: the file was removed during the run; run newslint again"])

    def test_not_there(self, beside: Callable[..., tuple[int, list[str]]]) -> None:
        said = "no such file or folder; check the name"
        assert beside("nowhere.txt") == (2, [f"nowhere.txt: error: {said}"])
        assert beside("nowhere/*.txt") == (2, ["nowhere/*.txt: error: no file matches; check the name"])

    def test_odd_names(self, beside: Callable[..., tuple[int, list[str]]]) -> None:
        names = ["line\nfeed.txt", "\x1b[31mred.txt", os.fsdecode(b"caf\xe9.txt"), "bidi\u202e.txt"]
        for name in names:
            Path(name).write_text("A shocking end.\n", "utf-8")
        code, lines = beside(*names)
        assert code == 1
        assert [line.partition(":")[0] for line in lines] == [
            "line\\nfeed.txt",
            "\\x1b[31mred.txt",
            "caf\\xe9.txt",
            "bidi\\u202e.txt",
        ]

    def test_a_pipe_is_no_article(self, beside: Callable[..., tuple[int, list[str]]], tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert beside("pipe.txt") == (3, ["pipe.txt: error: not a regular file; leave it out"])


def test_a_reader_that_raises_costs_its_article(
    beside: Callable[..., tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.article import readers

    def fail(data: bytes, path: str) -> object:
        raise ZeroDivisionError("oh")

    Path("bad.txt").write_text("x", "utf-8")
    real = readers.decode
    monkeypatch.setattr(
        readers, "decode", lambda data, path: fail(data, path) if path == "bad.txt" else real(data, path)
    )
    said = "newslint failed on this file: ZeroDivisionError: oh; please report it"
    assert beside("bad.txt") == (3, [f"bad.txt: error: {said}"])


def test_a_file_longer_than_any_article_is_left_out(newslint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.article import readers

    monkeypatch.setattr(readers, "LONGEST", 100)
    Path("a.txt").write_text("The the pier is long.\n" * 5, "utf-8")
    Path("b.md").write_text("The the pier is long.\n", "utf-8")
    result = newslint("--quick", "--format", "concise", ".")
    assert result.out.splitlines() == [
        "a.txt:1:1: info: This file is longer than any article; it was not linted. [newslint.unread]",
        "b.md:1:1: warning: 'the' is written twice: 'The the'. [integrity.doubled-word]",
    ]
