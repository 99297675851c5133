"""rated-claim: sentences and links that an article shares with claims that fact-checkers have rated. Needs an index of them."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.claims import store
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from newslint.claims.comparing import Rated

_REVIEW: Final = frozenset({"claim", "rating", "publisher", "url"})
_DATED: Final = _REVIEW | {"date"}


class RatedClaim(Check, frozen=True, kw_only=True):
    """Compares an article with the index that `newslint claims add` makes.

    In the view `prose` it finds sentences that make a rated claim, in the view `links` the addresses of pages that a review names
    as the claim's; trackers, mobile hosts and archive copies make no difference. With `reported: true` it finds only where the
    article reports the check itself, else only where it does not. In messages `{claim}` is the claim as the review words it,
    `{rating}` the verdict; `{publisher}`, `{date}` and `{url}` are the review's. A review without a day is the case `undated`.
    """

    reported: bool = False

    cases: ClassVar[dict[str, frozenset[str]]] = {"dated": _DATED, "undated": _REVIEW}
    per: ClassVar[str] = "document"
    opens: ClassVar[bool] = True

    @classmethod
    def opened(cls, config: Mapping[str, Any]) -> AbstractContextManager[Consulted]:
        """The run's index; every process opens it for itself when it has something to ask."""
        return nullcontext(Consulted(_path(config)))

    @classmethod
    def state(cls, config: Mapping[str, Any]) -> str | None:
        """What tells one state of the index from another; None if there is none."""
        try:
            status = _path(config).stat()
        except OSError:
            return None
        return f"{_path(config)} {status.st_size} {status.st_mtime_ns}"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a sentence or link; Unavailable if there is no index."""
        from newslint.claims import comparing

        analysis = comparing.linking if unit.view_name == "links" else comparing.resembling
        for rated in unit.document.derived(analysis):
            if rated.reported == self.reported:
                yield _match(rated)


def _match(rated: Rated) -> Match:
    """What is said of a review: with its day, or without where the feed has none."""
    values = {name: getattr(rated.record, name) for name in _DATED}
    scores = {"likeness": round(rated.likeness, 2)} if rated.likeness else {}
    case = "dated" if rated.record.date else "undated"
    return Match(rated.span, values=values, scores=scores, case=case, page=rated.record.url)


class Consulted:
    """An index that a run may ask."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def abandon(self) -> None:
        """No process waits for an index."""

    def confirm(self) -> None:
        """Unavailable if there is none that can be read."""
        store.reading(self._path).close()


def _path(config: Mapping[str, Any]) -> Path:
    return Path(config["claims"]) if config["claims"] else store.default_path()
