"""Several: a file that holds many articles, each linted alone, and one report of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.article.document import Document
from newslint.article.layout import Layout
from newslint.article.text import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.engine.linter import Linter
    from newslint.engine.sidecar import Entry
    from newslint.reporters.report import FileReport


def lint_all(
    linter: Linter, documents: Iterable[Document], entries: Sequence[Entry] = ()
) -> tuple[Document, FileReport]:
    """The file as a document that has none of its articles' words, and the one report of all of them (at least one).

    Nothing in one article is compared with another, and only one is held at a time. `entries` are those of the file's
    sidecar: one that silences nothing in any article is unused.
    """
    reports: list[FileReport] = []
    for document in documents:
        reports.append(linter.lint(document))
        text, settings = document.text, document.settings
    frame = Document(text, Layout(View("", []), [], comments_shown=True), settings)
    findings = [finding for report in reports for finding in report.findings]
    errors = [error for report in reports for error in report.errors]
    notices = dict.fromkeys(notice for report in reports for notice in report.notices)
    return frame, linter.report(frame, findings, entries, errors, tuple(notices))
