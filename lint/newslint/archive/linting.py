"""Linting: one article of an archive under one configuration; whatever is wrong with an article is part of what comes out."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, structs

from newslint.archive import bundle
from newslint.article.layout import LONGEST
from newslint.article.readers import FORMATS, PLAIN, documents_of
from newslint.config import file as configs
from newslint.config.effective import CommandLine
from newslint.errors import FileError, NewslintError, Unavailable
from newslint.knowledge.published import parse_day
from newslint.reporters.wire import error_values, finding_values
from newslint.run.discovery import Target
from newslint.run.files import look
from newslint.run.plan import Plan, Planner

if TYPE_CHECKING:
    from newslint.archive.bundle import Config
    from newslint.article.document import Document, Settings
    from newslint.article.readers import Format
    from newslint.article.text import Text
    from newslint.finding import Finding
    from newslint.reporters.report import FileReport

Row = dict[str, Any]  # a finding or an error, as `arrow.SCHEMA` has it; what it lacks is null
_BYTES: Final = 4  # of a code point, at most


class Article(Struct, frozen=True):
    """One article as an archive holds it: nothing of it has been checked yet.

    `text` should be a text or its bytes, `format` the name of a format (none: plain text), `date` a day, a time or a day in words.
    `outlet` is only counted by. `fault` says why there is no text.
    """

    id: str | None
    text: Any = None
    format: str | None = None
    date: Any = None
    outlet: str = ""
    fault: str = ""


class Linted(Struct, frozen=True):
    """What came of an article: its rows in the order of their places, its words, and what could not be checked."""

    rows: list[Row]
    words: int = 0
    notices: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something of the article could not be read or checked."""
        return any(row.get("error") for row in self.rows)


def plan_for(config: Config, today: datetime.date) -> Plan:
    """What is done with every article: made once a process. ConfigError or RuleError if the configuration cannot be used.

    Reading is quick, unless the configuration itself says `reading: thorough`.
    """
    return _plan(bundle.located(config), today)


@lru_cache(maxsize=8)
def _plan(path: str, today: datetime.date) -> Plan:
    thorough = configs.read(path).keys.reading == "thorough"
    data = {} if thorough else {"reading": "quick"}
    planner = Planner(CommandLine(today=today, data=data, config=path))
    return planner.plan("", path)


def lint(plan: Plan, article: Article) -> Linted:
    """Lints one article. Never raises for what an article holds."""
    if article.id is None:
        return Linted([failure("", "the id is null")])
    try:
        return _linted(plan, article, article.id)
    except NewslintError as fault:
        return Linted([_error(fault, article.id)])
    except Exception as fault:  # a reader that fails on one article must not cost the job
        message = f"newslint failed on this article: {type(fault).__name__}: {fault}; please report it"
        return Linted([failure(article.id, message)])


def failure(name: str, message: str) -> Row:
    """The row of an article that could not be read."""
    return {"path": name, "error": message}


def opened(article: Article, settings: Settings) -> Document:
    """An article as a document, with its own date; of a format that may hold several, the first. FileError if it is no text."""
    form, text = _text(article)
    day, _ = _day(article)
    return next(documents_of(text, structs.replace(settings, date=day), form.name))


def _linted(plan: Plan, article: Article, name: str) -> Linted:
    form, text = _text(article)
    day, faults = _day(article)
    dated = _dated(plan, day)
    document, report = look(dated, Target("", text.path, plan.config.path), text)
    errors = (*(FileError(fault) for fault in faults), *report.errors)
    missing = tuple(fault.message for fault in errors if isinstance(fault, Unavailable))
    rows = [_row(report, finding, name) for finding in report.shown]
    rows += [_error(fault, name) for fault in errors if not isinstance(fault, Unavailable)]
    words = _words(document, text, dated, form.name if form.exchanged else "")
    return Linted(rows, words, (*report.notices, *missing))


def _text(article: Article) -> tuple[Format, Text]:
    """The format of an article and its text, whose name says the format. FileError if there is none."""
    if article.fault:
        raise FileError(article.fault)
    form = FORMATS.get(article.format or PLAIN)
    if form is None:
        raise FileError(f"unknown format '{article.format}'; choose from {', '.join(FORMATS)}")
    text = form.decode(_bytes(article.text), f"{article.id}{form.suffixes[0]}")
    if len(text.content) > LONGEST:
        raise FileError(f"the text has more than {LONGEST:,} characters")
    return form, text


def _bytes(text: Any) -> bytes:
    """The bytes of a text. FileError for what is none, or is too long."""
    if text is None:
        raise FileError("the text is null")
    if not isinstance(text, (str, bytes)):
        raise FileError(f"the text is no text but {type(text).__name__}")
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(data) > _BYTES * LONGEST:
        raise FileError(f"the text has more than {_BYTES * LONGEST:,} bytes")
    return data


def _day(article: Article) -> tuple[datetime.date | None, tuple[str, ...]]:
    """The day of an article, and what is wrong with it."""
    value = article.date
    if isinstance(value, datetime.datetime):
        return value.date(), ()
    if value is None or value == "" or isinstance(value, datetime.date):
        return value or None, ()
    day = parse_day(str(value))
    return day, () if day else (f"'{str(value)[:40]}' is not a date; the article was linted without one",)


def _dated(plan: Plan, day: datetime.date | None) -> Plan:
    """The same plan for articles of a day: making another would cost a thousand times as much."""
    if day is None:
        return plan
    effective = plan.effective
    return structs.replace(
        plan, effective=structs.replace(effective, command=structs.replace(effective.command, date=day))
    )


def _row(report: FileReport, finding: Finding, name: str) -> Row:
    values = finding_values(report, finding)
    related = [structs.asdict(place) for place in values["related"]]
    return {**values, "path": name, "related": related, "scores": list(values["scores"].items())}


def _error(fault: NewslintError, name: str) -> Row:
    values = error_values(fault)
    place = {key: values[key] for key in ("line", "column") if values[key]}
    return {**failure(name, values["message"]), **place, "rule": values["rule"] or None}


def _words(document: Document, text: Text, plan: Plan, several: str) -> int:
    """The words that readers read; of a format that may hold several articles, those of all."""
    documents = documents_of(text, plan.effective.settings, several) if several else (document,)
    return sum(len(one.prose.text.split()) for one in documents)
