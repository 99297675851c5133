"""`--profile` prints where the time of a run went, and changes nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def articles(house: Run) -> None:
    for number in range(3):
        Path(f"{number}.txt").write_text("A shocking end, whilst 12 people sang.\n", "utf-8")


@pytest.mark.usefixtures("articles")
def test_every_rule_that_ran_is_listed_with_its_time(house: Run) -> None:
    plain = house("--quick", "0.txt", "1.txt", "2.txt")
    result = house("--quick", "--profile", "--jobs", "2", "0.txt", "1.txt", "2.txt")
    assert (result.code, result.out) == (plain.code, plain.out)
    assert result.err.startswith(plain.err)
    assert re.search(r"^ *\d+\.\d{3} +\d+\.\d% +3  house\.whilst$", result.err, re.MULTILINE)
    assert re.search(r"^newslint: \d+\.\d\d s$", result.err, re.MULTILINE)
    shares = [float(share) for share in re.findall(r"(\d+\.\d)%", result.err.split("times")[0])]
    assert sum(shares) == pytest.approx(100, abs=0.5)
    assert "reading articles" in result.err


@pytest.mark.usefixtures("articles")
def test_rules_that_meet_none_of_their_words_cost_nothing(house: Run) -> None:
    assert "house.maybe" not in house("--quick", "--profile", "0.txt").err
