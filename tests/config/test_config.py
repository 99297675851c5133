"""`.newslint.yaml`: strict, with places; merged on purpose; the command line goes first."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

from newslint.commands.init import TEMPLATE
from newslint.config import file, keys
from newslint.finding import Severity

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fail_on: error\n", ".newslint.yaml:1:1: error: unknown key 'fail_on'; did you mean 'fail-on'?"),
        ("fail-on: warn\n", ".newslint.yaml:1:10: error: unknown value 'warn'; did you mean 'warning'?"),
        ("severity: {language: eror}\n", ".newslint.yaml:1:11: error: unknown value 'eror'; did you mean 'error'?"),
        ("language: English\n", ".newslint.yaml:1:11: error: 'English' is not a language tag; write it like en or en-GB"),
        ("extend-packs: ['python:no_pack']\n", ".newslint.yaml:1:16: error: package 'no_pack' is not installed"),
        ("vocabulary-files: [none.txt]\n", ".newslint.yaml:1:20: error: cannot read 'none.txt': No such file or directory"),
        ("select: language\n", ".newslint.yaml:1:9: error: expected a list or nothing, got text"),
        ("packs: [house.yaml]\nignore:\n- house.shoking\n", ".newslint.yaml:3:3: error: unknown rule or pack 'house.shoking'; did you mean 'house.shocking'?"),
        ("packs: [house.yaml]\nseverity:\n  hause: error\n", ".newslint.yaml:3:3: error: unknown rule or pack 'hause'; did you mean 'house'?"),
        ("packs: [hause.yaml]\n", ".newslint.yaml:1:9: error: unknown pack 'hause.yaml'; name a folder, a file or a built-in pack: claims"),
        ("packs: [machin]\n", ".newslint.yaml:1:9: error: unknown pack 'machin'; did you mean 'machine'?"),
        ("ignore: [a]\nignore: [b]\n", ".newslint.yaml:2:1: error: key 'ignore' occurs twice; remove one of the two"),
        ("\tignore: [a]\n", ".newslint.yaml:1:1: error: not valid YAML: found character"),
        ("- ignore\n", ".newslint.yaml:1:1: error: expected keys and values; write them as 'newslint init' does"),
        ("per-path:\n- paths: [a]\n  ignor: [b]\n", ".newslint.yaml:3:3: error: unknown key 'ignor'; did you mean 'ignore'?"),
        ("per-path:\n- ignore: [b]\n", ".newslint.yaml:2:3: error: missing key 'paths'"),
        ("extends: base.yaml\n", ".newslint.yaml:1:10: error: 'base.yaml' is not a file; name a configuration to extend"),
        ("extends: [.newslint.yaml]\n", ".newslint.yaml:1:11: error: '.newslint.yaml' extends this file in turn; remove one of the two"),
        ("grammar: {servr: x}\n", ".newslint.yaml:1:11: error: unknown key 'servr'; did you mean 'server'?"),
        ("vocabulary-files: [names.txt]\n", ".newslint.yaml:1:20: error: cannot read 'names.txt'"),
        ("fail-on: !!python/object/apply:os.system [true]\n", ".newslint.yaml:1:10: error: a tag that would run code is not allowed"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(house: Run, tmp_path: Path, written: str, expected: str) -> None:
    (tmp_path / ".newslint.yaml").write_text(written, "utf-8")
    (tmp_path / "a.txt").write_text("A sad end.\n", "utf-8")
    result = house("a.txt")
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith(f"newslint: {expected}")
    assert result.err.count("\n") == 1


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


ARTICLE = "A shocking end, whilst it lasted, maybe.\n"


def ids(result: Any) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("written", "options", "expected"),
    [
        ("", (), ["house.shocking", "house.whilst", "house.maybe"]),
        ("ignore: [house.maybe]\n", (), ["house.shocking", "house.whilst"]),
        (
            "ignore: [house.maybe]\n",
            ("--extend-select", "house.maybe"),
            ["house.shocking", "house.whilst", "house.maybe"],
        ),
        ("select: [house.maybe]\n", (), ["house.maybe"]),
        ("select: [house.maybe]\n", ("--select", "house.whilst"), ["house.whilst"]),
        ("select: [house.maybe]\n", ("--extend-select=house.whilst",), ["house.whilst", "house.maybe"]),
        ("min-severity: warning\n", (), ["house.shocking", "house.whilst"]),
        ("min-severity: warning\n", ("--min-severity=error",), ["house.shocking"]),
        ("min-severity: error\n", ("--min-severity=info", "--ignore=house.maybe,house.whilst"), ["house.shocking"]),
        ("severity: {house: info}\nmin-severity: warning\n", (), []),
        ("severity: {house: info}\nmin-severity: warning\n", ("--severity", "house.maybe=error"), ["house.maybe"]),
        ("per-path: [{paths: [a.txt], ignore: [house]}]\n", (), []),
        ("per-path: [{paths: [b.txt], ignore: [house]}]\n", (), ["house.shocking", "house.whilst", "house.maybe"]),
        ("per-path: [{paths: ['*.txt'], ignore: [house]}]\n", ("--extend-select=house.maybe",), ["house.maybe"]),
        (
            "per-path: [{paths: ['*'], select: [house.maybe]}, {paths: ['a.*'], select: [house.whilst]}]\n",
            (),
            ["house.whilst"],
        ),
    ],
)
def test_precedence(house: Run, tmp_path: Path, written: str, options: tuple[str, ...], expected: list[str]) -> None:
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml]\n" + written, "utf-8")
    write(tmp_path, a_txt=ARTICLE)
    assert ids(house("a.txt", *options)) == expected


def test_the_nearest_configuration_counts_whole(house: Run, tmp_path: Path) -> None:
    write(tmp_path, a_txt=ARTICLE, sub__a_txt=ARTICLE, sub__deep__a_txt=ARTICLE)
    (tmp_path / "sub/.newslint.yaml").write_text("packs: [../house.yaml]\nselect: [house.maybe]\n", "utf-8")
    result = house("a.txt", "sub")
    assert [line.split(":")[0] for line in result.out.splitlines()] == ["a.txt"] * 3 + ["sub/a.txt", "sub/deep/a.txt"]
    assert ids(house("--no-config", "--select", "newslint", "sub")) == []
    assert ids(house("--config", ".newslint.yaml", "sub/a.txt")) == ["house.shocking", "house.whilst", "house.maybe"]


def test_the_search_stops_at_the_repository(house: Run, tmp_path: Path) -> None:
    (tmp_path / "inner/.git").mkdir(parents=True)
    assert file.nearest(str(tmp_path / "inner")) == ""
    assert file.nearest(str(tmp_path)) == str(tmp_path / ".newslint.yaml")


def test_extending_adds_up_and_replaces(house: Run, tmp_path: Path) -> None:
    base = (
        "packs: [../house.yaml]\nignore: [house.maybe]\nfail-on: never\nvocabulary: [Ngata]\nseverity: {house: info}\n"
    )
    own = "extends: base/shared.yaml\nignore: [house.whilst]\nvocabulary: [Aroha]\nseverity: {house.shocking: error}\n"
    (tmp_path / "base").mkdir()
    (tmp_path / "base/shared.yaml").write_text(base, "utf-8")
    (tmp_path / ".newslint.yaml").write_text(own, "utf-8")
    write(tmp_path, a_txt=ARTICLE)
    result = house("a.txt")
    assert (ids(result), result.code) == (["house.shocking"], 0)
    written = file.read(str(tmp_path / ".newslint.yaml")).keys
    assert (written.vocabulary, written.fail_on) == (("Ngata", "Aroha"), "never")
    assert written.severity == {"house": Severity.INFO, "house.shocking": Severity.ERROR}


def test_a_mistake_in_an_extended_file_is_told_there(house: Run, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("\nselekt: [house]\n", "utf-8")
    (tmp_path / ".newslint.yaml").write_text("extends: base.yaml\n", "utf-8")
    write(tmp_path, a_txt=ARTICLE)
    assert "base.yaml:2:1: error: unknown key 'selekt'; did you mean 'select'?" in house("a.txt").err


def test_show_config_prints_every_key_final(house: Run, tmp_path: Path) -> None:
    write(tmp_path, a_txt=ARTICLE)
    shown = yaml.safe_load(house("--show-config", "a.txt", "--ignore", "house.maybe").out)
    assert set(shown) == set(keys.names(keys.Keys))
    assert shown["severity"] == {"house.shocking": "error", "house.whilst": "warning"}
    assert (shown["select"], shown["ignore"]) == (["house.shocking", "house.whilst"], ["house.maybe"])
    assert (shown["fail-on"], shown["min-severity"], shown["packs"]) == ("warning", "info", ["house.yaml"])
    assert shown["grammar"]["memory"] == 1000
    assert house("--show-config", "nowhere.txt").code == 2


def test_what_show_config_prints_has_the_same_effect_as_a_configuration(house: Run, tmp_path: Path) -> None:
    own = """\
packs: [house.yaml]
extends: base.yaml
language: en-GB
vocabulary-files: [names.txt]
min-severity: warning
severity: {house: error}
per-path:
- {paths: ['*.txt'], ignore: [house.whilst], severity: {house.maybe: warning}, min-severity: info}
"""
    (tmp_path / ".newslint.yaml").write_text(own, "utf-8")
    (tmp_path / "base.yaml").write_text("ignore: [house.maybe]\nexclude: [old/]\nprotect: [house]\n", "utf-8")
    write(tmp_path, a_txt=ARTICLE, names_txt="Aroha\n")
    first = house("--show-config", "a.txt", "--extend-select", "house.maybe", "--no-suppressions").out
    (tmp_path / ".newslint.yaml").write_text(first, "utf-8")
    again = house("--show-config", "a.txt").out
    assert [line for line in again.splitlines() if not line.startswith("#")] == [
        line for line in first.splitlines() if not line.startswith("#")
    ]
    assert ids(house("a.txt")) == ["house.shocking", "house.maybe"]


def test_show_config_quotes_what_yaml_would_take_for_a_truth_value(house: Run, tmp_path: Path) -> None:
    write(tmp_path, a_txt=ARTICLE)
    assert yaml.safe_load(house("--show-config", "a.txt", "--language", "no").out)["language"] == "no"


def test_init_writes_a_file_that_is_read_without_complaint(newslint: Run, tmp_path: Path) -> None:
    assert newslint("init").code == 0
    assert file.read(str(tmp_path / ".newslint.yaml")).keys.language == "en-US"
    again = newslint("init")
    assert (again.code, again.err) == (
        2,
        "newslint: error: '.newslint.yaml' already exists and is left unchanged; edit it, or remove it first\n",
    )


def test_every_key_is_in_the_template_and_nothing_else() -> None:
    shown = re.findall(r"^(?:# )?([a-z-]+):(?= |$)", TEMPLATE, re.MULTILINE)
    assert sorted(shown) == sorted(keys.names(keys.Keys))
    (written,) = [yaml.safe_load(re.sub(r"^# (?=[a-z-]+:( |$)|  )", "", TEMPLATE, flags=re.MULTILINE))]
    jsonschema.validate(written, msgspec.json.decode(keys.schema()))


def test_the_schema_accepts_the_template() -> None:
    schema = msgspec.json.decode(keys.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(TEMPLATE), schema)


def test_every_key_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/configuration.md").read_text("utf-8")
    table = {name for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for name in re.findall("`(.*?)`", row)}
    assert table == set(keys.names(keys.Keys))
