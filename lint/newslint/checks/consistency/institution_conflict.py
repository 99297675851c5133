"""institution-conflict: an institution of one country under the name of another: "the German State Department"."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.checks.general.literals import Literals
from newslint.finding import Match, Span
from newslint.knowledge import gazetteer
from newslint.knowledge.titles import nation_before
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH: Final = 40
_COMPOUND: Final = ("-", "‑")  # "Georgia's Kremlin-friendly party" has no Kremlin
_OWNER: Final = lazy(r"[’']s?$")


class InstitutionConflict(Check, frozen=True, kw_only=True):
    """A nation right before an institution that another nation has; the institutions are the gazetteer's."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"nation", "institution", "owner"})

    @cached_property
    def literals(self) -> Literals:
        """What finds the institutions' names."""
        return Literals(gazetteer.institutions())

    def anchors(self) -> tuple[str, ...]:
        """The institutions' names, folded."""
        return self.literals.anchors()

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        return {name.lower(): name for name in gazetteer.institutions()}

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every institution with a wrong nation; the span begins with the nation."""
        text = unit.view.text
        for span, folded in self.literals.places(unit):
            name = self._by_folded[folded]
            if text[span.start : span.end] != name or text[span.end : span.end + 1] in _COMPOUND:
                continue
            left = max(unit.start, span.start - _REACH)
            words = text[left : span.start].rstrip(" ").split(" ")
            found = nation_before(words)
            codes = gazetteer.institutions()[name]
            if (
                found is None
                or found[0].codes & codes
                or not (found[0].form == "adjective" or _OWNER.search(words[-1]))
            ):
                continue
            start = left + len(" ".join(words[: found[1]])) + (1 if found[1] else 0)
            owner = gazetteer.country(min(codes))
            yield Match(
                Span(start, span.end),
                values={"nation": " ".join(words[found[1] :]), "institution": name, "owner": owner},
            )
