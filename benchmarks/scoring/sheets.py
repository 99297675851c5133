"""Sheets for readers: what to judge, with its surroundings. They quote articles and therefore stay outside the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoring.reported import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from scoring.ledger import Entry
    from scoring.reported import Reported

_AROUND: Final = 300  # code points on each side


def sheet(sample: Sequence[Reported], folder: Path, earlier: Mapping[tuple[str, str], Entry]) -> Iterator[str]:
    """One block for each finding, numbered from 1; `earlier` verdicts are shown, and empty for a blind sheet."""
    for number, finding in enumerate(sample, 1):
        text = text_of(folder / finding.file)
        place = text.place(finding.span.start)
        yield f"#{number} {finding.severity} {finding.rule} {finding.file}:{place.line}:{place.column}"
        yield f"  {finding.message}"
        if judged := earlier.get((finding.file, finding.fingerprint)):
            yield f"  judged {'right' if judged.right else 'wrong'} on {judged.judged}: {judged.why}"
        yield context(text.content, finding.span.start, finding.span.end) + "\n"


def context(content: str, start: int, end: int) -> str:
    """The place between ⟦ and ⟧ with what is round it, cut where the text goes on."""
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(content))
    before, after = "…" if first else "", "…" if last < len(content) else ""
    return f"{before}{content[first:start]}⟦{content[start:end]}⟧{content[end:last]}{after}"
