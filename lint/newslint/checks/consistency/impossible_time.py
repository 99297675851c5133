"""impossible-time: a time of day that no clock shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIME: Final = lazy(
    r"(?<![\w:./-])(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>\d\d)(?: ?(?P<half>[ap])\.?m\b\.?)?(?![\d:./]\d|\d| ?[%°])"
)
# What shows that figures without "a.m." are a time of day, and what shows that they are something else.
_BEFORE: Final = lazy(r"\b(?:at|until|till|by|from|before|after|around|about|between|to|and) \Z")
_TIMETABLE: Final = lazy(
    r"\b(?:bus(?:es)?|trains?|trams?|flights?|ferr(?:y|ies)|timetables?|doors|opens?|closes?|depart\w*|arriv\w*|leaves?|shifts?|"
    r"starts?|begins?|curfew|o'clock|gmt|bst|utc|cet|cest|local time|daily|clock|alarm|appointment|meeting|service)\b"
)
_MEASURED: Final = lazy(
    r"\b(?:minutes?|seconds?|video|scor\w+|laps?|records?|finish\w*|halves|half|quarter|period|overtime|verses?|chapter|psalm|gospel|"
    r"bible|ratio|odds|mark|into|race|marathon|relay|heat|swim|ran|clip|track|podcast|recording|footage|anime|broadcast|"
    r"television|tv|nbl|nba|game|match|john|luke|matthew|genesis|isaiah)\b"
)
_HOURS: Final = 24
_NOON: Final = 12


class ImpossibleTime(Check, frozen=True, kw_only=True):
    """`25:00`, `10:75 a.m.`: figures that can only be a time of day, and are none.

    Without "a.m." or "p.m." only figures after a preposition in a sentence about a timetable are judged: the
    same figures may be a score, a verse, a duration or a place in a recording. 24:00 is the end of a day.
    """

    per: ClassVar[str] = "sentence"

    def anchors(self) -> tuple[str, ...]:
        """Minutes from 60, and hours from 13: "a.m." may follow."""
        minutes = [f"{mark}{ten}" for mark in ":." for ten in "6789"]
        return (
            *minutes,
            *(f"{hour}:" for hour in range(24, 100)),
            *(f"{hour}{mark}{ten}" for hour in range(13, 24) for mark in ":." for ten in "012345"),
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each time."""
        view, start, end = unit.folded()
        for hit in _TIME.finditer(view.text, start, end):
            if _impossible(hit) and (hit["half"] or _of_day(view.text, hit, start, end)):
                yield Match(view.span(hit.start(), hit.end()))


def _impossible(hit: re.Match[str]) -> bool:
    hour, minute = int(hit["hour"]), int(hit["minute"])
    late = hour > _HOURS or (hour == _HOURS and minute > 0)
    return late or minute > 59 or (hit["half"] == "a" and hour > _NOON)


def _of_day(text: str, hit: re.Match[str], start: int, end: int) -> bool:
    if hit["mark"] != ":" or not _BEFORE.search(text, max(hit.start() - 12, start), hit.start()):
        return False
    return _TIMETABLE.search(text, start, end) is not None and _MEASURED.search(text, start, end) is None
