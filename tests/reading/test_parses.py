"""Parses: of the sentences that are asked, with offsets of the prose; and which pipelines are found."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.errors import Unavailable
from newslint.finding import Span
from newslint.reading import parses, pipelines, spacy_door
from newslint.reading.pipelines import Pipeline

TEXT = "\U0001f40d Talks\n\n“Well,” the mayor’s aides spoke in Paris. Nobody else did."


def document(text: str, pipeline: str) -> Document:
    return document_of(Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1), pipeline=pipeline), "plain")


def test_tokens_are_where_the_prose_has_them(pipeline: Pipeline) -> None:
    read = document(TEXT, pipeline.name)
    for start, doc in parses.parsed(read, read.sentences):
        for token in doc:
            seen = read.prose.text[start + token.idx : start + token.idx + len(token)]
            assert parses.readable(seen) == token.text
    subjects = [token.text for _, doc in parses.parsed(read, read.sentences) for token in doc if token.dep_ == "nsubj"]
    assert subjects == ["aides", "Nobody"]


def test_each_sentence_is_parsed_once_and_only_if_asked(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    parse = spacy_door.parse

    def watched(name: str, texts: object) -> object:
        seen.extend(listed := list(texts))  # type: ignore[call-overload]
        return parse(name, listed)

    monkeypatch.setattr(spacy_door, "parse", watched)
    read = document(TEXT, pipeline.name)
    last = read.sentences[-1:]
    first = list(parses.parsed(read, last))
    again = list(parses.parsed(read, last, entities=True, lemmas=True))
    assert seen == ["Nobody else did."]
    assert first[0].doc is again[0].doc
    assert [token.lemma_ for token in again[0].doc][-2:] == ["do", "."]


def test_entities_only_where_asked(pipeline: Pipeline) -> None:
    read = document(TEXT, pipeline.name)
    assert not any(sentence.doc.ents for sentence in parses.parsed(read, read.sentences))
    places = [ent.text for s in parses.parsed(read, read.sentences, entities=True) for ent in s.doc.ents]
    assert "Paris" in places


@pytest.mark.usefixtures("pipeline")
def test_any_text_is_read(pipeline: Pipeline) -> None:
    text = "Ab is \x00 \u202e é東 😀. " + "x" * 5000 + ". He is."
    read = document(text, pipeline.name)
    starts = [start for start, _ in parses.parsed(read, read.sentences)]
    assert starts
    assert list(parses.parsed(read, [Span(0, len(read.prose.text))])) == []  # thousands of letters are no sentence
    assert list(parses.parsed(read, [])) == []


def test_quick_reading_has_no_parses() -> None:
    read = document(TEXT, "")
    with pytest.raises(Unavailable):
        list(parses.parsed(read, read.sentences))


@pytest.mark.parametrize(
    ("meta", "found"),
    [
        ('{"lang": "en", "version": "1.2", "pipeline": ["tagger", "parser"]}', True),
        ('{"lang": "en", "version": "1.2", "pipeline": ["tagger"]}', False),
        ('{"lang": "de", "version": "1.2", "pipeline": ["parser"]}', False),
        ("{", False),
        (None, False),
    ],
)
def test_a_pipeline_is_english_and_parses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meta: str | None, found: bool
) -> None:
    pytest.importorskip("spacy")
    package = tmp_path / "en_made_up"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    if meta is not None:
        (package / "meta.json").write_text(meta, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    pipelines.find.cache_clear()
    read = pipelines.find("en_made_up")
    assert (read is not None and str(read).startswith("en_made_up 1.2 (spaCy ")) == found
    assert "en_made_up" not in sys.modules
    pipelines.find.cache_clear()
