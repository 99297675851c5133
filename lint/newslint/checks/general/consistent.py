"""consistent: either of two forms is right, but an article should use only one of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from newslint.article.text import fold_word
from newslint.checks.general.phrase import Literals
from newslint.finding import Match, Related, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks.check import Unit


class Consistent(Literals, frozen=True, kw_only=True):
    """Reports the first place where an article departs from the form it began with.

    `either` maps one form to the other, or to several. Forms in the vocabulary are always accepted.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    either: dict[str, str | tuple[str, ...]]

    @cached_property
    def families(self) -> dict[str, int]:
        """Form → number of its family, as rules write it if `case: exact`, else folded."""
        return {self._key(form): n for n, family in enumerate(self._families()) for form in family}

    def _families(self) -> Iterator[tuple[str, ...]]:
        for one, others in self.either.items():
            yield (one, others) if isinstance(others, str) else (one, *others)

    @property
    def literals(self) -> tuple[str, ...]:
        """All forms of all families."""
        return tuple(form for family in self._families() for form in family)

    def _key(self, form: str) -> str:
        return form if self.case == "exact" else fold_word(form)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each family of which the article has two forms."""
        first: dict[int, tuple[Span, str]] = {}
        told: set[int] = set()
        accepted = {self._key(word) for word in unit.document.settings.vocabulary}
        for span, _ in self.places(unit):
            seen = unit.view.text[span.start : span.end]
            form = self._key(" ".join(seen.split()))
            family = self.families.get(form)
            if family is None or form in accepted or family in told:
                continue
            place, other = first.setdefault(family, (span, form))
            if other != form:
                told.add(family)
                earlier = unit.view.text[place.start : place.end]
                yield Match(span, (earlier,), {"other": earlier}, (Related(place, f"'{earlier}' here"),))
