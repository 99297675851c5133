"""headline-body: a headline whose words the body hardly knows, as if it belonged to another article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.headline import begins_a_word, headline_of, stems
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_TITLE: Final = lazy(r"[{}<>=\\|]|^[#'/*%]|^[a-z]+: ")  # a line of a program or of front matter
_FEWEST: Final = 4  # content words of a headline
_WORDS_OF_BODY: Final = 60  # a shorter body may leave its headline's words out


class HeadlineBody(Check, frozen=True, kw_only=True):
    """Reports a headline of four content words or more of which less than `share` stand in the text, by stem."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"found", "all"})
    per: ClassVar[str] = "document"

    share: float = 0.2

    def find(self, unit: Unit) -> Iterator[Match]:
        """The headline, or nothing."""
        document = unit.document
        headline = headline_of(document)
        if headline is None or headline is not document.segments[0]:
            return  # what is not at the top may be the heading of a section
        above = document.prose.text[headline.start : headline.end]
        if _NO_TITLE.search(above):
            return
        wanted = stems(above)
        if len(wanted) < _FEWEST:
            return
        view = document.folded()
        body = view.text[view.locate(headline.end) :]
        if body.count(" ") < _WORDS_OF_BODY:
            return
        found = sum(begins_a_word(stem, body) for stem in wanted)
        if found < self.share * len(wanted):
            yield Match(Span(headline.start, headline.end), values={"found": str(found), "all": str(len(wanted))})
