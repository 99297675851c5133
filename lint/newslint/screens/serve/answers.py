"""Answers: what was found in an article, as the page shows it and as other programs read it."""

from __future__ import annotations

from io import StringIO
from itertools import count
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct, structs

from newslint.article.readers import FORMATS, READERS, format_of, layouts
from newslint.editing.edits import edits
from newslint.page.article import body, note_name, notes, strip
from newslint.page.sides import table
from newslint.reading import models
from newslint.reporters import reporter
from newslint.reporters.html import articles
from newslint.reporters.report import Summary
from newslint.run.described import described
from newslint.screens.serve.asked import Source, text_of
from newslint.screens.serve.units import Units
from newslint.sources.beside import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.finding import Finding
    from newslint.screens.serve.linting import Linted

_MOST: Final = 5  # suggestions of one finding
_LINES: Final = {"list-item": "- "}  # what begins a line of text
_NAME: Final = "n0"


class Change(Struct, frozen=True):
    """Replaces [start, end) of the text that was sent, in UTF-16 units, by `text`."""

    start: int
    end: int
    text: str


class Choice(Struct, frozen=True):
    """One suggestion: its words, and the changes that it makes."""

    words: str
    changes: list[Change]


class Spot(Struct, frozen=True):
    """A finding: the id of its note, its place in UTF-16 units, and what may be done about it."""

    id: str
    start: int
    end: int
    severity: str
    fingerprint: str
    choices: list[Choice]


class Look(Struct, frozen=True):
    """All that the page shows of an article; `more`: it may ask for a thorough reading."""

    verdict: Literal["publish", "hold"]
    sentence: str
    strip: str
    article: str
    notes: str
    sides: str
    spots: list[Spot]
    faults: list[str]
    more: bool


class Opened(Struct, frozen=True):
    """An article of a file, as text that can be edited: its name, which says its format, and its content."""

    name: str
    content: str


def summary(linted: Linted) -> Summary:
    """The sum of a run over this one article."""
    effective = linted.plan.effective
    names = models.names(effective.parser, reader=effective.reader)
    return Summary(pipelines=tuple(sorted(names))).plus(linted.report)


def looked(linted: Linted) -> Look:
    """An article as the page shows it."""
    report = linted.report
    rules = {rule.id: rule for rule in described([linted.plan])}
    shown = list(articles(report, linted.text, rules, _NAME))
    ids = [note_name(one, number) for one in shown for number in range(len(one.notes))]
    return Look(
        "hold" if report.fails or report.errors else "publish",
        _sentence(summary(linted)),
        "".join(map(strip, shown)),
        "".join(map(body, shown)),
        "".join(map(notes, shown)),
        "".join(table(rows(linted.document))) if linted.document.sources else "",
        list(_spots(linted, ids)),
        [*map(str, report.errors), *report.notices],
        linted.more,
    )


def _sentence(found: Summary) -> str:
    return f"{found.found[:1].upper()}{found.found[1:]}; {found.reading} reading."


def _spots(linted: Linted, ids: list[str]) -> Iterator[Spot]:
    """The findings, for the format of somebody who writes; of files that programs exchange nothing is changed."""
    if FORMATS[format_of(linted.text.path, linted.text.content)].exchanged:
        return
    unit = Units(linted.text.content)
    for name, finding in zip(ids, linted.report.shown, strict=True):
        place = unit(finding.span.start), unit(finding.span.end)
        choices = list(_choices(linted, finding, unit))
        yield Spot(name, *place, finding.severity.label, finding.fingerprint, choices)


def _choices(linted: Linted, finding: Finding, unit: Units) -> Iterator[Choice]:
    """The suggestions that can be applied where they are."""
    for words in finding.suggestions[:_MOST]:
        alone = structs.replace(finding, suggestions=(words,))
        made = edits(linted.document, [alone], unsafe=True)
        if made:
            yield Choice(words, [Change(unit(edit.start), unit(edit.end), edit.text) for edit in made])


def reported(linted: Linted, form: str) -> str:
    """A report in one of REPORTERS."""
    stream = StringIO()
    writer = reporter(form)(stream)
    writer.begin(described([linted.plan]))
    writer.file(linted.report)
    writer.end(summary(linted))
    return stream.getvalue()


def opened(file: Source, name: str) -> list[Opened]:
    """The articles of a file as text that can be edited: a written format as it is, any other as plain text.

    UsageError or FileError if the file is no text.
    """
    text = text_of(file, name)
    form = format_of(name, file.data or text.content)
    if not FORMATS[form].exchanged:
        return [Opened(name, text.content)]
    suffix = READERS[0].suffixes[0]
    number = count(1)
    return [
        Opened(f"{name}-{next(number)}{suffix}", written) for one in layouts(text, form) if (written := _plain(one))
    ]


def _plain(layout: Layout) -> str:
    """An article as somebody would have typed it: blocks between empty lines."""
    prose = layout.prose.text
    blocks = ((_LINES.get(one.kind, ""), " ".join(prose[one.start : one.end].split())) for one in layout.segments)
    return "".join(f"{mark}{words}\n\n" for mark, words in blocks if words)
