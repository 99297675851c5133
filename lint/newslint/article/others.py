"""Whose words an article shows besides its own, each kind as stretches of the prose, found when a rule first asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newslint.article.bold_turns import bold_turns
from newslint.article.bulletins import bulletins
from newslint.article.recited import recited
from newslint.article.reprints import reprints
from newslint.article.stretches import Stretches, apart
from newslint.article.threads import threads
from newslint.article.titles import titles
from newslint.article.turns import TRANSCRIBED, speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.layout import Layout
    from newslint.article.quotation import Quotation


class Others:
    """The words of others in a layout; `content` is the file's text, and its prose has the quotations given."""

    def __init__(self, content: str, layout: Layout, quotations: Sequence[Quotation]) -> None:
        self._content, self._layout, self._quotations = content, layout, quotations
        self._text, self._segments = layout.prose.text, layout.segments

    @cached_property
    def reprinted(self) -> Stretches:
        """What is shown as it was written."""
        shown = reprints(self._text, self._segments, self._quotations, self.titles)
        copied = bulletins(self._content, self._layout.prose, self._segments)
        return Stretches(apart([*shown, *copied, *self.titles.spans]))

    @cached_property
    def titles(self) -> Stretches:
        """The titles of other sites' pages."""
        return Stretches(titles(self._content, self._layout.prose, self._segments))

    @cached_property
    def threads(self) -> Stretches:
        """The mails that a page shows one after another, which it may have edited."""
        return Stretches(apart(threads(self._text, self._segments)))

    @cached_property
    def block_quotes(self) -> Stretches:
        """The block quotes, where a page does not use them for its looks."""
        quotes = (s for s in self._segments if s.kind == "block-quote" and not self._layout.indents)
        return Stretches((segment.start, segment.end) for segment in quotes)

    @cached_property
    def speech(self) -> Stretches:
        """What is said in a transcript or an interview, taken down word for word."""
        transcribed = any(TRANSCRIBED.search(field.name) for field in self._layout.fields)
        said = speech(self._text, self._segments, transcribed=transcribed)
        return Stretches(apart([*said, *bold_turns(self._content, self._layout.prose, self._segments)]))

    @cached_property
    def recited(self) -> Stretches:
        """The lessons and psalms of a service."""
        return Stretches(recited(self._text, self._segments))
