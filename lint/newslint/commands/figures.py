"""Figures: findings in 10,000 words by rule and whatever else, as tables and as one page with plots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from newslint.reporters.columns import measure, padded
from newslint.reporters.escape import printable
from newslint.reporters.report import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.run.statistics import Share

    Group = tuple[str, Sequence[Share]]  # what the shares are of (`rule`, `folder`, `month`, `outlet`), and the shares

_MOST_BARS: Final = 25  # in a plot; the table has all
_MOST_COLUMNS: Final = 60


class Counted(Protocol):
    """What articles were counted in."""

    @property
    def articles(self) -> int:
        """The articles."""

    @property
    def words(self) -> int:
        """Their words."""

    @property
    def findings(self) -> int:
        """The findings in them."""

    @property
    def failures(self) -> int:
        """The articles that failed."""


def sentence(sums: Counted) -> str:
    """The sum, in one line."""
    said = f"{counted(sums.findings, 'finding')} in {counted(sums.articles, 'article')} of {sums.words:,} words"
    return f"{said}; {counted(sums.failures, 'article')} failed" if sums.failures else said


def tables(groups: Iterable[Group], most: int | None = None) -> str:
    """The tables as text, with a line between them; of each group the first `most` rows."""
    found = []
    for group, shares in groups:
        rows = list(_rows(group, shares[:most]))
        names = [printable(row[0]) for row in rows]
        room = max(map(measure, names))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)][1:]
        lines = [
            f"{padded(name, room)}  {'  '.join(map(str.rjust, others, widths))}\n"
            for name, (_, *others) in zip(names, rows, strict=True)
        ]
        left = len(shares) - len(shares[:most])
        found.append("".join(lines) + (f"and {left:,} more\n" if left else ""))
    return "\n".join(found)


def page(said: str, groups: Sequence[Group], more: Sequence[str] = (), most: int | None = None) -> str:
    """A page with a plot and a table of each group, and `more` parts; of each table the first `most` rows."""
    from newslint.page.plots import bars, columns
    from newslint.page.sheet import sheet, table, text

    parts = [f"<p>{text(said)}.</p>"]
    for group, shares in groups:
        title, what = f"By {group}", "findings in 10,000 words"
        plot, shown = (columns, shares[-_MOST_COLUMNS:]) if group == "month" else (bars, shares[:_MOST_BARS])
        parts.append(f"<h2>{title}</h2>")
        parts.append(plot(title, what, [(share.name, share.rate) for share in shown]) if shares else "<p>None.</p>")
        heads, *rows = _rows(group, shares[:most])
        amount = "all" if most is None or len(shares) <= most else f"{most:,}"
        parts.append(table(f"{title}, {amount} of {len(shares):,}", heads, rows))
    return sheet("What newslint finds, and where", [*parts, *more])


def _rows(group: str, shares: Sequence[Share]) -> Iterator[tuple[str, ...]]:
    """The heads of a table and its rows; the words of a rule are those of all articles, and said once."""
    rule = group == "rule"
    yield group, "per 10,000 words", "findings", *(("articles with it",) if rule else ("articles", "words"))
    for share in shares:
        words = () if rule else (f"{share.words:,}",)
        yield share.name, f"{share.rate:,.1f}", f"{share.findings:,}", f"{share.articles:,}", *words
