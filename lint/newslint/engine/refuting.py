"""Refuting: whether the parse of its sentence shows that what a quick rule reports is right as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

from newslint.checks.check import Unit

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.finding import Finding, Span
    from newslint.rulebook.rule import Rule

BY_THE_PARSE: Final = "refuted by the parse of the sentence"


def heard(finding: Finding, document: Document, rule: Rule, view: str, span: Span) -> Finding:
    """A finding of a match at a span of a view, silenced if the parse refutes it."""
    return structs.replace(finding, silenced=BY_THE_PARSE) if _refuted(document, rule, view, span) else finding


def _refuted(document: Document, rule: Rule, view: str, span: Span) -> bool:
    """Whether a check of the rule's `refuted-by` matches where a match is, in the same sentence of the prose.

    Never in quick reading.
    """
    if not rule.refuted_by or not document.settings.pipeline or view != "prose":
        return False
    sentence = document.sentence_at(span.start)
    unit = Unit(document, view, sentence.start, sentence.end)
    return any(match.span.overlaps(span) for part in rule.refuted_by for match in part.check.find(unit))
