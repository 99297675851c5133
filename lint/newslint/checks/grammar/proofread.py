"""proofread: what a LanguageTool server reports, by its categories and rule ids. Off by default; needs Java."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import msgspec

from newslint.checks.check import Check, Unit
from newslint.errors import RuleError
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from newslint.languagetool.client import Issue
    from newslint.languagetool.session import Session


class Proofread(Check, frozen=True, kw_only=True):
    """LanguageTool's findings of any of `categories` or `rules`, but none of `without`; `*` matches any letters.

    `words: slips` keeps, of the words that LanguageTool does not know, only typing errors: no names, technical terms,
    words of the vocabulary or another variety of English. `suggestions` is the largest number shown. In
    messages `{advice}` is LanguageTool's own sentence and `{languagetool}` the id of its rule.
    """

    categories: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    words: Literal["all", "slips"] = "all"
    suggestions: int = 3

    placeholders: ClassVar[frozenset[str]] = frozenset({"advice", "languagetool"})
    per: ClassVar[str] = "document"
    opens: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if not (self.categories or self.rules):
            raise RuleError("name LanguageTool's 'categories' or 'rules'")

    @classmethod
    def opened(cls, config: Mapping[str, Any]) -> AbstractContextManager[Session]:
        """A LanguageTool session for the whole run; it starts nothing yet."""
        from newslint.languagetool import session
        from newslint.languagetool.settings import GrammarSettings

        return session.opened(msgspec.convert(config["grammar"], GrammarSettings, strict=False))

    @classmethod
    def state(cls, config: Mapping[str, Any]) -> str | None:
        """The copy or server of LanguageTool that is asked; None if there is none."""
        from newslint.languagetool.client import ServerError
        from newslint.languagetool.session import identity
        from newslint.languagetool.settings import GrammarSettings

        try:
            return identity(msgspec.convert(config["grammar"], GrammarSettings, strict=False))
        except ServerError:
            return None

    def find(self, unit: Unit) -> Iterator[Match]:
        """The issues that the rule asks for; Unavailable if LanguageTool cannot be used."""
        from newslint.languagetool.proofreader import issues
        from newslint.languagetool.spelling import slips

        found: Iterable[Issue] = filter(self._wants, issues(unit.document))
        if self.words == "slips":
            found = slips(unit.document, found)
        for issue in found:
            values = {"advice": _advice(issue), "languagetool": issue.rule}
            yield Match(Span(issue.start, issue.end), issue.replacements[: self.suggestions], values)

    def _wants(self, issue: Issue) -> bool:
        if any(fnmatchcase(issue.rule, name) for name in self.without):
            return False
        return issue.category in self.categories or any(fnmatchcase(issue.rule, name) for name in self.rules)


def _advice(issue: Issue) -> str:
    """LanguageTool's sentence, without the stop that the rule's message brings."""
    return issue.message.strip().rstrip(".?! ")
