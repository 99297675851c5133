"""Discovery: arguments → the files to lint, sorted; what ignore files, patterns and default exclusions leave out.

With `os.path` and strings: paths as `pathlib` would cost as much again as reading the folders.
"""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from functools import lru_cache
from glob import glob, has_magic
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.readers import SUFFIXES
from newslint.article.readers.recognise import is_shared
from newslint.config.patterns import compiled
from newslint.engine.sidecar import SUFFIX as SIDECAR
from newslint.errors import FileError, NewslintError, UsageError
from newslint.run.passed_over import PassedOver, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.config.file import Config

STDIN: Final = "-"
# What lies beside articles in a repository and is none; in lower case.
DEFAULT_EXCLUDES: Final = ("readme*", "license*", "licence*", "changelog*", "requirements*.txt", "robots.txt")
IGNORE_FILES: Final = (".gitignore", ".newslintignore")
_FOLDERS: Final = frozenset({"node_modules", "__pycache__"})
# Where site generators keep their layouts and put what they make; in lower case.
LAYOUT_FOLDERS: Final = (
    *("_layouts", "_includes", "_templates", "_themes", "_site", "_build", "layouts", "archetypes", "templates"),
    *("themes", "public", "vendor", "bower_components", ".docusaurus", ".vitepress", "site-packages"),
)


class Target(Struct, frozen=True):
    """One file to lint. `path` is absolute (empty for standard input), `shown` as reports write it, `config` a path.

    `left_out` says why a file that was named is not linted.
    """

    path: str
    shown: str
    config: str = ""
    left_out: str = ""


class Discovery:
    """Walks folders, expands patterns, and asks what is excluded. `configure` gives the configuration of a folder.

    `force_exclude=False` lints files that are named, whatever excludes them.
    """

    def __init__(self, configure: Callable[[str], Config], *, force_exclude: bool = True) -> None:
        self._configure, self._force = configure, force_exclude
        self._seen: set[str] = set()
        self.passed_over = PassedOver()

    def find(self, arguments: Sequence[str]) -> Iterator[Target | NewslintError]:
        """The targets in the order of the arguments, each file once; an error for what is not there to be read."""
        for argument in arguments:
            if argument == STDIN:
                yield Target("", STDIN)
                continue
            for found in self._argument(argument):
                if isinstance(found, NewslintError) or found.path not in self._seen:
                    yield found
                if isinstance(found, Target):
                    self._seen.add(found.path)

    def _argument(self, argument: str) -> Iterator[Target | NewslintError]:
        path = os.path.abspath(argument)
        if os.path.isdir(path):
            yield from self._folder(path)
        elif os.path.lexists(path):
            yield self._named(path)
        elif has_magic(argument) and (matches := sorted(glob(argument, recursive=True))):
            for match in matches:
                yield from self._argument(match)
        else:
            what = "no file matches" if has_magic(argument) else "no such file or folder"
            yield UsageError(f"{what}; check the name", path=shown(path))

    def _named(self, path: str) -> Target | NewslintError:
        target = self._target(path)
        why = self._why(path, folder=False)
        if not why and (fault := _fault(path)):
            return fault
        why = why or unknown(path)
        if not why or not self._force:
            return target
        self.passed_over.excluded += 1
        return Target(path, target.shown, target.config, why)

    def _folder(self, path: str) -> Iterator[Target | NewslintError]:
        """The articles below a folder, in the order of their names; symbolic links to folders are not followed."""
        if self._force and (why := self._why(path, folder=True, named=True)):
            yield Target(path, shown(path), left_out=why)
            return
        stack = [path]
        while stack:
            here = stack.pop()
            try:
                with os.scandir(here) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError as fault:
                yield FileError(f"cannot read the folder: {fault.strerror}", path=shown(here))
                continue
            names = {entry.name for entry in found}
            for entry in found:
                if _is_folder(entry) or entry.name.startswith("."):
                    continue
                if entry.name.endswith(SIDECAR):
                    self._note_sidecar(entry.path, names)
                elif self._is_article(entry) and self._is_readable(entry.path):
                    yield self._target(entry.path)
            stack += [entry.path for entry in reversed(found) if self._is_open(entry)]

    def _is_article(self, entry: os.DirEntry[str]) -> bool:
        suffix = os.path.splitext(entry.name)[1].lower()
        if suffix not in SUFFIXES and (not is_shared(suffix) or unknown(entry.path)):
            self.passed_over.formats[suffix or "without a suffix"] += 1
            return False
        excluded = bool(self._why(entry.path, folder=False))
        self.passed_over.excluded += excluded
        return not excluded

    def _is_readable(self, path: str) -> bool:
        """Whether a path in a folder is a file: repositories hold links to nowhere, which is nobody's failure."""
        if why := _fault(path):
            self.passed_over.notices.append(f"{shown(path)} is skipped: {why.message}")
        return not why

    def _note_sidecar(self, path: str, names: set[str]) -> None:
        article = path.removesuffix(SIDECAR)
        if os.path.basename(article) not in names and not self._why(article, folder=False):
            self.passed_over.notices.append(
                f"{shown(path)} suppresses nothing because {shown(article)} does not exist; rename or remove it"
            )

    def _is_open(self, entry: os.DirEntry[str]) -> bool:
        hidden = entry.name.startswith(".") or entry.name in _FOLDERS
        return not hidden and _is_folder(entry, follow=False) and not self._why(entry.path, folder=True)

    def _target(self, path: str) -> Target:
        return Target(path, shown(path), self._configure(os.path.dirname(path)).path)

    def excluded(self, path: str) -> str:
        """Why a file at a path, there or not, would not be linted though it is named; empty if it would."""
        return self._why(path, folder=False) if self._force else ""

    def _why(self, path: str, *, folder: bool, named: bool = False) -> str:
        """What excludes a file or folder: its configuration, an ignore file, its name; empty if nothing does.

        A folder of layouts that is named is not excluded by its name.
        """
        config = self._configure(path if folder else os.path.dirname(path))
        verdict = _matched(config.keys.exclude, config.folder, path, folder=folder)
        if verdict is not None:
            return f"'exclude' in {shown(config.path)}" if verdict else ""
        name = os.path.basename(path).lower()
        usual = (() if named else LAYOUT_FOLDERS) if folder else DEFAULT_EXCLUDES
        if config.keys.default_excludes and any(fnmatchcase(name, pattern) for pattern in usual):
            return "excluded by default"
        return ignored(path, folder=folder)


def _is_folder(entry: os.DirEntry[str], *, follow: bool = True) -> bool:
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:  # a link that leads to itself
        return False


def _fault(path: str) -> FileError | None:
    """Why a path that is there is no file to read; opening is tried when it is linted."""
    if os.path.isfile(path):
        return None
    if os.path.exists(path):
        return FileError("not a regular file; leave it out", path=shown(path))
    return FileError("the symbolic link leads nowhere; fix or remove it", path=shown(path))


def ignored(path: str, *, folder: bool) -> str:
    """The ignore file that leaves out a path or a folder above it, or an empty string."""
    if folder and _is_root(path):
        return ""
    above = os.path.dirname(path)
    for base, names, lines in _ignore_files(above):
        verdict = _matched(lines, base, path, folder=folder)
        if verdict is not None:
            return f"ignored in {shown(os.path.join(base, names))}" if verdict else ""
    return _ignored_folder(above)


@lru_cache(maxsize=8192)
def _ignored_folder(path: str) -> str:
    return ignored(path, folder=True)


@lru_cache(maxsize=8192)
def _ignore_files(folder: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(folder, names, lines) of the ignore files at and above a folder, the nearest first, not beyond the repository."""
    found = {name: lines for name in IGNORE_FILES if (lines := _lines(os.path.join(folder, name)))}
    own = ((folder, " or ".join(found), tuple(line for lines in found.values() for line in lines)),) if found else ()
    return own if _is_root(folder) else (*own, *_ignore_files(os.path.dirname(folder)))


@lru_cache(maxsize=8192)
def _is_root(folder: str) -> bool:
    """Whether ignore files above a folder do not count: it is a repository's top, or in none and not within ours."""
    if os.path.dirname(folder) == folder or os.path.exists(os.path.join(folder, ".git")):
        return True
    here = os.getcwd()
    return not _in_repository(folder) and (folder == here or not folder.startswith(here + os.sep))


@lru_cache(maxsize=8192)
def _in_repository(folder: str) -> bool:
    above = os.path.dirname(folder)
    return os.path.exists(os.path.join(folder, ".git")) or (above != folder and _in_repository(above))


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return [line for line in file.read().split("\n") if line.strip() and not line.startswith("#")]
    except OSError:
        return []  # not there, or not ours to read: it then excludes nothing, as for git


def _matched(lines: Sequence[str], base: str, path: str, *, folder: bool) -> bool | None:
    """Whether patterns leave a path out (True), take it back in (False) or do not speak of it (None)."""
    if not lines or not path.startswith(base):
        return None
    relative = os.path.relpath(path, base).replace(os.sep, "/")
    if relative.startswith("..") or relative == ".":
        return None
    return compiled(tuple(lines)).check_file(f"{relative}/" if folder else relative).include  # type: ignore[no-any-return]


def shown(path: str) -> str:
    """A path as reports write it: relative with `/` inside the working folder, else absolute."""
    here = os.getcwd()
    inside = path == here or path.startswith(here if here.endswith(os.sep) else here + os.sep)
    return (os.path.relpath(path, here) if inside else path).replace(os.sep, "/")
