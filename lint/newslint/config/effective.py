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
from newslint.reading import pipelines, reader_models
from newslint.reading.models import Reads
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
    is `quick` or `thorough`, `reader` whether the reader model reads along; `lacking` says, by what rules ask, why it does not
    read along.
    """

    command: CommandLine
    rules: tuple[Rule, ...] = ()
    names: dict[str, str] = {}
    calibrated: Calibration = Calibration()
    reader: bool = False
    lacking: dict[Reads, str] = {}

    @property
    def readable(self) -> tuple[Rule, ...]:
        """The rules that run, without the checks that ask a model which does not read along."""
        asked = {"", *(("parses",) if self.parser else ()), *(("reader",) if self.reader else ())}
        kept = ((rule, tuple(part for part in rule.parts if part.reads in asked)) for rule in self.rules)
        return tuple(
            rule if parts == rule.parts else structs.replace(rule, parts=parts) for rule, parts in kept if parts
        )

    @property
    def parser(self) -> str:
        """The pipeline that reads along; empty if none does."""
        return (self.pipeline or "") if self.reading == "thorough" else ""

    @property
    def settings(self) -> Settings:
        """What documents are told."""
        house = self.calibrated
        model = reader_models.find() if self.reader else None
        return Settings(
            today=self.command.today,
            language=self.language,
            vocabulary=frozenset(self.vocabulary),
            date=self.command.date,
            word_thresholds={} if house.stale else house.word_thresholds,
            text_thresholds={} if house.stale else house.text_thresholds,
            pipeline=self.parser,
            reader=model.folder if model else "",
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


def _reading(said: Keys, running: Sequence[Rule]) -> dict[str, Any]:
    """The final `reading`, `pipeline` and `reader`, and what is lacking.

    MissingExtra if reading is to be thorough and no pipeline is there.
    """
    asked = frozenset[Reads]().union(*(rule.reads for rule in running))
    refuted = any(rule.refuted_by for rule in running)
    if said.reading == "quick" or (said.reading == "auto" and not asked and not refuted):
        return {"reading": "quick"}
    pipeline = pipelines.find(said.pipeline)
    if pipeline is None and said.reading == "thorough":
        raise MissingExtra(f"reading cannot be thorough: {pipelines.missing(said.pipeline)}")
    reader = "reader" in asked and reader_models.find() is not None
    why = {} if pipeline else {"parses": pipelines.missing(said.pipeline)}
    why |= {} if reader else {"reader": reader_models.HOW_TO_INSTALL}
    return {
        "reading": "thorough" if pipeline or reader else "quick",
        "pipeline": pipeline.name if pipeline else None,
        "reader": reader,
        "lacking": {name: reason for name, reason in why.items() if name in asked},
    }


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
