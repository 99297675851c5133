"""notice: what newslint could not read in a file, so that silence does not look like approval."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.article.language import DECLARED, in_path, name
from newslint.article.layout import PROBLEMS, UNREAD
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_MIN_WORDS: Final = 20  # a guess about less text than this is not worth reporting


class Notice(Check, frozen=True, kw_only=True):
    """Reports, once: `of: language`, an article that is not in English, silenced where that is declared; `of: markup`, markup
    that could not be read; `of: form`, a file that holds no article and was left out.

    Reads the raw view, to which it brings places of the file.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "language": frozenset({"language"}),
        "unknown-language": frozenset(),
        **dict.fromkeys(PROBLEMS, frozenset()),
        "front-matter": frozenset({"problem"}),
        **dict.fromkeys(("toml", "xml", "json", "office"), frozenset({"problem"})),
        **dict.fromkeys(UNREAD, frozenset()),
    }
    per: ClassVar[str] = "document"

    of: Literal["language", "markup", "form"]

    def told_apart(self) -> dict[str, frozenset[str]]:
        """The cases of what the check looks at."""
        groups = {"markup": PROBLEMS, "form": UNREAD, "language": ("language", "unknown-language")}
        return {case: self.cases[case] for case in groups[self.of]}

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match, at the first block or where the markup broke; or none."""
        document = unit.document
        if self.of == "markup":
            if document.layout.problem is not None:
                offset, case, said = document.layout.problem
                at = unit.view.locate(offset)
                values = {"problem": said.rstrip(".")} if said else {}
                yield Match(Span(at, at), values=values, text="", case=case)
            return
        if self.of == "form":
            if document.layout.unread:
                yield Match(Span(0, 0), text="", case=document.layout.unread)
            return
        language = document.language.partition("-")[0]
        if language == "en" or not document.segments:
            return
        if document.layout.language or len(document.prose.text.split()) >= _MIN_WORDS:
            first = document.segments[0]
            at = unit.view.locate(document.prose.span(first.start, first.start).start)
            known = language != "und"
            yield Match(
                Span(at, at),
                values={"language": name(language)} if known else {},
                text="",
                case="language" if known else "unknown-language",
                silenced=DECLARED if _is_declared(document, language) else "",
            )


def _is_declared(document: Document, language: str) -> bool:
    """Whether whoever keeps the article knows its language, by markup that its words bear out, by its path or the configuration."""
    if document.layout.language:
        return document.guessed_language != "en"
    return language == document.settings.language.partition("-")[0] or in_path(document.text.path, language)
