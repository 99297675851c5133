"""Linting: an article as somebody sent it → what newslint finds in it, by the server's configuration and their choices."""

from __future__ import annotations

import datetime
from collections import OrderedDict
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct, structs

from newslint.config import file as configs
from newslint.config.effective import CommandLine
from newslint.errors import FileError, NewslintError
from newslint.run.discovery import Target
from newslint.run.files import concluded, look
from newslint.run.plan import Planner
from newslint.screens.serve.asked import ARTICLE, SOURCE, Asked, plain_name, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.text import Text
    from newslint.reporters.report import FileReport
    from newslint.run.plan import Plan

THOROUGH_MOST: Final = 100_000  # code points; longer articles would keep the models busy for half a minute
DISMISSED: Final = "dismissed"
_WARMING: Final = "The council met on Monday. It voted to repair 3 bridges, said Ann Lee, the mayor."
_PLANNERS: Final = 32  # combinations of choices that are kept


class Linted(Struct, frozen=True):
    """An article and what was found in it. `more`: a thorough reading would ask a model, and this one has not."""

    plan: Plan
    text: Text
    document: Document
    report: FileReport
    more: bool


class Pack(Struct, frozen=True):
    """A pack of rules, and whether any of them runs if nobody chooses."""

    name: str
    runs: bool


class Linting:
    """Lints articles. Safe in threads: plans are made under a lock, and only read after that."""

    def __init__(self, today: datetime.date | None = None, config: str | None = None) -> None:
        self._today = today
        self._config = configs.nearest(str(Path.cwd())) if config is None else config
        self._planners: OrderedDict[bytes, Planner] = OrderedDict()
        self._lock = Lock()

    def plan(self, asked: Asked, *, quick: bool = False) -> Plan:
        """What is done with an article. ConfigError, RuleError or UsageError if that cannot be used."""
        today = self._today or datetime.datetime.now().astimezone().date()
        data: dict[str, Any] = {key: list(value) for key, value in _chosen(asked).items() if value is not None}
        data |= {"reading": "quick"} if quick or asked.reading == "quick" else {}
        command = CommandLine(today=today, data=data, config=self._config, date=asked.date)
        with self._lock:
            planner = self._planner(command)
            plan = planner.plan("", self._config)
            for _ in planner.notices():  # UsageError for a choice that means no rule
                pass
            return plan

    def _planner(self, command: CommandLine) -> Planner:
        """The planner of some choices, of which the latest are kept."""
        key = msgspec.json.encode((command.today, command.data, command.date))
        planner = self._planners.pop(key, None) or Planner(command)
        self._planners[key] = planner
        if len(self._planners) > _PLANNERS:
            self._planners.popitem(last=False)
        return planner

    def packs(self) -> list[Pack]:
        """The packs of the configuration, by name."""
        plan = self.plan(Asked())
        running = {rule.pack for rule in plan.effective.rules}
        return [Pack(name, name in running) for name in sorted({*map(_pack, plan.effective.ignore), *running})]

    def read(self, asked: Asked) -> Linted:
        """The findings of an article. Raises what `plan` and `text_of` raise, and FileError if newslint fails on it."""
        name = plain_name(asked.name, ARTICLE)
        text, sources = text_of(asked, name), list(_sources(asked))
        plan = self.plan(asked, quick=len(text.content) > THOROUGH_MOST)
        try:
            document, report = look(plan, Target("", name, self._config), text, sources)
        except NewslintError:
            raise
        except Exception as fault:  # a reader that fails on one article must not end the server
            message = f"newslint failed on this article: {type(fault).__name__}; please report it"
            raise FileError(message, path=name) from fault
        report = concluded(plan, _without(report, asked.dismissed))
        return Linted(plan, text, document, report, self._more(asked, text))

    def _more(self, asked: Asked, text: Text) -> bool:
        """Whether a thorough reading would ask a model that this one has not."""
        if asked.reading != "quick" or len(text.content) > THOROUGH_MOST:
            return False
        return self.plan(structs.replace(asked, reading="auto")).effective.reading == "thorough"

    def warm(self) -> None:
        """Loads rules and models in a thread, so that the first article does not wait for them."""
        Thread(target=self.read, args=(Asked(content=_WARMING),), daemon=True).start()


def _chosen(asked: Asked) -> dict[str, Any]:
    return {"select": asked.select, "extend-select": asked.extend_select, "ignore": asked.ignore}


def _sources(asked: Asked) -> Iterator[Text]:
    for number, source in enumerate(asked.sources, 1):
        yield text_of(source, f"source {number}, {plain_name(source.name, SOURCE)}")


def _pack(rule: str) -> str:
    return rule.partition(".")[0]


def _without(report: FileReport, dismissed: Sequence[str]) -> FileReport:
    """The report with some findings silenced."""
    known = frozenset(dismissed)
    findings = (
        structs.replace(found, silenced=found.silenced or DISMISSED) if found.fingerprint in known else found
        for found in report.findings
    )
    return structs.replace(report, findings=tuple(findings))
