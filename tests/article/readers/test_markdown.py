"""What a Markdown article becomes: segments, views, metadata, each at its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newslint.article.readers import read
from newslint.article.text import Text

if TYPE_CHECKING:
    from newslint.article.layout import Layout


def layout(content: str) -> Layout:
    return read(Text(content), "markdown")


def shown(content: str) -> list[tuple[str, str]]:
    made = layout(content)
    return [(segment.kind, made.prose.text[segment.start : segment.end]) for segment in made.segments]


def source(content: str, phrase: str) -> str:
    """The file's text behind the last occurrence of a phrase in the prose."""
    prose = layout(content).prose
    at = prose.text.rindex(phrase)
    span = prose.span(at, at + len(phrase))
    return content[span.start : span.end]


@pytest.mark.parametrize(
    "line", ["5 * 3 is 15 * 1.", "About ~20 or ~30.", "It fell to $3m, up from $2m.", "Paid from $5 to $10."]
)
def test_figures_are_no_markup(line: str) -> None:
    assert shown(f"Head\n\n{line}\n")[-1] == ("paragraph", line)


@pytest.mark.parametrize(
    ("content", "phrase", "raw"),
    [
        ("A *spun* phrase.", "A spun phrase", "A *spun* phrase"),
        ("A [spun *phr*ase](http://x.y) here.", "spun phrase", "spun *phr*ase"),
        ("It&rsquo;s 😀 late.", "It’s 😀 late", "It&rsquo;s 😀 late"),
        ("It&rsquo;s late.", "’", "&rsquo;"),
        ("two\r\nlines here.", "two lines", "two\r\nlines"),
        ("> two\n> lines here.", "two lines", "two\n> lines"),
        ("é😀 __bold__ e\u0301nd.", "bold e\u0301nd", "bold__ e\u0301nd"),
        ("a \\* b.", "* b", "* b"),
        ("one<br>two.", "one\ntwo", "one<br>two"),
        ("---\ntitle: Die café\n---\n\nText &amp; more.\n", "&", "&amp;"),
    ],
)
def test_every_span_leads_back(content: str, phrase: str, raw: str) -> None:
    assert source(content, phrase) == raw


def test_blocks_have_their_kinds() -> None:
    content = (
        "# Big *news*\n\nBy Ann Lee\n\nLIMA (AP) — It rained.\n\n## What next\n\n- one\n- two\n\n  more\n\n"
        "> quoted\n>\n> > deeper\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n# Another\n\nEnd[^1].\n\n[^1]: A note.\n"
    )
    assert shown(content) == [
        ("headline", "Big news"),
        ("byline", "By Ann Lee"),
        ("dateline", "LIMA (AP) —"),
        ("paragraph", "It rained."),
        ("subhead", "What next"),
        *(("list-item", item) for item in ("one", "two", "more")),
        ("block-quote", "quoted"),
        ("block-quote", "deeper"),
        *(("list-item", cell) for cell in "abcd"),
        ("subhead", "Another"),
        ("paragraph", "End."),
        ("list-item", "A note."),
    ]


def test_the_front_matter_title_is_the_headline_where_there_is_no_other() -> None:
    content = '---\ntitle: "Big &news"\n---\n\nIt rained.\n'
    made = layout(content)
    first = made.segments[0]
    span = made.prose.span(first.start, first.end)
    assert (first.kind, content[span.start : span.end]) == ("headline", "Big &news")
    assert [kind for kind, _ in shown('---\ntitle: "x"\n---\n\n# Y\n\nIt rained.\n')] == ["headline", "paragraph"]


def test_fields_have_their_places() -> None:
    content = (
        "---\ntitle: 'It''s on'\nauthor:\n  - Ann Lee\n  - name: 'B. Öz'\ndate: 2024-05-01\nsummary: >\n  Two\n  lines\n"
        "lang: en-GB\nextra: {deep: 1}\n---\n\nText here.\n"
    )
    made = layout(content)
    assert [(field.name, field.value) for field in made.fields] == [
        ("headline", "It's on"),
        ("byline", "Ann Lee"),
        ("byline", "B. Öz"),
        ("published", "2024-05-01"),
        ("dek", "Two lines"),
        ("language", "en-GB"),
        ("extra.deep", "1"),
    ]
    places = [made.metadata.span(field.start, field.end) for field in made.fields]
    raw = [content[span.start : span.end] for span in places]
    assert raw == ["It''s on", "Ann Lee", "B. Öz", "2024-05-01", "Two\n  lines", "en-GB", "1"]
    assert made.language == "en-GB"


@pytest.mark.parametrize(
    "front",
    [
        "title: [\n",
        "!!python/object:os.system x\n- y\n",
        "- a\n- b\n",
    ],
)
def test_broken_front_matter_is_told_and_the_text_still_read(front: str) -> None:
    content = f"---\n{front}---\n\nIt rained.\n"
    made = layout(content)
    assert made.problem is not None
    assert 0 <= made.problem[0] <= content.index("It")
    assert made.prose.text.strip() == "It rained."


def test_front_matter_that_never_ends_is_told() -> None:
    made = layout("---\ntitle: x\n\nIt rained.\n")
    assert made.problem is not None
    assert "It rained." in made.prose.text


def test_an_alias_loop_ends() -> None:
    assert layout("---\na: &x {b: *x, c: 1}\n---\n\nText.\n").fields[0].value == "1"


def test_prose_between_rules_is_no_metadata() -> None:
    assert ("paragraph", "It rained on Monday.") in shown("One.\n\n---\n\nIt rained on Monday.\n\n---\n\nTwo.\n")
    assert any("It rained" in text for _, text in shown("One.\n\n---\nIt rained.\n---\nTwo.\n"))


def test_links_and_attributes_have_their_places() -> None:
    content = '😀 [a](http://x.y/?a=1 "t") <http://z.z> [b][r] ![al *t*](i.png "ti") [![in](j)](k)\n\n[r]: http://r.r\n'
    made = layout(content)
    assert made.links.text.split("\n")[:-1] == ["http://x.y/?a=1", "http://z.z", "http://r.r", "i.png", "j", "k"]
    assert made.attributes.text.split("\n")[:-1] == ["al t", "ti", "in"]
    span = made.links.span(0, 15)
    assert content[span.start : span.end] == "http://x.y/?a=1"


def test_inline_code_is_one_foreign_letter_and_code_blocks_are_nothing() -> None:
    content = "The screen says `{{NAME}} is OK` until then.\n\n    indented {{x}}\n\n```\n{{y}}\n```\n"
    assert shown(content) == [("paragraph", "The screen says \ufffc until then.")]
    assert source(content, "\ufffc") == "`{{NAME}} is OK`"


def test_raw_html_is_read_by_the_html_reader() -> None:
    figure = '<figure><img alt="A dog"><figcaption>A dog &amp; more</figcaption></figure>'
    content = f"# H\n\n{figure}\n\nText <b>bold</b>.\n\n<!-- c -->\n"
    assert shown(content) == [("headline", "H"), ("caption", "A dog & more"), ("paragraph", "Text bold.")]
    assert layout(content).attributes.text == "A dog\n"
    assert source(content, "&") == "&amp;"


@pytest.mark.parametrize(
    "opener", ["[", ">", "> ", "- ", "*a ", "**a_", "![", "[a](", "<a ", "<!--", "`", "&amp;", "| a "]
)
def test_hostile_nesting_is_read(opener: str) -> None:
    assert len(layout(opener * 20_000).prose.text) <= len(opener) * 20_000 + len("\n\n")


def test_lines_of_a_list_of_commits_are_no_copy() -> None:
    content = "# 2.0\n\nThe pier is here.\n\n- [[`a1b2c3d4`](https://a.example/c)] - **doc**: fix the the index (Ann Lee)\n- [Pier](https://b.example) - it is here\n"
    layout = read(Text(content), "markdown")
    kinds = {layout.prose.text[s.start : s.end].strip()[-4:]: s.kind for s in layout.segments}
    assert kinds["Lee)"] == "boilerplate"
    assert kinds["here"] == "list-item"


@pytest.mark.parametrize(
    "item",
    [
        "[`a1b2c3d`](https://a.example/c) Fix: the the index ([#12](https://a.example/12)) (Ann Lee)",
        "[a1b2c3d](https://a.example/c) Mend the the index",
        "Docs: mend the the index (annlee)",
        "**feat(index)!:** show the the index (#12)",
        "build: [the the index](https://a.example) ([#12](https://a.example/12)) #12",
    ],
)
def test_messages_of_commits_are_no_copy(item: str) -> None:
    layout = read(Text(f"# 2.0\n\nThe pier is here.\n\n- {item}\n"), "markdown")
    assert layout.segments[-1].kind == "boilerplate"


@pytest.mark.parametrize(
    "item", ["Fix: the index was mended.", "New: a pier (and a quay), both of wood.", "1234567 people came (so far)"]
)
def test_items_that_are_no_messages_of_commits(item: str) -> None:
    assert read(Text(f"# 2.0\n\nThe pier is here.\n\n- {item}\n"), "markdown").segments[-1].kind == "list-item"


def test_markdown_between_the_tags_of_a_raw_block_quote_is_quoted() -> None:
    text = (
        "Before it.\n\n<blockquote>\n\n<!-- note -->\n\nIn it, **too**.\n\n- An item.\n\n</blockquote>\n\nAfter it.\n"
    )
    assert [segment.kind for segment in layout(text).segments] == [
        "paragraph",
        "block-quote",
        "block-quote",
        "paragraph",
    ]
    lost = text.replace("</blockquote>", "")
    assert [segment.kind for segment in layout(lost).segments] == ["paragraph", "paragraph", "list-item", "paragraph"]


def test_block_quotes_by_tags_round_a_whole_page_are_its_margin() -> None:
    assert layout("<blockquote>\n\nThe bridge is closed, and nobody was told.\n\n</blockquote>\n\nIt is old.\n").indents
    assert not layout("> The bridge is closed, and nobody was told.\n\nIt is old.\n").indents
    assert not layout("It is old.\n").indents


def test_terms_and_their_definitions_are_items() -> None:
    content = "# Head\n\nFerry\n: A boat that *sails*\n  twice a day.\n\n[Pier][1]\n: Where it lies.\n\n[1]: https://brell.example\n"
    assert shown(content)[1:] == [
        ("list-item", "Ferry"),
        ("list-item", "A boat that sails twice a day."),
        ("list-item", "Pier"),
        ("list-item", "Where it lies."),
    ]


@pytest.mark.parametrize("line", [":tada: It sails again.", ":) and left.", ": 3 of them.\n:smile: It is."])
def test_a_colon_without_a_space_defines_nothing(line: str) -> None:
    assert shown(f"# Head\n\nThe ferry is late.\n{line}\n")[-1][1].startswith("The ferry is late. :")


@pytest.mark.parametrize(
    "picture",
    ["![Pier](a.png)", "![](a_(1).png)", "[![Pier][1]](b.html)", '<img src="a.png">\n', "![Pier](a.png)\n"],
)
def test_italics_after_a_picture_are_its_caption(picture: str) -> None:
    content = (
        f"# Head\n\nThe ferry is late.\n\n{picture}\n*The pier, with the ferry*\n\nIt sails at noon.\n\n[1]: a.png\n"
    )
    assert ("caption", "The pier, with the ferry") in shown(content)


@pytest.mark.parametrize(
    "before", ["The ferry is late.\n\n", "![Pier](a.png)\n\nThe pier.\n\n", "- One\n- ![Pier](a.png)\n\n---\n\n"]
)
def test_italics_elsewhere_are_a_paragraph(before: str) -> None:
    assert shown(f"# Head\n\n{before}*The pier, with the ferry*\n")[-1][0] == "paragraph"


def shown_blocks(content: str) -> list[str]:
    made = read(Text(content), "markdown")
    return [made.prose.text[s.start : s.end] for s in made.segments]


def test_tags_of_blocks_end_a_paragraph_of_markdown() -> None:
    content = (
        "Intro<p>The pier is shut.</p><p>But the ferry sails etc.</p><h3>Tides</h3><ul><li>High</li><li>Low</li></ul>\n"
    )
    assert shown_blocks(content) == ["Intro", "The pier is shut.", "But the ferry sails etc.", "Tides", "High", "Low"]


def test_a_listing_in_raw_html_goes_on_after_an_empty_line() -> None:
    content = "<div><pre><code>let x\n\n  <span>END;;</span>\n\n  let y\n</code></pre></div>\n\nIt is late.\n\n<p>So</p><pre>a\n\nb</pre>\n"
    assert shown_blocks(content) == ["It is late.", "So"]


def test_a_listing_that_is_never_closed_hides_nothing() -> None:
    assert "It is late." in shown_blocks("<div><pre>let x\n\nIt is late.\n")
