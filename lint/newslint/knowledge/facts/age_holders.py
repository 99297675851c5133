"""Two ages of one person whom a sentence does not name: "Born in 1948, the 76-year-old singer", "the octogenarian, 79,"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.people import cast
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Document

# What may be between two ages in a sentence if they are of one subject.
_SAME: Final = lazy(
    r",? (?:the |who (?:was|is|died|has died)\b[^.;\n]{0,40} )|,? (?:which |who |and )?(?:has )?(?:died|"
    r"dies)\b[^.;\n]{0,60} |"
    r"(?: [a-z-]+){1,3}(?:,? who (?:was|is))? (?:born|hatched|foaled)?[^.;\n]{0,30}|(?: [a-z-]+){1,2}, (?:now |aged )?|"
    r" when [^.;\n]{0,60} and (?:he |she )?(?:is|will be|turned|turns)(?: now)?(?:,? in \d{4},)? "
)

# One of which words every band has.
_CUES: Final = frozenset((*forms.BANDS, *(f"{ten}0s" for ten in range(2, 10)), *forms.DECADES))
_ONCE = lazy(r"\b[Aa]s an? \Z")  # "as a teenager": of another time
_AGED = lazy(r"(?: [a-z-]+){0,3}, (?P<age>\d{1,3})(?=[,.])")


def joined(text: str, found: Sequence[Age]) -> tuple[Age, ...]:
    """The ages, those of nobody known given to the subject of an age beside them, or left out."""
    return tuple(_joined(text, found))


def _joined(text: str, found: Sequence[Age]) -> Iterator[Age]:
    for index, one in enumerate(found):
        if one.how not in ("alone", "unknown"):
            yield one
            continue
        beside = [
            other for other in found[max(index - 1, 0) : index + 2] if other is not one and _same(text, one, other)
        ]
        known = next((other for other in beside if other.how not in ("alone", "unknown")), None)
        if known is not None:
            yield replace(one, holder=known.holder, how=known.how)
        elif beside:
            yield replace(one, how="alone")
        elif one.how == "unknown":
            yield one


def _same(text: str, one: Age, other: Age) -> bool:
    first, second = sorted((one, other), key=lambda age: age.start)
    if not one.year and not other.year and one.low == one.high and other.low == other.high:
        return False
    return second.start - first.end < 120 and _SAME.fullmatch(text, first.end, second.start) is not None


def bands(document: Document) -> Iterable[Age]:
    """Of "The octogenarian mayor", "in her fifties": of the person named or meant there."""
    text, who = document.prose.text, document.derived(cast)
    for hit in (hit for one in holding(document, _CUES) for hit in forms.BAND.finditer(text, one.start, one.end)):
        if _ONCE.search(text, max(hit.start() - 6, 0), hit.start()):
            continue
        low, high = forms.band(hit)
        if aged := _AGED.match(text, hit.end()):
            yield Age(
                *aged.span("age"),
                *reference.somebody(document, hit.start()),
                low=forms.years(aged["age"]),
                high=forms.years(aged["age"]),
            )
        following = who.within(hit.end(), hit.end() + 50)
        if (
            following
            and following[0].person in who.likely
            and forms.TO_NAME.fullmatch(text, hit.end(), following[0].start)
            and "," not in text[hit.end() : following[0].start]
        ):
            yield Age(*hit.span(), following[0].person, "name", low, high)
        elif text[: hit.start()].endswith((" is ", ", ")):
            yield Age(
                *hit.span(),
                *reference.subject(document, hit.start() - (4 if text[hit.start() - 2] == "s" else 2)),
                low=low,
                high=high,
            )
        else:
            yield Age(*hit.span(), *reference.somebody(document, hit.start()), low=low, high=high)
