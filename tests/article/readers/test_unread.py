"""Inline elements whose words are not read."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text


def prose(content: str, form: str) -> str:
    return document_of(Text(content), Settings(datetime.date(2026, 1, 1)), form).prose.text


@pytest.mark.parametrize("form", ["html", "markdown"])
@pytest.mark.parametrize("name", ["katex", "katex-display", "MathJax"])
def test_a_formula_that_was_set_is_not_read(form: str, name: str) -> None:
    formula = f'<span class="{name}"><span class="m">x</span><span class="s">\u200b</span></span>'
    content = f"The winch pulls {formula} tons."
    assert prose(f"<p>{content}</p>" if form == "html" else content, form).strip() == "The winch pulls \ufffc tons."


@pytest.mark.parametrize("face", ["Courier New,Courier", "courier", "monospace"])
def test_a_line_in_typewriter_letters_is_code(face: str) -> None:
    assert "WINCH" not in prose(f'<p>We run it. <font face="{face}">case $WINCH in</font></p>', "html")


def test_a_whole_article_in_typewriter_letters_is_read() -> None:
    words = "The harbour was shut on Monday, and nobody was told of it in time. " * 4
    assert "harbour" in prose(f'<font face="Courier"><p>{words}</p></font>', "html")


def test_another_face_is_read() -> None:
    assert "harbour" in prose('<p><font face="Arial">The harbour was shut.</font></p>', "html")


def test_mathml_in_markdown_is_something_that_is_not_read() -> None:
    assert prose("All is <math><mi>x</mi></math>, they say.", "markdown").strip() == "All is \ufffc, they say."
