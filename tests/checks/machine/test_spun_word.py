"""Words are reported one by one only in articles that count as spun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from newslint.checks.machine.spun_word import SpunWord

if TYPE_CHECKING:
    from collections.abc import Callable

_RULE = Path(__file__).parents[3] / "rules" / "machine" / "spun-article.yaml"


def test_in_an_article_that_is_spun_the_odd_words_are_told_once_each(
    found: Callable[..., list[tuple[str, tuple[str, ...]]]],
) -> None:
    text: str = yaml.safe_load(_RULE.read_text("utf-8"))["rules"][1]["examples"]["bad"][0]
    said = found(SpunWord(), text.replace("[[", "").replace("]]", ""))
    words = [word for word, _ in said]
    assert len(words) > 5
    assert len(words) == len(set(words))
    assert all(len(suggestions) == 1 for _, suggestions in said)
    assert len(found(SpunWord(least=2.0), text)) < len(words)


def test_one_odd_word_in_clean_copy_is_a_choice(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    clean = "The mayor said the bridge would open in the spring, and that the ferry would run until then. " * 20
    assert found(SpunWord(), clean + "He was sentenced to life in penitentiary for the fire.") == []
