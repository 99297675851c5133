"""The house's order: data travels one way, tables agree with files, nothing heavy is imported unasked, files stay short."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import newslint
from newslint.article.readers import FORMATS, READERS, SUFFIXES
from newslint.checks import KINDS
from newslint.commands import COMMANDS
from newslint.reporters import REPORTERS

PACKAGE = Path(newslint.__file__).parent
# Rooms, lowest first; those of one line may not import each other. A room imports only from lines above its own.
FLOORS = """
errors finding page paths patterns stopwatch
inflections kept_patterns
yaml_source
wordlists
article
reading
knowledge spun languagetool reporters
claims sources
checks training
rulebook
config
engine
editing
run
api screens archive
commands
cli
__main__
""".strip().splitlines()
HEAVY = """
ahocorasick charset_normalizer datasketch ftfy jsonschema language_tool_python lemminflect numpy pathspec py3langid pyarrow pyromark
pyspark rapidfuzz pygls readability regex sentencex shtab spacy starlette tqdm turbohtml uvicorn wcwidth yaml termcolor multiprocessing concurrent.futures
""".split()
# What an article that is in order may cost: the automaton, the splitter, `regex` for what an anchor calls for, and numpy,
# which every English article needs to have its words judged.
LIGHT = {"ahocorasick", "numpy", "sentencex", "regex"}


def named(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "newslint"


MODULES = {named(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


def imported(name: str) -> Iterator[str]:
    """Every module of ours that a module imports anywhere, for types and inside functions too."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "newslint":
            base = (node.module or "").removeprefix("newslint").lstrip(".")
            for alias in node.names:
                full = f"{base}.{alias.name}".lstrip(".")
                yield full if full in MODULES else base or "newslint"
        elif isinstance(node, ast.Import):
            yield from (a.name.removeprefix("newslint.") for a in node.names if a.name.startswith("newslint."))


def room(name: str) -> str:
    """The first folder that a module lies in; at the root its own name."""
    return name.partition(".")[0]


def floor(name: str) -> int:
    here = next((number for number, rooms in enumerate(FLOORS) if room(name) in rooms.split()), None)
    assert here is not None, f"{name} has no place in FLOORS: what is new gets a room"
    return here


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {"newslint"}))
def test_imports_point_up(name: str) -> None:
    for other in set(imported(name)) - {"newslint"}:
        assert room(other) == room(name) or floor(other) < floor(name), f"{name} imports {other}"


def test_no_imports_in_a_circle() -> None:
    list(graphlib.TopologicalSorter({name: set(imported(name)) - {name} for name in MODULES}).static_order())


def test_every_room_has_somebody() -> None:
    rooms = {room(name) for name in MODULES} - {"newslint"}
    assert sorted(" ".join(FLOORS).split()) == sorted(rooms)


def attribute(place: str) -> object:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


def test_kinds_are_the_files() -> None:
    listed = {place.partition(":")[0].removeprefix("newslint.") for place in KINDS.values()}
    assert listed == {name for name in MODULES if name.startswith("checks.") and holds_a_kind(name)}
    assert all(hasattr(attribute(place), "find") for place in KINDS.values())
    assert list(KINDS) == sorted(KINDS)


def holds_a_kind(name: str) -> bool:
    """Whether a module defines a check that finds something by itself."""
    from newslint.checks.check import Check

    module = import_module(f"newslint.{name}")
    own = [
        cls for cls in vars(module).values() if isinstance(cls, type) and issubclass(cls, Check) and cls is not Check
    ]
    return any(cls.__module__ == module.__name__ and "find" in vars(cls) for cls in own)


def test_readers_are_files() -> None:
    names = {True: "articles", False: "read"}
    assert all(callable(getattr(import_module(form.module), names[form.exchanged])) for form in READERS)
    listed = {form.module.removeprefix("newslint.") for form in READERS}
    assert listed == {name for name in MODULES if name.startswith("article.readers.") and reads(name)}
    assert len(FORMATS) == len(READERS)
    assert len(SUFFIXES) == sum(len(form.suffixes) for form in READERS), "two formats share a suffix"


def reads(name: str) -> bool:
    """Whether a module has a function `read` or `articles` of its own."""
    return any(isinstance(node, ast.FunctionDef) and node.name in ("read", "articles") for node in tree(name).body)


def whole_strings(node: ast.AST) -> Iterator[ast.Constant]:
    """The literals of a module, but for the pieces of f-strings."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant):
            yield child
        elif not isinstance(child, ast.JoinedStr):
            yield from whole_strings(child)


def test_nobody_else_knows_a_format_by_name() -> None:
    names = {form.name for form in READERS} | {suffix for form in READERS for suffix in form.suffixes}
    for name in MODULES:
        if not name.startswith(
            ("article.readers", "page", "reporters")
        ):  # what is read, and what is written for a browser
            known = {node.value for node in whole_strings(tree(name))} & names
            assert not known, f"{name} knows {known}"


def test_nobody_else_knows_an_output_format_by_name() -> None:
    names = set(REPORTERS) - {"text", "json", "html"}  # words that mean other things, too
    for name in MODULES:
        if room(name) != "reporters":
            known = {node.value for node in whole_strings(tree(name))} & names
            assert not known, f"{name} knows {known}"


def test_commands_are_functions_of_files() -> None:
    for name, entry in COMMANDS.items():
        if entry.module.removeprefix("newslint.") in MODULES:
            module = import_module(entry.module)
            assert callable(module.configure), name
            assert callable(module.run), name


@pytest.mark.parametrize("name", MODULES)
def test_files_and_functions_are_short(name: str) -> None:
    assert MODULES[name].read_text("utf-8").count("\n") <= 250
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{name}.{node.name}"


CLEAN = "The council met on Monday.\n\nIt voted to repair the bridge. The work begins in May and will take a year.\n"


def loaded(code: str, folder: Path) -> set[str]:
    """The heavy modules that a fresh interpreter has after some code."""
    script = f"import sys\n{code}\nprint(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], check=True, text=True, capture_output=True, cwd=folder)
    return set(done.stderr.splitlines()[-1].split())


def test_importing_the_command_line_is_light(tmp_path: Path) -> None:
    assert loaded("import newslint.cli", tmp_path) == set()


@pytest.fixture
def compiled() -> None:
    """Packs are read as the wheel has them: rules in YAML are checked, and some kinds need heavy modules for that."""
    from newslint.paths import builtin_rules
    from newslint.rulebook.packs import COMPILED, fingerprint

    built = builtin_rules() / COMPILED
    if not built.is_file() or built.read_bytes().partition(b"\n")[0].decode() != fingerprint(builtin_rules()):
        pytest.skip("the packs are not compiled")


@pytest.mark.usefixtures("compiled")
def test_a_calibration_is_read_without_the_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("calibration: house.yaml\n", "utf-8")
    (tmp_path / "house.yaml").write_text("words: [council]\nword-thresholds: {0.1: 3}\n", "utf-8")
    code = "from newslint.cli import main\nassert main(['--show-config', 'a.txt']) == 0"
    assert "numpy" not in loaded(code, tmp_path)


@pytest.mark.usefixtures("compiled")
def test_a_clean_article_is_light(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    code = "from newslint.cli import main\nmain(['--quick', 'a.txt'])"
    assert loaded(code, tmp_path) <= LIGHT
