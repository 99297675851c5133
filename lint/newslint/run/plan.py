"""Plan: what a run does with a file: its rules and their severities, its settings, what fails it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from newslint.article.document import Settings
from newslint.config import file as configs
from newslint.config import selection
from newslint.config.file import Config, FailOn, Layer
from newslint.engine.linter import Linter
from newslint.engine.suppression import Policy, names_of
from newslint.errors import ConfigError, UsageError
from newslint.finding import Severity
from newslint.rulebook import packs
from newslint.run.discovery import shown

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from newslint.rulebook.rule import Rule

DEFAULT_FAIL_ON: FailOn = "warning"
_STALE = (
    "was measured with the model of another newslint: its words hold, its thresholds do not; "
    "'newslint train --calibrate' renews it"
)


class Options(Struct, frozen=True):
    """What a command line says of linting. Plain data: worker processes get it as it is.

    `config` is a path, an empty string for "none", or None for the nearest one of each file.
    """

    today: datetime.date
    layer: Layer = Layer()
    config: str | None = None
    date: datetime.date | None = None
    suppressions: bool = True
    require: tuple[str, ...] = ()


class Plan:
    """What is done with all files of one configuration to which the same overrides apply."""

    def __init__(self, config: Config, layers: tuple[Layer, ...], rules: tuple[Rule, ...], options: Options) -> None:
        self.config, self.layers, self.rules, self.options = config, layers, rules, options

    @cached_property
    def selection(self) -> selection.Selection:
        """The rules that run, and the least severity shown."""
        return selection.choose(self.rules, self.layers)

    @cached_property
    def linter(self) -> Linter:
        """The rules made ready."""
        written = self.config.written
        policy = Policy(
            heeded=self.options.suppressions and not written.no_suppressions,
            inline=bool(written.inline_suppressions),
            protect=written.protect,
            require_reason=bool(written.require_reason),
            names=names_of(self.rules),
        )
        return Linter(self.selection.rules, policy=policy)

    @cached_property
    def settings(self) -> Settings:
        """What documents need to know."""
        house = self.config.calibration
        return Settings(
            today=self.options.today,
            language=selection.last((layer.language for layer in self.layers), default="en"),
            vocabulary=frozenset(house.words).union(*(layer.vocabulary for layer in self.layers)),
            date=self.options.date,
            word_thresholds={} if house.stale else house.word_thresholds,
            text_thresholds={} if house.stale else house.text_thresholds,
        )

    @cached_property
    def threshold(self) -> Severity | None:
        """The least severity that fails a file; None if none does."""
        fail_on = selection.last((layer.fail_on for layer in self.layers), default=DEFAULT_FAIL_ON)
        return None if fail_on == "never" else Severity.of(fail_on)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of check among the rules that run."""
        return frozenset(part.kind for rule in self.selection.rules for part in rule.parts)

    @property
    def grammar(self) -> Any:
        """What the configuration says about LanguageTool."""
        from newslint.languagetool.settings import GrammarSettings

        return msgspec.convert(self.config.written.grammar, GrammarSettings, strict=False)


class Planner:
    """Finds the plan of each file; configurations, packs and plans are made once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self._plans: dict[tuple[str, tuple[int, ...]], Plan] = {}

    def config(self, folder: str) -> Config:
        """The configuration for the files of a folder."""
        chosen = self.options.config
        return configs.read(configs.nearest(folder) if chosen is None else chosen)

    def plan(self, path: str, config: str) -> Plan:
        """The plan for a file at an absolute path under the configuration at `config` (empty: none)."""
        found = configs.read(config)
        layers = found.layers(path)
        key = (config, tuple(id(layer) for layer in layers))
        if key not in self._plans:
            self._plans[key] = Plan(found, (*layers, self.options.layer), self.rules(found), self.options)
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
        """Renamed and deprecated rules that are named, and stale calibrations.

        UsageError for a name on the command line that means no rule.
        """
        layer = self.options.layer
        named = (*(layer.select or ()), *layer.extend_select, *layer.ignore, *layer.severity, *self.options.require)
        rules = tuple({rule.id: rule for rules in self._rules.values() for rule in rules}.values())
        for name in selection.unknown(named, rules):
            raise UsageError(f"there is no rule and no pack '{name}'{_hint(name, rules)}")
        mentions = (mention.name for path in self._rules for mention in configs.read(path).mentions)
        yield from selection.notices((*named, *mentions), rules)
        for config in map(configs.read, self._rules):
            if config.calibration.stale:
                yield f"{shown(config.written.calibration or '')} {_STALE}"


def load(config: Config) -> tuple[Rule, ...]:
    """The rules of all packs of a configuration, by id."""
    written = config.written
    if written.packs is None and not written.extend_packs:
        return packs.builtin()
    base = Path(config.folder)
    chosen = packs.builtin() if written.packs is None else _found(written.packs, base)
    return tuple(packs.unique([*chosen, *_found(written.extend_packs, base)]))


def _found(specs: tuple[str, ...], base: Path) -> list[Rule]:
    return [rule for spec in specs for rule in packs.find(spec, base)]


def _check_mentions(config: Config, rules: tuple[Rule, ...]) -> None:
    unknown = set(selection.unknown((mention.name for mention in config.mentions), rules))
    for mention in config.mentions:
        if mention.name in unknown:
            message = f"there is no rule and no pack '{mention.name}'{_hint(mention.name, rules)}"
            raise ConfigError(message, path=mention.path, line=mention.line, column=mention.column)


def _hint(name: str, rules: tuple[Rule, ...]) -> str:
    from newslint.yaml_source import did_you_mean

    return did_you_mean(name, selection.known(rules))
