"""Files: one file linted under its plan: what the rules find, now or in an earlier run, and what the run makes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from newslint.article.readers import in_parts
from newslint.editing import baseline
from newslint.errors import FileError, NewslintError, Unavailable
from newslint.reporters.report import FileReport
from newslint.run import identity, kept
from newslint.run.looking import IN_PARTS, form_of, in_site, read_through

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.article.document import Document
    from newslint.article.text import Text
    from newslint.finding import Finding, Severity
    from newslint.run.discovery import Target
    from newslint.run.kept import Kept
    from newslint.run.plan import Plan, Planner


def lint(planner: Planner, target: Target, data: bytes | None = None) -> FileReport:
    """Lints one file; `data` instead of what is at its path. Whatever goes wrong is part of the report."""
    try:
        plan = planner.plan(target.path, target.config)
        return _linted(planner, plan, target, _read(target) if data is None else data)
    except NewslintError as fault:
        return FileReport(target.shown, errors=(fault,))
    except Exception as fault:  # a reader that fails on one article must not cost the others
        message = f"newslint failed on this file: {type(fault).__name__}: {fault}; please report it"
        return FileReport(target.shown, errors=(FileError(message, path=target.shown),))


def is_known(planner: Planner, target: Target) -> bool:
    """Whether the result of a file is in the cache; False also for what cannot be read."""
    try:
        plan = planner.plan(target.path, target.config)
        return _known(planner, plan, _name(planner, plan, target, _read(target))) is not None
    except NewslintError:
        return False


def _linted(planner: Planner, plan: Plan, target: Target, data: bytes) -> FileReport:
    command = plan.effective.command
    report = _fixed(plan, target, data) if command.fix else _judged(plan, target, _found(planner, plan, target, data))
    return structs.replace(concluded(plan, report), text=report.text if report.findings else None)


def concluded(plan: Plan, report: FileReport) -> FileReport:
    """The report with the verdict on the file; a program that is missing is a notice, unless the run requires it."""
    missing = () if plan.effective.command.require else tuple(f for f in report.errors if isinstance(f, Unavailable))
    return structs.replace(
        report,
        errors=tuple(fault for fault in report.errors if fault not in missing),
        notices=(*report.notices, *(fault.message for fault in missing)),
        fails=_fails(plan.effective.threshold, report.findings) or bool(report.diff),
    )


def _found(planner: Planner, plan: Plan, target: Target, data: bytes) -> FileReport:
    """What the rules find in a file: as it was kept, else by reading it."""
    name = _name(planner, plan, target, data)
    if (known := _known(planner, plan, name)) is not None:
        text = form_of(target, data).decode(data, target.shown) if known.findings else None
        return FileReport(target.shown, text, known.findings, notices=known.notices)
    looked = read_through(plan, target, form_of(target, data).decode(data, target.shown))
    if planner.cache is not None and name is not None and (value := kept.pack(name, looked)) is not None:
        planner.cache.put(name, value)
    return looked.report


def _name(planner: Planner, plan: Plan, target: Target, data: bytes) -> bytes | None:
    """The name of a file's result in the cache; None if it is neither asked nor told."""
    if planner.cache is None or plan.identity is None or plan.effective.command.fix:
        return None
    return identity.of_article(plan.identity, target.shown, target.path, data, templated=in_site(target))


def _known(planner: Planner, plan: Plan, name: bytes | None) -> Kept | None:
    """The result that the cache has under a name, if it holds today."""
    if planner.cache is None or name is None:
        return None
    found = kept.unpack(name, planner.cache.get(name))
    return found if found is not None and found.holds(plan.effective.command.today) else None


def _judged(plan: Plan, target: Target, report: FileReport) -> FileReport:
    """What is shown of a file: not what is too slight, and silenced what the baseline knows or what has not changed."""
    effective = plan.effective
    least = tuple(finding for finding in report.findings if finding.severity >= effective.min_severity)
    if effective.baseline is not None and effective.command.baseline and target.path:
        least = baseline.hidden(least, baseline.read(effective.baseline).known(target.path))
    if effective.command.changed is not None and target.path and report.text is not None:
        from newslint.editing import changed

        least = changed.unchanged(least, report.text, effective.command.changed.get(target.path, ()))
    return structs.replace(report, findings=least)


def look(plan: Plan, target: Target, text: Text, sources: Sequence[Text] | None = None) -> tuple[Document, FileReport]:
    """The article in a decoded file, and what is found in it at the severities that count; what is known already is silenced.

    Of a format that may hold several articles, a document of the file without any of them, and what is found in all.
    `sources` are the texts that it is compared with, and no other; None: the files that plan, metadata and sidecar name.
    ConfigError if the article's sidecar or the baseline cannot be used.
    """
    looked = read_through(plan, target, text, sources)
    return looked.document, _judged(plan, target, looked.report)


def _fixed(plan: Plan, target: Target, data: bytes) -> FileReport:
    """The report of the file after its fixes, which are written, or with `--diff` only shown."""
    from newslint.editing import fixing, writing

    command = plan.effective.command
    form = form_of(target, data)
    document, report = look(plan, target, form.decode(data, target.shown))
    if form.exchanged:
        return _unfixed(report, target, f"newslint does not change {form.title} files")
    if in_parts(document.text, form.name):
        return _unfixed(report, target, f"it was {IN_PARTS}")
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
