"""Patterns that are compiled when they are first used: every one of them is valid, and none is compiled for nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import newslint
from newslint import patterns
from newslint.patterns import alternatives, lazy

PACKAGE = Path(newslint.__file__).parent
MODULES = sorted(
    path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
    for path in PACKAGE.rglob("*.py")
    if "import lazy" in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_is_valid(name: str) -> None:
    module = import_module(name.removesuffix(".__init__"))
    found = [value for value in vars(module).values() if isinstance(value, patterns._Later)]
    assert all(isinstance(pattern.pattern, str | bytes) for pattern in found)


def test_it_is_used_like_any_other() -> None:
    word = lazy(r"(?P<word>p\w+)", re.IGNORECASE)
    assert [hit["word"] for hit in word.finditer("The Pier, the port")] == ["Pier", "port"]
    assert (word.sub("x", "a Pier"), word.groupindex["word"], word.pattern) == ("a x", 1, r"(?P<word>p\w+)")
    assert lazy(rb"\d+").search(b"a 12") is not None
    with pytest.raises(AttributeError):
        _ = word.nothing  # type: ignore[attr-defined]
    with pytest.raises(re.error):
        lazy("(").search("")


def test_importing_compiles_nothing() -> None:
    code = (
        "import re, newslint.knowledge.facts.relations as room\nfrom newslint.patterns import _Later\n"
        "found = [value for value in vars(room).values() if isinstance(value, _Later)]\n"
        "print(any('search' in vars(each) for each in found))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_a_tree_of_words_matches_what_a_list_of_them_does() -> None:
    words = ["prime minister", "minister", "mayor", "may", "m.p.", "minister-president", "ox"]
    listed = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    tree = re.compile(alternatives(words))
    text = "The prime minister, a minister-president, may meet the mayor, an m.p. and mxp., with an ox and an o."
    assert [hit.span() for hit in tree.finditer(text)] == [hit.span() for hit in listed.finditer(text)]
    assert re.fullmatch(rf"(?:{alternatives(words)})(?!s)", "prime minister")
