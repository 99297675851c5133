"""Effective: what holds for a file once configuration, overrides and command line are resolved: every key final."""

from __future__ import annotations

import datetime
from functools import reduce
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec
from msgspec import Struct, structs

from newslint.article.document import Settings
from newslint.claims.store import default_path
from newslint.config import selection
from newslint.config.keys import Data, Ids, Keys, finished, layer, merged
from newslint.errors import MissingExtra
from newslint.finding import Severity
from newslint.reading import pipelines
from newslint.rulebook import packs
from newslint.rulebook.rule import Rule
from newslint.spun.calibration import Calibration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.config.file import Config
    from newslint.languagetool.settings import GrammarSettings

# What these keys lead to is in the other keys of an Effective.
_SPENT: Final = ("extends", "per_path", "vocabulary_files", "extend_select", "extend_packs")


class CommandLine(Struct, frozen=True):
    """What a command line says of linting. Plain data: worker processes get it as it is.

    `data` holds keys of the configuration. `config` is a path, an empty string for "none", or None for the nearest one
    of each file. `date` is the articles' own, `require` names packs that must be able to run. `fix` says which suggestions
    are applied; with `diff` they are only shown. Without `baseline` nothing is known already. `changed` has the lines, by
    absolute path, outside which nothing is reported. `sources` are absolute paths of texts that every article is compared with,
    `source_dir` that of a folder in which those of each are looked for.
    `cache`: results of earlier runs are used, and those of this one kept.
    """

    today: datetime.date
    data: Data = {}
    config: str | None = None
    date: datetime.date | None = None
    require: Ids = ()
    fix: Literal["", "safe", "all"] = ""
    diff: bool = False
    baseline: bool = True
    changed: dict[str, tuple[tuple[int, int], ...]] | None = None
    sources: tuple[str, ...] = ()
    source_dir: str = ""
    cache: bool = False


class Effective(Keys, frozen=True, kw_only=True):
    """Every key final. Written to a file, the keys are a configuration of the same effect.

    `select` holds the ids of the rules that run, `severity` theirs, and `ignore` the ids of all others. `rules` are
    those that run, at these severities, and `names` all that a suppression may name (see `selection.names_of`). `reading`
    is `quick` or `thorough`; `lacking` says why it is quick where rules ask for a thorough one.
    """

    command: CommandLine
    rules: tuple[Rule, ...] = ()
    names: dict[str, str] = {}
    calibrated: Calibration = Calibration()
    lacking: str = ""

    @property
    def readable(self) -> tuple[Rule, ...]:
        """The rules that run, without the checks that only thorough reading can answer if this one is quick."""
        if self.reading == "thorough":
            return self.rules
        kept = ((rule, tuple(part for part in rule.parts if not part.reads)) for rule in self.rules)
        return tuple(
            rule if parts == rule.parts else structs.replace(rule, parts=parts) for rule, parts in kept if parts
        )

    @property
    def settings(self) -> Settings:
        """What documents are told."""
        house = self.calibrated
        return Settings(
            today=self.command.today,
            language=self.language,
            vocabulary=frozenset(self.vocabulary),
            date=self.command.date,
            word_thresholds={} if house.stale else house.word_thresholds,
            text_thresholds={} if house.stale else house.text_thresholds,
            pipeline=(self.pipeline or "") if self.reading == "thorough" else "",
            outlets=frozenset(self.outlets),
            claims=self.claims or str(default_path()),
        )

    def page(self, rule: Rule) -> str:
        """Where a rule is described for readers: its own page, or the one that `docs` leads to; empty if there is none."""
        return rule.url or (f"{self.docs.rstrip('/')}/rules/{rule.id}.html" if self.docs else "")

    @property
    def threshold(self) -> Severity | None:
        """The lowest severity that fails a file; None if none does."""
        return None if self.fail_on == "never" else Severity(self.fail_on)

    @property
    def languagetool(self) -> GrammarSettings:
        """What `grammar` says, and the defaults of the rest."""
        from newslint.languagetool.settings import GrammarSettings

        return msgspec.convert(self.grammar, GrammarSettings, strict=False)


def resolve(config: Config, overrides: Sequence[Data], command: CommandLine, rules: Sequence[Rule]) -> Effective:
    """What holds where some of a configuration's overrides apply, the weakest first; the command line goes before all.

    `rules` are all rules of the configuration's packs.
    """
    layers = (config.data, *overrides, command.data)
    said = finished(reduce(merged, layers, {}))
    running = selection.choose(rules, [layer(each) for each in layers], preview=said.preview, floor=said.min_severity)
    final: dict[str, Any] = {
        **structs.asdict(said),
        **_chosen(rules, running),
        "vocabulary": tuple(sorted({*said.vocabulary, *config.calibration.words})),
        "packs": specs(said),
        **_reading(said, running),
        **dict.fromkeys(_SPENT, ()),
    }
    return Effective(
        **final, command=command, rules=running, names=selection.names_of(rules), calibrated=config.calibration
    )


def _reading(said: Keys, running: Sequence[Rule]) -> dict[str, str]:
    """The final `reading` and `pipeline`, and what is lacking. MissingExtra if reading is to be thorough and cannot be."""
    reads = any(rule.reads for rule in running)
    asks = reads or any(rule.refuted_by for rule in running)
    if said.reading == "quick" or (said.reading == "auto" and not asks):
        return {"reading": "quick"}
    if found := pipelines.find(said.pipeline):
        return {"reading": "thorough", "pipeline": found.name}
    if said.reading == "thorough":
        raise MissingExtra(f"reading cannot be thorough: {pipelines.missing(said.pipeline)}")
    return {"reading": "quick", **({"lacking": pipelines.missing(said.pipeline)} if reads else {})}


def specs(keys: Keys) -> Ids:
    """All packs to load, each as `packs` may name it."""
    return tuple(dict.fromkeys((*(packs.builtin_names() if keys.packs is None else keys.packs), *keys.extend_packs)))


def _chosen(rules: Sequence[Rule], running: Sequence[Rule]) -> dict[str, Any]:
    graded = {rule.id: rule.severity for rule in running}
    return {
        "select": tuple(graded),
        "ignore": tuple(rule.id for rule in rules if rule.id not in graded),
        "severity": graded,
    }
