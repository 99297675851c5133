"""What reporters are given (one value per file, the rules, the sum of the run) and what a reporter is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from newslint.finding import Elsewhere, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.text import Place, Text
    from newslint.errors import NewslintError
    from newslint.finding import Finding, Related, Span


# What silences a finding that the baseline names, and one on lines that have not changed.
KNOWN: Final = "baseline"
UNCHANGED: Final = "unchanged"


class RuleInfo(Struct, frozen=True):
    """What is known of a rule before it has found anything; `url` is the rule's page, `severity` a label."""

    id: str
    severity: str
    message: str
    why: str = ""
    url: str = ""
    source: str = ""


class FileReport(Struct, frozen=True):
    """All that is to be said of one file; `findings` are in `Finding.order`, silenced ones among them.

    `path` has `/` and is relative wherever the file is inside the working folder; it is empty where `errors` are those
    of the run as a whole. `text` may be missing only if there are no findings. `left_out` counts findings that were
    cut off by `--max-findings`. `fixes` counts the edits that were made; with `--diff` none was, and `diff` has them.
    `notices` say what could not be checked; `fails` is whether the file fails the run.
    """

    path: str
    text: Text | None = None
    findings: tuple[Finding, ...] = ()
    errors: tuple[NewslintError, ...] = ()
    left_out: int = 0
    fixes: int = 0
    diff: str = ""
    notices: tuple[str, ...] = ()
    fails: bool = False

    @property
    def shown(self) -> Iterator[Finding]:
        """The findings that nothing silences."""
        return (finding for finding in self.findings if not finding.silenced)

    @property
    def silenced(self) -> Iterator[Finding]:
        """The findings that a suppression or another rule hides; shown at `-v` and counted always."""
        return (finding for finding in self.findings if finding.silenced)

    def place(self, offset: int) -> Place:
        """The 1-based line and column of a code point of the file."""
        assert self.text is not None, f"{self.path}: findings need their text"
        return self.text.place(offset)

    def region(self, span: Span) -> tuple[int, int, int, int]:
        """Line, column, end line and end column of a span: 1-based, code points, the end exclusive."""
        return (*self.place(span.start), *self.place(span.end))

    def place_of(self, related: Related) -> Elsewhere:
        """The file and region of a place that a finding was compared with: this file's, or another's."""
        return related.outside or Elsewhere(self.path, *self.region(related.span))

    def where(self, finding: Finding) -> str:
        """`path:line:column`, as editors and terminals recognise it."""
        line, column = self.place(finding.span.start)
        return f"{self.path}:{line}:{column}"


class Summary(Struct, frozen=True):
    """The sum of a run. `elapsed` seconds are for people only: machine formats are equal for equal input.

    `pipelines` are those that read along, with their versions: reading was thorough, or quick if there is none.
    """

    files: int = 0
    flagged: int = 0
    severities: dict[str, int] = {}
    rules: dict[str, int] = {}
    silenced: int = 0
    known: int = 0
    unchanged: int = 0
    left_out: int = 0
    fixes: int = 0
    failures: int = 0
    elapsed: float = 0.0
    pipelines: tuple[str, ...] = ()

    def plus(self, report: FileReport) -> Summary:
        """The sum with one more file; a report without a path adds its errors only."""
        shown = list(report.shown)
        return replace(
            self,
            files=self.files + bool(report.path),
            flagged=self.flagged + bool(shown),
            severities=_added(self.severities, (finding.severity.label for finding in shown)),
            rules=_added(self.rules, (finding.rule for finding in shown)),
            silenced=self.silenced + sum(f.silenced not in (KNOWN, UNCHANGED) for f in report.silenced),
            unchanged=self.unchanged + sum(f.silenced == UNCHANGED for f in report.silenced),
            known=self.known + sum(finding.silenced == KNOWN for finding in report.silenced),
            left_out=self.left_out + report.left_out,
            fixes=self.fixes + report.fixes,
            failures=self.failures + len(report.errors),
        )

    @property
    def counts(self) -> dict[str, int]:
        """Every severity's label, gravest first, with the number of findings shown."""
        return {severity.label: self.severities.get(severity.label, 0) for severity in reversed(Severity)}

    @property
    def reading(self) -> Literal["quick", "thorough"]:
        """Whether a model read along."""
        return "thorough" if self.pipelines else "quick"

    @property
    def found(self) -> str:
        """`2 warnings and 1 info`; `no findings`."""
        found = [counted(number, label) for label, number in self.counts.items() if number]
        return listed(found) if found else "no findings"

    @property
    def sentence(self) -> str:
        """One line for people: what was found in how many files, and what is not to be seen above."""
        files = counted(self.files, "file")
        share = f"{self.flagged} of " if self.flagged < self.files else ""
        head = f"{self.found} in {share}{files}" if self.flagged else f"No findings in {files}"
        asides = {
            "fixed": self.fixes,
            "in the baseline": self.known,
            "on unchanged lines": self.unchanged,
            "silenced": self.silenced,
            "left out": self.left_out,
            "failed": self.failures,
        }
        tail = [f"{number} {what}" for what, number in asides.items() if number]
        if self.pipelines:
            tail.append("thorough reading")
        return "; ".join([head, *tail]) + (f" ({self.elapsed:.2f} s)" if self.elapsed else "")


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _added(counts: dict[str, int], labels: Iterable[str]) -> dict[str, int]:
    return dict(Counter(counts) + Counter(labels))


class Stream(Protocol):
    """What reporters write to: text that can always be encoded as UTF-8, lines ended by a single line feed."""

    def write(self, text: str, /) -> object: ...


class Look(Struct, frozen=True):
    """How lines for people are styled; machine formats respect only `verbose`. `width` is in terminal columns."""

    snippets: bool = False
    colour: bool = False
    links: bool = False
    width: int = 100
    verbose: bool = False


class Reporter:
    """One output format, written to a stream: `begin` once, `file` for each file in order, `end` once."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        self.stream, self.look = stream, look or Look()

    def begin(self, rules: Iterable[RuleInfo]) -> None:
        """Takes the selected rules; a format that names no rule does not consume them."""

    def file(self, report: FileReport) -> None:
        """Writes or collects one file's findings and errors."""
        raise NotImplementedError

    def end(self, summary: Summary) -> None:
        """Writes what could not be written file by file."""
