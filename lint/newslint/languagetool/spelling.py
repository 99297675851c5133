"""Spelling: which of the words unknown to LanguageTool are slips rather than names, terms or the other variety.

Of the 92 words in 10,000 of published news that LanguageTool does not know, hardly three are wrong (see
benchmarks/GRAMMAR.md). Kept are words that no variety of English knows, that the article uses once, and that a typing
error explains: a letter too many or too few, or two letters transposed. A wrong letter does not count: that is how any
unknown word differs from its nearest neighbour (`slurpee`, `slurped`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.languagetool.proofreader import answers, variety
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.document import Document
    from newslint.languagetool.client import Issue

SHORTEST: Final = 7  # letters; shorter words are too similar to too many others
_WORD: Final = lazy(r"[a-z]+")
_SPELLER: Final = "MORFOLOGIK_RULE_EN"


def slips(document: Document, found: Iterable[Issue]) -> Iterator[Issue]:
    """The issues that are typing errors, in order."""
    text = document.prose.text
    words = _WORD.findall(text.lower())
    accepted = {part.lower() for name in document.settings.vocabulary for part in name.split()}
    seen = [(issue, text[issue.start : issue.end]) for issue in found]
    likely = [(i, word) for i, word in seen if word not in accepted and _plain(word, words) and _explained(i, word)]
    unknown = _unknown_elsewhere(document, {word for _, word in likely})
    return (issue for issue, word in likely if word in unknown)


def is_slip(seen: str, meant: str) -> bool:
    """Whether one letter too many or too few, or two in the wrong order, turn `meant` into `seen`.

    The first and last letters must agree: an unknown word has its ending there, and a name its capital.
    """
    if (seen[:1], seen[-1:]) != (meant[:1], meant[-1:]) or seen == meant or not meant.isalpha():
        return False
    longer, shorter = (seen, meant) if len(seen) > len(meant) else (meant, seen)
    at = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) != len(shorter):
        return longer[at + 1 :] == shorter[at:]
    return seen[at : at + 2] == meant[at : at + 2][::-1] and seen[at + 2 :] == meant[at + 2 :]


def _plain(word: str, words: list[str]) -> bool:
    return len(word) >= SHORTEST and _WORD.fullmatch(word) is not None and words.count(word) == 1


def _explained(issue: Issue, word: str) -> bool:
    """Whether LanguageTool's best suggestion makes it a slip; the others would make slips of many names."""
    return bool(issue.replacements) and is_slip(word, issue.replacements[0])


def _unknown_elsewhere(document: Document, words: set[str]) -> frozenset[str]:
    """Those of the words that neither British nor American English knows."""
    if not words:
        return frozenset()
    other = "en-US" if variety(document) != "en-US" else "en-GB"
    said = answers(other, sorted(words))
    return frozenset(word for word in words if any(issue.rule.startswith(_SPELLER) for issue in said[word]))
