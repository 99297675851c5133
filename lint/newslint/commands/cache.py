"""cache: shows or empties what is kept of earlier runs."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from newslint import kept_patterns
from newslint.commands.command import Outcome
from newslint.errors import FileError
from newslint.paths import default_folder
from newslint.reporters.report import counted
from newslint.run.cache import Cache, Status

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """The action."""
    parser.description = (
        "Results of articles that have not changed are taken from a cache. status: where it is and what\n"
        "is in it. clear: empty it. NEWSLINT_CACHE_DIR names another folder; NEWSLINT_NO_CACHE=1 or\n"
        "--no-cache does without."
    )
    parser.add_argument("action", choices=("status", "clear"), help="what to do")


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Performs the action. FileError if the cache cannot be used."""
    with closing(Cache()) as cache:
        before = cache.status()
        if arguments.action == "clear":
            cache.clear()
            kept_patterns.clear()
            if cache.status().results:
                raise FileError("another run is writing to the cache; try again when it has ended")
        if not cache.usable:
            raise FileError(cache.notice)
        streams.stdout.writelines(f"{line}\n" for line in _said(arguments.action, before))
        if cache.notice:
            streams.stderr.write(f"newslint: note: {cache.notice}\n")
    return Outcome.CLEAN


def _said(action: str, before: Status) -> Iterator[str]:
    results = counted(before.results, "result")
    if action == "clear":
        yield f"{results} dropped"
        return
    yield str(default_folder())
    yield f"{results}, {before.size / 1e6:.1f} MB"
    if before.results:
        yield f"used longest ago: {counted(before.oldest, 'day') + ' ago' if before.oldest else 'today'}"
