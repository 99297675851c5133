"""A user's day: whatever is thrown at newslint gives one clear line, the right exit code, no traceback and no hang;
the other files are still linted.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
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
        assert "sub/gone.txt is passed over: the symbolic link leads nowhere" in result.err

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
            "secret.txt: error: cannot be read: Permission denied",
            "closed: error: the folder cannot be read: Permission denied",
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
        assert beside("secret.txt") == (3, ["secret.txt: error: cannot be read: Permission denied"])

    def test_vanished(self, beside: Callable[..., tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch) -> None:
        from newslint.run.plan import Planner

        Path("gone.txt").write_text("x", "utf-8")
        notices = Planner.notices
        monkeypatch.setattr(Planner, "notices", lambda self: Path("gone.txt").unlink() or notices(self))
        assert beside("gone.txt") == (3, ["gone.txt: error: the file has vanished since the run began"])

    def test_not_there(self, beside: Callable[..., tuple[int, list[str]]]) -> None:
        said = "there is no such file or folder; check the name"
        assert beside("nowhere.txt") == (2, [f"nowhere.txt: error: {said}"])
        assert beside("nowhere/*.txt") == (2, ["nowhere/*.txt: error: matches no file; check the name"])

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
        assert beside("pipe.txt") == (3, ["pipe.txt: error: this is no regular file; leave it out"])


RULE = "rules:\n  - id: bad.rule\n    kind: {kind}\n    severity: warning\n    message: \"'{{match}}'.\"\n    why: w\n    {more}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RULE.format(kind="pattern", more="pattern: '(unclosed'"), "bad.yaml:7:5: error: bad regular expression: missing )"),
        (RULE.format(kind="phrse", more="phrases: [x]"), "bad.yaml:3:11: error: unknown kind 'phrse'; did you mean 'phrase'?"),
        (RULE.format(kind="phrase", more="phrases: [x]\n    why: again"), "bad.yaml:8:5: error: key 'why' stands twice"),
        (RULE.format(kind="phrase", more="frases: [x]"), "bad.yaml:7:5: error: unknown key 'frases'; did you mean 'phrases'?"),
        (RULE.format(kind="phrase", more="\tphrases: [x]"), "bad.yaml:7:5: error: not valid YAML: found "),
        (RULE.format(kind="phrase", more="phrases: !!python/name:os.system x"), "a tag that would run code is refused; only plain YAML is read"),
        (RULE.format(kind="phrase", more="phrases: !house x"), "tag '!house' is refused; only plain YAML is read"),
        (RULE.format(kind="phrase", more="phrases: &a [*a]"), "nested deeper than 40 levels (an alias loop?); write it flat"),
        ("rules: {}\n", "bad.yaml:1:1: error: expected a mapping with a list 'rules'"),
        ("rules:\n  - id: other.rule\n", "error:"),
        ("\0", "error:"),
        ("", "bad.yaml:1:1: error: expected a mapping with a list 'rules'"),
    ],
)  # fmt: skip
def test_rule_files(house: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.yaml").write_text(text, "utf-8")
    (tmp_path / "good.txt").write_text("A shocking end.\n", "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    result = house("good.txt")
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith("newslint: bad.yaml:")
    assert result.err.count("\n") == 1


def test_a_catastrophic_pattern_is_cut_off_and_named(house: Run, tmp_path: Path) -> None:
    rule = RULE.format(kind="pattern", more="pattern: '(x+x+)+y'")
    (tmp_path / "bad.yaml").write_text(rule, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    (tmp_path / "good.txt").write_text(f"A shocking end.\n\n{'x' * 5000}\n", "utf-8")
    result = house("good.txt")
    assert result.code == 3
    assert result.out.splitlines()[0] == SHOCK
    assert "its pattern ran longer than" in result.out
    assert "bad.yaml:2" in result.out.splitlines()[1]
    assert result.out.splitlines()[1].endswith("[bad.rule]")


def test_a_check_that_raises_is_one_error(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.checks.general.phrase import Phrase

    def fail(self: object, unit: object) -> object:
        raise ZeroDivisionError("oh")

    Path("good.txt").write_text("A shocking end, whilst it lasted.\n", "utf-8")
    monkeypatch.setattr(Phrase, "find", fail)
    result = house("good.txt")
    assert result.code == 3
    assert [line.rpartition("[")[2] for line in result.out.splitlines()] == ["house.whilst]", "house.shocking]"]
    assert "the check failed: ZeroDivisionError: oh (rule in" in result.out


def test_a_reader_that_raises_costs_its_article(
    beside: Callable[..., tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.run import files

    def fail(data: bytes, path: str) -> object:
        raise ZeroDivisionError("oh")

    Path("bad.txt").write_text("x", "utf-8")
    real = files.decode
    monkeypatch.setattr(files, "decode", lambda data, path: fail(data, path) if path == "bad.txt" else real(data, path))
    said = "newslint failed on this file: ZeroDivisionError: oh; please report it"
    assert beside("bad.txt") == (3, [f"bad.txt: error: {said}"])


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "nothing to lint: name files or folders, or - for standard input; see 'newslint --help'"),
        (["--selct=x", "a"], "there is no option '--selct'; did you mean '--select'?"),
        (["a", "--nonsense"], "there is no option '--nonsense'"),
        (["--format", "jason", "a"], "--format does not know 'jason'; did you mean 'json'?"),
        (["--select", "house.whlst", "good.txt"], "there is no rule and no pack 'house.whlst'; did you mean 'house.whilst'?"),
        (["--severity", "house=fatal", "good.txt"], "--severity wants ID=LEVEL with error, warning or info, not 'house=fatal'"),
        (["--today", "tomorrow", "good.txt"], "--today wants a date such as 2024-05-15, not 'tomorrow'"),
        (["--jobs", "0", "good.txt"], "argument -j/--jobs: '0' is no whole number above 0"),
        (["--config", "none.yaml", "good.txt"], "there is no file 'none.yaml' (--config)"),
        (["--output-file", "sarif", "good.txt"], "--output-file wants FORMAT:FILE, as in sarif:newslint.sarif, not 'sarif'"),
        (["--output-file", "sarf:x", "good.txt"], "there is no format 'sarf'; did you mean 'sarif'?"),
        (["--output-file", "sarif:no/such/x", "good.txt"], "'no/such/x' cannot be written: No such file or directory"),
        (["explain", "house.whlst"], "there is no rule 'house.whlst'; did you mean 'house.whilst'?"),
        (["explain", "house"], "'house' is a pack; name one of its rules: house.maybe, house.shocking, house.whilst"),
        (["rules", "hause"], "there is no rule and no pack 'hause'; did you mean 'house'?"),
        (["test", "hause"], "there is no pack 'hause': neither built in nor a folder or file"),
        (["schema", "rule"], "WHICH does not know 'rule'; did you mean 'rules'?"),
        (["explian", "x"], "there is no file or command 'explian'; did you mean 'newslint explain'?"),
    ],
)  # fmt: skip
def test_command_lines(house: Run, argv: list[str], said: str) -> None:
    Path("good.txt").write_text("A shocking end.\n", "utf-8")
    result = house(*argv)
    assert result.code == 2
    assert result.err == f"newslint: error: {said}\n" or (said in result.err and argv[0] == "test")
    assert result.err.count("\n") == 1
    assert result.out == ""


class Full(io.StringIO):
    """A stream whose disk is full."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


class Closed(io.StringIO):
    """A stream that nobody reads any more."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        (Full(), "newslint: error: the output cannot be written: No space left on device\n"),
        (Closed(), "newslint: error: the output was closed before all was written\n"),
    ],
)
def test_output_that_cannot_be_written(house: Run, stream: io.StringIO, said: str) -> None:
    from newslint.cli import main

    Path("good.txt").write_text("A shocking end.\n", "utf-8")
    err = io.StringIO()
    assert main(["good.txt"], io.StringIO(), stream, err) == 3
    assert err.getvalue() == said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
class TestProcesses:
    """The same with real descriptors, which the interpreter flushes once more when it ends."""

    @pytest.fixture(autouse=True)
    def _article(self, house: Run, tmp_path: Path) -> None:
        (tmp_path / "good.txt").write_text("A shocking end.\n", "utf-8")

    def run(self, *argv: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "newslint", *argv], check=False, text=True, stderr=subprocess.PIPE, **options
        )

    def test_full_disk(self) -> None:
        with Path("/dev/full").open("w") as full:
            done = self.run("good.txt", stdout=full)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            3,
            "newslint: error: the output cannot be written: No space left on device",
        )

    def test_full_disk_for_an_output_file(self) -> None:
        done = self.run("good.txt", "--output-file", "json:/dev/full", stdout=subprocess.DEVNULL)
        assert done.returncode == 3
        assert "cannot be written: No space left on device" in done.stderr
        assert "Traceback" not in done.stderr

    def test_no_standard_streams_at_all(self) -> None:
        """As in `newslint good.txt >&- 2>&-`: the exit code still tells."""
        done = subprocess.run(
            f"'{sys.executable}' -m newslint good.txt <&- >&- 2>&-", shell=True, check=False, capture_output=True
        )
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")

    def test_closed_pipe(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        done = self.run("good.txt", stdout=writer)
        os.close(writer)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            3,
            "newslint: error: the output was closed before all was written",
        )
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


def test_interruption(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.commands import check

    def interrupt(*_: object) -> object:
        raise KeyboardInterrupt

    Path("good.txt").write_text("x\n", "utf-8")
    monkeypatch.setattr(check, "run_files", interrupt)
    result = house("good.txt")
    assert (result.code, result.err) == (130, "newslint: interrupted\n")


@posix
def test_an_interrupted_run_leaves_no_process(house: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(RULE.format(kind="pattern", more="pattern: '(x+x+)+y'"), "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    for number in range(16):
        (tmp_path / f"{number:02}.txt").write_text(f"A shocking end.\n\n{'x' * 5000}\n", "utf-8")
    argv = [sys.executable, "-m", "newslint", "--jobs", "2", "--format", "jsonl", "."]
    with subprocess.Popen(
        argv, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, bufsize=1
    ) as run:
        assert run.stdout is not None
        assert "shocking" in run.stdout.readline()
        os.killpg(run.pid, signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (130, "newslint: interrupted\n")
