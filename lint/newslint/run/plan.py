"""Plan: what a run does with a file: its rules and their severities, its settings, what fails it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.config import file as configs
from newslint.config import selection
from newslint.config.effective import CommandLine, Effective, resolve, specs
from newslint.config.file import Config
from newslint.config.keys import layer
from newslint.engine.linter import Linter
from newslint.errors import ConfigError, UsageError
from newslint.rulebook import packs
from newslint.run.cache import Cache
from newslint.run.discovery import shown
from newslint.run.identity import of_settings
from newslint.run.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.rulebook.rule import Rule

_STALE = (
    "was measured with the model of another version of newslint: its words are used, its thresholds are not; "
    "renew it with 'newslint train --calibrate'"
)


class Plan(Struct, frozen=True, dict=True):
    """What is done with all files of one configuration to which the same overrides apply."""

    config: Config
    effective: Effective
    linter: Linter

    @cached_property
    def identity(self) -> bytes | None:
        """The name of what all its files share, for the cache; None if their results cannot be cached."""
        return of_settings(self.effective)

    @property
    def opening(self) -> frozenset[str]:
        """The kinds among the rules that run that need something opened once a run."""
        return frozenset(part.kind for rule in self.effective.rules for part in rule.parts if part.opens)

    @cached_property
    def sources(self) -> Sources:
        """The texts that articles were written from."""
        return Sources(self.effective)


class Planner:
    """Finds the plan of each file; configurations, packs and plans are made once."""

    def __init__(self, command: CommandLine) -> None:
        self.command = command
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self._plans: dict[tuple[str, tuple[int, ...]], Plan] = {}

    @cached_property
    def cache(self) -> Cache | None:
        """The results of earlier runs; None if they are not wanted."""
        return Cache() if self.command.cache else None

    def cache_notices(self) -> Iterator[str]:
        """What the cache has to say of itself, if anything has gone wrong with it."""
        if self.cache is not None and self.cache.notice:
            yield self.cache.notice

    def close(self) -> None:
        """Lets go of the cache."""
        if self.cache is not None:
            self.cache.close()

    def config(self, folder: str) -> Config:
        """The configuration for the files of a folder."""
        chosen = self.command.config
        return configs.read(configs.nearest(folder) if chosen is None else chosen)

    def plan(self, path: str, config: str) -> Plan:
        """The plan for a file at an absolute path under the configuration at `config` (empty: none)."""
        found = configs.read(config)
        key = (config, found.overrides(path))
        if key not in self._plans:
            overrides = [found.override(number) for number in key[1]]
            effective = resolve(found, overrides, self.command, self.rules(found))
            self._plans[key] = Plan(found, effective, Linter(effective.readable, keys=effective, names=effective.names))
        return self._plans[key]

    @property
    def plans(self) -> list[Plan]:
        """The plans made so far."""
        return list(self._plans.values())

    def rules(self, config: Config) -> tuple[Rule, ...]:
        """All rules of the packs that a configuration loads. ConfigError if it names a rule that is in none of them."""
        if config.path not in self._rules:
            self._rules[config.path] = load(config)
            _check_mentions(config, self._rules[config.path])
        return self._rules[config.path]

    def notices(self) -> Iterator[str]:
        """Renamed and deprecated rules that are named, stale calibrations, and rules that no pipeline can read for.

        UsageError for a name on the command line that means no rule.
        """
        said = layer(self.command.data)
        named = (*(said.select or ()), *said.extend_select, *said.ignore, *said.severity, *self.command.require)
        rules = tuple({rule.id: rule for rules in self._rules.values() for rule in rules}.values())
        for name in selection.unknown(named, rules):
            raise UsageError(selection.refusal(name, rules))
        mentions = (mention.name for path in self._rules for mention in configs.read(path).mentions)
        yield from selection.notices((*named, *mentions), rules)
        for config in map(configs.read, self._rules):
            if config.calibration.stale:
                yield f"{shown(config.keys.calibration or '')} {_STALE}"
        for plan in self.plans:
            read = {rule.id for rule in plan.effective.readable}
            for asked, why in plan.effective.lacking.items():
                unread = [rule.id for rule in plan.effective.rules if asked in rule.reads and rule.id not in read]
                if unread:
                    yield f"{_unread(unread)}: {why}, or use --quick"


def _unread(names: list[str]) -> str:
    return f"{names[0]} was not checked" if len(names) == 1 else f"{len(names)} rules ({names[0]} …) were not checked"


def load(config: Config) -> tuple[Rule, ...]:
    """The rules of all packs of a configuration, by id."""
    keys = config.keys
    if keys.packs is None and not keys.extend_packs:
        return packs.builtin()
    base = Path(config.folder)
    return tuple(packs.unique(rule for spec in specs(keys) for rule in packs.find(spec, base)))


def _check_mentions(config: Config, rules: tuple[Rule, ...]) -> None:
    unknown = set(selection.unknown((mention.name for mention in config.mentions), rules))
    for mention in config.mentions:
        if mention.name in unknown:
            message = selection.refusal(mention.name, rules)
            raise ConfigError(message, path=mention.path, line=mention.line, column=mention.column)
