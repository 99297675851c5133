"""A small run with everything that makes output hard, any report at all, and the means to print them in any format."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import strategies as st

from newslint.article.text import Text
from newslint.errors import CheckError, FileError, NewslintError
from newslint.finding import Elsewhere, Finding, Related, Severity, Span
from newslint.reporters import reporter
from newslint.reporters.report import FileReport, Look, RuleInfo, Summary

Render = Callable[..., str]
SCHEMAS = Path(__file__).parents[1] / "schemas"
RULES = (
    RuleInfo(
        "machine.spun-idiom",
        "warning",
        "'{match}' reads like a thesaurus swap for '{suggestion}'.",
        why="Synonym-spinning tools replace the parts of fixed expressions.",
        url="https://example.org/rules/machine.spun-idiom/",
        source="Cabanac, Labbé & Magazinov 2021",
    ),
    RuleInfo("integrity.doubled-word", "warning", "'{match}' is said twice.", url="https://example.org/rules/double/"),
    RuleInfo("integrity.mixed-script", "error", "'{match}' mixes two scripts."),
    RuleInfo("language.cliche", "info", "'{match}' is worn."),
)
# An astral letter, a tab, wide letters and a combining mark before the matches; CRLF; a line longer than the window.
ARTICLE = (
    "Mayor 😀 meets 東京 aides\r\n"
    "\r\n"
    "\tCafe\u0301 staff held disastrous talks, a 100% flop: no one, they said, gained by it\r\n"
    + "The aides had waited for the the mayor since the early hours of the morning. " * 2
    + "Nobody came, and the clerk pаid for lunch at the end of the day.\r\n"
)


def at(phrase: str, rule: str, severity: Severity, message: str, **more: object) -> Finding:
    """A finding on the first occurrence of a phrase in the article."""
    start = ARTICLE.index(phrase)
    mark = f"{start:016x}"
    span = Span(start, start + len(phrase))
    return Finding(span, rule, severity, message, phrase, fingerprint=mark, **more)  # type: ignore[arg-type]


def findings() -> Iterable[Finding]:
    """One of each severity, one silenced, one over two lines."""
    there = Related(Span(ARTICLE.index("東京"), ARTICLE.index("東京") + 2), "the headline says '東京'")
    wire = Related(Span(7, 12), "the source has 'crisis talks'", Elsewhere("wire/Zoë's 50%.txt", 2, 4, 2, 16))
    yield at("東京 aides", "language.cliche", Severity.INFO, "'東京 aides' is worn.", silenced="suppression, line 1")
    yield at(
        "disastrous talks",
        "machine.spun-idiom",
        Severity.WARNING,
        "'disastrous talks' reads like a thesaurus swap for 'crisis talks'.",
        suggestions=("crisis talks", "emergency talks"),
        safe=True,
        related=(there, wire),
        scores={"margin": 2.5},
    )
    yield at("by it\r\nThe aides", "language.cliche", Severity.INFO, "100% worn,\nsays: 'by it … The aides'.")
    yield at("the the", "integrity.doubled-word", Severity.WARNING, "'the the' is said twice.", suggestions=("the",))
    yield at("pаid", "integrity.mixed-script", Severity.ERROR, "'pаid' mixes two scripts.", suggestions=("",))


@pytest.fixture(scope="session")
def sample() -> list[FileReport]:
    """An article with findings, a clean one, one that cannot be read, and a check that failed."""
    path = "news/Zoë's 100%, mayor.md"
    slow = CheckError("the pattern ran out of time; simplify it", path=path, line=3, column=2, rule="house.slow")
    gone = FileError("the file vanished during the run", path="bad\udcff\nname.txt")
    return [
        FileReport(path, Text(ARTICLE, path), tuple(findings()), (slow,)),
        FileReport("news/clean.txt", Text("All quiet.\n")),
        FileReport("bad\udcff\nname.txt", errors=(gone,)),
    ]


@pytest.fixture(scope="session")
def render() -> Render:
    """Prints reports in a format, as `newslint` would."""

    def rendered(name: str, reports: Iterable[FileReport], look: Look | None = None) -> str:
        stream, summary = io.StringIO(), Summary()
        made = reporter(name)(stream, look)
        made.begin(RULES)
        for report in reports:
            made.file(report)
            summary = summary.plus(report)
        made.end(summary)
        return stream.getvalue()

    return rendered


TROUBLE = "\x00\x1b\r\n\t\u0301\u200b\u202e\u2028\ufffe\ud800\udcff😀東é%:,<&\"']|\\=> a"
HARD = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters()), max_size=40)
NAMED = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters()), min_size=1, max_size=20)


@st.composite
def report(draw: st.DrawFn) -> FileReport:
    """Any text, any names and any spans, as no engine would dare to give them."""
    content, path = draw(HARD), draw(NAMED)
    found = sorted(draw(st.lists(finding(content), max_size=4)), key=lambda one: one.order)
    place = st.integers(0, 3)
    error = st.builds(CheckError, HARD, path=st.just(path), line=place, column=place, rule=HARD)
    errors: list[NewslintError] = list(draw(st.lists(error, max_size=2)))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    return FileReport(path, Text(content, path, encoding=encoding), tuple(found), tuple(errors))


PLACE = st.integers(1, 9)
PLACES = st.builds(Elsewhere, HARD, PLACE, PLACE, PLACE, PLACE)


def finding(content: str) -> st.SearchStrategy[Finding]:
    offset = st.integers(0, len(content))
    span = st.tuples(offset, offset).map(lambda ends: Span(min(ends), max(ends)))
    return st.builds(
        Finding,
        span,
        rule=NAMED,
        severity=st.sampled_from(Severity),
        message=HARD,
        match=HARD,
        suggestions=st.lists(HARD, max_size=4).map(tuple),
        related=st.lists(st.builds(Related, span, HARD, st.none() | PLACES), max_size=2).map(tuple),
        scores=st.dictionaries(HARD, st.floats(), max_size=2),
        fingerprint=st.sampled_from(["", "0123456789abcdef"]),
        silenced=st.sampled_from(["", "by a \udcff\n suppression"]),
    )


st.register_type_strategy(FileReport, report())
