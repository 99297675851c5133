"""Proofreader: an article's prose to LanguageTool, by batches of paragraphs, and its issues in the prose's offsets.

Only what a reader reads is sent: the prose view has neither markup nor entities, and its own map leads every offset
back to the file, so LanguageTool never sees markup that it would have to be told to skip.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.errors import Unavailable
from newslint.languagetool import client, session
from newslint.languagetool.client import Issue, Refused, ServerError
from newslint.languagetool.store import Disk, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.languagetool.session import Session
    from newslint.languagetool.store import Store

BATCH: Final = 8_000  # code points; larger requests are no faster, and one that fails costs more
_APART: Final = "\n\n"  # what LanguageTool takes for the end of a paragraph
_UNREAD: Final = frozenset({"boilerplate", "byline", "dateline", "credit"})
# English as LanguageTool knows it; plain `en` is for a house that has not said which, and finds nothing of one variety.
VARIANTS: Final = {name.lower(): name for name in ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")}


def issues(document: Document) -> tuple[Issue, ...]:
    """LanguageTool's issues in a document, [start, end) in its prose; Unavailable says why there are none to be had."""
    outcome = document.derived(_outcome)
    if isinstance(outcome, Unavailable):
        raise outcome
    return outcome


def answers(language: str, texts: list[str]) -> dict[str, list[Issue]]:
    """What LanguageTool says of each text taken by itself; Unavailable as for `issues`."""
    try:
        return _reader(os.environ.get(session.VARIABLE, "")).answers(language, texts)
    except ServerError as fault:
        raise Unavailable(f"grammar rules did not run: {fault}") from None


def _outcome(document: Document) -> tuple[Issue, ...] | Unavailable:
    """The issues, or what keeps them away: asked for once, whatever the number of rules."""
    try:
        return tuple(_reader(os.environ.get(session.VARIABLE, "")).read(document))
    except ServerError as fault:
        return Unavailable(f"grammar rules did not run: {fault}")


def variety(document: Document) -> str:
    """The language to ask for: the text's own, with the house's region where the text has none."""
    language, house = document.language.lower(), document.settings.language.lower()
    if "-" not in language and house.partition("-")[0] == language:
        language = house
    return VARIANTS.get(language, "en" if language.partition("-")[0] == "en" else language)


@cache
def _reader(_folder: str) -> Proofreader:
    return Proofreader(session.current())


class Proofreader:
    """Asks a session's server, and nobody twice about the same paragraph."""

    def __init__(self, run: Session) -> None:
        self._run = run
        folder = run.settings.cache
        self._store: Store = Disk(Path(folder).expanduser(), run.identity) if folder else Memory()
        self._languages: frozenset[str] = frozenset()

    def read(self, document: Document) -> Iterator[Issue]:
        """The issues of a document in order of its paragraphs; ServerError if the server cannot be had."""
        language = variety(document)
        paragraphs = list(_paragraphs(document))
        known = self.answers(language, [text for _, text in paragraphs])
        for start, text in paragraphs:
            yield from (issue.moved(start) for issue in known[text])

    def answers(self, language: str, texts: list[str]) -> dict[str, list[Issue]]:
        """What is known or can be asked of each text; offsets are the text's own."""
        self._run.state()
        known = self._store.get(language, texts)
        for batch in batches([text for text in dict.fromkeys(texts) if text not in known]):
            fresh = dict(zip(batch, split(self._ask(_APART.join(batch), language), batch), strict=True))
            self._store.put(language, fresh)
            known.update(fresh)
        return known

    def _ask(self, text: str, language: str) -> list[Issue]:
        """The server's answer. One that fails is replaced once in a run; a text that it refuses is not its fault."""
        url, limit = self._run.url(), self._run.settings.request_limit
        try:
            self._confirm(url, language)
            return client.check(url, text, language, limit)
        except Refused:
            raise
        except ServerError:
            url = self._run.another(url)
        try:
            return client.check(url, text, language, limit)
        except ServerError as fault:
            self._run.give_up(str(fault))
            raise

    def _confirm(self, url: str, language: str) -> None:
        self._languages = self._languages or client.languages(url, self._run.settings.request_limit)
        if language not in self._languages:
            raise Refused(f"the LanguageTool server does not support '{language}'")


def _paragraphs(document: Document) -> Iterator[tuple[int, str]]:
    """What is worth reading: (offset in the prose, text of the same length, its line breaks made blanks)."""
    for segment in document.segments:
        if segment.kind in _UNREAD or segment.start in document.foreign:
            continue
        text = document.prose.text[segment.start : segment.end].replace("\r", " ").replace("\n", " ")
        start = 0
        while start < len(text):
            end = _cut(text, start)
            yield segment.start + start, text[start:end]
            start = end


def _cut(text: str, start: int) -> int:
    """Where a piece that starts there ends: with the paragraph, or at the last sentence or blank that fits a batch."""
    if len(text) - start <= BATCH:
        return len(text)
    for stop in (". ", " "):
        at = text.rfind(stop, start, start + BATCH)
        if at > start:
            return at + len(stop)
    return start + BATCH


def batches(texts: list[str]) -> Iterator[list[str]]:
    """The texts in order, as many together as fit a batch."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text) + len(_APART)
    if batch:
        yield batch


def split(found: list[Issue], batch: list[str]) -> Iterator[list[Issue]]:
    """The issues of each text of a joined batch, in its own offsets; one that spans two texts is about neither."""
    start = 0
    for text in batch:
        end = start + len(text)
        yield [issue.moved(-start) for issue in found if start <= issue.start and issue.end <= end]
        start = end + len(_APART)
