"""Words: an article's words in lower case, split once for all the checks that compare them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.article.document import Document

WORD = re.compile(r"\w+")


def unprintable(document: Document) -> bool:
    """Whether the prose has control characters, invisible characters or odd spaces; most has none. For `derived`."""
    return not document.prose.text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable()


def words(document: Document) -> list[str]:
    """The words of the folded prose, in order; use with `document.derived`."""
    return WORD.findall(document.folded().text)
