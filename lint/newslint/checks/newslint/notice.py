"""notice: what newslint could not read in a file, so that its silence is not taken for praise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Final = {
    "da": "Danish",
    "de": "German",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "sv": "Swedish",
    "tr": "Turkish",
    "und": "another language than English",
}
_MIN_WORDS: Final = 20  # a guess about less text than this is not worth telling


class Notice(Check, frozen=True, kw_only=True):
    """Reports, once: `of: language`, an article that is not in English; `of: markup`, markup that could not be read;
    `of: form`, a file that holds no article and was left out.

    Reads the raw view: spans are the file's.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"language", "problem", "form"})
    per: ClassVar[str] = "document"

    of: Literal["language", "markup", "form"]

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match, at the first block or where the markup broke; or none."""
        document = unit.document
        if self.of == "markup":
            if document.layout.problem is not None:
                at, problem = document.layout.problem
                yield Match(Span(at, at), values={"problem": problem.rstrip(".")}, text="")
            return
        if self.of == "form":
            if document.layout.unread:
                yield Match(Span(0, 0), values={"form": document.layout.unread}, text="")
            return
        language = document.language.partition("-")[0]
        if language == "en" or not document.segments:
            return
        if document.layout.language or len(document.prose.text.split()) >= _MIN_WORDS:
            first = document.segments[0]
            span = document.prose.span(first.start, first.start)
            yield Match(span, values={"language": _NAMES.get(language, language)}, text="")
