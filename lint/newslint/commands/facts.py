"""facts: what an article says, as newslint compares it: who, how many, when, and who said what."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct

from newslint.commands import arguments as shared
from newslint.commands import article
from newslint.commands.command import Outcome
from newslint.finding import Span
from newslint.knowledge.attribution import attributions
from newslint.knowledge.facts import times
from newslint.knowledge.facts.ages import ages
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.quantities import quantities
from newslint.reporters.columns import clipped, padded
from newslint.reporters.escape import printable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.commands.command import Streams

_LONGEST: Final = 60  # code points of a fact's words in the table
_KINDS: Final = ("person", "age", "quantity", "time", "quotation")


class Fact(Struct, frozen=True):
    """A fact of one of the kinds, its place in the prose, and what is known of it by name."""

    kind: str
    span: Span
    known: dict[str, Any]


def configure(parser: ArgumentParser) -> None:
    """Which article, which facts, and how they are printed."""
    parser.description = (
        "Lists what an article says, as newslint compares it: people, ages, figures, times and quotations."
    )
    parser.add_argument("file", metavar="FILE", help="an article")
    parser.add_argument("--kind", choices=_KINDS, action="append", help="only facts of this kind; may be repeated")
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print them (default: table)"
    )
    shared.add_article(parser)
    shared.add_reading(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Prints the facts in the order of the text."""
    document, path = article.named(arguments)
    found = sorted(facts(document), key=lambda fact: (fact.span, _KINDS.index(fact.kind)))
    chosen = [fact for fact in found if not arguments.kind or fact.kind in arguments.kind]
    if arguments.format == "json":
        rows = {"path": path, "facts": [_row(document, fact) for fact in chosen]}
        streams.stdout.write(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n")
    else:
        streams.stdout.writelines(f"{line}\n" for line in _table(document, chosen))
    return Outcome.CLEAN


def facts(document: Document) -> Iterator[Fact]:
    """All facts of an article, kind by kind."""
    people = document.derived(cast)
    for named in (one for one in people.named if one.person in people.likely):
        yield Fact("person", Span(named.start, named.end), {"name": people.persons[named.person].name})
    for age in document.derived(ages):
        holder = {"name": people.persons[age.holder].name} if 0 <= age.holder < len(people.persons) else {}
        yield Fact("age", Span(age.start, age.end), holder)
    for one in document.derived(quantities):
        counted = {"counted": one.counted.head} if one.counted else {}
        unit = {"unit": one.unit} if one.unit else {}
        hedge = {"hedge": one.number.hedge} if one.number.hedge else {}
        value = int(one.value) if one.kind == "year" else one.value
        yield Fact("quantity", one.span, {"quantity": one.kind, "value": value, **unit, **counted, **hedge})
    view = document.folded()
    for time in times.times_in(document, 0, len(view.text)):
        yield Fact("time", view.span(time.start, time.end), {"time": time.grain, **_days(time)})
    for said in document.derived(attributions):
        speaker = {"speaker": _text(document, said.speaker)} if said.speaker else {}
        yield Fact("quotation", Span(said.quotation.start, said.quotation.end), speaker)


def _days(time: times.Time) -> dict[str, str]:
    """The first and the last day of a time that is of one place in the calendar; nothing of a weekday or a time of day."""
    if time.period is None or not time.dated:
        return {}
    return {"from": _day(time.period.first), "to": _day(time.period.last)}


def _day(number: float) -> str:
    """A day of the calendar, ISO 8601."""
    return datetime.date.fromordinal(max(int(number), 1)).isoformat()


def _table(document: Document, found: list[Fact]) -> Iterator[str]:
    for fact in found:
        place = document.text.place(document.prose.span(fact.span.start, fact.span.end).start)
        words = clipped(printable(" ".join(_text(document, fact.span).split())), _LONGEST)
        known = ", ".join(f"{name} {_plain(value)}" for name, value in fact.known.items())
        yield (
            f"{place.line}:{place.column}".ljust(9)
            + fact.kind.ljust(11)
            + f"{padded(words, _LONGEST)}  {printable(known)}".rstrip()
        )


def _plain(value: Any) -> str:
    return f"{value:,.10g}" if isinstance(value, float) else str(value)


def _row(document: Document, fact: Fact) -> dict[str, Any]:
    span = document.prose.span(fact.span.start, fact.span.end)
    start, end = document.text.place(span.start), document.text.place(span.end)
    place = {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
    return {"kind": fact.kind, **place, "text": _text(document, fact.span), **fact.known}


def _text(document: Document, span: Span) -> str:
    return document.prose.text[span.start : span.end]
