"""Watch: `newslint --watch`: lints, and again whatever is saved, until Ctrl-C."""

from __future__ import annotations

import os
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from msgspec import structs

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.errors import NewslintError, UsageError
from newslint.reporters import reporter
from newslint.reporters.escape import printable
from newslint.reporters.report import Summary
from newslint.reporters.terminal import look
from newslint.run.described import described
from newslint.run.discovery import STDIN, Discovery, Target
from newslint.run.forgetting import forget
from newslint.run.plan import Planner
from newslint.run.processes import run as run_files
from newslint.run.watching import beats, folders, snapshot

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

    from newslint.commands.command import Streams
    from newslint.config.effective import CommandLine
    from newslint.reporters.report import FileReport
    from newslint.run.watching import Stamp

_FORMAT: Final = "text"
# Options that make no sense while somebody is writing.
_NOT_WITH: Final = ("fix", "unsafe_fixes", "diff", "diff_base", "staged", "output_file", "show_files", "show_config")


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Lints until Ctrl-C. UsageError for options that cannot be combined with --watch."""
    _refuse(arguments)
    return Watch(shared.command_line(arguments), arguments, streams).run()


def _refuse(arguments: Namespace) -> None:
    for name in _NOT_WITH:
        if getattr(arguments, name):
            raise UsageError(f"--watch shows findings while articles are edited; leave out --{name.replace('_', '-')}")
    if STDIN in arguments.paths:
        raise UsageError("--watch needs files or folders, not standard input")
    if not arguments.paths:
        raise UsageError("nothing to watch; name files or folders")
    if arguments.format != _FORMAT:
        raise UsageError(f"--watch writes for people; leave out --format {arguments.format}")


class Watch:
    """What is known of the articles while they are edited: each one's last report, and the stamps of all files that matter."""

    def __init__(self, command: CommandLine, arguments: Namespace, streams: Streams) -> None:
        self._command, self._arguments, self._streams = command, arguments, streams
        self._planner = Planner(command)
        self._targets: dict[str, Target] = {}
        self._reports: dict[str, FileReport] = {}
        self._stamps: dict[str, Stamp] = {}
        self._notices: dict[str, None] = {}

    def run(self) -> Outcome:
        """Lints until somebody presses Ctrl-C; how the articles are then."""
        try:
            self._stamps = snapshot(self._folders())
            self._read_all()
            self._say(f"{self._summary.sentence}; watching, Ctrl-C ends")
            for _ in beats(self._folders):
                self._beat()
        except KeyboardInterrupt:
            self._streams.stderr.write("\n")
        finally:
            self._planner.close()
        if any(report.errors for report in self._reports.values()):
            return Outcome.FAILED
        return Outcome.FOUND if any(report.fails for report in self._reports.values()) else Outcome.CLEAN

    def _folders(self) -> frozenset[str]:
        return folders(self._arguments.paths, self._targets.values(), self._planner.plans)

    def _beat(self) -> None:
        """Lints what has been saved since the last look: an article alone, or everything that a setting may concern."""
        now = snapshot(self._folders())
        changed = {path for path in now.keys() | self._stamps.keys() if now.get(path) != self._stamps.get(path)}
        self._stamps = now
        if not changed:
            return
        try:
            if changed <= self._targets.keys() and changed <= now.keys():
                self._tell(self._read([self._targets[path] for path in sorted(changed)]), len(changed))
            else:
                self._tell(self._read_all())
        except NewslintError as fault:  # a configuration that is being edited, say
            self._say(f"newslint: {fault}")

    def _read_all(self) -> list[str]:
        """Finds and lints all articles anew; the paths of those of which something else is to be said than before."""
        forget()
        planner = Planner(self._command)
        discovery = Discovery(planner.config, force_exclude=not self._arguments.include_excluded)
        targets = {}
        for found in discovery.find(self._arguments.paths):
            if isinstance(found, NewslintError):
                raise found
            if not found.left_out:
                targets[found.path] = found
                planner.plan(found.path, found.config)
        notices = dict.fromkeys(planner.notices())
        self._streams.stderr.writelines(f"newslint: note: {printable(n)}\n" for n in notices if n not in self._notices)
        self._planner.close()
        self._planner, self._targets, self._notices = planner, targets, notices
        gone = self._reports.keys() - targets.keys()
        self._reports = {path: report for path, report in self._reports.items() if path in targets}
        return [*self._read(list(targets.values())), *gone]

    def _read(self, targets: Sequence[Target]) -> list[str]:
        """Lints some articles and shows what is new about them; the paths of those of which something else is to be said."""
        stdout, arguments = self._streams.stdout, self._arguments
        out = reporter(_FORMAT)(stdout, look(stdout, os.environ, verbose=arguments.verbose, links=arguments.links))
        out.begin(described(self._planner.plans))
        different = []
        with closing(run_files(self._planner, targets, self._arguments.jobs)) as reports:
            for target, report in zip(targets, reports, strict=True):
                before = self._reports.get(target.path)
                self._reports[target.path] = slim = structs.replace(report, text=None)
                if before is None or (before.findings, before.errors) != (slim.findings, slim.errors):
                    different.append(target.path)
                    out.file(report)
        self._streams.stdout.flush()
        return different

    def _tell(self, different: Iterable[str], saved: int = 0) -> None:
        """The one line about what was saved; none if a file that is no article made no difference."""
        paths = list(different)
        if not paths and not saved:
            return
        what = [self._state(path) for path in paths[:3]] + ["…"] * (len(paths) > 3) or ["nothing new"]
        self._say(f"{time.strftime('%H:%M:%S')} {'; '.join(what)}. All: {self._summary.sentence}")

    def _state(self, path: str) -> str:
        if path not in self._reports:
            return f"{os.path.relpath(path)} is gone"
        report = self._reports[path]
        return f"{report.path}: {Summary().plus(report).found}"

    @property
    def _summary(self) -> Summary:
        summary = Summary()
        for report in self._reports.values():
            summary = summary.plus(report)
        return summary

    def _say(self, line: str) -> None:
        self._streams.stderr.write(f"{printable(line)}\n")
        self._streams.stderr.flush()
