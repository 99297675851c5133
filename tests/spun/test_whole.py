"""The verdict on a whole article: running prose alone counts, and the words of a trade are not a thesaurus's."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Unit
from newslint.checks.machine.spun_article import SpunArticle
from newslint.spun.verdict import verdict
from newslint.spun.whole import doubted, fitted, running, whole

_SETTINGS = Settings(today=datetime.date(2026, 11, 27))
_TRADES = sorted((Path(__file__).parent / "texts").glob("*.txt"))
_RULE = Path(__file__).parents[2] / "rules" / "machine" / "spun-article.yaml"


def _document(text: str, form: str = "plain") -> Document:
    return document_of(Text(text), _SETTINGS, form)


def _spun() -> str:
    text: str = yaml.safe_load(_RULE.read_text("utf-8"))["rules"][1]["examples"]["bad"][0]
    return text.replace("[[", "").replace("]]", "")


@pytest.mark.parametrize("path", _TRADES, ids=lambda path: path.stem)
def test_copy_of_a_trade_is_not_spun(path: Path) -> None:
    document = _document(path.read_text("utf-8"))
    found = document.derived(whole)
    assert found is None or found.log_odds < 0
    assert not list(SpunArticle(share="0.002").find(Unit(document, "prose", 0, len(document.prose.text))))


def test_the_witnesses_are_different_words_with_better_ones_the_oddest_first() -> None:
    found = _document(_spun()).derived(whole)
    assert found is not None
    assert found.log_odds > fitted().thresholds["0.0002"] > fitted().thresholds["0.0005"]
    words = [word.word for word in found.witnesses]
    assert len(words) == len(set(words)) > 5
    assert all(word.original and word.log_odds > 0 for word in found.witnesses)
    assert [word.log_odds for word in found.witnesses] == sorted((w.log_odds for w in found.witnesses), reverse=True)


def test_lists_quotations_and_short_texts_say_nothing() -> None:
    headline, *paragraphs = _spun().split("\n\n")
    listed = "# " + headline + "\n\n" + "\n".join(f"- {paragraph}" for paragraph in paragraphs)
    assert _document(listed, "markdown").derived(running).blocks == []
    quoted = headline + "\n\n" + "\n\n".join(f"“{paragraph}”" for paragraph in paragraphs)
    assert _document(quoted).derived(doubted) == ()
    for little in (listed, quoted):
        assert verdict(_document(little, "markdown"), "0.002", reader=False) is None


def test_only_so_much_of_a_long_text_counts_as_was_learnt_from() -> None:
    paragraph = "The mayor said that the bridge would open in the spring of the year after next. " * 5
    prose = running(_document("A Bridge\n\n" + "\n\n".join([paragraph] * 40)))
    assert 4_000 < len(prose.text) < 4_600
