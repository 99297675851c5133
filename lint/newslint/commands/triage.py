"""triage: articles in the order of their need of a reader, with the reasons."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from msgspec import structs

from newslint.commands import arguments as shared
from newslint.commands import article
from newslint.commands.command import Outcome
from newslint.reporters.columns import measure, padded
from newslint.reporters.escape import encodable, printable, shorten
from newslint.reporters.indented import json_text
from newslint.reporters.report import counted
from newslint.run.need import Need, Reason, need
from newslint.run.plan import Planner
from newslint.run.processes import run as run_files

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from newslint.commands.command import Streams

_MOST_REASONS: Final = 3  # in a line of the table; JSON has them all
_LONGEST: Final = 60  # code points of what is said of a failure, in the table


def configure(parser: ArgumentParser) -> None:
    """Which articles, and how the list is printed."""
    parser.description = (
        "Lists articles in the order of their need of a reader, with the reasons. Points: for each rule,\n"
        "10 (error), 3 (warning) or 1 (info), times the share of its judged findings that were right,\n"
        "times 1 + 1/2 + 1/3 … for its findings in the article; 10 for what failed, at least 3 for what\n"
        "could not be read."
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print the list (default: table)"
    )
    parser.add_argument("--limit", metavar="N", type=shared.number, help="list the first N articles only")
    shared.add_run(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Prints the list. UsageError if there is nothing to list."""
    needs, failed = [], False
    with closing(Planner(shared.command_line(arguments))) as planner:
        targets = article.all_named(planner, arguments.paths)
        with closing(run_files(planner, targets, arguments.jobs)) as reports:
            for report in reports:
                needs.append(need(report))
                failed |= bool(report.errors)
    ranked = sorted((one for one in needs if one.reasons), key=lambda one: (-one.points, one.path))
    listed = ranked[: arguments.limit]
    if arguments.format == "json":
        rows = [_row(number, one) for number, one in enumerate(listed, 1)]
        streams.stdout.write(json_text({"version": 1, "articles": rows, "without": len(needs) - len(ranked)}))
    else:
        streams.stdout.writelines(f"{line}\n" for line in _table(listed))
    articles = counted(len(needs), "article")
    streams.stderr.write(f"{len(ranked)} of {articles} {'has' if len(ranked) == 1 else 'have'} something to look at\n")
    return Outcome.FAILED if failed else Outcome.CLEAN


def _table(needs: Sequence[Need]) -> Iterator[str]:
    if not needs:
        return
    width = max(measure(printable(one.path)) for one in needs)
    yield f"points  {'article':{width}}  why"
    for one in needs:
        reasons = [_said(reason) for reason in one.reasons[:_MOST_REASONS]]
        more = [f"and {len(one.reasons) - _MOST_REASONS} more"] if len(one.reasons) > _MOST_REASONS else []
        yield f"{one.points:6.1f}  {padded(printable(one.path), width)}  {'; '.join([*reasons, *more])}"


def _said(reason: Reason) -> str:
    """`warning machine.spun-idiom at 3:28`, `2 infos house.maybe from 1:1`, or what failed."""
    if not reason.rule:
        return shorten(printable(reason.message), _LONGEST)
    one = reason.count == 1
    place = f" {'at' if one else 'from'} {reason.line}:{reason.column}" if reason.line else ""
    return f"{reason.severity if one else counted(reason.count, reason.severity)} {printable(reason.rule)}{place}"


def _row(rank: int, one: Need) -> dict[str, Any]:
    """An article as JSON has it."""
    reasons = [
        {
            **{key: value for key, value in structs.asdict(reason).items() if value or key in ("judged", "share")},
            "points": round(reason.points, 3),
            "share": round(reason.share, 3),
            "message": encodable(reason.message),
        }
        for reason in one.reasons
    ]
    return {"rank": rank, "path": encodable(one.path), "points": round(one.points, 3), "reasons": reasons}
