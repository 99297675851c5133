"""Which rules run: decided by tables."""

from __future__ import annotations

import pytest

from newslint.config.keys import Layer
from newslint.config.selection import choose, longest, notices, runs, unknown
from newslint.finding import Severity
from newslint.rulebook.rule import Rule


def rule(name: str, **keys: object) -> Rule:
    grade = Severity(keys.pop("severity", "warning"))
    return Rule(**{"id": name, "severity": grade, "message": "m.", "why": "w", "parts": (), **keys})


@pytest.mark.parametrize(
    ("layers", "default", "expected"),
    [
        ([], "on", True),
        ([], "off", False),
        ([], "preview", False),
        ([Layer(select=("machine",))], "on", True),
        ([Layer(select=("machine",))], "off", True),
        ([Layer(select=("machine",))], "preview", False),
        ([Layer(select=("machine.spun",))], "preview", True),
        ([Layer(select=("mach",))], "on", False),
        ([Layer(select=("language",))], "on", False),
        ([Layer(select=())], "on", False),
        ([Layer(select=("machine",), ignore=("machine.spun",))], "on", False),
        ([Layer(select=("machine.spun",), ignore=("machine",))], "on", True),
        ([Layer(select=("machine",), ignore=("machine",))], "on", False),
        ([Layer(ignore=("machine",), extend_select=("machine.spun",))], "on", True),
        ([Layer(extend_select=("machine",))], "off", True),
        ([Layer(ignore=("machine.spun",)), Layer(select=("machine",))], "on", True),
        ([Layer(select=("machine",)), Layer(ignore=("machine.spun",))], "on", False),
        ([Layer(select=("machine",)), Layer(select=("language",))], "on", False),
        ([Layer(ignore=("machine",)), Layer(extend_select=("language",))], "on", False),
        ([Layer(ignore=("machine",)), Layer(extend_select=("machine.spun",))], "on", True),
    ],
)
def test_runs(layers: list[Layer], default: str, expected: bool) -> None:
    assert runs(rule("machine.spun", default=default), layers) is expected


def test_preview_runs_what_is_in_preview() -> None:
    assert runs(rule("machine.spun", default="preview"), [], preview=True)
    assert runs(rule("machine.spun", default="preview"), [Layer(select=("machine",))], preview=True)
    assert not runs(rule("machine.spun", default="off"), [], preview=True)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], "warning"),
        ([Layer(severity={"machine": Severity.ERROR})], "error"),
        ([Layer(severity={"machine": Severity.ERROR, "machine.spun": Severity.INFO})], "info"),
        ([Layer(severity={"machine.spun": Severity.INFO}), Layer(severity={"machine": Severity.ERROR})], "error"),
        ([Layer(severity={"mach": Severity.ERROR})], "warning"),
    ],
)
def test_severity(layers: list[Layer], expected: str) -> None:
    assert choose([rule("machine.spun")], layers)[0].severity.label == expected


def test_what_is_below_the_floor_runs_only_where_others_yield_to_it() -> None:
    rules = [rule("a.x", severity="info"), rule("a.y", yields_to=("a.z",)), rule("a.z", severity="info")]
    assert [r.id for r in choose(rules, [], floor=Severity.WARNING)] == ["a.y", "a.z"]


def test_former_ids_go_on_working_with_a_notice() -> None:
    rules = [rule("machine.spun", renamed_from=("machine.old", "weird.old"), deprecated="use another")]
    assert choose(rules, [Layer(ignore=("weird.old",))]) == ()
    assert list(unknown(["machine.old", "weird.old", "machine", "weird"], rules)) == ["weird"]
    assert list(notices(["weird.old", "machine.spun"], rules)) == [
        "rule 'weird.old' has been renamed; write 'machine.spun'",
        "rule 'machine.spun' is deprecated: use another",
    ]


def test_longest() -> None:
    assert longest("machine.spun-name", ["machine", "machine.spun", "machine.spun-name"]) == "machine.spun-name"
    assert longest("machine.spun-name", ["machine.spun"]) == ""
