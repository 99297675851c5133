"""What single formats owe to those who read them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from newslint.article.text import Text
from newslint.errors import CheckError
from newslint.finding import Finding, Severity, Span
from newslint.reporters.bars import bars
from newslint.reporters.escape import encodable, printable, shorten, uri
from newslint.reporters.report import FileReport, Summary

Render = Callable[..., str]


def many(numbers: dict[Severity, int]) -> FileReport:
    found = [
        Finding(Span(at, at + 1), "house.rule", severity, "Say less.", "x")
        for severity, number in numbers.items()
        for at in range(number)
    ]
    return FileReport("a.txt", Text("x" * 40), tuple(found))


@pytest.mark.parametrize("name", ["text", "concise"])
def test_lines_off_a_terminal_need_no_heavy_import(name: str) -> None:
    code = (
        "import io, sys\n"
        "from newslint.finding import Finding, Severity, Span\n"
        "from newslint.reporters import reporter, terminal\n"
        "from newslint.reporters.report import FileReport\n"
        "from newslint.article.text import Text\n"
        "stream = io.StringIO()\n"
        f"out = reporter({name!r})(stream, terminal.look(stream, {{}}))\n"
        "found = Finding(Span(0, 1), 'a.b', Severity.ERROR, 'Wide 東.', '東')\n"
        "out.begin([]); out.file(FileReport('a.txt', Text('東'), (found,)))\n"
        "assert stream.getvalue()\n"
        "print(*{'json', 'xml', 'wcwidth', 'termcolor', 'pathlib'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_github_shows_errors_first_and_counts_what_it_leaves_out(render: Render) -> None:
    report = many({Severity.INFO: 10, Severity.WARNING: 12, Severity.ERROR: 3})
    lines = render("github", [report]).splitlines()
    assert [line[2:4] for line in lines] == ["no", *["er"] * 3, *["wa"] * 12, *["no"] * 10]
    assert "2 warnings and 1 notice more are in the step's log" in lines[0]


def test_github_says_nothing_of_ten(render: Render) -> None:
    assert len(render("github", [many({Severity.WARNING: 10, Severity.INFO: 10})]).splitlines()) == 20


def test_github_escapes_what_would_end_a_property(render: Render) -> None:
    found = Finding(Span(0, 1), "a.b", Severity.INFO, "50 % off:\n::error::no", "x")
    line = render("github", [FileReport("a,b:c%.txt", Text("x"), (found,))])
    assert "file=a%2Cb%3Ac%25.txt," in line
    assert line.count("\n") == 1
    assert "50 %25 off:%0A::error::no" in line


def test_rdjson_counts_bytes(render: Render) -> None:
    text = Text("é\n😀東 match", encoding="utf-8-sig")
    found = (
        Finding(Span(0, 1), "a.b", Severity.INFO, "m", "é"),
        Finding(Span(5, 10), "a.b", Severity.INFO, "m", "match"),
    )
    first, second = json.loads(render("rdjson", [FileReport("a", text, found)]))["diagnostics"]
    assert first["location"]["range"] == {"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 6}}
    assert second["location"]["range"] == {"start": {"line": 2, "column": 9}, "end": {"line": 2, "column": 14}}


def test_sarif_leaves_silenced_findings_to_verbose_runs(sample: list[FileReport], render: Render) -> None:
    results = json.loads(render("sarif", sample))["runs"][0]["results"]
    assert not any("suppressions" in result for result in results)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/ü#?.md", "a%20b/%C3%BC%23%3F.md"),
        ("c:d.txt", "c%3Ad.txt"),
        ("bad\udcff.txt", "bad%FF.txt"),
        ("lone\ud800", "lone%EF%BF%BD"),
        ("/data/a.txt", "file:///data/a.txt"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e\u200b\ufeff\U000e0041", "\\u202e\\u200b\\ufeff\\U000e0041"),
        ("bad\udcff", "bad\\xff"),
        ("👩\u200d🚀 می\u200cخواهم Ω é", "👩\u200d🚀 می\u200cخواهم Ω é"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_encodable_touches_surrogates_alone() -> None:
    assert encodable("a\x1b\u202e\udcff😀") == "a\x1b\u202e\\xff😀"


def test_shorten_keeps_both_ends() -> None:
    assert shorten("a" * 30 + "b" * 30, 20) == "a" * 13 + "…" + "b" * 6
    assert len(shorten("x" * 999, 160)) == 160


def test_a_megabyte_of_match_does_not_flood_a_line(render: Render) -> None:
    found = Finding(Span(0, 1), "a.b", Severity.INFO, f"'{'x' * 1_000_000}' is long.", "x")
    output = render("concise", [FileReport("a", Text("x"), (found,))])
    assert len(output) < 350
    assert output.endswith("x' is long. [a.b]\n")


def test_summary() -> None:
    report = many({Severity.WARNING: 2, Severity.ERROR: 1})
    hidden = Finding(Span(0, 1), "a.b", Severity.INFO, "m", "x", silenced="suppression")
    broken = FileReport("", errors=(CheckError("failed"),))
    summary = Summary().plus(report).plus(FileReport("b.txt", Text("x"), (hidden,), left_out=4)).plus(broken)
    assert summary.sentence == "1 error and 2 warnings in 1 of 2 files; 1 silenced; 4 left out; 1 failed"
    assert Summary(files=1, elapsed=0.5).sentence == "No findings in 1 file (0.50 s)"
    assert list(bars(summary.rules, 60)) == [f"      3 house.rule {'█' * 40}"]


def test_bars() -> None:
    assert list(bars({"東京": 1, "a.b": 16, "house.rule": 16, "c.d": 3}, 40)) == [
        f"     16 a.b        {'█' * 20}",
        f"     16 house.rule {'█' * 20}",
        f"      3 c.d        {'█' * 3}▊",
        f"      1 東京       {'█' * 1}▎",
    ]
    assert list(bars({}, 40)) == []
    assert list(bars({"a": 1, "b": 10**6}, 3))[1] == "      1 a ▏"
