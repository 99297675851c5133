"""Segments: the parts of an article by position and typography (headline, byline, dateline, lede, …)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

from msgspec import Struct

Kind = Literal[
    "headline",
    "dek",
    "byline",
    "dateline",
    "subhead",
    "paragraph",
    "list-item",
    "block-quote",
    "caption",
    "credit",
    "correction",
    "boilerplate",
]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
_BODY = frozenset({"paragraph", "list-item", "block-quote", "subhead"})
# Names that a rule's `scope:` may use beside the kinds; `lede` is the first paragraph.
SCOPES: Final[dict[str, frozenset[str]]] = {
    "body": _BODY,
    "text": frozenset(KINDS) - {"boilerplate"},
    "lede": frozenset({"lede"}),
    "all": frozenset(KINDS),
    **{kind: frozenset({kind}) for kind in KINDS},
}


class Segment(Struct, frozen=True):
    """One block of a view: [start, end) in the view's code points, trimmed of whitespace at both ends.

    `lede` marks the first paragraph. `language` is a BCP 47 code where markup or metadata names one. `marked` says that
    markup names the kind; else it was guessed from position and typography.
    """

    kind: Kind
    start: int
    end: int
    lede: bool = False
    language: str = ""
    marked: bool = False

    def within(self, scope: frozenset[str]) -> bool:
        """Whether a rule of that (expanded) scope reads this segment."""
        return self.kind in scope or (self.lede and "lede" in scope)


class Block(NamedTuple):
    """A stretch of a view between breaks, trimmed, and what markup says about it; `kind` is None if it says nothing."""

    start: int
    end: int
    kind: Kind | None = None
    language: str = ""


def indents(blocks: Iterable[Block]) -> bool:
    """Whether most of a page is in block quotes: old ones use them for a margin."""
    sizes = [(block.kind, block.end - block.start) for block in blocks]
    return 2 * sum(size for kind, size in sizes if kind == "block-quote") >= sum(size for _, size in sizes)
