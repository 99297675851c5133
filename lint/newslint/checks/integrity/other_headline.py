"""other-headline: a line in capitals between two paragraphs: the headline of another story, linked from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.segment import Segment

_SHORTEST, _LONGEST = 36, 180  # code points of such a headline
_FEWEST: Final = 5  # words in it
_PARAGRAPH: Final = 80  # code points of a paragraph of prose
_WORD: Final = lazy(r"[A-Z][A-Z'’-]+")
_STOPPED: Final = lazy(r"[.?!…][”\"’')\]]*\Z")
# Questions of the text itself, what is called out or labelled: "WHO PAYS?", "NO PIER!", "“NO PIER”", "HOW TO VOTE:", "1. …".
_OWN: Final = lazy(
    r"[!?:]\Z|\A[“\"‘].*[”\"’]\Z|\A\W*\d+[.)]|\A[A-Z][A-Z ]{2,24}: |[|_=<>{}]|\.{3}|\A(?:BY|PHOTOS?|NOTE|UPDATED?)\b"
)
_TURN: Final = lazy(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}: ")  # under the headings of minutes somebody speaks


class OtherHeadline(Check, frozen=True, kw_only=True):
    """Lines of five words and more, all in capitals, each between two paragraphs of prose.

    Headings in markup and what is quoted, called out or labelled are the article's own; so are the lines of a text that has them
    between most of its paragraphs.
    """

    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each line."""
        text, segments = unit.view.text, unit.document.segments
        found = [
            here
            for before, here, after in zip(segments, segments[1:], segments[2:], strict=False)
            if here.kind in ("paragraph", "subhead") and not here.marked and _is_headline(text[here.start : here.end])
            if _is_prose(text, before) and _is_prose(text, after) and not _TURN.match(text, after.start)
        ]
        if 3 * len(found) < len(segments):
            yield from (Match(Span(here.start, here.end), ("",)) for here in found)


def _is_headline(line: str) -> bool:
    if not _SHORTEST <= len(line) <= _LONGEST or not line.isupper() or _OWN.search(line):
        return False
    return len(_WORD.findall(line)) >= _FEWEST


def _is_prose(text: str, segment: Segment) -> bool:
    said = text[segment.start : segment.end]
    return (
        segment.kind == "paragraph"
        and len(said) >= _PARAGRAPH
        and not said.isupper()
        and _STOPPED.search(said) is not None
    )
