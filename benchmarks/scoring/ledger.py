"""The ledger: every judged finding with its verdict, and no word of the article it was found in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scoring.reported import Reported

# What made a finding right or wrong: our words only, so that no verdict can carry an article's text.
WHYS: Final = frozenset(
    {
        "arithmetic",  # the sum was read wrongly
        "code",
        "date-elsewhere",  # the site knows the date from the file's name or another field
        "genre",  # usual in articles of this kind
        "idiom",
        "language",  # another language, or a dialect
        "legal",
        "list",
        "markup",
        "name",
        "not-article",  # an index, a redirect, a layout
        "other",
        "own-heading",  # furniture's words over what is the article's own
        "pull-quote",
        "quotation",
        "real",
        "template",
        "transcript",
        "typography",
        "word",  # an ordinary word, rightly used
    }
)


class Entry(Struct, frozen=True, kw_only=True):
    """A judged finding. `span` is half-open, in code points of `file` as it was at `commit`; `judged` is an ISO date."""

    set: str
    commit: str
    file: str
    rule: str
    severity: str
    fingerprint: str
    span: tuple[int, int]
    right: bool
    why: str
    genre: str
    judged: str
    by: str

    @property
    def place(self) -> Span:
        """Its span as newslint's own type."""
        return Span(*self.span)

    @property
    def key(self) -> tuple[str, str]:
        """What names a finding within its set."""
        return (self.file, self.fingerprint)

    @property
    def order(self) -> tuple[str, tuple[int, int], str, str]:
        """Where it stands in its file of the ledger."""
        return (self.file, self.span, self.rule, self.fingerprint)


def why_of(written: str, *, right: bool) -> str:
    """A reader's reason if it is one of `WHYS`; else `real` for what is right and `other` for what is wrong."""
    reason = written.strip().lower().replace(" ", "-")
    return reason if reason in WHYS else "real" if right else "other"


def entry(finding: Reported, verdict: tuple[bool, str], source: tuple[str, str, str], judged: str, by: str) -> Entry:
    """What the ledger keeps of a finding; `verdict` is (right, why), `source` is (set, commit, genre)."""
    return Entry(
        set=source[0],
        commit=source[1],
        file=finding.file,
        rule=finding.rule,
        severity=finding.severity,
        fingerprint=finding.fingerprint,
        span=(finding.span.start, finding.span.end),
        right=verdict[0],
        why=why_of(verdict[1], right=verdict[0]),
        genre=source[2],
        judged=judged,
        by=by,
    )


def read(path: Path) -> list[Entry]:
    """The entries of one set; none if it has no file. `msgspec.ValidationError` for a line that is no entry."""
    if not path.exists():
        return []
    return [msgspec.json.decode(line, type=Entry) for line in path.read_bytes().splitlines() if line]


def add(path: Path, new: Iterable[Entry]) -> int:
    """Adds entries to a set's file and sorts it; a finding judged again keeps the later verdict. Returns how many it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {one.key: one for one in (*read(path), *new)}
    lines = (msgspec.json.encode(one) for one in sorted(kept.values(), key=lambda one: one.order))
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return len(kept)
