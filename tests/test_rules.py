"""Every built-in rule lives up to its examples."""

from __future__ import annotations

import pytest

from newslint.examples import complaints
from newslint.home import builtin_rules
from newslint.packs import load_folder
from newslint.rule import Rule


@pytest.mark.parametrize("rule", load_folder(builtin_rules()), ids=lambda rule: rule.id)
def test_lives_up_to_its_examples(rule: Rule) -> None:
    assert list(complaints(rule)) == []
