"""glued: two words written as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.spun.oddity import rare_words, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

# Function words at which a glued word comes apart; none that begins or ends many English words (over, in, able).
_FIRST: Final = frozenset("the and of that this was were are has had have from his her their which with been".split())
_LAST: Final = frozenset(
    "the and of that this was were is are has had have into from which who his their been would said to for".split()
)
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_BEFORE_NAME: Final = frozenset(
    "the and of that this was were is are has had have from his her their which with as in on at by to for but said when".split()
)
_LEAST: Final = 3
_LONGEST: Final = 40  # letters; a longer run is no two words, and trying all its seams costs quadratic time
_COMMON: Final = 400  # times that clean news writes the other part
_NO_PROSE: Final = frozenset("#@/._")  # before a tag, a handle, a part of an address


class Glued(Check, frozen=True, kw_only=True):
    """Reports a word that clean news does not know and that is a function word and a common word in one.

    `{suggestion}` sets the space.
    """

    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word; the suggestion sets the space."""
        document, text = unit.document, unit.view.text
        places: dict[str, int] = {}
        for span in document.derived(rare_words):
            word = text[span.start : min(span.end, span.start + _LONGEST + 1)]
            if len(word) > _LONGEST or text[max(span.start - 1, 0) : span.start] in _NO_PROSE:
                continue
            if word not in places:
                places[word] = _before_name(word) or next(self._seams(word, document), 0)
            if (place := places[word]) and word not in document.settings.vocabulary:
                yield Match(span, (f"{word[:place]} {word[place:]}",))

    def _seams(self, word: str, document: Document) -> Iterator[int]:
        for place in range(2, len(word) - 1):
            first, last = word[:place], word[place:]
            other = last if first in _FIRST else first if last in _LAST else ""
            if len(other) >= _LEAST and word_count(document, other) >= _COMMON:
                yield place


def _before_name(word: str) -> int:
    """Where a function word runs into a name; 0 where none does."""
    seam = _CAPITAL.search(word)
    return seam.start() if seam and word[: seam.start()] in _BEFORE_NAME else 0
