"""Edits: which suggestions can be applied where they are, without touching markup, quotations or each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.article.document import Document
    from newslint.finding import Finding, Span

_MARKUP: Final = lazy(r"[<>&\n\r]")  # what a suggestion must not bring into a file
# What a line may have beside words that are deleted, so that it goes with them: spaces, a list item's or a quotation's mark.
_BARE: Final = lazy(r"[ \t]*(?:(?:[-*+•>]|\d+[.)])[ \t]*)?")
_LINE_END: Final = lazy(r"[ \t]*(\r\n|\n|\r|\Z)")


class Edit(Struct, frozen=True, order=True):
    """Replaces [start, end) of the file, in code points, by `text`; `rule` says why."""

    start: int
    end: int
    text: str
    rule: str


def edits(document: Document, findings: Iterable[Finding], *, unsafe: bool) -> list[Edit]:
    """The edits that the findings' first suggestions make, in order and apart; of two that overlap, the first rule's.

    Only where the file has the article's words as they are (no markup among them), outside quotations and metadata, whose
    syntax has rules of its own, and not for what is suppressed. Without `unsafe` only suggestions marked safe.
    """
    chosen: list[Edit] = []
    metadata = document.layout.metadata
    fields = [metadata.span(field.start, field.end) for field in document.layout.fields]
    for finding in sorted(findings, key=lambda finding: (finding.rule, finding.order)):
        if finding.suggestions and not finding.silenced and (unsafe or finding.safe):
            for span in (finding.span, *finding.elsewhere):
                edit = _edit(document, span, finding.suggestions[0], finding.rule)
                edit = None if any(span.overlaps(field) for field in fields) else edit
                if edit is not None and not any(_meet(edit, other) for other in chosen):
                    chosen.append(edit)
    return sorted(chosen)


def applied(content: str, chosen: Sequence[Edit]) -> str:
    """A file's text after edits that are in order and apart."""
    parts, last = [], 0
    for edit in chosen:
        parts += [content[last : edit.start], edit.text]
        last = edit.end
    return "".join([*parts, content[last:]])


def _edit(document: Document, span: Span, text: str, rule: str) -> Edit | None:
    content, prose = document.text.content, document.prose
    written = content[span.start : span.end]
    start, end = prose.locate(span.start), prose.locate(span.end)
    if prose.span(start, end) != span or prose.text[start:end] != written or not document.quoted.outside(start, end):
        return None
    if text == written or _MARKUP.search(text):
        return None
    first, last = (span.start, span.end) if text else _whole_lines(content, span.start, span.end)
    return Edit(first, last, text, rule)


def _whole_lines(content: str, start: int, end: int) -> tuple[int, int]:
    """What a deletion takes along: the line that it leaves empty, and one of the empty lines round it."""
    first = max(content.rfind("\n", 0, start), content.rfind("\r", 0, start)) + 1
    stop = _LINE_END.match(content, end)
    if stop is None or _BARE.fullmatch(content, first, start) is None:
        return start, end
    after = _LINE_END.match(content, stop.end())
    before = first == 0 or content[:first].endswith(("\n\n", "\r\n\r\n", "\r\r"))
    if first and before and stop.end() == len(content):  # the file ends here: the empty line is the one above
        return first - (2 if content[:first].endswith("\r\n") else 1), stop.end()
    return first, after.end() if before and after is not None else stop.end()


def _meet(one: Edit, other: Edit) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
