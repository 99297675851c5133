"""part-count: parts of a whole that do not fit it: what is left, who was against, an ordinal beyond the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.ranks import beyond
from newslint.knowledge.facts.rests import rests

if TYPE_CHECKING:
    from collections.abc import Iterator


class PartCount(Check, frozen=True, kw_only=True):
    """`One of the nine wells … the other nine`: a rest that is not the whole less the part; votes against that are not the
    minority; the fourth paragraph of three.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"rest": frozenset(), "votes": frozenset(), "rank": frozenset()}
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """A rest, a vote, or an ordinal of something that comes numbered."""
        parts = (
            "act",
            "part",
            "volume",
            "chapter",
            "paragraph",
            "verse",
            "episode",
            "round",
            "leg",
            "stage",
            "floor",
            "storey",
            "page",
        )
        ends = ("th", "nd", "rd", "second", "third", "fifth", "ninth")
        return (
            "the other ",
            "the remaining ",
            "against",
            " no ",
            "dissent",
            "noes",
            *(f"{end} {part}" for end in ends for part in parts),
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each part that does not fit."""
        for rest in unit.document.derived(rests):
            if rest.stated != rest.computed:
                related = tuple(Compared(span) for span in rest.wholes)
                yield Match(rest.span, values={"computed": str(rest.computed)}, related=related, case=rest.kind)
        for one in unit.document.derived(beyond):
            yield Match(one.span, values={"computed": str(one.parts)}, related=(Compared(one.whole),), case="rank")
