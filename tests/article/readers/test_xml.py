"""XML: exact places, nothing outside the file, nothing that grows; and what is broken is said."""

from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from newslint.article.readers import layouts, xml_tree
from newslint.article.readers.xml_events import events
from newslint.article.readers.xml_tree import Trees
from newslint.article.text import Text

if TYPE_CHECKING:
    from pathlib import Path


def text(content: str) -> str:
    return "".join(event.data for event in events(content) if event.kind == "text")


def broken(content: str) -> tuple[str, str]:
    """Which case a file is, and what precedes the place."""
    (problem,) = (event for event in events(content) if event.kind == "problem")
    return problem.data, content[: problem.start]


def test_text_has_its_places_whatever_it_is_made_of() -> None:
    content = '<?xml version="1.0" encoding="latin-1"?>\r\n<a x="1">é<b/>&amp;&#8217;😀<![CDATA[x&amp;<y]]>z\r\nq</a>'
    found = [
        (event.data, content[event.start : event.end], event.linear)
        for event in events(content)
        if event.kind == "text"
    ]
    assert found == [
        ("é", "é", True),
        ("&", "&amp;", False),
        ("’", "&#8217;", False),
        ("😀", "😀", True),
        ("x&amp;<y", "x&amp;<y", True),
        ("z", "z", True),
        ("\n", "\r\n", False),
        ("q", "q", True),
    ]


def test_places_do_not_depend_on_where_a_slice_ends() -> None:
    content = "<a>" + "é😀 word <b>x</b>&amp;\n" * 20_000 + "</a>"
    assert all(content[e.start : e.end] == e.data for e in events(content) if e.linear)
    assert text(content).count("é😀 word x&\n") == 20_000


def test_an_attribute_has_its_place() -> None:
    content = """<a><n x='1' y = "é &amp; z" z='y="no"'/></a>"""
    (found,) = Trees(content, frozenset({"n"})).read()
    assert found.node is not None
    parts = found.node.value(content, "y")
    assert "".join(part.shown for part in parts) == "é & z"
    assert content[parts[0].start : parts[-1].end] == "é &amp; z"
    assert found.node.value(content, "w") == []


def test_a_file_says_where_it_breaks() -> None:
    assert broken("<a><b>c</a>") == ("xml", "<a><b>c</")
    assert broken("<a>é & b</a>") == ("xml", "<a>é &")
    assert broken("<a>&nope;</a>") == ("xml", "<a>")
    assert broken("<a><b>") == ("xml", "<a><b>")
    assert broken("") == ("xml", "")
    assert broken("rain") == ("xml", "")
    assert broken("<a>\x0b</a>") == ("xml", "<a>")


def test_a_billion_laughs_are_none() -> None:
    lines = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(9))
    content = f"<!DOCTYPE a [<!ENTITY l0 'ha'>{lines}]><a>&l9;</a>"
    assert broken(content)[0] == "entities"
    assert text(content) == ""


@pytest.mark.parametrize("value", ["&amp;#38;x", "%p;", "&#60;b>", "x" * 101])
def test_an_entity_that_may_grow_is_refused(value: str) -> None:
    assert broken(f'<!DOCTYPE a [<!ENTITY e "{value}">]><a/>')[0] in ("entities", "xml")


def test_plain_entities_and_those_of_a_dtd_that_is_not_opened_are_read() -> None:
    assert text('<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY e "pier">]><a>&e; &mdash; quay</a>') == "pier — quay"


def test_no_other_file_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    uri = secret.as_uri()
    assert "hidden" not in text(f'<!DOCTYPE a [<!ENTITY e SYSTEM "{uri}">]><a>x&e;y</a>')
    assert "hidden" not in text(f'<!DOCTYPE a [<!ENTITY % e SYSTEM "{uri}"> %e;]><a>xy</a>')
    assert "hidden" not in text(f'<!DOCTYPE a SYSTEM "{uri}"><a>xy</a>')


def test_deep_nesting_ends() -> None:
    assert broken("<a>" * 200_000)[0] == "too-deep"


def test_a_huge_attribute_takes_no_long_time() -> None:
    started = time.process_time()
    content = '<a x="' + "y z &amp; " * 300_000 + '">t</a>'
    assert text(content) == "t"
    assert time.process_time() - started < 5


def test_many_articles_are_held_one_at_a_time() -> None:
    content = "<feed>" + ("<item><p>" + "word " * 200 + "</p></item>\n<other/>") * 3_000 + "</feed>"
    tracemalloc.start()
    try:
        assert sum(1 for _ in Trees(content, frozenset({"item"})).read()) == 3_000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_articles_and_what_is_around_them() -> None:
    content = "<f xml:lang='en'><t>T</t><item>one</item><u/><item>two</item><x>"
    around = []
    found = []
    for one in Trees(content, frozenset({"item"})).read():
        found.append(one)
        around.append([node.name for above in one.around for node in (above, *above.nodes)])
    *found, last = found
    assert [one.node.text for one in found if one.node] == ["one", "two"]
    assert [content[one.part.start : one.part.end] for one in found] == ["<item>one", "<item>two"]
    assert around == [["f", "t"], ["f", "t", "u"], []]
    assert last.node is None
    assert last.problem is not None


def test_an_article_that_breaks_is_read_up_to_there() -> None:
    (found,) = Trees("<f><item>one<b>two & three", frozenset({"item"})).read()
    assert found.node is not None
    assert found.node.text == "onetwo"
    assert found.problem is not None


def test_an_article_that_is_too_long_is_left_out_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "LONGEST", 1_000)
    long, short = f"<item><p>{'<b>word</b> ' * 60_000}</p></item>", "<item>It rained.</item>"
    tracemalloc.start()
    try:
        made = [layout.unread for layout in layouts(Text(f"<rss>{short}{long}{short}</rss>"), "rss")]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    assert made == ["", "overlong", ""]
