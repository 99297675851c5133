"""Actions: what an editor offers for a finding: its suggestions, silence, the house vocabulary, the rule's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types
from msgspec import structs

from newslint.article.readers import document_of, format_of
from newslint.article.text import Text
from newslint.editing.edits import edits
from newslint.engine.linter import Linter
from newslint.screens.lsp.diagnostics import diagnostics
from newslint.screens.lsp.hover import rule_of
from newslint.screens.lsp.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Settings
    from newslint.editing.edits import Edit
    from newslint.finding import Finding, Span
    from newslint.screens.lsp.desk import Reading

IGNORE: Final = "newslint.ignore"
ACCEPT: Final = "newslint.accept"
EXPLAIN: Final = "newslint.explain"
FIX_ALL: Final = "source.fixAll.newslint"
KINDS: Final = (types.CodeActionKind.QuickFix, FIX_ALL)
_REASON: Final = "accepted in the editor"
_MOST: Final = 5  # suggestions of one finding


class Actions:
    """The code actions for the articles as one reading found them."""

    def __init__(self, uri: str, reading: Reading, encoding: types.PositionEncodingKind | str) -> None:
        self._uri, self._reading, self._encoding = uri, reading, encoding
        self._at = Positions(reading.document.text, encoding)

    def at(self, span: Span, only: Sequence[str]) -> list[types.CodeAction]:
        """The actions for the findings that touch a span; `only` names the kinds that the editor asks for, none for all."""
        found: list[types.CodeAction] = []
        if _asked(types.CodeActionKind.QuickFix, only):
            for finding in self._touching(span):
                found += self._for(finding)
        if _asked(FIX_ALL, only):
            found += self._all_safe()
        return found

    def _touching(self, span: Span) -> list[Finding]:
        return [f for f in self._reading.report.shown if f.span.start <= span.end and span.start <= f.span.end]

    def _for(self, finding: Finding) -> Iterator[types.CodeAction]:
        shown = self._diagnostic(finding)
        for number, words in enumerate(finding.suggestions[:_MOST]):
            made = self._edits([structs.replace(finding, suggestions=(words,))], unsafe=True)
            if made:
                title = f"Replace with '{words}'" if words else f"Delete '{_short(finding.match)}'"
                yield self._edit(title, made, shown, preferred=number == 0 and finding.safe)
        yield from self._comment(finding, shown)
        if self._reading.report.path != "untitled" and self._uri.startswith("file:"):
            arguments = [self._uri, finding.fingerprint, _REASON]
            yield _command("Ignore in a file beside the article", IGNORE, arguments, shown)
        if self._accepted(finding):
            yield _command(
                f"Add '{_short(finding.match)}' to the house vocabulary", ACCEPT, [self._uri, finding.match], shown
            )
        yield _command(f"Explain {finding.rule}", EXPLAIN, [self._uri, finding.rule], shown)

    def _diagnostic(self, finding: Finding) -> types.Diagnostic:
        report = structs.replace(self._reading.report, findings=(finding,))
        return diagnostics(self._uri, structs.replace(self._reading, report=report), self._encoding)[0]

    def _comment(self, finding: Finding, shown: types.Diagnostic) -> Iterator[types.CodeAction]:
        """Silence by a comment at the line's end, where that silences the finding and readers would not see it."""
        document = self._reading.document
        text, names = document.text, self._reading.plan.effective.names
        line = text.place(finding.span.start).line
        end = text.line_starts[line - 1] + len(text.line(line))
        comment = f" <!-- newslint-disable-line {finding.rule}: {_REASON} -->"
        if document.layout.comments_shown or finding.rule not in names:
            return
        after = self._alone(finding, text.content[:end] + comment + text.content[end:], document.settings)
        if after is not None and finding.span not in {f.span for f in after if not f.silenced}:
            place = self._at.position(end)
            yield self._edit(
                "Ignore with a comment on this line", [types.TextEdit(types.Range(place, place), comment)], shown
            )

    def _accepted(self, finding: Finding) -> bool:
        """Whether the finding would go if the house vocabulary had its words: asked of the rule itself."""
        settings = self._reading.document.settings
        if not finding.match.strip() or finding.match != _short(finding.match):
            return False
        wider = structs.replace(settings, vocabulary=settings.vocabulary | {finding.match})
        content = self._reading.document.text.content
        before, after = (self._alone(finding, content, each) for each in (settings, wider))
        return (
            before is not None
            and after is not None
            and finding.span in {f.span for f in before} - {f.span for f in after}
        )

    def _alone(self, finding: Finding, content: str, settings: Settings) -> tuple[Finding, ...] | None:
        """What the finding's rule alone finds in a text, quickly read; None if it cannot be asked."""
        rule = rule_of(self._reading, finding)
        if rule is None or rule.reads:
            return None
        name, effective = self._reading.report.path, self._reading.plan.effective
        document = document_of(Text(content, name), structs.replace(settings, pipeline="", reader=""), format_of(name))
        return Linter([rule], keys=effective, names=effective.names).lint(document).findings

    def _all_safe(self) -> Iterator[types.CodeAction]:
        made = self._edits(self._reading.report.shown, unsafe=False)
        if made:
            title = "Apply all safe fixes of newslint"
            yield types.CodeAction(title, kind=FIX_ALL, edit=types.WorkspaceEdit({self._uri: made}))

    def _edits(self, findings: Iterable[Finding], *, unsafe: bool) -> list[types.TextEdit]:
        return [self._text_edit(edit) for edit in edits(self._reading.document, findings, unsafe=unsafe)]

    def _text_edit(self, edit: Edit) -> types.TextEdit:
        return types.TextEdit(types.Range(self._at.position(edit.start), self._at.position(edit.end)), edit.text)

    def _edit(
        self, title: str, made: list[types.TextEdit], shown: types.Diagnostic, *, preferred: bool = False
    ) -> types.CodeAction:
        return types.CodeAction(
            title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[shown],
            is_preferred=preferred or None,
            edit=types.WorkspaceEdit({self._uri: made}),
        )


def _command(title: str, name: str, arguments: list[str], shown: types.Diagnostic) -> types.CodeAction:
    command = types.Command(title, name, arguments=arguments)
    return types.CodeAction(title, kind=types.CodeActionKind.QuickFix, diagnostics=[shown], command=command)


def _asked(kind: str, only: Sequence[str]) -> bool:
    """Whether an editor asks for a kind of action: by its own name, by one above it, or for any."""
    return not only or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def _short(words: str, most: int = 40) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1] + "…"
