"""HTML: one self-contained page for the run, for a desk that decides whether an article may go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.article.readers import format_of, layouts
from newslint.page.article import Block, Note, Place, Shown
from newslint.page.run import File, run
from newslint.reporters.report import Reporter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newslint.article.layout import Layout
    from newslint.article.text import Text
    from newslint.finding import Finding, Related, Span
    from newslint.reporters.report import FileReport, Look, RuleInfo, Stream, Summary


class Html(Reporter):
    """A page with each article as its readers see it; written at the end."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._rules: dict[str, RuleInfo] = {}
        self._files: list[File] = []
        self._faults: list[str] = []

    def begin(self, rules: Iterable[RuleInfo]) -> None:
        """Keeps what is known of the rules."""
        self._rules = {rule.id: rule for rule in rules}

    def file(self, report: FileReport) -> None:
        """Collects the file's articles that have findings."""
        faults = [str(error) for error in report.errors]
        if not report.path:
            self._faults += faults
            return
        held = [shown for shown in self._articles(report, f"n{len(self._files)}") if shown.notes]
        self._files.append(File(report.path, held, faults, report.fails))

    def end(self, summary: Summary) -> None:
        """Writes the page."""
        self.stream.write(run(self._files, summary.sentence, self._faults))

    def _articles(self, report: FileReport, name: str) -> Iterator[Shown]:
        return articles(report, report.text, self._rules, name) if report.text and any(report.shown) else iter(())


def articles(report: FileReport, text: Text, rules: Mapping[str, RuleInfo], name: str) -> Iterator[Shown]:
    """The articles in a file, of that text, as readers see them, with a note for each finding in order.

    `name` is unique on the page. What is in none of the articles is with the last of them.
    """
    left = list(report.shown)
    held = list(layouts(text, _form(text, report.path)))
    for number, layout in enumerate(held):
        here = [f for f in left if number == len(held) - 1 or _within(layout, f.span) is not None]
        left = [finding for finding in left if finding not in here]
        notes = [_note(report, layout, finding, rules.get(finding.rule)) for finding in here]
        yield Shown(f"{name}-{number}", layout.prose.text, _blocks(layout), notes)


def _form(text: Text, path: str) -> str:
    return format_of(path, text.content.encode("utf-8", "surrogatepass"))


def _blocks(layout: Layout) -> list[Block]:
    return [Block(segment.start, segment.end, segment.kind) for segment in layout.segments]


def _note(report: FileReport, layout: Layout, finding: Finding, rule: RuleInfo | None) -> Note:
    line, column = report.place(finding.span.start)
    return Note(
        Place(_within(layout, finding.span), f"line {line}, column {column}:"),
        finding.severity.label,
        finding.rule,
        finding.message,
        finding.match,
        finding.suggestions,
        tuple((_there(report, layout, related), related.message) for related in finding.related),
        rule.why if rule else "",
        rule.url if rule else "",
        finding.page,
    )


def _there(report: FileReport, layout: Layout, related: Related) -> Place:
    place = report.place_of(related)
    if related.outside is not None:
        return Place(None, f"{place.path}, line {place.line}:")
    return Place(_within(layout, related.span), f"line {place.line}:")


def _within(layout: Layout, span: Span) -> tuple[int, int] | None:
    """A span of the file in the prose; None for one that is elsewhere, in front matter, markup or another article."""
    start, end = layout.prose.locate(span.start), layout.prose.locate(span.end)
    back = layout.prose.span(start, max(end, start + 1))
    return (start, end) if back.start <= span.start < max(back.end, back.start + 1) else None
