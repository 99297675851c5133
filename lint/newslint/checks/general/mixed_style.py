"""mixed-style: two correct ways to write the same thing in one article."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.literals import Literals
from newslint.finding import Compared, Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.wordlists import Lists

Place = tuple[Span, str]
_SHOUTED: Final = lazy(r"[A-Z]{4}")  # a line in capitals writes US for both us and U.S.
_NAME_AFTER: Final = lazy(r" ?[$€£]|/| \d{5}")
_NAME_BEFORE: Final = lazy(
    r"(?:[a-z][a-z]|[-\w]{3})[-_]$(?<!non-)(?<!anti-)(?<!pro-)|[/>→=:] ?$|\w (?:[A-Z][\w'’-]* )+$"
)
_MANY: Final = 3  # families
_FORM: Final = lazy(
    r"\b(?:sign[- ]?up|subscribe|newsletters?|unsubscribe|re-enter|not a robot|your inbox)\b", re.IGNORECASE
)
_FIELDS: Final = 2  # words of a form for readers, which another program has written
_OR: Final = lazy(r",? ?\(?(?:or|also|versus|vs\.?) ")
_ENDING: Final = lazy(r"(?:e?s|ed|ing)$")  # adviser and advisers are one family


class MixedStyle(Check, frozen=True, kw_only=True):
    """Reports the rarer of two styles where it first stands; of two that stand equally often, the later.

    A text that mixes many families is by several hands: that is reported once.

    `pairs` maps forms of one style to forms of the other, or names a list of lines `one => other`; each pair judged
    by itself; with `together: true` the whole list is one convention, judged where one style outnumbers the other
    three to one. `lower: true` skips capitalised forms, which are parts of names, and `alone: true` forms that end a
    name or begin a price or a code. Forms of `headline` may stand in a headline whatever the
    body writes.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    pairs: dict[str, str | tuple[str, ...]]
    together: bool = False
    lower: bool = False
    alone: bool = False
    headline: tuple[str, ...] = ()
    case: Literal["fold", "exact"] = "fold"

    written: ClassVar[dict[str, dict[str, Any]]] = {
        "pairs": {
            "type": ["object", "string"],
            "description": "form of one style: form or forms of the other; or a list of lines 'one => other'",
        }
    }

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The pairs of the list that `pairs` names."""
        return rewritten(options, "pairs", str, lists.pairs)

    @cached_property
    def styles(self) -> dict[str, tuple[str, int]]:
        """Form → its family, and which of the family's two styles it is."""
        found: dict[str, tuple[str, int]] = {}
        for one, others in self.pairs.items():
            for other in (others,) if isinstance(others, str) else others:
                family = _ENDING.sub("", one)
                found[self._key(one)] = (family, 0)
                found[self._key(other)] = (family, 1)
        return found

    @cached_property
    def literals(self) -> Literals:
        """What finds all forms."""
        pairs = ((one, (others,) if isinstance(others, str) else others) for one, others in self.pairs.items())
        return Literals((form for one, others in pairs for form in (one, *others)), case=self.case)

    def anchors(self) -> tuple[str, ...]:
        """All forms, folded."""
        return self.literals.anchors()

    def _key(self, form: str) -> str:
        return form if self.case == "exact" else fold_word(form)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each family that occurs in both styles."""
        families: dict[str, tuple[list[Place], list[Place]]] = {}
        whole: tuple[list[Place], list[Place]] = ([], [])
        for span, form in self._used(unit):
            family, style = self.styles[form]
            families.setdefault(family, ([], []))[style].append((span, form))
            whole[style].append((span, form))
        mixed = [styles for styles in families.values() if all(styles)]
        if not mixed and self.together and max(map(len, whole)) >= 3 * min(map(len, whole)):
            mixed = [whole] if all(whole) else []
        if len(mixed) >= _MANY:
            mixed = mixed[:1]
        for styles in mixed:
            if not _named_together(unit.view.text, *styles):
                yield self._match(unit, *styles)

    def _used(self, unit: Unit) -> Iterator[Place]:
        """Places outside the words of others, in order, of forms that the vocabulary does not exempt."""
        document, text = unit.document, unit.view.text
        exempt = {self._key(word) for word in document.settings.vocabulary}
        for span, _ in self.literals.places(unit):
            seen = text[span.start : span.end]
            form = self._key(seen)
            if form not in self.styles or form in exempt or (self.lower and not seen.islower()):
                continue
            segment = document.segment_at(span.start)
            above = segment is not None and segment.kind in ("headline", "dek")
            if (above and seen in self.headline) or (self.alone and not above and _bound(text, span)):
                continue
            if segment is not None and _is_form(text[segment.start : segment.end]):
                continue
            if _SHOUTED.search(text[max(span.start - 12, 0) : span.end + 12].replace(seen, "", 1)):
                continue
            if document.quoted.outside(span.start, span.end) and not document.others.titles.inside(
                span.start, span.end
            ):
                yield span, form

    def _match(self, unit: Unit, one: list[Place], other: list[Place]) -> Match:
        rare, usual = sorted((one, other), key=lambda places: (len(places), -places[0][0].start))
        span, there = rare[0][0], usual[0][0]
        said = unit.view.text[there.start : there.end]
        return Match(span, (), {"other": said}, (Compared(there),))


def _is_form(paragraph: str) -> bool:
    """Whether a paragraph is a form to subscribe with: "Newsletter Sign Up … Invalid email address. Please re-enter."."""
    return len({hit.lower() for hit in _FORM.findall(paragraph)}) >= _FIELDS


def _named_together(text: str, one: list[Place], other: list[Place]) -> bool:
    """Whether a text names both forms in one breath: "polarization (or polarisation)"."""
    pairs = ((a, b) if a.start < b.start else (b, a) for a, _ in one for b, _ in other)
    return any(_OR.fullmatch(text, first.end, second.start) for first, second in pairs)


def _bound(text: str, span: Span) -> bool:
    """Whether a form belongs to a name, a price, an address or a code: Bloomberg US, US$5, DC 20405, en-US."""
    return bool(_NAME_AFTER.match(text, span.end) or _NAME_BEFORE.search(text[max(span.start - 30, 0) : span.start]))
