"""What a rule is worth, as `explain` and the rules' pages say it."""

from __future__ import annotations

import msgspec

from newslint.rulebook.packs import builtin
from newslint.rulebook.worth import FILE, UNKNOWN, Worth, worth


def test_every_figure_is_of_a_rule_and_adds_up() -> None:
    known = {name for rule in builtin() for name in (rule.id, *rule.renamed_from)}
    figures = msgspec.json.decode(FILE.read_bytes(), type=dict[str, Worth])
    assert figures
    for name, found in figures.items():
        assert name in known
        assert 0 <= found.right <= found.n
        assert found.interval[0] <= found.right / found.n <= found.interval[1]


def test_the_sentence_of_a_rule_with_and_without_figures() -> None:
    found = Worth(40, 38, (0.83, 0.99), ("magazine", "news"), "2026-11-27")
    assert str(found) == (
        "38 of 40 judged findings were right (0.95, 95 % interval 0.83 to 0.99); read in magazine, news; last on 2026-11-27."
    )
    assert worth("house.words") == UNKNOWN
