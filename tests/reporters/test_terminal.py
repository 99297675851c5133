"""What a terminal shows: carets under the match, whatever the letters' width; windows; colours; links."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from newslint.article.text import Text
from newslint.errors import FileError
from newslint.finding import Finding, Severity, Span
from newslint.reporters.columns import clipped, padded
from newslint.reporters.report import FileReport, Look, RuleInfo
from newslint.reporters.snippet import snippet
from newslint.reporters.terminal import look
from newslint.reporters.text import Text as TextReporter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def show(content: str, match: str, columns: int = 60) -> list[str]:
    start = content.index(match)
    seen = snippet(Text(content), Span(start, start + len(match)), columns)
    assert seen
    return [seen.before + seen.match + seen.after, " " * seen.indent + "^" * seen.width + seen.more]


@pytest.mark.parametrize(
    ("content", "match", "line", "carets"),
    [
        ("He held talks.", "held", "He held talks.", "   ^^^^"),
        ("one\r\n東京 talks\r\nend", "talks", "東京 talks", "     ^^^^^"),
        ("e\u0301t\u0323e talks", "talks", "e\u0301t\u0323e talks", "    ^^^^^"),
        ("a 👨\u200d👩\u200d👧 🇫🇷 b", "b", "a 👨\u200d👩\u200d👧 🇫🇷 b", "        ^"),
        ("\ta\tb", "b", "    a    b", "         ^"),
        ("a\u200bb", "\u200b", "a\\u200bb", " ^^^^^^"),
        ("a\x1b[2Jb", "b", "a\\x1b[2Jb", "        ^"),
        ("pass\u202etxt", "txt", "pass\\u202etxt", "          ^^^"),
        ("one\ntwo\nthree", "two\nth", "two", "^^^ (to line 3)"),
        ("one\ntwo\nthree", "two\n", "two", "^^^"),
        ("", "", "", ""),
    ],
)
def test_carets(content: str, match: str, line: str, carets: str) -> None:
    if content:
        assert show(content, match) == [line, carets]
    else:
        assert snippet(Text(content), Span(0, 0), 60) is None


def test_a_letter_with_5000_marks_is_cut() -> None:
    content = "a" + "\u0301" * 5000 + " end"
    assert len(show(content, "end")[0]) < 30


@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_a_long_line_is_windowed(place: str) -> None:
    words = ["word"] * 400_000
    words[{"start": 0, "middle": 200_000, "end": -1}[place]] = "MATCH"
    line, carets = show(" ".join(words), "MATCH", 80)
    assert len(line) <= 80
    assert line[carets.index("^") : carets.rindex("^") + 1] == "MATCH"
    assert line.strip("…").split() == ["word" if word != "MATCH" else word for word in line.strip("…").split()]


@settings(deadline=None)
@given(
    content=st.text(st.one_of(st.sampled_from("ab \t\n\r東😀\u0301\u200d🇩🇪\u200b\x1b"), st.characters())),
    ends=st.tuples(st.integers(0, 200), st.integers(0, 200)),
    columns=st.integers(20, 60),
)
def test_any_line_fits_and_its_carets_too(content: str, ends: tuple[int, int], columns: int) -> None:
    text = Text(content)
    start, end = sorted(min(at, len(content)) for at in ends)
    seen = snippet(text, Span(start, end), columns)
    if seen is None:
        return
    assert seen.indent + seen.width <= columns + 1
    assert wcswidth(seen.before) >= 0, "nothing moves the cursor"
    assert sum(wcswidth(part) for part in (seen.before, seen.match, seen.after)) <= columns + 2


@pytest.mark.parametrize(
    ("stream", "environ", "snippets", "colour", "links"),
    [
        (Terminal(), {}, True, True, False),
        (Terminal(), {"NO_COLOR": "1", "VTE_VERSION": "7600"}, True, False, False),
        (Terminal(), {"NO_COLOR": "", "VTE_VERSION": "7600"}, True, True, True),
        (Terminal(), {"VTE_VERSION": "4205"}, True, True, False),
        (Terminal(), {"TERM": "xterm-kitty"}, True, True, True),
        (Terminal(), {"TERM_PROGRAM": "vscode"}, True, True, True),
        (Terminal(), {"WT_SESSION": "a"}, True, True, True),
        (Terminal(), {"TERM": "dumb", "WT_SESSION": "a"}, True, False, False),
        (Terminal(), {"FORCE_HYPERLINK": "1", "NO_COLOR": "1"}, True, False, True),
        (Terminal(), {"FORCE_HYPERLINK": "0", "WT_SESSION": "a"}, True, True, False),
        (io.StringIO(), {"WT_SESSION": "a"}, False, False, False),
        (io.StringIO(), {}, False, False, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, False, True, False),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False, False),
    ],
)
def test_look(stream: io.StringIO, environ: dict[str, str], *, snippets: bool, colour: bool, links: bool) -> None:
    seen = look(stream, environ)
    assert (seen.snippets, seen.colour, seen.links) == (snippets, colour, links)


def test_links_that_are_asked_for() -> None:
    assert look(io.StringIO(), {}, links="always").links
    assert not look(Terminal(), {"WT_SESSION": "a"}, links="never").links


@pytest.mark.parametrize(
    ("text", "width", "left", "right", "cut"),
    [
        ("abc", 5, "abc  ", "  abc", "abc"),
        ("東京", 5, "東京 ", " 東京", "東京"),
        ("東京都", 5, "東京都", "東京都", "東京…"),
        ("abcdef", 5, "abcdef", "abcdef", "abcd…"),
        ("👨\u200d👩\u200d👧a", 4, "👨\u200d👩\u200d👧a ", " 👨\u200d👩\u200d👧a", "👨\u200d👩\u200d👧a"),
    ],
)
def test_columns(text: str, width: int, left: str, right: str, cut: str) -> None:
    assert (padded(text, width), padded(text, width, right=True), clipped(text, width)) == (left, right, cut)


def test_a_verdict_for_each_file_on_a_terminal() -> None:
    found = Finding(Span(0, 1), "a.b", Severity.WARNING, "m", "x")
    stream = io.StringIO()
    reporter = TextReporter(stream, Look(snippets=True))
    reporter.file(FileReport("a.txt", Text("x"), (found,), fails=True))
    reporter.file(FileReport("b.txt", Text("x"), (found,)))
    reporter.file(FileReport("c.txt", errors=(FileError("it is gone", path="c.txt"),)))
    reporter.file(FileReport("d.txt"))
    verdicts = [line for line in stream.getvalue().splitlines() if ": hold: " in line or ": publish: " in line]
    assert verdicts == ["a.txt: hold: 1 warning", "b.txt: publish: 1 warning", "c.txt: hold: no findings, 1 failed"]


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("999", 120), ("3", 40), ("wide", 80)])
def test_width(columns: str, width: int) -> None:
    assert look(Terminal(), {"COLUMNS": columns}).width == width


def test_rule_ids_link_to_their_pages() -> None:
    stream = io.StringIO()
    reporter = TextReporter(stream, Look(links=True))
    reporter.begin([RuleInfo("a.b", "info", "m", url="https://example.org/a.b")])
    found = Finding(Span(0, 1), "a.b", Severity.INFO, "Say less.", "x")
    reporter.file(FileReport("a.txt", Text("x"), (found,)))
    assert "[\x1b]8;;https://example.org/a.b\x1b\\a.b\x1b]8;;\x1b\\]" in stream.getvalue()


def test_many_suggestions_are_counted_out() -> None:
    stream = io.StringIO()
    found = Finding(Span(0, 1), "a.b", Severity.INFO, "Say less.", "x", suggestions=("", "b", "c", "d"))
    TextReporter(stream, Look(snippets=True)).file(FileReport("a.txt", Text("x"), (found,)))
    assert "^ => (delete) | b | c | …" in stream.getvalue()


def test_long_messages_break_between_words() -> None:
    stream = io.StringIO()
    told = "'one' reads like a swap for 'two', which is what was said before."
    found = Finding(Span(0, 1), "machine.spun-idiom", Severity.WARNING, told, "x")
    TextReporter(stream, Look(snippets=True, width=60)).file(FileReport("a.txt", Text("x"), (found,)))
    first, second, third, *_ = stream.getvalue().splitlines()
    assert first == "a.txt:1:1: warning: 'one' reads like a swap for 'two', which"
    assert second == "    is what was said before. [machine.spun-idiom]"
    assert third == " 1 | x"
