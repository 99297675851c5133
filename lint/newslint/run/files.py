"""Run: many files, in order, in this process or in several; the same bytes out whatever their number."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import structs

from newslint.article.readers import FORMATS, documents_of, format_of
from newslint.article.readers.recognise import HEAD
from newslint.checks import kind
from newslint.editing import baseline
from newslint.engine import sidecar
from newslint.engine.several import lint_all
from newslint.errors import FileError, NewslintError, Unavailable
from newslint.reporters.report import FileReport
from newslint.run.plan import Planner
from newslint.run.site import templated

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.text import Text
    from newslint.checks.check import Opened
    from newslint.config.effective import CommandLine
    from newslint.finding import Finding, Severity
    from newslint.run.discovery import Target
    from newslint.run.plan import Plan

_BYTES_PER_JOB: Final = 1_500_000  # about half a second of work: less does not pay for starting a process
_CHUNK: Final = 16  # files handed to a process at once


def lint(planner: Planner, target: Target, data: bytes | None = None) -> FileReport:
    """Lints one file; `data` instead of what is at its path. Whatever goes wrong is part of the report."""
    try:
        plan = planner.plan(target.path, target.config)
        return _linted(plan, target, _read(target) if data is None else data)
    except NewslintError as fault:
        return FileReport(target.shown, errors=(fault,))
    except Exception as fault:  # a reader that fails on one article must not cost the others
        message = f"newslint failed on this file: {type(fault).__name__}: {fault}; please report it"
        return FileReport(target.shown, errors=(FileError(message, path=target.shown),))


def look(plan: Plan, target: Target, text: Text) -> tuple[Document, FileReport]:
    """The article in a decoded file, and what is found in it at the severities that count; what is known already is silenced.

    Of a format that may hold several articles, a document of the file without any of them, and what is found in all.
    ConfigError if the article's sidecar or the baseline cannot be used.
    """
    effective = plan.effective
    settings = effective.settings
    if target.path and templated(str(Path(target.path).parent)):
        settings = structs.replace(settings, templated=True)
    beside = sidecar.read(target.path, target.shown) if target.path else sidecar.Sidecar()
    form = FORMATS[format_of(target.shown, text.content[:HEAD])]
    notices: dict[str, None] = {}
    documents = _joined(plan, target, documents_of(text, settings, form.name), beside.sources, notices)
    if form.exchanged:
        document, report = lint_all(plan.linter, documents, beside.ignore)
    else:
        document = next(documents)
        report = plan.linter.lint(document, beside.ignore)
    least = tuple(finding for finding in report.findings if finding.severity >= effective.min_severity)
    if effective.baseline is not None and effective.command.baseline and target.path:
        least = baseline.hidden(least, baseline.read(effective.baseline).known(target.path))
    if effective.command.changed is not None and target.path:
        from newslint.editing import changed

        least = changed.unchanged(least, document.text, effective.command.changed.get(target.path, ()))
    return document, structs.replace(report, findings=least, notices=(*report.notices, *notices))


def _joined(
    plan: Plan, target: Target, documents: Iterable[Document], beside: Sequence[str], notices: dict[str, None]
) -> Iterator[Document]:
    """The articles with their sources; what is to be said of those joins the notices."""
    for alone in documents:
        document, said = plan.sources.joined(alone, target, beside)
        notices.update(dict.fromkeys(said))
        yield document


def _linted(plan: Plan, target: Target, data: bytes) -> FileReport:
    effective = plan.effective
    form = FORMATS[format_of(target.shown, data)]
    document, report = look(plan, target, form.decode(data, target.shown))
    if effective.command.fix and form.exchanged:
        report = _unfixed(report, target, f"newslint does not change {form.title} files")
    elif effective.command.fix:
        report = _fixed(plan, target, data, document, report)
    missing = () if effective.command.require else tuple(f for f in report.errors if isinstance(f, Unavailable))
    return structs.replace(
        report,
        text=report.text if report.findings else None,
        errors=tuple(fault for fault in report.errors if fault not in missing),
        notices=(*report.notices, *(fault.message for fault in missing)),
        fails=_fails(effective.threshold, report.findings) or bool(report.diff),
    )


def _fixed(
    plan: Plan,
    target: Target,
    data: bytes,
    document: Document,
    report: FileReport,
) -> FileReport:
    """The report of the file after its fixes, which are written, or with `--diff` only shown."""
    from newslint.editing import fixing, writing

    command = plan.effective.command
    fixed = fixing.fix(document, report, partial(look, plan, target), unsafe=command.fix == "all")
    if fixed.edits and document.text.fault is not None:
        return _unfixed(report, target, "its bytes had to be guessed; save it as UTF-8 first")
    if fixed.edits and not command.diff:
        writing.write(target.path, data, fixed.text, target.shown)
    change = fixing.diff(document.text, fixed.text) if command.diff else ""
    return structs.replace(fixed.report, fixes=fixed.edits, diff=change)


def _unfixed(report: FileReport, target: Target, why: str) -> FileReport:
    return structs.replace(report, notices=(*report.notices, f"{target.shown} is not fixed: {why}"))


def _fails(threshold: Severity | None, findings: Iterable[Finding]) -> bool:
    return threshold is not None and any(f.severity >= threshold and not f.silenced for f in findings)


def _read(target: Target) -> bytes:
    try:
        with open(target.path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise FileError("the file was removed during the run; run newslint again", path=target.shown) from None
    except OSError as fault:
        raise FileError(f"cannot read the file: {fault.strerror or fault}", path=target.shown) from None


def run(planner: Planner, targets: Sequence[Target], jobs: int) -> Generator[FileReport, None, None]:
    """The files' reports in order; `jobs` 0 chooses a number of processes by the work there is."""
    count = min(jobs or _sensible(targets), len(targets))
    with _opened(planner) as opened:
        if count <= 1:
            yield from (lint(planner, target) for target in targets)
        else:
            yield from _parallel(planner.command, targets, count, opened)


def _parallel(command: CommandLine, targets: Sequence[Target], jobs: int, opened: list[Opened]) -> Iterator[FileReport]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    chunk = max(1, min(_CHUNK, len(targets) // (jobs * 4)))
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _at_start, (command,))
    try:
        yield from pool.map(_in_worker, targets, chunksize=chunk)
    except BrokenProcessPool:
        raise FileError("a worker process was killed (out of memory?); run newslint again with --jobs 1") from None
    except BaseException:  # Ctrl-C, or whoever reads has gone: no worker may wait, nor be waited for
        for held in opened:
            held.abandon()
        _hush_the_pool()
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _hush_the_pool() -> None:
    """Keeps quiet a pool whose workers are gone: up to Python 3.12 its thread fails on tasks that are cancelled."""
    import threading
    from concurrent.futures import InvalidStateError

    shown = threading.excepthook

    def hook(fault: threading.ExceptHookArgs) -> None:
        if not isinstance(fault.exc_value, InvalidStateError):
            shown(fault)

    threading.excepthook = hook


_command: CommandLine | None = None


def _at_start(command: CommandLine) -> None:
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    global _command  # noqa: PLW0603 (how a pool's initialiser hands something to its tasks)
    _command = command


def _end_with_the_parent() -> None:
    """Ends this process once the parent is gone, killed without a chance to say so: nobody else would."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@lru_cache(maxsize=1)
def _planner() -> Planner:
    assert _command is not None
    return Planner(_command)


def _in_worker(target: Target) -> FileReport:
    return lint(_planner(), target)


def _sensible(targets: Sequence[Target]) -> int:
    """One process for each so many bytes, as many as there are processors."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if processors == 1 or len(targets) < 2 * processors:
        return 1
    return max(1, min(processors, sum(_size(target.path) for target in targets) // _BYTES_PER_JOB))


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


@contextmanager
def _opened(planner: Planner) -> Iterator[list[Opened]]:
    """What the kinds of the rules that run hold open for the whole run, each once, for the first plan that asks."""
    asking = {name: plan for plan in reversed(planner.plans) for name in plan.opening}
    with ExitStack() as stack:
        held = (
            stack.enter_context(kind(name).opened(structs.asdict(plan.effective)))
            for name, plan in sorted(asking.items())
        )
        yield [one for one in held if one is not None]
