"""Check: what every kind is, and Unit: the stretch of an article that a check reads."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from newslint.article.document import Document
    from newslint.article.text import View
    from newslint.finding import Fault, Match
    from newslint.reading.models import Reads
    from newslint.wordlists import Lists


class Unit:
    """One segment, sentence, paragraph or document of one view: [start, end) in the view's code points.

    `hits` are where the check's anchors stand, as half-open offsets of the folded view (`case` and `typography`
    folded), in order; empty for a check without anchors. `faults` are those of the article's suppressions, for a check
    that runs `after` them.
    """

    __slots__ = ("document", "end", "faults", "hits", "start", "view_name")

    def __init__(
        self, document: Document, view_name: str, start: int, end: int, hits: list[tuple[int, int]] | None = None
    ) -> None:
        self.document, self.view_name, self.start, self.end = document, view_name, start, end
        self.hits = [] if hits is None else hits
        self.faults: tuple[Fault, ...] = ()

    @property
    def view(self) -> View:
        """The view that the unit is part of."""
        return self.document.view(self.view_name)

    @property
    def text(self) -> str:
        """The unit's own text."""
        return self.view.text[self.start : self.end]

    def folded(self, *, case: bool = True, typography: bool = True) -> tuple[View, int, int]:
        """The folded view and the unit's half-open range in it; `View.span` leads back to the view."""
        view = self.document.folded(self.view_name, case=case, typography=typography)
        return view, view.locate(self.start), view.locate(self.end)


class Opened(Protocol):
    """What a run holds open for a kind."""

    def abandon(self) -> None:
        """Ends it at once, because the run was interrupted: no process may go on waiting for it."""

    def confirm(self) -> None:
        """Unavailable if something that the kind needs is missing; starts nothing."""


class Check(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True, rename="kebab"):
    """A kind of check: its fields are the options that a rule of the kind may set.

    A check yields matches with spans of the unit's *view* and does not know its rule. It may raise
    `errors.RuleError` when built from options that have the right types but make no sense, and `errors.CheckError`
    while it runs; anything else it raises is reported by the engine as a fault of newslint.
    """

    # Message placeholders that this kind fills in every case, beside {match} and {suggestion}.
    placeholders: ClassVar[frozenset[str]] = frozenset()
    # What the kind tells apart, each with a message of its own (`messages:`): case → the placeholders it fills besides.
    cases: ClassVar[dict[str, frozenset[str]]] = {}
    # The roles of places that matches were compared with, where they are not the cases: role → its own placeholders.
    roles: ClassVar[dict[str, frozenset[str]]] = {}
    # What the kind reads when its rule does not say: segment, sentence, paragraph or document.
    per: ClassVar[str] = "segment"
    # Whether it runs after suppressions have been applied, and sees what is wrong with them.
    after: ClassVar[bool] = False
    # Whether it compares the article with its sources: it finds nothing, and is not asked, where there are none.
    compares: ClassVar[bool] = False
    # Whether it needs something that is opened once a run, by `opened`.
    opens: ClassVar[bool] = False
    # Options that `expand` works out of the others, so that a compiled pack need not: no rule writes them.
    kept: ClassVar[frozenset[str]] = frozenset()
    # Keys that a rule may write and `expand` replaces, or writes out: key → its JSON Schema.
    written: ClassVar[dict[str, dict[str, Any]]] = {}

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The options that a rule writes, their lists and inflections written out: a compiled pack needs neither.

        What is not of the type that it should be is left as it is: building the check finds it. RuleError for a list
        that does not exist.
        """
        return options

    @classmethod
    def opened(cls, config: Mapping[str, Any]) -> AbstractContextManager[Opened | None]:
        """What the kind needs once a run, whatever the number of processes; it should start nothing before it is asked.

        `config` holds the final keys of the configuration by their names in Python. Called if a rule of the kind runs and the
        kind says that it `opens` something.
        """
        return nullcontext()

    @classmethod
    def state(cls, config: Mapping[str, Any]) -> str | None:
        """What else than article, rules and configuration the findings depend on, as a text that changes when it does.

        It is part of the name under which results are cached (the version of a server, the digest of an index); None if it
        cannot be known, so that nothing is cached. Called as `opened` is, once for each configuration.
        """
        return ""

    @property
    def reads(self) -> Reads:
        """What it asks that only thorough reading has (see `reading/`): `parses` of sentences, or what the `reader` says."""
        return ""

    def told_apart(self) -> dict[str, frozenset[str]]:
        """Those of the kind's cases that can come of the check's options."""
        return self.cases

    def fills(self, case: str) -> frozenset[str]:
        """The placeholders that matches of a case fill, beside {match} and {suggestion}."""
        return self.placeholders | self.cases.get(case, frozenset())

    def prepare(self) -> None:
        """Builds what `find` needs, so that a mistake in the options raises RuleError when the rule is loaded."""

    def anchors(self) -> tuple[str, ...] | None:
        """Folded literals of which a unit must contain one for the check to fire there; None: it always runs."""
        return None

    def find(self, unit: Unit) -> Iterator[Match]:
        """The matches of a unit, in any order."""
        raise NotImplementedError


def rewritten(options: dict[str, Any], key: str, kind: type, change: Callable[[Any], Any]) -> dict[str, Any]:
    """The options with the value of one key changed, if it is there and of that type."""
    value = options.get(key)
    return {**options, key: change(value)} if isinstance(value, kind) else options
