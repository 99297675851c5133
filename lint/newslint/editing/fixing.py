"""Fixing: edits applied and the article linted again, until nothing is left to fix."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.text import Text
from newslint.editing.edits import applied, edits

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.article.document import Document
    from newslint.reporters.report import FileReport

ROUNDS: Final = 5  # one fix may make room for another, but not for ever


class Fixed(Struct, frozen=True):
    """An article after its fixes: the text, its report, and how many edits it took."""

    text: Text
    report: FileReport
    edits: int


def fix(
    document: Document, report: FileReport, again: Callable[[Text], tuple[Document, FileReport]], *, unsafe: bool
) -> Fixed:
    """The article with the report's fixes applied, over again for as long as there are new ones.

    `again` reads and lints a changed text.
    """
    count, seen = 0, {document.text.content}
    for _ in range(ROUNDS):
        chosen = edits(document, report.findings, unsafe=unsafe)
        content = applied(document.text.content, chosen)
        if content in seen:
            break
        seen.add(content)
        count += len(chosen)
        text = document.text
        document, report = again(Text(content, text.path, encoding=text.encoding))
    return Fixed(document.text, report, count)


def diff(before: Text, after: Text) -> str:
    """What was changed, as a unified diff that `git apply` and `patch` take; empty if nothing was."""
    old, new = ([text.content[a:b] for a, b in _lines(text)] for text in (before, after))
    return "".join(
        line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(old, new, f"a/{before.path}", f"b/{before.path}")
    )


def _lines(text: Text) -> list[tuple[int, int]]:
    starts = text.line_starts
    return [(a, b) for a, b in zip(starts, [*starts[1:], len(text.content)], strict=True) if a < b]
