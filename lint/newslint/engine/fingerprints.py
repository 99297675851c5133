"""Fingerprints: names for the findings of a file that survive edits elsewhere in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import structs

from newslint.article.text import fold_word
from newslint.finding import fingerprint
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.finding import Finding


def with_fingerprints(content: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a file with that content, in order, each with its fingerprint."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for finding in findings:
        match = fold_word(finding.match)
        before, after = _neighbours(content, finding.span.start, finding.span.end)
        key = (finding.rule, match, before, after)  # only what is alike is numbered: an edit must not rename the others
        yield structs.replace(finding, fingerprint=fingerprint(finding.rule, match, before, after, counts[key]))
        counts[key] += 1


_WORD_BEFORE = lazy(r"(\w+)\W*$")
_WORD_AFTER = lazy(r"\W*(\w+)")


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The folded words before and after a span, for its fingerprint."""
    before = _WORD_BEFORE.search(text[max(start - 40, 0) : start])
    after = _WORD_AFTER.match(text[end : end + 40])
    return fold_word(before[1]) if before else "", fold_word(after[1]) if after else ""
