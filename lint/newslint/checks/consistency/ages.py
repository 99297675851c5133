"""ages: one person with two ages, or with an age that the year of birth does not allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.published import article_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_TOKEN: Final = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['’-](?=[^\W\d_]))+"
_NAME: Final = (
    rf"{_TOKEN}(?: (?:[A-Z]\.|(?:de|da|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|ten|"
    rf"ter)(?= )|Jr\.?|Sr\.?|{_TOKEN})){{1,4}}"
)
_AGE: Final = r"(?P<age>\d{1,3})"
_AFTER = re.compile(
    rf", (?:now |who is |aged? )?{_AGE}(?:,(?! ?\d)|\.(?=\s+[A-Z\"“]|\s*\Z)|;|(?= (?:years old|and "
    rf"[A-Z])\b))(?! (?:million|billion|percent|yards?|times)\b)"
)
_BEFORE = re.compile(rf"(?<![\d-]){_AGE}-year-old (?:[a-z-]+ ){{0,2}}(?P<name>{_NAME})")
_BRACKET = re.compile(rf" \({_AGE}\)(?=,| and|\.| (?:of|from|who)\b)")
_NAMED = re.compile(rf"(?<!\w)(?P<name>{_NAME})\Z")
_LONGEST: Final = 60  # code points of a name
_NO_NAME: Final = frozenset(
    "African Asian Latin Native Black White American Mexican British English Irish Scottish "
    "Welsh European Muslim Jewish Christian Democratic Republican Democrat "
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "The This That These Those In On At And But For With From New North South East West United "
    "State County City University College School Street Avenue Road Route "
    "Highway Interstate Chapter Section Article Psalm Psalms Game Week Day Room Apartment Flat "
    "Level Group Division Channel Army Navy Act Bill House Senate".split()
)
_RELATED = re.compile(
    r"[A-Z]\w+,? (?:Jr|Sr|Junior|Senior)\b|\b(?:[Nn]amesake|[Ss]ame name|[Nn]o relation|[Nn]amed "
    r"after|[Ff]ather and son|the (?:younger|elder|older))|"
    r"\b(?:birthday|turn(?:s|ed|ing) \d+|will turn|would have been)\b"
)
_THEN = re.compile(
    r"\b(?:then|at the time|back then|[Ii]n (?:(?:19|20)\d\d|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)|years ago|years earlier|"
    r"archive|file photo|since)\b"
)
_BORN = re.compile(
    rf"\b(?P<who>[Hh]e|[Ss]he|{_TOKEN}) (?:was |who was )?born (?:(?:on|in|at|to|into|and raised) [^."
    r";()]{0,60}?)?(?:in |, )?(?P<year>(?:18|19|20)\d\d)(?![\d-])"
)
_OLDEST: Final = 115


class Mention(Struct, frozen=True):
    """A full name with an age: [start, end) of the age in the cased folded prose; `key` is first and last name."""

    key: tuple[str, str]
    age: int
    start: int
    end: int


def mentions(document: Document) -> list[Mention]:
    """All full names that the prose gives an age, in order; for `document.derived`."""
    text = document.folded(case=False).text
    found = [
        mention for pattern in (_AFTER, _BRACKET) for hit in pattern.finditer(text) for mention in _named(text, hit)
    ]
    found += (
        [mention for hit in _BEFORE.finditer(text) for mention in _mention(hit["name"], hit, ahead=True)]
        if "-year-old" in text
        else []
    )
    return sorted(found, key=lambda mention: mention.start)


def _named(text: str, hit: re.Match[str]) -> Iterator[Mention]:
    """The mention of an age after a name: names are looked for only near ages."""
    name = _NAMED.search(text, max(hit.start() - _LONGEST, 0), hit.start())
    if name is not None:
        yield from _mention(name["name"], hit, ahead=False)


def _mention(name: str, hit: re.Match[str], *, ahead: bool) -> Iterator[Mention]:
    tokens = name.split()
    if re.search(r"\b[JS]r\b", name):
        return
    age, words = int(hit["age"]), [token for token in tokens if token[0].isupper() and not token.endswith(".")]
    if not 1 <= age <= _OLDEST or len(words) < 2:
        return
    pairs = [(words[0], words[1]), (words[1], words[-1])] if ahead and len(words) > 2 else [(words[-2], words[-1])]
    for pair in dict.fromkeys(pairs):
        if not _NO_NAME.intersection(pair) and len(pair[0]) > 1:
            yield Mention(pair, age, *hit.span("age"))


class Ages(Check, frozen=True, kw_only=True):
    """`Alan Trewhitt, 61,` and `Alan Trewhitt, 58,` in one article; an age against `was born in 1950`.

    Only full names are compared. Silent where the article knows two people of the name, a birthday between, or an age
    at another time.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "stated"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"two-ages": frozenset({"other"}), "birth-year": frozenset({"year"})}
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """An age after a name, or before it."""
        return (
            "-year-old ",
            ", aged ",
            ", age ",
            *(f", {digit}" for digit in "123456789"),
            *(f" ({digit}" for digit in "123456789"),
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each later age that differs from the first, at the age."""
        document = unit.document
        found = document.derived(mentions)
        text = document.folded(case=False).text
        yield from _born(document, text, found)
        first: dict[tuple[str, str], Mention] = {}
        for mention in found:
            earlier = first.setdefault(mention.key, mention)
            if earlier.age == mention.age or document.derived(_of_relatives):
                continue
            if not _explained(text, earlier, mention):
                place = Span(earlier.start, earlier.end)
                yield _match(document, mention, place, "two-ages", {"other": str(earlier.age)})
                first[mention.key] = mention


def _match(document: Document, mention: Mention, other: Span, case: str, values: dict[str, str]) -> Match:
    view = document.folded(case=False)
    values = {"name": " ".join(mention.key), "stated": str(mention.age), **values}
    related = (Compared(view.span(other.start, other.end)),)
    return Match(view.span(mention.start, mention.end), values=values, related=related, case=case)


def _of_relatives(document: Document) -> bool:
    """Whether the article speaks of two people of one name, or of a birthday."""
    return _RELATED.search(document.folded(case=False).text) is not None


def _explained(text: str, one: Mention, other: Mention) -> bool:
    """Whether the article speaks of a family of that name, or of the person at another time."""
    if one.start == other.start or f"{other.key[1]}s" in text:
        return True
    return any(_THEN.search(_beside(text, mention)) for mention in (one, other))


def _beside(text: str, mention: Mention) -> str:
    """The text just before a name and its age, and just after, in the same sentence."""
    start = max(text.rfind("\n", 0, mention.start), text.rfind(". ", 0, mention.start), mention.start - 80) + 1
    return text[start : mention.start] + "," + text[mention.end : mention.end + 20].partition(". ")[0]


def _born(document: Document, text: str, found: list[Mention]) -> Iterator[Match]:
    """Ages against the year of birth, by the article's trusted date."""
    trusted = document.derived(article_date)
    if trusted is None or " born " not in text:
        return
    for hit in _BORN.finditer(text):
        same = [
            m
            for m in found
            if hit["who"] == m.key[1] or (hit["who"].lower() in ("he", "she") and 0 < hit.start() - m.end < 160)
        ]
        if len({m.key for m in same}) != 1 or _DEAD.search(text):
            continue
        year, mention = int(hit["year"]), same[0]
        if trusted.day.year - year - mention.age not in (0, 1) and not _THEN.search(_beside(text, mention)):
            yield _match(document, mention, Span(*hit.span("year")), "birth-year", {"year": str(year)})


_DEAD = re.compile(r"\b(?:died|dies|death|dead|killed|murdered|late|funeral|obituary|aged)\b")
