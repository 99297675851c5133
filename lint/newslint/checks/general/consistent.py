"""consistent: either of two forms is right, but an article should use only one of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit
from newslint.checks.general.literals import Literals
from newslint.finding import Compared, Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Consistent(Check, frozen=True, kw_only=True):
    """Reports the first place at which an article leaves the form it began with.

    `either` maps one form to the other, or to several; with `case: exact` they differ in their capitals, too. Forms
    of the house vocabulary are accepted beside the rest.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    either: dict[str, str | tuple[str, ...]]
    case: Literal["fold", "exact"] = "fold"

    @cached_property
    def families(self) -> dict[str, int]:
        """Form → number of its family, as rules write it if `case: exact`, else folded."""
        return {self._key(form): n for n, family in enumerate(self._families()) for form in family}

    def _families(self) -> Iterator[tuple[str, ...]]:
        for one, others in self.either.items():
            yield (one, others) if isinstance(others, str) else (one, *others)

    @cached_property
    def literals(self) -> Literals:
        """What finds all forms of all families."""
        return Literals((form for family in self._families() for form in family), case=self.case)

    def anchors(self) -> tuple[str, ...]:
        """All forms, folded."""
        return self.literals.anchors()

    def _key(self, form: str) -> str:
        return form if self.case == "exact" else fold_word(form)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each family of which the article has two forms."""
        first: dict[int, tuple[Span, str]] = {}
        told: set[int] = set()
        accepted = {self._key(word) for word in unit.document.settings.vocabulary}
        for span, _ in self.literals.places(unit):
            seen = unit.view.text[span.start : span.end]
            form = self._key(" ".join(seen.split()))
            family = self.families.get(form)
            if family is None or form in accepted or family in told:
                continue
            place, other = first.setdefault(family, (span, form))
            if other != form:
                told.add(family)
                earlier = unit.view.text[place.start : place.end]
                yield Match(span, (earlier,), {"other": earlier}, (Compared(place),))
