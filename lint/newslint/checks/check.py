"""Check: what every kind is, and Unit: the stretch of an article that a check reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.text import View


class Unit:
    """One segment, sentence, paragraph or document of one view: [start, end) in the view's code points.

    `hits` are the places of the check's anchors, as half-open offsets of the folded view (`case` and `typography`
    folded), in order; empty for a check without anchors.
    """

    __slots__ = ("document", "end", "hits", "start", "view_name")

    def __init__(
        self, document: Document, view_name: str, start: int, end: int, hits: list[tuple[int, int]] | None = None
    ) -> None:
        self.document, self.view_name, self.start, self.end = document, view_name, start, end
        self.hits = [] if hits is None else hits

    @property
    def view(self) -> View:
        """The view that the unit is part of."""
        return self.document.view(self.view_name)

    @property
    def text(self) -> str:
        """The unit's own text."""
        return self.view.text[self.start : self.end]

    def folded(self, *, case: bool = True, typography: bool = True) -> tuple[View, int, int]:
        """The folded view and the unit's half-open range in it; `View.span` leads back to the view."""
        view = self.document.folded(self.view_name, case=case, typography=typography)
        return view, view.locate(self.start), view.locate(self.end)


class Check(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True, rename="kebab"):
    """A kind of check: its fields are the options that a rule of the kind may set.

    A check yields matches with spans of the unit's *view* and does not know its rule. It may raise
    `errors.RuleError` when built from options that have the right types but make no sense, and `errors.CheckError`
    while it runs; anything else it raises is reported by the engine as a fault of newslint.
    """

    # Message placeholders that this kind fills, beside {match} and {suggestion}.
    placeholders: ClassVar[frozenset[str]] = frozenset()
    # What the kind reads when its rule does not say: segment, sentence, paragraph or document.
    per: ClassVar[str] = "segment"

    def prepare(self) -> None:
        """Builds what `find` needs, so that a mistake in the options raises RuleError when the rule is loaded."""

    def anchors(self) -> tuple[str, ...] | None:
        """Folded literals of which a unit must contain one for the check to fire there; None: it always runs."""
        return None

    def find(self, unit: Unit) -> Iterator[Match]:
        """The matches of a unit, in any order."""
        raise NotImplementedError
