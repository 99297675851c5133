"""The model of sentences: the same vector alone and among others, found as an installed package is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.reading import tiny_reader

from newslint.reading import meaning, reader_models

TEXTS = ["The bridge is open.", "The bridges are open, they said.", "x", "", "bridge " * 400]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that holds a small model, found as an installed one is."""
    folder = tiny_reader.write(tmp_path / "newslint_sentences" / "model")
    (folder.parent / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    find = reader_models.of_sentences
    find.cache_clear()
    yield
    find.cache_clear()


def test_a_vector_of_length_1_for_each_text(installed: None) -> None:
    model = meaning.installed()
    assert model is not None
    assert model.name == "newslint-sentences 9"
    together = model.vectors(TEXTS)
    assert [round(float(np.linalg.norm(vector)), 4) for vector in together] == [1.0] * len(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert np.allclose(model.vectors([text])[0], vector, atol=1e-5)
    assert model.vectors([]) == []


def test_without_a_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_models, "of_sentences", lambda: None)
    assert meaning.installed() is None
