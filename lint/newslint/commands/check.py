"""check: lints files, folders, patterns or standard input."""

from __future__ import annotations

import argparse
import os
import time
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import structs

from newslint.commands import arguments as shared
from newslint.commands import options
from newslint.commands.command import Outcome
from newslint.commands.tally import Tally
from newslint.config.misnamed import misnamed, notice
from newslint.errors import NewslintError, UsageError
from newslint.reporters.escape import printable
from newslint.reporters.report import FileReport
from newslint.run import requirements
from newslint.run.discovery import STDIN, Discovery, Target, shown
from newslint.run.files import lint
from newslint.run.plan import Planner
from newslint.run.processes import run as run_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from newslint.commands.command import Streams
    from newslint.editing.baseline import Baseline

_EPILOG: Final = """\
exit codes: 0 no findings at or above --fail-on; 1 findings; 2 invalid options, configuration
or rules; 3 a file could not be checked
other commands ('newslint COMMAND --help' explains them):
  {commands}"""
_MANY: Final = 50  # files from which on a progress bar is shown


def configure(parser: argparse.ArgumentParser) -> None:
    """Paths and all options of a run."""
    from newslint.article.readers import titles
    from newslint.commands import present

    parser.description = f"Lints news text: {titles()}."
    parser.epilog = _EPILOG.format(commands=", ".join(name for name in present() if name != "check"))
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders or patterns; - for standard input")
    shared.add_rules(parser)
    options.add_output(parser)
    shared.add_fixes(parser)
    shared.add_article(parser)
    shared.add_sources(parser)
    shared.add_reading(parser)
    shared.add_config(parser)
    shared.add_cache(parser)
    options.add_files(parser)


def run(arguments: argparse.Namespace, streams: Streams) -> Outcome:
    """Lints, reports, sums up."""
    if arguments.watch:
        from newslint.commands import watch

        return watch.run(arguments, streams)
    if arguments.profile:
        from newslint.commands import timings

        return timings.profiled(_checked, arguments, streams)
    return _checked(arguments, streams)


def _checked(arguments: argparse.Namespace, streams: Streams) -> Outcome:
    planner = Planner(structs.replace(shared.command_line(arguments), changed=_changed(arguments)))
    if arguments.show_config is not None:
        from newslint.commands.show import show_config

        return show_config(planner, arguments.show_config, streams)
    if (arguments.fix or arguments.unsafe_fixes) and not arguments.diff and STDIN in arguments.paths:
        raise UsageError("standard input cannot be fixed in place; --diff shows what would be changed")
    if not arguments.paths:
        raise UsageError("nothing to lint; name files or folders, or - for standard input (see 'newslint --help')")
    with closing(planner):
        return Check(planner, arguments, streams).run()


def _changed(arguments: argparse.Namespace) -> dict[str, tuple[tuple[int, int], ...]] | None:
    """The lines that findings may be on, by path; None for all."""
    if arguments.diff_base is None and not arguments.staged:
        return None
    from newslint.editing import changed

    return changed.staged() if arguments.staged else changed.since(arguments.diff_base)


class Check:
    """One run of the command."""

    def __init__(self, planner: Planner, arguments: argparse.Namespace, streams: Streams) -> None:
        self.planner, self.arguments, self.streams = planner, arguments, streams
        self._notices: dict[str, None] = {}

    def run(self) -> Outcome:
        """Everything, from discovery to the last line."""
        found = list(self._found())
        self._notices |= dict.fromkeys(self.discovery.passed_over.notices)
        changed = self.planner.command.changed
        if changed is not None:  # what did not change needs no reading
            found = [item for item in found if not isinstance(item, Target) or not item.path or item.path in changed]
        targets = [target for target in found if isinstance(target, Target) and not target.left_out]
        if self.arguments.show_files:
            self.streams.stdout.writelines(f"{target.shown}\n" for target in targets)
            return Outcome.CLEAN
        for target in targets:
            self.planner.plan(target.path, target.config).sources.ready()
        _ = self._baselines
        self._notices |= dict.fromkeys(
            (*self.planner.notices(), *requirements.confirm(self.planner), *self._misnamed(targets))
        )
        self._note_left_out(found, targets)
        if targets and changed is None and (unread := self.discovery.passed_over.left_out):
            self._notices[unread] = None
        return self._report(found, targets)

    @cached_property
    def discovery(self) -> Discovery:
        """What finds the files, and knows what it met beside them."""
        return Discovery(self.planner.config, force_exclude=not self.arguments.include_excluded)

    def _found(self) -> Iterator[Target | NewslintError]:
        for target in self.discovery.find(self.arguments.paths):
            yield self._stdin if isinstance(target, Target) and target.shown == STDIN else target

    @cached_property
    def _stdin(self) -> Target:
        name = self.arguments.stdin_filename
        path = os.path.abspath(name or "stdin")  # noqa: PTH100
        config = self.planner.config(os.path.dirname(path)).path  # noqa: PTH120
        if not name:
            return Target("", STDIN, config)
        return Target(path, shown(path), config, self.discovery.excluded(path))

    def _misnamed(self, targets: Sequence[Target]) -> Iterator[str]:
        """What lies where a configuration is looked for, and is none."""
        if self.planner.command.config is None:
            folders = dict.fromkeys(os.path.dirname(target.path) for target in targets if target.path)  # noqa: PTH120
            yield from (notice(shown(path), what) for folder in folders for path, what in misnamed(folder))

    def _report(self, found: Sequence[Target | NewslintError], targets: Sequence[Target]) -> Outcome:
        from newslint.commands.output import Output

        started = time.perf_counter()
        output = Output(self.arguments, self.streams, self.planner, [t for t in found if isinstance(t, Target)])
        tally = Tally()
        for report in self._progress(self._linted(found, targets), len(found)):
            tally.add(output.write(report))
        output.end()
        if not self.arguments.quiet:
            self._notices |= dict.fromkeys(
                (*tally.notices, *self._stale(targets, tally), *self.planner.cache_notices())
            )
            output.sum_up(self._notices, time.perf_counter() - started, counted=bool(tally.reports))
        if not tally.reports and STDIN not in self.arguments.paths:
            return self._empty() if self.planner.command.changed is None else self._nothing_new()
        return tally.outcome

    @cached_property
    def _baselines(self) -> list[Baseline]:
        """The baselines of the run. ConfigError for one that cannot be used."""
        paths = {path for plan in self.planner.plans if (path := plan.effective.baseline) is not None}
        if not paths:
            return []
        from newslint.editing import baseline

        return [baseline.read(path) for path in sorted(paths)]

    def _stale(self, targets: Sequence[Target], tally: Tally) -> Iterator[str]:
        """What baselines name and nothing matches any more."""
        for known in self._baselines:
            count = known.stale((target.path for target in targets if target.path), tally.known)
            if count:
                what = "entry of {} matches" if count == 1 else "entries of {} match"
                yield f"{count} {what.format(shown(known.path))} nothing any more; 'newslint baseline update' drops what is stale"

    def _nothing_new(self) -> Outcome:
        """The end of a run in which no article has changed."""
        if not self.arguments.quiet:
            self.streams.stderr.write("newslint: note: no article has changed\n")
        return Outcome.CLEAN

    def _empty(self) -> Outcome:
        """The end of a run that was given paths and has linted nothing: no pass, unless that is allowed."""
        searched = [shown(os.path.abspath(path)) for path in self.arguments.paths]  # noqa: PTH100
        why, allowed = self.discovery.passed_over.sentence(searched), self.arguments.allow_empty
        if not (allowed and self.arguments.quiet):
            self.streams.stderr.write(f"newslint: {printable(why)}\n")
        return Outcome.CLEAN if allowed else Outcome.REFUSED

    def _linted(self, found: Sequence[Target | NewslintError], targets: Sequence[Target]) -> Iterator[FileReport]:
        """A report for each target and each error, in order."""
        files = run_files(
            self.planner, [target for target in targets if target is not self._stdin], self.arguments.jobs
        )
        with closing(files):
            for item in found:
                if isinstance(item, NewslintError):
                    yield FileReport(item.path, errors=(item,))
                elif item.left_out:
                    continue
                elif item is self._stdin:
                    yield lint(self.planner, item, _bytes(self.streams.stdin))
                else:
                    yield next(files)

    def _progress(self, results: Iterator[FileReport], count: int) -> Iterator[FileReport]:
        """The results; on a terminal and for many files with a bar that makes way for findings and vanishes at the end."""
        if count < _MANY or self.arguments.quiet or not self.streams.stderr.isatty():
            yield from results
            return
        from tqdm import tqdm

        stderr = self.streams.stderr
        for report in tqdm(results, total=count, unit=" files", file=stderr, leave=False, delay=1, dynamic_ncols=True):
            with tqdm.external_write_mode(file=stderr):
                yield report

    def _note_left_out(self, found: Iterable[Target | NewslintError], targets: Sequence[Target]) -> None:
        """Says which named files are not linted: always if nothing else is, else when asked."""
        left_out = [target for target in found if isinstance(target, Target) and target.left_out]
        if not left_out or (targets and not self.arguments.verbose):
            return
        named = [f"{target.shown} ({target.left_out})" for target in left_out]
        more = f" and {len(named) - 5} more" if len(named) > 5 and not self.arguments.verbose else ""
        listed = ", ".join(named if not more else named[:5])
        self._notices[
            f"left out: {listed}{more}; lint {'it' if len(named) == 1 else 'them'} with --include-excluded"
        ] = None


def _bytes(stdin: TextIO) -> bytes:
    """What is left of a stream; a stream of text alone, as in tests, is taken as UTF-8."""
    buffer = getattr(stdin, "buffer", None)
    return buffer.read() if buffer is not None else stdin.read().encode("utf-8", "surrogatepass")
