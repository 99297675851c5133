"""Statistics: findings by rule, folder and month, each beside the words that they were found in."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.readers import FORMATS, documents_of, format_of
from newslint.errors import NewslintError
from newslint.knowledge.published import article_date

if TYPE_CHECKING:
    from newslint.reporters.report import FileReport
    from newslint.run.discovery import Target
    from newslint.run.plan import Plan

PER: Final = 10_000  # words
UNDATED: Final = "undated"


class Measure(NamedTuple):
    """The words of a file that readers read, and the month that its (first dated) article was published in: `2024-05`."""

    words: int = 0
    month: str = UNDATED


class Share(NamedTuple):
    """A rule, a folder or a month: the articles and words that it has, or for a rule those in which it found something."""

    name: str
    findings: int
    words: int
    articles: int

    @property
    def rate(self) -> float:
        """Findings in 10,000 words."""
        return self.findings * PER / self.words if self.words else 0.0


class Statistics:
    """Grows with the articles."""

    def __init__(self) -> None:
        self.articles = self.words = self.findings = self.failures = 0
        self._rules: Counter[str] = Counter()
        self._with: Counter[str] = Counter()
        self._groups: dict[str, dict[str, list[int]]] = {"folder": {}, "month": {}}

    def add(self, report: FileReport, measure: Measure) -> None:
        """Counts an article in."""
        found = Counter(finding.rule for finding in report.shown)
        self.articles += 1
        self.words += measure.words
        self.findings += found.total()
        self.failures += bool(report.errors)
        self._rules += found
        self._with.update(found.keys())
        for group, name in (("folder", _folder(report.path)), ("month", measure.month)):
            sums = self._groups[group].setdefault(name, [0, 0, 0])
            for number, more in enumerate((found.total(), measure.words, 1)):
                sums[number] += more

    @property
    def rules(self) -> list[Share]:
        """The rules that found something, the most frequent first; their rate is that in all words."""
        rows = (Share(rule, count, self.words, self._with[rule]) for rule, count in self._rules.items())
        return sorted(rows, key=lambda row: (-row.findings, row.name))

    @property
    def folders(self) -> list[Share]:
        """The folders with articles of their own, the highest rate first."""
        return sorted(self._shares("folder"), key=lambda row: (-row.rate, row.name))

    @property
    def months(self) -> list[Share]:
        """The months in which articles were published, in order, the undated ones last."""
        return sorted(self._shares("month"))

    def _shares(self, group: str) -> list[Share]:
        return [Share(name, *sums) for name, sums in self._groups[group].items()]


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.as_posix()


def measured(plan: Plan, target: Target) -> Measure:
    """The measure of a file; nothing of one that cannot be read, which its report says."""
    try:
        with open(target.path, "rb") as file:
            data = file.read()
        form = FORMATS[format_of(target.shown, data)]
        documents = documents_of(form.decode(data, target.shown), plan.effective.settings, form.name)
        words, month = 0, UNDATED
        for document in documents:
            words += len(document.prose.text.split())
            dated = document.derived(article_date) if month == UNDATED else None
            month = month if dated is None else f"{dated.day:%Y-%m}"
    except (NewslintError, OSError):
        return Measure()
    return Measure(words, month)
