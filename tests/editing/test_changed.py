"""Changed lines: only what is on them is reported, as git sees them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.article.readers.word import document, paragraph

Run = Callable[..., Any]
OLD = "She sang whilst he danced.\n\nA quiet day.\n"


def git(*arguments: str) -> None:
    who = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgsign=false",
    )
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(house: Run) -> Run:
    """A repository whose branch `main` has one article with a finding."""
    Path(".git").rmdir()
    git("init", "-q")
    Path('ä "b".txt').write_text(OLD, "utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    git("checkout", "-q", "-b", "desk")
    return house


def rules(result: Any) -> list[str]:
    return [line.rpartition(" ")[2] for line in result.out.splitlines()]


def test_only_changed_lines_count_and_the_rest_is_counted(repository: Run) -> None:
    Path('ä "b".txt').write_text(OLD.replace("quiet", "shocking"), "utf-8")
    result = repository("--diff-base", "main", ".")
    assert rules(result) == ["[house.shocking]"]
    assert "1 on unchanged lines" in result.err


def test_what_is_committed_on_the_branch_counts_and_what_main_got_since_does_not(repository: Run) -> None:
    Path('ä "b".txt').write_text(f"{OLD}\nMaybe.\n", "utf-8")
    git("commit", "-q", "-a", "-m", "second")
    git("checkout", "-q", "main")
    Path("c.txt").write_text("Whilst.\n", "utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "third")
    git("checkout", "-q", "desk")
    assert rules(repository("--diff-base", "main", ".")) == ["[house.maybe]"]


def test_renamed_files_are_followed_and_untracked_ones_are_new(repository: Run) -> None:
    git("mv", 'ä "b".txt', "d.txt")
    Path("e.txt").write_text("Whilst it rained.\n", "utf-8")
    result = repository("--diff-base", "main", ".")
    assert result.out.startswith("e.txt:1:1:")
    assert rules(result) == ["[house.whilst]"]


def test_staged_lines_only(repository: Run) -> None:
    Path("c.txt").write_text("A shocking end.\n", "utf-8")
    git("add", "c.txt")
    Path("d.txt").write_text("Whilst it rained.\n", "utf-8")
    assert rules(repository("--staged", ".")) == ["[house.shocking]"]


def test_nothing_changed_is_a_pass(repository: Run) -> None:
    result = repository("--diff-base", "main", ".")
    assert (result.code, result.err) == (0, "newslint: note: no article has changed\n")


def test_a_finding_counts_if_what_it_was_compared_with_changed(newslint: Run) -> None:
    Path(".git").rmdir()
    git("init", "-q")
    text = "Harbour\n\nThe pier is {} long.\n\nThe {} of the storm came late, she said on Monday.\n"
    Path("a.txt").write_text(text.format("very", "acknowledgement") + "\nAn acknowledgement is due.\n", "utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    Path("a.txt").write_text(text.format("very", "acknowledgment") + "\nAn acknowledgement is due.\n", "utf-8")
    options = ("--quick", "--no-config", "--select", "consistency")
    result = newslint("--diff-base", "HEAD", *options, "a.txt")
    assert result.out.startswith("a.txt:7:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--diff-base", "nowhere", "."), "git knows no revision 'nowhere'; fetch it, or name another"),
        (("--diff-base", "-x", "."), "expected one argument"),
        (("--diff-base", "main", "--staged", "."), "not allowed with"),
    ],
)
def test_what_git_does_not_know_is_said_in_one_line(repository: Run, arguments: tuple[str, ...], said: str) -> None:
    result = repository(*arguments)
    assert result.code == 2
    assert said in result.err


def test_a_shallow_clone_is_told_from_a_wrong_name(
    repository: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("c.txt").write_text("Whilst.\n", "utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "second")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert "the clone is shallow: fetch its history" in repository("--diff-base", "origin/main", ".").err


def test_outside_a_repository_git_is_quoted(newslint: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Path(".git").rmdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = newslint("--staged", ".")
    assert result.code == 2
    assert "run newslint inside a git repository" in result.err


def test_what_git_does_not_compare_by_lines_counts_as_a_whole(repository: Run) -> None:
    def write(name: str, *lines: str) -> None:
        Path(name).write_bytes(document("".join(paragraph(line) for line in lines)))

    write("old.docx", "She sang whilst he danced.", "A quiet day.")
    write("same.docx", "Whilst it rains.")
    git("add", ".")
    git("commit", "-q", "-m", "second")
    assert rules(repository("--diff-base", "HEAD~1", ".")) == ["[house.whilst]"] * 2
    write("old.docx", "She sang whilst he danced.", "A shocking day.")
    assert rules(repository("--diff-base", "HEAD", ".")) == ["[house.whilst]", "[house.shocking]"]
    git("add", ".")
    assert rules(repository("--staged", ".")) == ["[house.whilst]", "[house.shocking]"]
    git("mv", "same.docx", "ä b.docx")
    write("ä b.docx", "Whilst it rains.", "A shocking day.")
    git("add", ".")
    assert "ä b.docx:2:3: error" in repository("--staged", ".").out
