"""A file of several articles: each is linted alone, places are the file's, suppressions count over the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newslint import lint

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ITEM = "<nitf><body><body.head><hedline><hl1>{head}</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>\n"


def wire(*bodies: str) -> str:
    return "<wire>\n" + "".join(ITEM.format(head="Ferry sails", body=body) for body in bodies) + "</wire>\n"


def places(text: str) -> list[tuple[str, str]]:
    return [(f.rule, text[f.span.start : f.span.end]) for f in lint(text, format="nitf")]


def test_findings_have_places_of_the_file() -> None:
    text = wire("<p>The the pier is long.</p>", "<p>It is.</p>", "<p>A a quay.</p>")
    assert places(text) == [("integrity.doubled-word", "The the"), ("integrity.doubled-word", "A a")]


def test_articles_are_not_compared_with_each_other() -> None:
    first = "<p>Mayor Ann Lee, 51, opened the pier on Monday, the council said in a long statement about it.</p>"
    second = first.replace("51", "47")
    assert "consistency" in " ".join(rule for rule, _ in places(wire(first + second.replace("opened", "shut"))))
    assert places(wire(first, second)) == []


def test_a_sidecar_is_for_all_articles(newslint: Run, tmp_path: Path) -> None:
    wires = tmp_path / "wire.nitf"
    wires.write_text(wire("<p>It is.</p>", "<p>The the pier is long.</p>"))
    assert newslint(str(wires)).code == 1
    sidecar = tmp_path / "wire.nitf.newslint.yaml"
    sidecar.write_text("ignore:\n  - rule: integrity.doubled-word\n    text: The the\n")
    assert newslint(str(wires)).err.startswith("No findings")
    sidecar.write_text("ignore:\n  - rule: integrity.doubled-word\n    text: A a\n")
    assert newslint(str(wires)).out.count("newslint.unused-suppression") == 1


def test_a_comment_is_for_its_article() -> None:
    comment = "<!-- newslint-disable integrity.doubled-word: it stutters -->"
    text = wire(f"{comment}<p>The the pier is long.</p>", "<p>The the quay is short.</p>")
    assert [rule for rule, _ in places(text)] == ["integrity.doubled-word"]


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    found = lint(wire(*["<p>The the pier is long.</p>"] * 3), format="nitf")
    assert len({finding.fingerprint for finding in found}) == 3


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_nothing_is_changed(newslint: Run, tmp_path: Path, option: str) -> None:
    wires = tmp_path / "wire.nitf"
    wires.write_text(wire("<p>The the pier is long.</p>"))
    before = wires.read_bytes()
    result = newslint(option, str(wires))
    assert wires.read_bytes() == before
    assert "does not change NITF files" in result.err
    assert result.code == 1


def test_what_is_broken_is_said(newslint: Run, tmp_path: Path) -> None:
    wires = tmp_path / "wire.nitf"
    wires.write_text(wire("<p>The the pier is long.</p>", "<p>It is & was.</p>"))
    found = newslint(str(wires)).out
    assert "integrity.doubled-word" in found
    assert "newslint.broken-markup" in found


def test_a_command_about_one_article_says_that_there_are_several(newslint: Run, tmp_path: Path) -> None:
    wires = tmp_path / "wire.nitf"
    wires.write_text(wire("<p>It is.</p>", "<p>It was.</p>"))
    result = newslint("facts", str(wires))
    assert result.code == 2
    assert "holds several articles" in result.err
    wires.write_text(wire("<p>Ann Lee, 51, spoke.</p>"))
    assert "Ann Lee" in newslint("facts", str(wires)).out


def test_a_finding_is_suppressed_at_its_place(newslint: Run, tmp_path: Path) -> None:
    wires = tmp_path / "wire.nitf"
    wires.write_text(wire("<p>It is.</p>", "<p>The the pier is long.</p>"))
    at = newslint("--quick", "wire.nitf").out.split(": warning")[0]
    assert newslint("ignore", at).code == 0
    assert newslint("--quick", "wire.nitf").out == ""
