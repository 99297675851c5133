"""Hover: what is known of the findings at a place: reason, what was compared, an example, how often the rule is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.engine.cases import Case
from newslint.engine.examples import examples_of
from newslint.patterns import lazy
from newslint.rulebook.worth import worth
from newslint.screens.lsp.diagnostics import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Finding, Related
    from newslint.rulebook.rule import Rule
    from newslint.screens.lsp.desk import Reading

_MARKUP: Final = lazy(r"([\\`*_{}\[\]<>()#+!|~$&-])")
_BLANKS: Final = lazy(r"\s+")
_LONGEST: Final = 200  # code points of an example: a hover is read at a glance


def hover(reading: Reading, findings: list[Finding]) -> str:
    """Markdown about some findings of a reading."""
    return "\n\n---\n\n".join("\n\n".join(_about(reading, finding)) for finding in findings)


def _about(reading: Reading, finding: Finding) -> Iterator[str]:
    page, rule = page_of(reading, finding.rule), rule_of(reading, finding)
    name = f"[{finding.rule}]({page})" if page else finding.rule
    yield f"**{finding.severity.label}** {name}: {escaped(finding.message)}"
    compared = [f"- {_place(reading, other)}: {escaped(other.message)}" for other in finding.related]
    if compared:
        yield "Compared with\n\n" + "\n".join(compared)
    if rule is None:
        return
    yield escaped(rule.why.strip())
    yield from _example(rule)
    yield f"_{escaped(worth(rule.id))}_"


def _place(reading: Reading, other: Related) -> str:
    """The line of a place that a finding was compared with, and its file if that is another."""
    there = reading.report.place_of(other)
    return f"{escaped(there.path)}, line {there.line}" if other.outside else f"line {there.line}"


def _example(rule: Rule) -> Iterator[str]:
    """The first short example that is reported, and what is suggested for it."""
    _, _, at, found = examples_of(rule)
    for case in (Case(example, at) for example in found.bad):
        if case.expected and len(case.text) <= _LONGEST and "\n" not in case.text:
            start, end, words = case.expected[0]
            instead = f" → {escaped(words[0] or '(delete)')}" if words else ""
            marked = f"**{escaped(case.text[start:end])}**" if case.text[start:end].strip() else ""
            yield f"Example: {escaped(case.text[:start])}{marked}{escaped(case.text[end:])}{instead}"
            return


def rule_of(reading: Reading, finding: Finding) -> Rule | None:
    """The rule of a finding, as it runs; None for one of another source."""
    return next((rule for rule in reading.plan.effective.rules if rule.id == finding.rule), None)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", _BLANKS.sub(" ", text))
