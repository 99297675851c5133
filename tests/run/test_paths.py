"""Paths as people really have them: links, long and odd names, folders without articles, patterns of every spelling."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX names and links")
SHOCK = "A shocking end.\n"


def notes(err: str) -> list[str]:
    return [line.removeprefix("newslint: note: ") for line in err.splitlines() if line.startswith("newslint: note: ")]


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(SHOCK, "utf-8")


@posix
class TestLinks:
    @pytest.mark.parametrize("target", ["nowhere.txt", "odd.txt", "../../nowhere", "a.txt/inside"])
    def test_to_nothing_in_a_folder_is_a_notice(self, house: Run, target: str) -> None:
        write("sub/a.txt")
        Path("sub/odd.txt").symlink_to(target)
        for argument in ("sub", "."):
            result = house(argument)
            assert result.code == 1
            assert result.out.startswith("sub/a.txt:1:3: error")
            assert notes(result.err) == ["sub/odd.txt is skipped: the symbolic link leads nowhere; fix or remove it"]
        assert house("sub", "--fail-on", "never").code == 0

    def test_in_a_circle(self, house: Run) -> None:
        write("sub/a.txt")
        Path("sub/one.md").symlink_to("two.md")
        Path("sub/two.md").symlink_to("one.md")
        Path("sub/folder").symlink_to("folder")
        result = house("sub")
        assert (result.code, len(notes(result.err))) == (1, 2)

    def test_alone(self, house: Run) -> None:
        Path("sub").mkdir()
        Path("sub/loop.txt").symlink_to("loop.txt")
        result = house("sub")
        assert result.code == 2
        assert result.err.splitlines()[-1] == "newslint: no article found in sub"

    def test_no_files(self, house: Run) -> None:
        write("sub/a.txt")
        os.mkfifo("sub/pipe.txt")
        result = house("sub")
        assert result.code == 1
        assert notes(result.err) == ["sub/pipe.txt is skipped: not a regular file; leave it out"]


@posix
@pytest.mark.parametrize("length", [236, 241, 255])
def test_long_names(house: Run, length: int) -> None:
    name = "é" * ((length - 4) // 2) + "x" * (length % 2) + ".txt"
    write(f"sub/{name}")
    for argument in ("sub", f"sub/{name}"):
        result = house(argument)
        assert result.code == 1
        assert result.out.startswith(f"sub/{name}:1:3: error")


def test_a_sidecar_of_a_name_too_long_is_an_error_of_ignore(house: Run) -> None:
    name = "x" * 250 + ".txt"
    write(name)
    result = house("ignore", f"{name}:1:3")
    assert result.code == 2
    assert "cannot write" in result.err


@posix
def test_names_of_odd_bytes_in_notices(house: Run) -> None:
    write("a.txt")
    Path(os.fsdecode(b"caf\xe9\n.txt")).symlink_to("nowhere")
    assert notes(house(".").err) == [r"caf\xe9\n.txt is skipped: the symbolic link leads nowhere; fix or remove it"]


class TestNothingToLint:
    def test_other_formats_are_counted(self, newslint: Run) -> None:
        for name in ("a.adoc", "b.adoc", "c.rst", "Makefile", ".hidden"):
            write(f"sub/deep/{name}")
        result = newslint("sub")
        said = "newslint: no article found in sub; 4 files of other formats: .adoc 2, .rst 1, without a suffix 1\n"
        assert (result.code, result.out, result.err) == (2, "", said)

    @pytest.mark.parametrize("options", [(), ("--quiet",), ("--format", "json"), ("--fail-on", "never")])
    def test_it_is_no_pass_unless_allowed(self, newslint: Run, options: tuple[str, ...]) -> None:
        Path("sub").mkdir()
        assert newslint("sub", *options).code == 2
        assert newslint("sub", *options, "--allow-empty").code == 0
        assert newslint("sub", *options, "--allow-empty").out == newslint("sub", *options).out

    def test_excluded_files(self, newslint: Run) -> None:
        write("README.md", "sub/license.txt")
        assert newslint("README.md").code == newslint("sub").code == 2
        assert newslint("README.md", "--allow-empty").code == 0
        assert newslint("sub").err == "newslint: no article found in sub; 1 file excluded\n"

    def test_what_may_hold_articles_is_named_beside_them(self, newslint: Run) -> None:
        write(
            "a.txt",
            "data/b.json",
            "data/c.JSON",
            "data/d.csv",
            "e.png",
            "package.json",
            "public/f.json",
            "eslint.config.json",
        )
        said = "3 files left out because they are in no format that newslint reads: .json 2, .csv 1"
        assert said in notes(newslint(".").err)
        assert notes(newslint("a.txt").err) == []
        assert newslint(".", "--quiet").err == ""

    def test_one_article_is_enough(self, newslint: Run) -> None:
        write("sub/a.rst", "a.txt")
        assert newslint("sub", "a.txt").code == 0


class TestPatterns:
    @pytest.fixture
    def excluded(self, house: Run) -> Callable[[str], list[str]]:
        write("desk/agency/v.txt", "desk/news/n.txt", "desk/v.txt", "desk/news/agency/w.txt")

        def files(*patterns: str) -> list[str]:
            listed = "".join(f"  - {pattern!r}\n" for pattern in patterns)
            Path("desk/.newslint.yaml").write_text(f"packs: [../house.yaml]\nexclude:\n{listed}", "utf-8")
            result = house("desk", "--show-files")
            assert result.code == 0, result.err
            return [line.removeprefix("desk/") for line in result.out.splitlines()]

        return files

    ALL = ("news/n.txt", "news/agency/w.txt", "v.txt", "agency/v.txt")

    @pytest.mark.parametrize(
        ("pattern", "left_out"),
        [
            ("./agency/", {"agency/v.txt"}),
            ("./agency", {"agency/v.txt"}),
            ("./v.txt", {"v.txt"}),
            ("agency/", {"agency/v.txt", "news/agency/w.txt"}),
            ("news/./agency", {"news/agency/w.txt"}),
            ("news/../agency/*", {"agency/v.txt"}),
            ("../desk/agency/", {"agency/v.txt"}),
            ("{here}/agency/", {"agency/v.txt"}),
            ("{here}/**/*.txt", set(ALL)),
            ("/agency", {"agency/v.txt"}),
            ("./**/agency", {"agency/v.txt", "news/agency/w.txt"}),
            (".", set(ALL)),
            ("{here}", set(ALL)),
        ],
    )
    def test_spellings(self, excluded: Callable[..., list[str]], pattern: str, left_out: set[str]) -> None:
        here = (Path.cwd() / "desk").as_posix()
        assert set(excluded(pattern.replace("{here}", here))) == set(self.ALL) - left_out

    def test_taken_back(self, excluded: Callable[..., list[str]]) -> None:
        assert excluded("*.txt", "!./v.txt") == ["v.txt"]

    @pytest.mark.parametrize(
        ("pattern", "said"),
        [
            ("../agency", "leads out of the folder of this file"),
            ("../../x", "leads out of the folder of this file"),
            ("news/../../x", "leads out of the folder of this file"),
            ("!../x", "leads out of the folder of this file"),
            ("**/../x", "leads out of the folder of this file"),
            ("../" * 40 + "x", "leads out of the folder of this file"),
            ("C:/news/x", "leads out of the folder of this file"),
            (r"C:\news\x", "leads out of the folder of this file"),
            (r"agency\v.txt", "write 'agency/v.txt'"),
            ("~/agency", "'~' is not expanded"),
            ("*.{md,txt}", "a pattern for each of them"),
            ("", "it is empty"),
            ("!", "it is empty"),
            ("# old", "begins a comment"),
            ("old\\", "it is incomplete"),
        ],
    )
    @pytest.mark.parametrize("key", ["exclude: [{0}]", "per-path:\n  - ignore: [house]\n    paths: [{0}]"])
    def test_those_that_match_nothing_are_errors(self, house: Run, key: str, pattern: str, said: str) -> None:
        write("desk/a.txt")
        Path("desk/.newslint.yaml").write_text("packs: [../house.yaml]\n" + key.format(f"'{pattern}'"), "utf-8")
        result = house("desk")
        assert result.code == 2
        assert result.err.startswith(f"newslint: desk/.newslint.yaml:{2 if key[0] == 'e' else 4}:")
        assert said in result.err

    def test_another_place_on_this_machine(self, house: Run, tmp_path: Path) -> None:
        elsewhere = tmp_path.parent.as_posix()
        write("desk/a.txt")
        Path("desk/.newslint.yaml").write_text(f"exclude: ['{elsewhere}/x']\n", "utf-8")
        assert house("desk").code == 2

    @pytest.mark.parametrize("path", ["./opinion/", "opinion", "../desk/opinion/*", "{here}/opinion/**"])
    def test_per_path(self, house: Run, path: str) -> None:
        write("desk/opinion/o.txt", "desk/n.txt")
        path = path.replace("{here}", (Path.cwd() / "desk").as_posix())
        Path("desk/.newslint.yaml").write_text(
            f"packs: [../house.yaml]\nper-path:\n  - paths: ['{path}']\n    ignore: [house]\n", "utf-8"
        )
        assert house("desk").out.splitlines() == ["desk/n.txt:1:3: error: 'shocking' is for tabloids. [house.shocking]"]

    def test_those_of_an_extended_file_begin_where_the_extending_one_lies(self, house: Run) -> None:
        write("desk/agency/v.txt", "desk/n.txt")
        Path("base.yaml").write_text("packs: [house.yaml]\nexclude: [./agency]\n", "utf-8")
        Path("desk/.newslint.yaml").write_text("extends: ../base.yaml\n", "utf-8")
        assert house("desk", "--show-files").out == "desk/n.txt\n"

    def test_what_is_no_pattern_in_an_ignore_file_is_passed_over(self, house: Run) -> None:
        write("a.txt", "b.txt")
        Path(".gitignore").write_text("!\nold\\\na.txt\n", "utf-8")
        assert house(".", "--show-files").out == "b.txt\n"


class TestStandardInput:
    PER_PATH = "packs: [house.yaml]\nexclude: [drafts/]\nper-path:\n  - paths: [opinion/]\n    ignore: [house]\n"

    @pytest.fixture
    def run(self, house: Run) -> Run:
        Path(".newslint.yaml").write_text(self.PER_PATH, "utf-8")
        return house

    def test_without_a_name_nothing_of_per_path_holds(self, run: Run) -> None:
        for options in ((), ("--stdin-filename", ""), ("--config", ".newslint.yaml")):
            result = run("-", *options, stdin=SHOCK)
            assert (result.code, result.out.partition(" ")[0]) == (1, "-:1:3:")

    def test_beside_a_file(self, run: Run) -> None:
        write("opinion/o.txt")
        assert run("opinion/o.txt", "-", stdin=SHOCK).out.count("\n") == 1

    def test_under_a_name_per_path_holds(self, run: Run) -> None:
        assert run("-", "--stdin-filename", "opinion/o.txt", stdin=SHOCK).code == 0
        assert run("-", "--stdin-filename", "./news/../opinion/o.txt", stdin=SHOCK).code == 0
        assert run("-", "--stdin-filename", "news/o.txt", stdin=SHOCK).code == 1

    def test_under_a_name_that_is_excluded_it_is_left_out(self, run: Run) -> None:
        for name in ("drafts/d.txt", "README.md"):
            result = run("-", "--stdin-filename", name, stdin=SHOCK)
            assert (result.code, result.out) == (0, "")
            assert f"left out: {name} (" in result.err
            assert run("-", "--stdin-filename", name, "--include-excluded", stdin=SHOCK).code == 1


class TestMisnamed:
    @pytest.mark.parametrize(
        "name", [".newslint.yml", "newslint.yaml", "newslint.yml", ".newslintrc", ".newslint.toml"]
    )
    def test_files(self, house: Run, name: str) -> None:
        write("sub/a.txt", name)
        said = f"{name} is ignored; newslint reads its configuration only from a file named .newslint.yaml"
        assert notes(house("sub").err) == [said]
        assert notes(house("sub", "--quiet").err) == []
        assert notes(house("sub", "--config", ".newslint.yaml").err) == []

    @pytest.mark.parametrize(
        ("name", "text", "what"),
        [
            ("pyproject.toml", "[project]\n[tool.newslint]\nselect = []\n", "[tool.newslint]"),
            ("pyproject.toml", "[[tool . newslint.per-path]]\n", "[tool.newslint]"),
            ("setup.cfg", "[tool:newslint]\n", "[newslint]"),
        ],
    )
    def test_sections(self, house: Run, name: str, text: str, what: str) -> None:
        write("sub/a.txt")
        Path("sub", name).write_text(text, "utf-8")
        assert notes(house("sub").err)[0].startswith(f"{what} in sub/{name} is ignored; ")

    def test_other_tools_are_none_of_our_business(self, house: Run) -> None:
        write("a.txt")
        Path("pyproject.toml").write_text('[tool.ruff]\n# [tool.newslint]\nx = "tool.newslint"\n', "utf-8")
        assert notes(house("a.txt").err) == []


def test_sidecars_without_their_article(house: Run) -> None:
    write("sub/a.txt", "sub/build/b.txt")
    for name in ("sub/a.txt", "sub/gone.txt", "sub/build/out.txt"):
        Path(f"{name}.newslint.yaml").write_text("ignore:\n  - rule: house\n", "utf-8")
    Path(".gitignore").write_text("build/\n", "utf-8")
    said = "sub/gone.txt.newslint.yaml suppresses nothing because sub/gone.txt does not exist; rename or remove it"
    assert notes(house("sub").err) == [said]
    assert notes(house("sub/a.txt").err) == []


def test_more_than_any_article_has(house: Run) -> None:
    Path("a.txt").write_text("A shocking end.\n\n" * 1100, "utf-8")
    result = house("a.txt")
    assert result.out.count("\n") == 1000
    assert notes(result.err) == ["a.txt: more than 1,000 findings of house.shocking; only the first 1,000 are reported"]
