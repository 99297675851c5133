"""show: what holds for one file, for `check --show-config`: valid YAML, in the words of `.newslint.yaml`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

from newslint.commands.command import Outcome
from newslint.errors import UsageError
from newslint.run.discovery import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.commands.command import Streams
    from newslint.run.plan import Plan, Planner


def show_config(planner: Planner, file: str, streams: Streams) -> Outcome:
    """Prints the configuration in force for a file, and its rules with their severities."""
    path = os.path.abspath(file)  # noqa: PTH100
    if not os.path.lexists(path):
        raise UsageError(f"there is no file '{file}' (--show-config)")
    folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
    plan = planner.plan(path, planner.config(folder).path)
    list(planner.notices())
    streams.stdout.writelines(f"{line}\n" for line in _lines(plan, shown(path)))
    return Outcome.CLEAN


def _lines(plan: Plan, path: str) -> Iterator[str]:
    config = plan.config
    yield f"# {path}: {shown(config.path) if config.path else 'no configuration file'}"
    overrides = len(plan.layers) - 2  # beside the file's own keys and the command line
    if overrides:
        yield f"# {overrides} of its overrides apply"
    written = config.written
    yield f"packs: {_json(sorted({rule.pack for rule in plan.rules}))}"
    yield f"language: {plan.settings.language}"
    yield f"fail-on: {plan.threshold.label if plan.threshold else 'never'}"
    yield f"min-severity: {plan.selection.floor.label}"
    yield f"vocabulary: {_json(sorted(plan.settings.vocabulary))}"
    yield f"calibration: {_json(shown(written.calibration) if written.calibration else None)}"
    yield f"exclude: {_json(written.exclude)}"
    yield f"default-excludes: {_json(written.default_excludes is not False)}"
    yield f"inline-suppressions: {_json(bool(written.inline_suppressions))}"
    yield f"no-suppressions: {_json(not plan.linter.policy.heeded)}"
    yield f"protect: {_json(written.protect)}"
    yield f"require-reason: {_json(bool(written.require_reason))}"
    yield "severity:  # of the rules that run"
    running = {rule.id: rule.severity for rule in plan.selection.rules}
    yield from (f"  {name}: {running[name]}" for name in sorted(running))
    yield "# switched off: " + (", ".join(rule.id for rule in plan.rules if rule.id not in running) or "none")


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
