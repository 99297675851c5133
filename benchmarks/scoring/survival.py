"""Which judged findings a run still reports."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scoring.ledger import Entry
    from scoring.reported import Reported


class Fate(Struct, frozen=True):
    """What became of a judged finding.

    `same` is the finding that its verdict still holds for: the same fingerprint, or its rule at its place. `kept` is that one or,
    at the same place, a finding of another rule of the pack: what was reported is still reported, by another name.
    """

    entry: Entry
    same: Reported | None
    kept: Reported | None

    @property
    def lowered(self) -> bool:
        """Whether it was an error or a warning and is an info now."""
        return self.kept is not None and self.entry.severity != "info" and not self.kept.grave


def fates(entries: Sequence[Entry], findings: Iterable[Reported], renamed: Mapping[str, str]) -> Iterator[Fate]:
    """The fate of each entry; `renamed` leads from old rule ids to those of today."""
    by_file: dict[str, list[Reported]] = defaultdict(list)
    for finding in findings:
        by_file[finding.file].append(finding)
    judged = {one.key for one in entries}
    for one in entries:
        yield _fate(one, by_file[one.file], renamed.get(one.rule, one.rule), judged)


def _fate(one: Entry, findings: Sequence[Reported], rule: str, judged: set[tuple[str, str]]) -> Fate:
    exact = next((finding for finding in findings if finding.fingerprint == one.fingerprint), None)
    if exact is not None:
        return Fate(one, exact, exact)
    near = [finding for finding in findings if _covers(finding, one) and not _another(finding, one, rule, judged)]
    same = next((finding for finding in near if finding.rule == rule), None)
    pack = rule.partition(".")[0] + "."
    return Fate(one, same, same or next((finding for finding in near if finding.rule.startswith(pack)), None))


def _covers(finding: Reported, one: Entry) -> bool:
    """One finding for a run of repeated lines names the others as related places: they count, too."""
    return any(span.overlaps(one.place) for span in (finding.span, *finding.related))


def _another(finding: Reported, one: Entry, rule: str, judged: set[tuple[str, str]]) -> bool:
    """Two findings at one place, as of a missing date and of a missing byline, do not stand for each other.

    Those of one rule do where there is text: a place whose neighbouring words were edited is judged twice, by two fingerprints.
    """
    repeated = finding.rule == rule and finding.span.start < finding.span.end
    return finding.span == one.place and (finding.file, finding.fingerprint) in judged and not repeated
