"""Looking: a file read through: its articles opened, joined with their sources, linted; and what that turned out to depend on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import structs

from newslint.article.readers import FORMATS, WHOLE, documents_of, format_of, in_parts
from newslint.article.readers.recognise import HEAD
from newslint.engine import sidecar
from newslint.engine.several import lint_all
from newslint.run.site import templated
from newslint.stopwatch import timed_each

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.readers import Format
    from newslint.article.text import Text
    from newslint.reporters.report import FileReport
    from newslint.run.discovery import Target
    from newslint.run.plan import Plan
    from newslint.run.sources import Joined


IN_PARTS: Final = f"read in parts, because it is longer than {WHOLE:,} characters"


class Looked(NamedTuple):
    """A file as a document, all that the rules find in it, and what of the world outside the file was asked for that.

    Of a format that may hold several articles, a document of the file without any of them, and what is found in all.
    `read_today`: a rule was told the day. `files` are the sources, with the digests of their bytes, by absolute path.
    """

    document: Document
    report: FileReport
    read_today: bool = False
    files: dict[str, bytes] = {}


def read_through(plan: Plan, target: Target, text: Text, sources: Sequence[Text] | None = None) -> Looked:
    """What a decoded file holds; `sources` as for `files.look`.

    ConfigError if its sidecar cannot be used, FileError if a source cannot be read.
    """
    settings = plan.effective.settings
    if in_site(target):
        settings = structs.replace(settings, templated=True)
    beside = sidecar.read(target.path, target.shown) if target.path else sidecar.Sidecar()
    form = FORMATS[format_of(target.shown, text.content[:HEAD])]
    articles = _Articles(plan, target, beside.sources, sources)
    read = timed_each("stage", "reading articles", documents_of(text, settings, form.name))
    documents = articles.joined(read)
    if form.exchanged:
        document, report = lint_all(plan.linter, documents, beside.ignore)
    elif in_parts(text, form.name):
        document, report = lint_all(plan.linter, documents, beside.ignore)
        articles.notices[f"{target.shown} was {IN_PARTS}; nothing in one is compared with another"] = None
    else:
        document = next(documents)
        report = plan.linter.lint(document, beside.ignore)
        articles.note(document)
    report = structs.replace(report, notices=(*report.notices, *articles.notices))
    return Looked(document, report, articles.read_today, articles.files)


def form_of(target: Target, data: bytes) -> Format:
    """The format of a file, by its name and how it begins."""
    return FORMATS[format_of(target.shown, data)]


def in_site(target: Target) -> bool:
    """Whether a site generator replaces the template tags of a file."""
    return bool(target.path) and templated(str(Path(target.path).parent))


class _Articles:
    """The articles of a file on their way through the linter, and what they turn out to depend on."""

    def __init__(self, plan: Plan, target: Target, beside: Sequence[str], given: Sequence[Text] | None) -> None:
        self._plan, self._target, self._beside, self._given = plan, target, beside, given
        self.notices: dict[str, None] = {}
        self.files: dict[str, bytes] = {}
        self.read_today = False

    def joined(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Each article with its sources; what is asked for another has been linted."""
        for alone in documents:
            joined = self._joined(alone)
            self.notices.update(dict.fromkeys(joined.notices))
            self.files.update(joined.files)
            yield joined.document
            self.note(joined.document)

    def _joined(self, alone: Document) -> Joined:
        sources = self._plan.sources
        if self._given is not None:
            return sources.given(alone, self._given)
        return sources.joined(alone, self._target, self._beside)

    def note(self, document: Document) -> None:
        """Takes down what a linted article has asked for."""
        self.read_today |= any(one.read_today for one in (document, *document.sources))
