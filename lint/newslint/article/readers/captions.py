"""Captions as writers of Markdown set them: a paragraph that is all in italics, right after a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.article.readers.draft import Draft

# A picture in Markdown, linked or not, or as a tag, up to the mark that opens the italics.
_PICTURE = lazy(
    r"(?:!\[[^\[\]]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])|<img\b[^<>]*>)"
    r"(?:\]\([^()\n]*\)|</?(?!img\b)[a-z][^<>]*>|\{[^{}\n]*\})*\s*[*_]\Z"
)
_LONGEST: Final = 1_200  # code points of a picture with its address
_MARKS: Final = ("*", "_")


def mark_captions(content: str, drafts: Iterable[Draft]) -> None:
    """Makes captions of the paragraphs that are some."""
    for draft in drafts:
        if draft.kind is not None or not draft.parts:
            continue
        start, end = draft.parts[0].start, draft.parts[-1].end
        if content.startswith(_MARKS, start - 1) and content.startswith(_MARKS, end):
            draft.kind = "caption" if _PICTURE.search(content, max(start - _LONGEST, 0), start) else None
