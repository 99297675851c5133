"""show: the effective configuration of one file, for `check --show-config`: a `.newslint.yaml` of the same effect."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import structs

from newslint.commands.command import Outcome
from newslint.config.keys import Keys
from newslint.errors import UsageError
from newslint.patterns import lazy
from newslint.run.discovery import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.commands.command import Streams
    from newslint.finding import Severity
    from newslint.run.plan import Plan, Planner

_PATHS: Final = ("packs", "calibration", "baseline", "claims")
# Keys that take many lines come last, with what their lists hold.
_LONG: Final = {"select": "the rules that run", "ignore": "all other rules", "severity": "of the rules that run"}
_WORD: Final = lazy(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w-]*")


def show_config(planner: Planner, file: str, streams: Streams) -> Outcome:
    """Prints the effective configuration of a file."""
    path = os.path.abspath(file)  # noqa: PTH100
    if not os.path.lexists(path):
        raise UsageError(f"--show-config: '{file}' does not exist; name a file that is there")
    folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
    plan = planner.plan(path, planner.config(folder).path)
    list(planner.notices())
    streams.stdout.writelines(f"{line}\n" for line in _lines(plan, path))
    return Outcome.CLEAN


def _lines(plan: Plan, path: str) -> Iterator[str]:
    config, effective = plan.config, plan.effective
    yield f"# {shown(path)}: {shown(config.path) if config.path else 'no configuration file'}"
    if overrides := len(config.overrides(path)):
        yield f"# overrides in per-path that apply: {overrides}"
    yield f"# today: {effective.command.today}"
    for field in sorted(structs.fields(Keys), key=lambda field: field.name in _LONG):
        value: Any = effective.languagetool if field.name == "grammar" else getattr(effective, field.name)
        if field.name in _PATHS and value:
            value = _place(value) if isinstance(value, str) else [_place(spec) for spec in value]
        if field.name in _LONG and value:
            yield f"{field.encode_name}:  # {_LONG[field.name]}"
            yield from _items(value)
        else:
            yield f"{field.encode_name}: {_json(value)}"


def _place(spec: str) -> str:
    """A file or pack as it is named from here."""
    return shown(spec) if os.path.isabs(spec) else spec  # noqa: PTH117


def _items(values: Iterable[str] | dict[str, Severity]) -> Iterator[str]:
    if isinstance(values, dict):
        yield from (f"  {name}: {severity.label}" for name, severity in sorted(values.items()))
    else:
        yield from (f"  - {name}" for name in values)


def _json(value: Any) -> str:
    """A value on one line of YAML; a word needs no quotation marks."""
    plain = msgspec.to_builtins(value)
    return plain if isinstance(plain, str) and _WORD.fullmatch(plain) else msgspec.json.encode(plain).decode()
