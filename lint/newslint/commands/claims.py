"""claims: adds feeds of fact-checkers' reviews to the index of claims, shows what it holds, searches it, removes from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.claims.store import default_path
from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.errors import FileError, UsageError
from newslint.reporters.escape import printable
from newslint.reporters.report import counted
from newslint.run.discovery import shown
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from newslint.claims.adding import Added
    from newslint.claims.records import Record
    from newslint.commands.command import Streams

_SHOWN_BAD: Final = 10  # bad records that are shown of each file; the others are counted


def configure(parser: ArgumentParser) -> None:
    """Adds the action and what it is about."""
    parser.description = (
        "Manages the index of fact-checked claims for the rules of the pack claims. add: take the ClaimReview records of feeds "
        "(JSON-LD, JSON lines, pages, CSV; files or folders). status: show what the index holds. search: list the claims most like "
        "a text. remove: take out the reviews of a publisher, or the one at an address. Nothing is fetched."
    )
    parser.add_argument("action", choices=tuple(_ACTIONS), help="what to do")
    parser.add_argument(
        "what", metavar="FEED|TEXT|PUBLISHER|URL", nargs="*", help="feeds, words, publishers or addresses"
    )
    parser.add_argument(
        "--index", type=Path, metavar="FILE", help="the index (default: the key 'claims', else the user's)"
    )
    parser.add_argument(
        "--number", metavar="N", type=int, default=5, help="claims that search lists (default: %(default)s)"
    )
    parser.add_argument("--all", action="store_true", help="remove: the whole index")
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Performs the action."""
    return _ACTIONS[arguments.action](arguments, streams)


def _index(arguments: Namespace) -> Path:
    if arguments.index is not None:
        return Path(arguments.index)
    config = Planner(shared.command_line(arguments)).config(str(Path.cwd()))
    return Path(config.keys.claims) if config.keys.claims else default_path()


def _needed(arguments: Namespace, what: str) -> list[str]:
    if not arguments.what:
        raise UsageError(f"'newslint claims {arguments.action}' needs {what}")
    return list(arguments.what)


def _add(arguments: Namespace, streams: Streams) -> Outcome:
    """Adds feed after feed; one that cannot be used does not keep the others out."""
    from newslint.claims import adding, feeds, store

    index, failed = _index(arguments), False
    named = _needed(arguments, "a feed: a file or a folder with ClaimReview records")
    paths = [path for name in named for path in feeds.files(Path(name))]
    with store.writing(index) as database:
        for path in paths:
            try:
                added = adding.add(database, feeds.read(path))
            except FileError as fault:
                streams.stderr.write(f"newslint: {printable(str(fault))}\n")
                failed = True
                continue
            failed |= not (added.new or added.changed or added.known)
            _tell(shown(str(path.absolute())), added, streams)
        size = database.execute("select count(*) from records").fetchone()[0]
    streams.stdout.write(f"{counted(size, 'claim')} in {shown(str(index.absolute()))}\n")
    return Outcome.FAILED if failed else Outcome.CLEAN


def _tell(feed: str, added: Added, streams: Streams) -> None:
    parts = [f"{added.new:,} new", f"{added.changed:,} changed", f"{added.known:,} known", f"{len(added.bad):,} bad"]
    streams.stdout.write(f"{feed}: {', '.join(parts)}\n")
    for bad in added.bad[:_SHOWN_BAD]:
        streams.stderr.write(f"{feed}:{bad.line}: bad record: {printable(bad.reason)}\n")
    if (more := len(added.bad) - _SHOWN_BAD) > 0:
        streams.stderr.write(f"{feed}: {counted(more, 'more bad record')}\n")


def _status(arguments: Namespace, streams: Streams) -> Outcome:
    from newslint.claims import surveying

    path = _index(arguments)
    streams.stdout.writelines(f"{printable(line)}\n" for line in surveying.lines(path))
    return Outcome.CLEAN


def _search(arguments: Namespace, streams: Streams) -> Outcome:
    from newslint.claims.index import Index
    from newslint.claims.searching import search
    from newslint.reading import meaning

    text = " ".join(_needed(arguments, "a text to compare claims with"))
    found = search(Index(_index(arguments)), text, meaning.installed())[: max(arguments.number, 1)]
    for entry in found:
        streams.stdout.writelines(f"{printable(line)}\n" for line in _described(entry.record))
    if not found:
        streams.stdout.write("no claim has any of these words\n")
    return Outcome.CLEAN


def _described(record: Record) -> list[str]:
    by = f"{record.publisher}{f', {record.date}' if record.date else ''}"
    return [f"{record.rating} ({by}): {record.claim}", f"  {record.url}"]


def _remove(arguments: Namespace, streams: Streams) -> Outcome:
    from newslint.claims import adding, store

    path = _index(arguments)
    store.reading(path).close()
    if arguments.all:
        path.unlink()
        streams.stdout.write(f"removed {shown(str(path.absolute()))}\n")
        return Outcome.CLEAN
    names = _needed(arguments, "a publisher or the address of a review, or --all")
    with store.writing(path) as database:
        count = sum(adding.remove_of(database, name) for name in names)
    streams.stdout.write(f"removed {counted(count, 'claim')}\n")
    return Outcome.CLEAN


_ACTIONS: Final[dict[str, Callable[[Namespace, Streams], Outcome]]] = {
    "add": _add,
    "status": _status,
    "search": _search,
    "remove": _remove,
}
