"""The ledger: every judged finding with its verdict, and no word of the article it was found in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scoring.reported import Reported

# What made a finding right or wrong: our words only, so that no verdict can carry an article's text.
WHYS: Final = (
    "abbreviation",
    "amount",
    "arguable",
    "caption",
    "code",
    "comma",
    "compound",
    "date elsewhere",
    "dialect",
    "embedded post",
    "encoding",
    "export space",
    "foreign",
    "fraction",
    "front matter",
    "furniture",
    "grammar",
    "heading",
    "host name",
    "inches",
    "legal text",
    "letter",
    "link",
    "list",
    "lost mark",
    "mail",
    "markup",
    "message",
    "name",
    "not prose",
    "ordinary words",
    "other",
    "other language",
    "placeholder",
    "pull quote",
    "quotation",
    "real",
    "refrain",
    "relative clause",
    "repeated",
    "residue",
    "span",
    "speaker",
    "spelling",
    "table",
    "talked about",
    "template tag",
    "term",
    "transcript",
    "typo",
    "unit",
    "variant",
)
_LONGEST_FIRST: Final = sorted(WHYS, key=lambda why: (-len(why), why))


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


def why_of(written: str) -> str:
    """The word of `WHYS` that a reader's reason holds, the longest first; `other` if it holds none."""
    lowered = written.lower().replace("-", " ")
    return next((why for why in _LONGEST_FIRST if re.search(rf"\b{why}s?\b", lowered)), "other")


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
        why=why_of(verdict[1]),
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
    kept = {one.key: one for one in (*read(path), *new)}
    lines = (msgspec.json.encode(one) for one in sorted(kept.values(), key=lambda one: one.order))
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return len(kept)
