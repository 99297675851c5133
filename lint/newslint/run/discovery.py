"""Discovery: arguments → the files to lint, sorted; what ignore files, patterns and default exclusions leave out.

With `os.path` and strings: paths as `pathlib` would cost as much again as reading the folders.
"""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from glob import glob, has_magic
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.readers import SUFFIXES
from newslint.article.readers.recognise import is_shared
from newslint.engine.sidecar import SUFFIX as SIDECAR
from newslint.errors import FileError, NewslintError, UsageError
from newslint.run.ignoring import ignored, matched
from newslint.run.passed_over import TEXTS, PassedOver, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.article.text import Text
    from newslint.config.file import Config

STDIN: Final = "-"
# What lies beside articles in a repository and is none; in lower case.
DEFAULT_EXCLUDES: Final = ("readme*", "license*", "licence*", "changelog*", "requirements*.txt", "robots.txt", "~$*")
_FOLDERS: Final = frozenset({"node_modules", "__pycache__"})
# Where site generators keep their layouts and put what they make; in lower case.
LAYOUT_FOLDERS: Final = (
    *("_layouts", "_includes", "_templates", "_themes", "_site", "_build", "layouts", "archetypes", "templates"),
    *("themes", "public", "vendor", "bower_components", ".docusaurus", ".vitepress", "site-packages"),
)


class Target(Struct, frozen=True):
    """One file to lint. `path` is absolute (empty for standard input), `shown` as reports write it, `config` a path.

    `left_out` says why a file that was named is not linted; `sources` are texts that a program gives to compare it with.
    """

    path: str
    shown: str
    config: str = ""
    left_out: str = ""
    sources: tuple[Text, ...] = ()


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
            excluded = suffix in TEXTS and bool(self._why(entry.path, folder=False))
            self.passed_over.add(entry.name.lower(), suffix, excluded=excluded)
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
        verdict = matched(config.keys.exclude, config.folder, path, folder=folder)
        if verdict is not None:
            return f"'exclude' in {shown(config.path)}" if verdict else ""
        name = os.path.basename(path).lower()
        usual = (() if named else LAYOUT_FOLDERS) if folder else DEFAULT_EXCLUDES
        if config.keys.default_excludes and any(fnmatchcase(name, pattern) for pattern in usual):
            return "excluded by default"
        file = ignored(path, folder=folder)
        return f"ignored in {shown(file)}" if file else ""


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


def shown(path: str) -> str:
    """A path as reports write it: relative with `/` inside the working folder, else absolute."""
    here = os.getcwd()
    inside = path == here or path.startswith(here if here.endswith(os.sep) else here + os.sep)
    return (os.path.relpath(path, here) if inside else path).replace(os.sep, "/")
