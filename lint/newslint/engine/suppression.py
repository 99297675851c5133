"""Suppress: what silences findings, and what is wrong with a suppression, which is a finding itself.

One grammar for all formats; where readers would see the comments, only if the configuration allows it:
`<!-- newslint-disable ID, ID: reason -->` up to `<!-- newslint-enable ID -->` or the end of the file,
`<!-- newslint-disable-next-line ID: reason -->` for the next line that is not blank,
`<!-- newslint-disable-line ID: reason -->` for its own line. An ID is a rule or a pack.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct, structs

from newslint.article.text import fold_word
from newslint.config.selection import longest, matches, names_of
from newslint.finding import Fault, Finding, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.article.document import Document
    from newslint.article.text import Text
    from newslint.config.keys import Keys
    from newslint.engine.sidecar import Entry

# What may be wrong with a suppression: names of faults.
UNKNOWN, UNUSED, REASON, PROTECTED, MALFORMED = "unknown", "unused", "reason", "protected", "malformed"
_DIRECTIVE: Final = lazy(r"<!--\s*newslint-([\w-]+)\s*([^:]*?)\s*(?::\s*(.*?)\s*)?-->", re.DOTALL)
_ACTIONS: Final = ("disable", "enable", "disable-next-line", "disable-line")
_BETWEEN: Final = lazy(r"[,\s]+")


class Silence(Struct, frozen=True):
    """One name of one suppression: findings of `rule` that start in [start, end) of the file are silenced.

    `text` is the folded match that a sidecar entry is about, None for any. `span` is where complaints point.
    """

    rule: str
    start: int
    end: int
    reason: str
    span: Span
    place: str
    text: str | None = None

    @property
    def values(self) -> dict[str, str]:
        """The words for messages."""
        return {"rule": self.rule, "place": self.place}

    def hides(self, finding: Finding) -> bool:
        """Whether it is about that finding."""
        if not (matches(finding.rule, self.rule) and self.start <= finding.span.start < self.end):
            return False
        return self.text is None or self.text == fold_word(finding.match)


class Judgement(Struct, frozen=True):
    """Findings, some of them silenced, and the faults of the suppressions."""

    findings: list[Finding]
    faults: list[Fault]


def judge(
    document: Document,
    findings: list[Finding],
    entries: Sequence[Entry],
    keys: Keys,
    names: dict[str, str],
    ran: frozenset[str],
) -> Judgement:
    """Applies comments and sidecar entries. `ran` are the rules that had their say: others leave nothing unused.

    `names`: every name that a suppression may use, and the present id or pack that it means; empty: the built-in ones.
    """
    if keys.no_suppressions or not (entries or (document.layout.comments and _heeds(document, keys))):
        return Judgement(findings, [])
    script = _Script(document) if _heeds(document, keys) else None
    silences = [_of_entry(entry, len(document.text.content)) for entry in entries]
    faults: list[Fault] = []
    if script is not None:
        silences, faults = [*script.silences, *silences], script.faults
        findings = [finding for finding in findings if not script.holds(finding)]
    names = names or _builtin_names()
    good = []
    for silence in silences:
        fault = _refused(silence, keys, names)
        if fault is None:
            good.append(structs.replace(silence, rule=names[silence.rule]))
        else:
            faults.append(fault)
    used: set[Silence] = set()
    hidden = [_silenced(finding, good, keys, used, faults) for finding in findings]
    unused = (s for s in good if s not in used and any(matches(rule, s.rule) for rule in ran))
    return Judgement(hidden, [*faults, *(Fault(UNUSED, s.span, s.values) for s in unused)])


def _heeds(document: Document, keys: Keys) -> bool:
    return keys.inline_suppressions or not document.layout.comments_shown


def _silenced(
    finding: Finding, silences: Iterable[Silence], keys: Keys, used: set[Silence], faults: list[Fault]
) -> Finding:
    hiding = [silence for silence in silences if silence.hides(finding)]
    used.update(hiding)
    if not hiding:
        return finding
    if longest(finding.rule, keys.protect):
        faults += (Fault(PROTECTED, s.span, {**s.values, "rule": finding.rule}) for s in hiding)
        return finding
    said = f"{hiding[0].place}: {hiding[0].reason}" if hiding[0].reason else hiding[0].place
    return structs.replace(finding, silenced=finding.silenced or said)


def _refused(silence: Silence, keys: Keys, names: dict[str, str]) -> Fault | None:
    if silence.rule not in names:
        from newslint.yaml_source import nearest

        near = nearest(silence.rule, names)
        return Fault(UNKNOWN, silence.span, {**silence.values, **({"near": near} if near else {})})
    if keys.require_reason and not silence.reason:
        return Fault(REASON, silence.span, silence.values)
    return None


def _builtin_names() -> dict[str, str]:
    from newslint.rulebook import packs

    return names_of(packs.builtin())


def _of_entry(entry: Entry, length: int) -> Silence:
    text = None if entry.text is None else fold_word(entry.text)
    return Silence(entry.rule, 0, length + 1, entry.reason, Span(0, 0), entry.place, text)


class _Script:
    """The suppressing comments of a document, read from first to last."""

    def __init__(self, document: Document) -> None:
        self._text, self._shown = document.text, document.layout.comments_shown
        self.silences: list[Silence] = []
        self.faults: list[Fault] = []
        self._spans: list[Span] = []
        self._open: dict[str, tuple[Span, str]] = {}
        for span in document.layout.comments:
            hit = _DIRECTIVE.fullmatch(document.text.content, span.start, span.end)
            if hit is not None:
                self._spans.append(span)
                self._take(
                    span, hit[1], [name for name in _BETWEEN.split(hit[2]) if name], " ".join((hit[3] or "").split())
                )
        self._enable(list(self._open), Span(len(self._text.content) + 1, 0))

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is about a suppressing comment itself, where readers see it as prose."""
        return self._shown and any(span.start <= finding.span.start < span.end for span in self._spans)

    def _take(self, span: Span, action: str, names: list[str], reason: str) -> None:
        if action == "enable":
            self._enable(names or list(self._open), span)
        elif action not in _ACTIONS or not names:
            self.faults.append(Fault(MALFORMED, span, {"place": _place(self._text, span)}))
        elif action == "disable":
            self._open.update((name, (span, reason)) for name in names if name not in self._open)
        else:
            following = action == "disable-next-line"
            self.silences += (_lined(self._text, name, span, reason, following=following) for name in names)

    def _enable(self, names: list[str], at: Span) -> None:
        for name in names:
            opened = self._open.pop(name, None)
            if opened is None:
                self.faults.append(Fault(UNUSED, at, {"rule": name, "place": _place(self._text, at)}))
                continue
            span, reason = opened
            self.silences.append(Silence(name, span.end, at.start, reason, span, _place(self._text, span)))


def _lined(text: Text, rule: str, span: Span, reason: str, *, following: bool) -> Silence:
    """For the comment's own line, or the next one that is not blank."""
    starts = text.line_starts
    line = bisect_right(starts, span.end if following else span.start)
    if following:
        line += 1
        while line < len(starts) and not text.line(line).strip():
            line += 1
    start = starts[line - 1] if line <= len(starts) else len(text.content)
    end = starts[line] if line < len(starts) else len(text.content) + 1
    return Silence(rule, start, end, reason, span, _place(text, span))


def _place(text: Text, span: Span) -> str:
    return f"line {text.place(span.start).line}"
