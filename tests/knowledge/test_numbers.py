"""Numbers in words and figures."""

from __future__ import annotations

from newslint.knowledge.numbers import read


def test_two_numbers_side_by_side_are_two() -> None:
    assert [number.value for number in read("the 12 years of his two four-year terms")] == [12, 2, 4]
    assert [number.value for number in read("three hundred and five boats, twenty-two men")] == [305, 22]
