"""Plain texts that are too long to be read at once: parts of whole paragraphs, each with its places in the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.article import readers
from newslint.article.readers import instalments, layouts, read
from newslint.article.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPH = "The quay was closed on Monday, and the ferry sailed from the pier.\n\n"


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "WHOLE", 400)
    monkeypatch.setattr(instalments, "_PART", 300)


def test_a_short_text_is_read_at_once() -> None:
    (whole,) = layouts(Text(PARAGRAPH * 4), "plain")
    assert whole.part is None


@pytest.mark.parametrize("mark", ["\n\n", "\r\n\r\n", "\n", " ", ""])
def test_the_parts_are_the_text(mark: str) -> None:
    content = (PARAGRAPH.strip().replace(" ", "") + mark) * 20
    spans = list(instalments.parts(content))
    assert "".join(content[span.start : span.end] for span in spans) == content
    assert all(0 < span.end - span.start <= 300 for span in spans)
    assert not mark or all(content[: span.end].endswith(mark) for span in spans)


def test_places_are_those_of_the_file() -> None:
    text = Text(PARAGRAPH * 20)
    found = list(layouts(text, "plain"))
    assert len(found) > 3
    for layout in found:
        for segment in layout.segments:
            span = layout.prose.span(segment.start, segment.end)
            assert text.content[span.start : span.end] == PARAGRAPH.strip()


def test_who_wants_one_article_gets_the_whole() -> None:
    assert read(Text(PARAGRAPH * 20), "plain").prose.text == PARAGRAPH * 20


def test_a_run_says_so_and_changes_nothing(newslint: Callable[..., object], tmp_path: Path) -> None:
    path = Path("dump.txt")
    path.write_text(PARAGRAPH * 10 + "The the pier is long.\n\n" + PARAGRAPH, "utf-8")
    result = newslint("--quick", "--no-config", "--format", "concise", "--select", "integrity.doubled-word", "dump.txt")
    assert result.out.startswith("dump.txt:21:1: warning: 'the' is written twice")  # type: ignore[attr-defined]
    assert "was read in parts, because it is longer than" in result.err  # type: ignore[attr-defined]
    before = path.read_bytes()
    result = newslint("--quick", "--no-config", "--fix", "dump.txt")
    assert "dump.txt is not fixed: it was read in parts" in result.err  # type: ignore[attr-defined]
    assert path.read_bytes() == before
