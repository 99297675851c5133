"""Consulting: what the kinds of this pack have in common: the index that they ask, and how a review is told in a message."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from newslint.checks.check import Check
from newslint.claims import store
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from newslint.claims.comparing import Rated

_REVIEW: Final = frozenset({"claim", "rating", "publisher", "url"})
_DATED: Final = _REVIEW | {"date"}


class Consulting(Check, frozen=True, kw_only=True):
    """A check that asks the index of claims. With `reported` it finds where an article reports a check itself, else the rest.

    In messages `{claim}` is the claim as the review words it, `{rating}` the verdict; `{publisher}`, `{date}` and `{url}` are
    the review's. A review without a day is the case `undated`.
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

    def told(self, found: Iterable[Rated]) -> Iterator[Match]:
        """The matches of those reviews of which the article says, or does not say, that there was a check."""
        for rated in found:
            if rated.reported == self.reported:
                values = {name: getattr(rated.record, name) for name in _DATED}
                scores = {"likeness": round(rated.likeness, 2)} if rated.likeness else {}
                case = "dated" if rated.record.date else "undated"
                yield Match(rated.span, values=values, scores=scores, case=case)


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
