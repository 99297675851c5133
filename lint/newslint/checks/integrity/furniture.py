"""furniture: lines of a page's frame, left in the text of an article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from newslint.article.addresses import unveiled
from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general import timed
from newslint.checks.general.anchors import required
from newslint.finding import Compared, Match, Span
from newslint.knowledge.page import follows_prose, framed, is_page, keeps_house
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment
    from newslint.wordlists import Lists

_LONGEST: Final = 600  # code points of a line that can be furniture as a whole
_EDGES: Final = " ()[]|*_•·"  # round a button's label
_TRAILING: Final = " .!:→»›>…"
_KINDS: Final = frozenset({"paragraph", "list-item", "subhead", "caption", "boilerplate", "dek", "dateline"})
_PATTERNS: Final = ("patterns", "calls", "dated", "ends", "labels")
_VALUES = lazy(r"[\d,.]+|=\S*")  # what differs between two shortcodes, counters or addresses of one kind
_INDEX: Final = 3  # so many equal teasers in a file with markup are those of a list of articles
_ENDED = lazy(r"[.!?…][\"”')\]]? $")
_CALL = lazy(
    r"(?:sign|subscribe|follow|share|join|download|get|newsletter|leave|add|post|comments|like|tweet|click to|back to top"
    r"|watch|listen)\b"
)
_CREDIT = lazy(r"(?:image|photo|picture) (?:credit|source)$")  # with a link it says where a picture is from
_OWN = lazy(r"(?:opinion|analysis|comment)\b")  # may as well be a heading of the article's own
_TEASER = lazy(r"(?:read|learn|view|see|find out|show|continue|more)\b")


class Place(NamedTuple):
    """Where furniture is in the prose; `whole`: it fills its line, which may then be deleted."""

    span: Span
    whole: bool = False


class Furniture(Check, frozen=True, kw_only=True):
    """Reports lines, sentences at a line's end and labels that belong to a page's frame, each once a file.

    `lines` fill a whole line, give or take brackets and a final mark; `patterns` (regular expressions on folded text)
    match a whole line; `calls`, too, but only in copy that has left its site, for a file with front matter may call
    its own readers to action by a link; `dated` only in a file whose front matter has a date; `ends` match a sentence
    at the end of a line without either; `labels` match anywhere. Headings in markup are the article's own, and so is a
    line before its list. `{suggestion}` deletes lines. In a whole HTML page only what is between two paragraphs of prose counts.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {"once": frozenset(), "repeated": frozenset({"times"})}
    per: ClassVar[str] = "document"
    kept: ClassVar[frozenset[str]] = frozenset({"needs"})

    lines: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    needs: dict[str, tuple[str, ...] | None] = {}

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The lines with each list written out, and what each pattern needs."""
        patterns = [pattern for name in _PATTERNS for pattern in options.get(name, ()) if isinstance(pattern, str)]
        return {**rewritten(options, "lines", list, lists.every), "needs": {p: required(p) for p in patterns}}

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(fold_word(line).strip(_TRAILING) for line in self.lines)

    @cached_property
    def _compiled(self) -> dict[tuple[str, ...], Any]:
        """The patterns that have been asked for so far, alone or several as one."""
        return {}

    def _pattern(self, *patterns: str) -> Any:
        if patterns not in self._compiled:
            self._compiled[patterns] = timed.compiled(patterns)
        return self._compiled[patterns]

    def prepare(self) -> None:
        """Compiles the patterns."""
        for name in _PATTERNS:
            self._pattern(*getattr(self, name))

    def anchors(self) -> tuple[str, ...] | None:
        """The lines, and what the patterns cannot match without."""
        found = set(self._lines)
        for needed in self.needs.values():
            if needed is None:
                return None
            found.update(needed)
        return tuple(sorted(found))

    def find(self, unit: Unit) -> Iterator[Match]:
        """The first of equal places, each with the others as related places."""
        document, places = unit.document, dict[str, list[Place]]()
        for number, anchors in _touched(unit).items():
            for place in self._in_segment(document, number, anchors):
                places.setdefault(_key(document, place.span), []).append(place)
        listed = bool(document.layout.fields) or any(segment.marked for segment in document.segments)
        for key, alike in places.items():
            if not (listed and _TEASER.match(key) and _lines_alike(document, key) >= _INDEX):
                yield _match(alike, sure=not (_TEASER.match(key) or _OWN.match(key)))

    def _in_segment(self, document: Document, number: int, anchors: set[str]) -> Iterator[Place]:
        """The furniture of one segment, in which some anchors are: all of it, or its last sentence; else labels inside."""
        segment = document.segments[number]
        folded = document.folded()
        start, end = folded.locate(segment.start), folded.locate(segment.end)
        text = unveiled(folded.text[start:end])
        if _may_be_line(document, number) and (told := self._filling(document, segment, text, anchors)):
            at = start + text.index(told)
            lines = self._narrowed(document, segment, anchors) or [folded.span(at, at + len(told))]
            yield from (Place(line, whole=True) for line in lines)
            return
        away = not document.layout.fields and not document.derived(is_page)
        ends = self._hits("ends", text, anchors) if away else []
        for hit in (*(hit for hit in ends if _is_last_sentence(text, hit)), *self._hits("labels", text, anchors)):
            yield Place(folded.span(start + hit.start(), start + hit.end()))

    def _asked(self, name: str, anchors: set[str]) -> list[str]:
        """The patterns of a list that may match where these anchors are."""
        return [pattern for pattern in getattr(self, name) if not anchors.isdisjoint(self.needs[pattern] or ())]

    def _hits(self, name: str, text: str, anchors: set[str]) -> list[Any]:
        return timed.hits(self._pattern(*getattr(self, name)), text) if self._asked(name, anchors) else []

    def _narrowed(self, document: Document, segment: Segment, anchors: set[str]) -> list[Span]:
        """The lines of a block that are furniture by themselves: what stands beside them is the article's."""
        folded, text, found = document.folded(), document.prose.text, list[Span]()
        for line in (
            _LINE.finditer(text, segment.start, segment.end) if _BREAK in text[segment.start : segment.end] else ()
        ):
            at, end = folded.locate(line.start()), folded.locate(line.end())
            if told := self._filling(document, segment, unveiled(folded.text[at:end]), anchors):
                at += unveiled(folded.text[at:end]).index(told)
                found.append(folded.span(at, at + len(told)))
        return found

    def _filling(self, document: Document, segment: Segment, text: str, anchors: set[str]) -> str:
        """The part of a line that makes all of it furniture, or nothing.

        A site's own calls to its readers are links, and so is what leads on from a teaser to what it is of; one that leads
        nowhere came with copy from elsewhere.
        """
        if len(text) > _LONGEST:
            return ""
        core, at_home = text.strip(_EDGES), keeps_house(document)
        bare = core.strip(_TRAILING)
        if _CREDIT.match(bare) and _leads_on(document, segment):
            return ""
        own = at_home and _leads_on(document, segment)
        if bare in self._lines:
            return "" if own and (_CALL.match(core) or _TEASER.match(core)) else bare
        names = ["patterns"] if own else ["patterns", "calls"]
        if at_home and document.field("published") is not None:
            names.append("dated")
        return (
            text
            if any(timed.fullmatch(self._pattern(p), core) for name in names for p in self._asked(name, anchors))
            else ""
        )


def _leads_on(document: Document, segment: Segment) -> bool:
    """Whether a link is in the lines of a segment, or around them, or is the next or last thing beside them."""
    content, span = document.text.content, document.prose.span(segment.start, segment.end)
    end = content.find("\n", span.end)
    if _LINK.search(content, content.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(content)):
        return True
    before = content[max(span.start - _BESIDE, 0) : span.start]
    return _LINKED.search(before) is not None or _LINK_FOLLOWS.match(content, span.end) is not None


_BREAK: Final = "\n"
_LINE = lazy(r"\S(?:.*\S)?")
# A link that opens before a place and is not closed, or closes right before it; one that follows it.
_LINKED = lazy(r"<a\b[^<>]*>[^<]*(?:<(?!/?a\b)[^<]*)*\Z|</a>(?:\s|<[^<>]*>)*\Z")
_LINK_FOLLOWS = lazy(r"(?:\s|</?(?!a\b)\w[^<>]{0,200}>)*<a\b")
_BESIDE: Final = 600  # code points before a place
_LINK = lazy(r"\]\(|\]\[|\{[{%<]|<(?:a|summary)\b|https?://|@\w")  # a summary leads to what a click unfolds


def _is_last_sentence(text: str, hit: Any) -> bool:
    return hit.end() == len(text) and _ENDED.search(text, max(0, hit.start() - 4), hit.start()) is not None


def _touched(unit: Unit) -> dict[int, set[str]]:
    """The numbers of the segments in which anchors occur, in order, and which."""
    from bisect import bisect_right

    document = unit.document
    folded, starts = document.folded(), document.segment_starts
    found: dict[int, set[str]] = {}
    for first, stop in unit.hits:
        number = bisect_right(starts, folded.span(first, stop).start) - 1
        if number >= 0 and document.segments[number].kind in _KINDS:
            found.setdefault(number, set()).add(folded.text[first:stop])
    return dict(sorted(found.items()))


def _may_be_line(document: Document, number: int) -> bool:
    """Whether a segment can be furniture as a whole: no heading, item or frame in markup, and inside the article."""
    segment = document.segments[number]
    if segment.marked and segment.kind != "caption":
        return False
    if segment.kind == "list-item" and _stops(document, segment):
        return False
    return follows_prose(document, number) and not framed(document, number)


def _stops(document: Document, segment: Segment) -> bool:
    return document.prose.text[segment.end - 1] == "."


def _key(document: Document, span: Span) -> str:
    folded = document.folded()
    text = folded.text[folded.locate(span.start) : folded.locate(span.end)]
    return _VALUES.sub("", text.strip(_EDGES + _TRAILING))


def _lines_alike(document: Document, key: str) -> int:
    """How many lines of the document are the same teaser, inside the article or not."""
    return sum(
        _key(document, Span(s.start, s.end)) == key for s in document.segments if s.end - s.start < 2 * len(key) + 9
    )


def _match(alike: list[Place], *, sure: bool) -> Match:
    """One match for places that are alike; whole lines may be deleted, all of them."""
    first, *others = (place.span for place in alike)
    instead = ("",) if all(place.whole for place in alike) else ()
    if not others:
        return Match(first, instead, case="once", sure=sure)
    related = tuple(Compared(span) for span in others)
    times = {"times": str(len(alike))}
    elsewhere = tuple(others) if instead else ()
    return Match(first, instead, values=times, related=related, case="repeated", sure=sure, elsewhere=elsewhere)
