"""Watching: which folders hold what a run depends on, and when something in them may have changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from newslint.article.readers import SUFFIXES
from newslint.article.readers.recognise import is_shared
from newslint.errors import FileError, MissingExtra
from newslint.run.ignoring import IGNORE_FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newslint.run.discovery import Target
    from newslint.run.plan import Plan

Stamp = tuple[int, int]  # when a file was changed, in ns, and its size
_SETTINGS: Final = (".yaml", ".yml")  # configurations, sidecars, packs, baselines
_QUIET_MS: Final = 50  # no event for so long, and an editor has finished saving
_WAIT_MS: Final = 2_000  # after which a look is taken without an event: network folders give none


def folders(arguments: Iterable[str], targets: Iterable[Target], plans: Iterable[Plan]) -> frozenset[str]:
    """The folders below those that were named, and those of the articles, their configurations and packs; hidden ones not."""
    found = {os.path.dirname(path) for target in targets for path in (target.path, target.config) if path}
    for pack in (spec for plan in plans for spec in plan.effective.packs or ()):
        if os.path.isabs(pack):
            found.add(pack if os.path.isdir(pack) else os.path.dirname(pack))
    for argument in arguments:
        for folder, below, _ in os.walk(os.path.abspath(argument)):
            below[:] = [name for name in below if not name.startswith(".") and name != "node_modules"]
            found.add(folder)
    return frozenset(folder for folder in found if os.path.isdir(folder))


def snapshot(watched: Iterable[str]) -> dict[str, Stamp]:
    """The files in some folders that may be articles or settings, each with its stamp, by path."""
    stamps: dict[str, Stamp] = {}
    for folder in watched:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if _matters(entry.name) and entry.is_file():
                        status = entry.stat()
                        stamps[entry.path] = (status.st_mtime_ns, status.st_size)
        except OSError:  # gone since, or not ours to read
            continue
    return stamps


def _matters(name: str) -> bool:
    if name.startswith(".") and not name.startswith(".newslint"):
        return name in IGNORE_FILES
    suffix = os.path.splitext(name)[1].lower()
    return name in IGNORE_FILES or suffix in SUFFIXES or suffix in _SETTINGS or is_shared(name)


def beats(watched: Callable[[], frozenset[str]]) -> Iterator[None]:
    """Comes round whenever something may have changed, and every two seconds; for ever.

    MissingExtra without watchfiles, FileError for folders that the system does not watch.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise MissingExtra("--watch needs watchfiles; run: pip install 'newslint[watch]'") from None
    while True:
        there = watched()
        try:
            for _ in watch(
                *sorted(there),
                watch_filter=None,
                recursive=False,
                debounce=4 * _QUIET_MS,
                step=_QUIET_MS,
                rust_timeout=_WAIT_MS,
                yield_on_timeout=True,
            ):
                yield
                if watched() != there:
                    break
        except OSError as fault:
            if there == watched():
                raise FileError(f"cannot watch {len(there):,} folders: {fault}; name fewer of them") from None
