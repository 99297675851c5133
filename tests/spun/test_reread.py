"""Where the light model's verdict is open, the reader model has the last word."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import numpy as np
import pytest
import yaml
from tests.reading import tiny_reader

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.checks.check import Unit
from newslint.checks.machine.spun_article import SpunArticle
from newslint.errors import Unavailable
from newslint.spun.reread import features, reread
from newslint.spun.whole import whole

_RULE = Path(__file__).parents[2] / "rules" / "machine" / "spun-article.yaml"
_CLEAN = min((Path(__file__).parent / "texts").glob("*.txt"))


def _folder(place: Path, bias: float, gate: float = -2.0) -> Path:
    """A reader model that knows nothing, and a second regression that sees only `bias`."""
    folder = tiny_reader.write(place / "model")
    shape = json.loads((folder / "model.json").read_text("utf-8"))
    shape["whole"] = {"weights": [0.0] * 8, "bias": bias, "thresholds": {"0.0005": 0.0}, "gate": gate}
    (folder / "model.json").write_text(json.dumps(shape), "utf-8")
    return folder


def _document(text: str, folder: Path | None) -> Document:
    settings = Settings(today=datetime.date(2026, 11, 27), reader=str(folder or ""))
    return document_of(Text(text), settings, "plain")


def _spun(folder: Path | None) -> Document:
    text: str = yaml.safe_load(_RULE.read_text("utf-8"))["rules"][1]["examples"]["bad"][0]
    return _document(text.replace("[[", "").replace("]]", ""), folder)


def _found(document: Document) -> int:
    return len(list(SpunArticle(reader=True).find(Unit(document, "prose", 0, len(document.prose.text)))))


@pytest.mark.parametrize(("bias", "number"), [(1.0, 1), (-1.0, 0)])
def test_what_the_light_model_leaves_open_is_decided_by_both(tmp_path: Path, bias: float, number: int) -> None:
    document = _spun(_folder(tmp_path, bias))
    assert _found(document) == number
    verdict = document.derived(reread)
    assert verdict is not None
    assert all(word.original for word in verdict.witnesses)


def test_what_the_light_model_has_settled_is_not_read_again(tmp_path: Path) -> None:
    document = _document(_CLEAN.read_text("utf-8"), _folder(tmp_path, 9.0))
    assert document.derived(reread) is None
    assert _found(document) == 0


def test_the_light_verdict_and_the_strongest_doubts_are_what_counts(tmp_path: Path) -> None:
    document = _spun(_folder(tmp_path, 0.0))
    first = document.derived(whole)
    assert first is not None
    values = features(document, first.log_odds)
    assert values[0] == pytest.approx(first.log_odds)
    assert np.all(np.diff(values[2:]) <= 0)


def test_a_model_without_a_second_regression_says_nothing(tmp_path: Path) -> None:
    document = _spun(tiny_reader.write(tmp_path / "model"))
    assert document.derived(reread) is None


def test_without_a_reader_nothing_can_be_read_again() -> None:
    with pytest.raises(Unavailable, match="newslint-reader"):
        _spun(None).derived(reread)
