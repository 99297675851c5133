"""Proofreader: sends an article's prose to LanguageTool in batches of paragraphs, and maps its issues to the prose.

Only what readers see is sent: the prose view has neither markup nor entities, and its map leads every offset
back to the file, so LanguageTool never sees markup that it would have to skip.
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

BATCH: Final = 8_000  # code points; larger requests are no faster, and a failed one costs more
_APART: Final = "\n\n"  # where LanguageTool sees the end of a paragraph
_UNREAD: Final = frozenset({"boilerplate", "byline", "dateline", "credit"})
# LanguageTool's English; plain `en` is for configurations without a region, and finds nothing specific to one variety.
VARIANTS: Final = {name.lower(): name for name in ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")}


def issues(document: Document) -> tuple[Issue, ...]:
    """LanguageTool's issues in a document, [start, end) in its prose; raises Unavailable if it cannot be asked."""
    outcome = document.derived(_outcome)
    if isinstance(outcome, Unavailable):
        raise outcome
    return outcome


def answers(language: str, texts: list[str]) -> dict[str, list[Issue]]:
    """What LanguageTool says about each text on its own; Unavailable as for `issues`."""
    try:
        return _reader(os.environ.get(session.VARIABLE, "")).answers(language, texts)
    except ServerError as fault:
        raise Unavailable(f"grammar rules did not run: {fault}") from None


def _outcome(document: Document) -> tuple[Issue, ...] | Unavailable:
    """The issues, or why there are none; requested once, however many rules need them."""
    try:
        return tuple(_reader(os.environ.get(session.VARIABLE, "")).read(document))
    except ServerError as fault:
        return Unavailable(f"grammar rules did not run: {fault}")


def variety(document: Document) -> str:
    """The language to request: the text's own, with the configured region if the text has none."""
    language, house = document.language.lower(), document.settings.language.lower()
    if "-" not in language and house.partition("-")[0] == language:
        language = house
    return VARIANTS.get(language, "en" if language.partition("-")[0] == "en" else language)


@cache
def _reader(_folder: str) -> Proofreader:
    return Proofreader(session.current())


class Proofreader:
    """Queries a session's server, only once for each paragraph."""

    def __init__(self, run: Session) -> None:
        self._run = run
        folder = run.settings.cache
        self._store: Store = Disk(Path(folder).expanduser(), run.identity) if folder else Memory()
        self._languages: frozenset[str] = frozenset()

    def read(self, document: Document) -> Iterator[Issue]:
        """The issues of a document in order of its paragraphs; ServerError if there is no server."""
        language = variety(document)
        paragraphs = list(_paragraphs(document))
        known = self.answers(language, [text for _, text in paragraphs])
        for start, text in paragraphs:
            yield from (issue.moved(start) for issue in known[text])

    def answers(self, language: str, texts: list[str]) -> dict[str, list[Issue]]:
        """The issues of each text, known or requested now; offsets are the text's own."""
        self._run.state()
        known = self._store.get(language, texts)
        for batch in batches([text for text in dict.fromkeys(texts) if text not in known]):
            fresh = dict(zip(batch, split(self._ask(_APART.join(batch), language), batch), strict=True))
            self._store.put(language, fresh)
            known.update(fresh)
        return known

    def _ask(self, text: str, language: str) -> list[Issue]:
        """The server's answer. A server that fails is replaced once in a run; refusing a text is not a failure."""
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
    """The pieces worth checking: (offset in the prose, text of the same length with spaces for line breaks)."""
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
    """Where a piece that starts there ends: with the paragraph, or at the last sentence or space that fits a batch."""
    if len(text) - start <= BATCH:
        return len(text)
    for stop in (". ", " "):
        at = text.rfind(stop, start, start + BATCH)
        if at > start:
            return at + len(stop)
    return start + BATCH


def batches(texts: list[str]) -> Iterator[list[str]]:
    """The texts in order, grouped into batches."""
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
    """The issues of each text of a joined batch, in its own offsets; an issue that spans two texts is dropped."""
    start = 0
    for text in batch:
        end = start + len(text)
        yield [issue.moved(-start) for issue in found if start <= issue.start and issue.end <= end]
        start = end + len(_APART)
