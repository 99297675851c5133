"""How many people bear a name, and spellings of one name in another alphabet."""

from __future__ import annotations

import pytest

from newslint.knowledge import bearers


def test_common_names_are_borne_by_many() -> None:
    assert bearers.expected("David", "Miller") > 1000
    assert bearers.expected("Gavin", "Newson") < 10
    assert bearers.expected("Zzyzx", "Miller") == 0


@pytest.mark.parametrize(
    ("one", "other"), [("Zelensky", "Zelenskyy"), ("Mohammed", "Muhammad"), ("Gadhafi", "Qaddafi")]
)
def test_accepted_spellings(one: str, other: str) -> None:
    assert bearers.accepted(one, other)
    assert not bearers.accepted(one, "Miller")
