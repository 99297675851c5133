"""Marks: every letter of the text once, every mark reachable, whatever overlaps."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from newslint.page.article import Block, Note, Place, Shown, article
from newslint.page.marks import Mark, marked
from newslint.page.run import File, run

TEXT = "The pier is long & old."


def mark(start: int, end: int, name: str = "m", rank: int = 1) -> Mark:
    return Mark(start, end, name, f"note-{name}", "warning", "why", rank)


def words(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup)).replace("‸", "")


def test_a_mark_is_a_link_with_a_place_of_its_own() -> None:
    link = '<a class="mark warning" href="#note-m" title="why">pier</a>'
    assert marked(TEXT, 0, 11, [mark(4, 8)]) == f'The <span id="m"></span>{link} is'


def test_where_marks_overlap_the_gravest_is_the_link() -> None:
    markup = marked(TEXT, 0, len(TEXT), [mark(0, 8, "a"), mark(4, 11, "b", rank=3)])
    assert re.findall(r'href="#note-(\w)" title="why">([^<]*)<', markup) == [("a", "The "), ("b", "pier"), ("b", " is")]
    assert 'id="a"' in markup


def test_what_is_missing_has_a_sign() -> None:
    assert "‸" in marked(TEXT, 0, len(TEXT), [mark(len(TEXT), len(TEXT))])
    assert "‸" in marked("", 0, 0, [mark(0, 0)])


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 5), st.integers(1, 3)), max_size=6), st.integers(0, 23))
def test_nothing_is_lost_or_said_twice(spans: list[tuple[int, int, int]], start: int) -> None:
    marks = [mark(first, first + size, f"m{number}", rank) for number, (first, size, rank) in enumerate(spans)]
    markup = marked(TEXT, start, len(TEXT), marks)
    assert words(markup) == TEXT[start:]
    names = re.findall(r'id="(\w+)"', markup)
    assert len(names) == len(set(names))


def note(place: tuple[int, int] | None = (4, 8)) -> Note:
    return Note(
        Place(place, "line 1, column 5:"),
        "warning",
        "house.pier",
        "It is no pier.",
        "pier",
        ("jetty", ""),
        ((Place((0, 3), "line 1:"), "this one"), (Place(None, "other.txt, line 3:"), "that one")),
        "Piers have legs.",
        "https://example.org/pier",
    )


def test_an_article_and_its_findings() -> None:
    blocks = [Block(0, 12, "headline"), Block(12, 17, "list-item"), Block(17, 23, "list-item")]
    page = article(Shown("n", TEXT, blocks, [note(), note(None)]))
    assert "<h3>" in page
    assert page.count("<ul><li>") == 1
    assert '<a href="#n-0-at">line 1, column 5:</a> It is no pier.' in page
    assert '<a href="#n-0-0">line 1:</a> this one' in page
    assert "other.txt, line 3: that one" in page
    assert "<q>pier</q>: <ins>jetty</ins>, delete it" in page
    assert "1 of 2 findings" in page
    assert '<a href="https://example.org/pier" rel="noreferrer">' in page


def test_the_verdict_and_the_index() -> None:
    held = File("a.txt", [Shown("n", TEXT, [Block(0, 23, "paragraph")], [note()])], fails=True)
    assert "<b>Hold.</b>" in run([held], "1 warning")
    assert "<table>" not in run([held], "1 warning")
    page = run([held, File("b.txt", [])], "1 warning")
    assert '<a href="#file-0">a.txt</a>' in page
    assert '<th scope="row">b.txt</th><td>publish</td>' in page
    assert "<b>Publish.</b>" in run([File("b.txt", [])], "nothing")
    assert "<b>Hold.</b>" in run([], "", ["error: no such file"])
