"""Text: a line for each finding, dressed for a terminal where it goes to one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newslint.reporters.escape import brief, printable, shorten
from newslint.reporters.report import Reporter, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.finding import Finding
    from newslint.reporters.report import FileReport, Look, RuleInfo, Stream

_MOST_SUGGESTIONS = 3
_LONGEST_SUGGESTION = 60
_HANGING = "    "  # before the second line of a message


class Text(Reporter):
    """The lines of `concise` with related places; on a terminal with source line, caret, colour and links to rule pages."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._pages: dict[str, str] = {}

    def begin(self, rules: Iterable[RuleInfo]) -> None:
        """Keeps the pages of the rules, if anything will link to them."""
        if self.look.links:
            self._pages = {rule.id: rule.url for rule in rules}

    def file(self, report: FileReport) -> None:
        """Writes the file's findings, then its errors."""
        shown = report.findings if self.look.verbose else tuple(report.shown)
        digits = len(str(report.place(shown[-1].span.start).line)) if shown else 0  # sorted: the last is the longest
        for finding in shown:
            lines = self._source(report, finding, digits), self._notes(report, finding, digits)
            self._write([self._head(report, finding), *chain(*lines)])
        for error in report.errors:
            self._write([printable(str(error)).replace("error:", self._paint("error:", "error"), 1)])
        if self.look.snippets and (report.errors or any(report.shown)):
            self._write([self._verdict(report)])

    def _verdict(self, report: FileReport) -> str:
        """What becomes of the file, and what was found in it. Only on a terminal: elsewhere a line is a finding, and is counted."""
        held = report.fails or bool(report.errors)
        verdict = self._paint("hold" if held else "publish", "error" if held else "help")
        failed = [f"{len(report.errors)} failed"] if report.errors else []
        found = ", ".join([Summary().plus(report).found, *failed])
        return f"{self._paint(printable(report.path), 'path')}: {verdict}: {found}"

    def _write(self, lines: list[str]) -> None:
        gap = "\n" if self.look.snippets else ""  # findings of several lines need air between them
        self.stream.write("\n".join(lines) + "\n" + gap)

    def _head(self, report: FileReport, finding: Finding) -> str:
        path, line, column = printable(report.where(finding)).rsplit(":", 2)
        label, rule = finding.severity.label, printable(finding.rule)
        linked = self._link(self._paint(rule, "rule"), finding.rule)
        silence = f" (silenced: {printable(finding.silenced)})" if finding.silenced else ""
        place = f"{self._paint(path, 'path')}:{line}:{column}: {self._paint(label, label)}:"
        told = self._wrapped(f"{path}:{line}:{column}: {label}:", brief(finding.message), f"[{rule}]{silence}")
        return f"{place}{told}[{linked}]{self._paint(silence, 'dim')}"

    def _wrapped(self, before: str, message: str, after: str) -> str:
        """The message with the spaces around it; on a terminal lines end between words, never in a rule's id."""
        if not self.look.snippets:
            return f" {message} "
        from newslint.reporters.columns import measure

        used, told = measure(before), ""
        for word in (*message.split(" "), after):
            breaks = used + 1 + measure(word) > self.look.width
            used = measure(word) + (len(_HANGING) if breaks else used + 1)
            told += (f"\n{_HANGING}" if breaks else " ") + word
        return told.removesuffix(after)

    def _source(self, report: FileReport, finding: Finding, digits: int) -> Iterator[str]:
        """The source line and the carets under the match, with the suggestions behind them."""
        if not self.look.snippets or report.text is None:
            return
        from newslint.reporters.snippet import snippet

        columns, advice = self.look.width - digits - 5, _suggested(finding)
        seen = snippet(report.text, finding.span, columns, beside=len(advice) + 1)
        if seen is None:
            return
        bar, label = self._paint("|", "dim"), finding.severity.label
        number = self._paint(str(report.place(finding.span.start).line).rjust(digits), "dim")
        yield f" {number} {bar} {seen.before}{self._paint(seen.match, label)}{seen.after}"
        fits = seen.indent + seen.width + len(seen.more) + len(advice) < columns
        margin = f" {' ' * digits} {bar} "
        carets = f"{margin}{' ' * seen.indent}{self._paint('^' * seen.width, label)}{seen.more}"
        yield f"{carets} {self._paint(advice, 'help')}" if advice and fits else carets
        if advice and not fits:
            yield f"{margin}{self._paint(advice, 'help')}"

    def _notes(self, report: FileReport, finding: Finding, digits: int) -> Iterator[str]:
        """Related places; at `-v` the numbers behind the finding."""
        margin = " " * (digits + 2 if self.look.snippets else 2)
        mark = self._paint("=", "dim") + " " if self.look.snippets else ""
        for related in finding.related:
            there = report.place_of(related)
            path = f"{printable(there.path)}:" if related.outside else ""
            yield f"{margin}{mark}see {path}{there.line}:{there.column}: {brief(related.message)}"
        if self.look.verbose and finding.scores:
            scores = ", ".join(f"{printable(name)} {score:.3g}" for name, score in finding.scores.items())
            yield f"{margin}{mark}{self._paint(scores, 'dim')}"

    def _paint(self, text: str, role: str) -> str:
        if not self.look.colour or not text:
            return text
        from newslint.reporters.terminal import paint

        return paint(text, role)

    def _link(self, shown: str, rule: str) -> str:
        page = self._pages.get(rule)
        if not page:
            return shown
        from newslint.reporters.terminal import link

        return link(shown, page)


def _suggested(finding: Finding) -> str:
    """`=> one | two`, written as rules and their examples write it; an empty suggestion deletes."""
    first = [shorten(printable(text), _LONGEST_SUGGESTION) or "(delete)" for text in finding.suggestions]
    more = ["…"] if len(first) > _MOST_SUGGESTIONS else []
    return f"=> {' | '.join(first[:_MOST_SUGGESTIONS] + more)}" if first else ""
