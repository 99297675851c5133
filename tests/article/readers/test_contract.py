"""What every reader must do, whatever its format: any text gives a layout whose views are exact, in linear time.

A new format is tested with the fragments and units of all others; one that has markup of its own adds it here.
"""

from __future__ import annotations

import re
import sys
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.readers import READERS, format_of, layouts, read
from newslint.article.text import Text, View
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Protocol

    from newslint.article.layout import Layout
    from newslint.article.readers import Format

    class Tracer(Protocol):
        def __call__(self, frame: FrameType, event: str, argument: object, /) -> Tracer: ...


# fmt: off
WORDS = (
    "a", "the ", " said", "5 * 3", "~20", "$3m, up from $2m", "from $5 to $10", "By Ann Lee", "LIMA (AP) — ",
    "e\u0301", "👩‍👩‍👧", "é", "’", "“It’s", "”", "日本", "İ", "\u00a0", "\u200d", "\u0327\u0301", "ﬁ",
    "&rsquo;", "&amp", "&#x1F600;", "&nope;", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " ", "  ", "\t", "    ",
    "\\", "&", "<", ">", '"', "'", "\x00", "\ufeff", "<!-- newslint-disable a.b: c -->",
)
XML = ("<p>", "</p>", "<b>", "</b>", "<br/>", "<![CDATA[", "]]>", "&amp;", "&lt;", "&#x2019;", "<?x y?>", "<x:y z='&quot;'>", "</x:y>")
JSON = ("<p>", "</p>", "<b>", "</b>", "<br>", "\\n", "\\n\\n", "\\u2019", "\\ud83d\\ude00", "\\ud83d", '\\"', "\\\\", "&amp;", "\\/")
MARKUP = {
    "markdown": (
        "*", "**", "_", "`", "```\n", "# ", "## ", "> ", "- ", "1. ", "[", "](", ")", "![", '](u "t")', "<http://x.y>",
        "|", "|-|\n", "---\n", '---\ntitle: "a\\u2019b"\ntags: [x, y]\n---\n', "+++\n", "<b>", "</b>", "<br>",
        "<div>\n", "</div>\n", "<!-- c -->", '[r]: http://x "t"\n', "[r]", "[^1]", "[^1]: n\n", "  \n", "- [x] ",
        "===\n", "<!--", "~~", "$", "summary: >\n  folded\n  text\n", "{{< a >}}", "{{< /a >}}", "{% if %}", "{% endif %}",
        "{{ x }}", "{:.x}", "{#i}", "[[L]]", "${X}", ":::note T\n", ":::\n", "<sup>1</sup>", "<del>", "</del>", "<code>",
        "</code>", "+++\na = 'b'\n+++\n", '{"title": "a\\u2019b"}\n', "[caption a='b']", "http://x.y/z", "<?php a ?>",
    ),
    "mdx": (
        "import a from 'b'\n", "export const a = {\n", "}\n", "<A b={1} />", "<A>", "</A>", "<>", "{x}", "{", "}", "{/* c */}",
        "`", "```\n", "# ", "- ", "> ", "<div>\n", "</div>\n", "---\ntitle: a\n---\n", ":::note T\n", "{'", "*", "](", "[",
    ),
    "html": (
        "<p>", "</p>", "<p class=byline>", "<div>", "</div>", "<h1>", "</h1>", "<h2>", "<ul><li>", "</ul>", "<br>",
        "<article>", "</article>", "<main>", "<nav>", "</nav>", "<aside>", "</aside>", "<figure><figcaption>",
        "</figure>", "<q>", "</q>", "<pre>", "<blockquote lang=fr>", "</blockquote>", "<table><tr><td>", "</table>",
        "<code>", "</code>", "<script>", "</script>", "<!--", "-->", "<a href=\"?a=1&amp;b=2\" title='x &copy y'>",
        "</a>", '<img alt="e\u0301 &eacute;\r\nz">', "<title>", "</title>", "</", "<span class=credit>", "</span>",
        '<meta name=author content="A &amp; B">', "<time datetime=2024-01-02>", "<![CDATA[", "<?x?>",
        "{% if a > b %}", "{{ x }}", "<?php ?>", "[[L]]", "<sup>1</sup>", "<del>", "</del>", "<span hidden>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "\\u00e9\\ud83d\\ude00\\n\\"x"}</script>',
    ),
    "newsml": (
        *XML, "<newsItem>", "</newsItem>", "<contentMeta>", "</contentMeta>", "<headline>", "</headline>", "<by>", "</by>", "<nitf>",
        "</nitf>", "<inlineData>", "</inlineData>", "<NewsItem>", "<NewsComponent>", "<NewsLines><HeadLine>x</HeadLine></NewsLines>",
    ),
    "rss": (
        *XML, "<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "&lt;p&gt;", "&lt;b", "&lt;/p&gt;",
        "<author>a@b (", ")</author>", "<pubDate>2 May 2024</pubDate>", "<media:description>", "</media:description>",
    ),
    "atom": (
        *XML, "<entry>", "</entry>", "<title>", "</title>", "<summary>", "</summary>", "<content>", "<content type='xhtml'><div>",
        "</div></content>", "</content>", "<author><name>", "</name></author>", "&lt;p&gt;", "<link href='x'/>",
    ),
    "wxr": (
        *XML, "<item>", "</item>", "<title>", "</title>", "<content:encoded>", "</content:encoded>", "&lt;!-- wp:p --&gt;", "[x]", "[/x]",
        "<wp:post_type>page</wp:post_type>", "<wp:post_date>2024-05-02</wp:post_date>", "\n\n", "&lt;pre&gt;", "[gallery]",
    ),
    "ninjs": (*JSON, '", "headline": "', '", "body_text": "', '", "byline": "', '", "bodies": [{"contenttype": "x/nitf", "value": "<nitf>'),
    "jsonfeed": (*JSON, '"}, {"title": "', '", "summary": "', '", "content_text": "', '"}], "authors": [{"name": "'),
    "ghost": (*JSON, '"}, {"title": "', '", "custom_excerpt": "', '"}], "pages": [{"plaintext": "', '", "id": 1, "published_at": "'),
    "nitf": (
        "<nitf>", "</nitf>", "<body>", "<body.head>", "<hedline><hl1>", "</hl1></hedline>", "<byline>", "</byline>", "<p>", "</p>",
        "<block>", "</block>", "<br/>", "<q>", "</q>", "<![CDATA[", "]]>", "&#8217;", "<person>", "</person>", "<hr/>",
        "<a href='x&amp;y'>", "</a>", "<ul><li>", "</li></ul>", "<p lang='fr'>", "<hl2>", "</hl2>", "<?x y?>", "<code>", "</code>",
        "<media-caption>", "</media-caption>", "<!DOCTYPE nitf SYSTEM 'x'>",
    ),
}
# What a format needs around text to be read at all; the fragments are tried with and without.
AROUND = {
    "nitf": ("<nitf><body><body.content><p>", "</p></body.content></body></nitf>"),
    "newsml": ("<newsItem><contentSet><inlineXML><html><body>", "</body></html></inlineXML></contentSet></newsItem>"),
    "rss": ("<rss><channel><item><description>", "</description></item></channel></rss>"),
    "atom": ("<feed><entry><content type='html'>", "</content></entry></feed>"),
    "wxr": ("<rss><channel><item><content:encoded>", "</content:encoded></item></channel></rss>"),
    "ninjs": ('{"uri": "u", "body_html": "', '"}'),
    "jsonfeed": ('{"items": [{"content_html": "', '"}]}'),
    "ghost": ('{"posts": [{"html": "', '"}]}'),
}
# What costs some parser quadratic time if it is said again and again.
UNITS = {
    "plain": ("a\n", "a\n\n", "- a\n", "\r\n", "By \n", "A ", "A. ", "word word word word word word word word.\n"),
    "markdown": ("[", ">", "> ", "*a ", "`", "![", "[a](b)", "<b>", "<div>\n\n", "&amp;", "|a|\n", "---\n", "# a\n", "é "),
    "mdx": ("{", "}", "{'", "<A ", "<A>", "{a}", "import a from 'b'\n\n", "export const a = {\n\n", "```\n", "{{< a >}}\n"),
    "html": (
        "<div>", "<p>", "<ul><li>", "<li></li>", "<td>", "</p>", "</div>", "<q>", "<br>", "<a href=x>",
        "<span class=credit>",
    ),
    "rss": ("&lt;p>a&lt;/p>", "<![CDATA[<b>a]]>", "é\n", "&lt;a href='é'>a&lt;/a>"),
    "ninjs": ("<p>a</p>", "\\n\\na", "\\u2019", '", "headline": "'),
    "jsonfeed": ("<b>a", '"}, {"content_text": "a\\n\\nb'),
    "ghost": ("<li>a", '"}, {"title": "a\\"'),
    "wxr": ("\n\na", "[x]", "[x]a[/x]", "&lt;li>a"),
    "nitf": ("<p>a</p>", "<b>", "</p><p>", "<br/>", "&amp;", "é", "<a href='é'>a</a>", "<![CDATA[a]]>", "<hl2>a</hl2>"),
}
# fmt: on
SURROGATES = re.compile("[\ud800-\udfff]")
COMMENT = "<!-- newslint-disable a.b: why -->"
FORMS = [form.name for form in READERS]


def texts(form: str) -> st.SearchStrategy[str]:
    """Fragments of one's own format, or of all where none are listed for it; and anything."""
    pool = (*WORDS, *MARKUP.get(form, tuple(chain.from_iterable(MARKUP.values()))))
    mixed = st.lists(st.one_of(st.sampled_from(pool), st.text(max_size=4)), max_size=40).map("".join)
    return st.one_of(mixed, mixed.map(lambda text: around(text, form)), st.text())


def around(text: str, form: str) -> str:
    """The text where a file of a format has its article's."""
    before, after = AROUND.get(form, ("", ""))
    return f"{before}{text}{after}"


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_any_text_gives_an_exact_layout(form: str, data: st.DataObject) -> None:
    _sound(data.draw(texts(form)), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("content", ["", " ", "\n \r\n\t", "\ufeff", "x", "\u0085", "\u2028", "\x00", "\ud800", "<!--"])
def test_next_to_nothing_is_read(form: str, content: str) -> None:
    assert len(_sound(content, form).segments) <= 1


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form != "docx"]
)  # Word's own comments are no part of the text
@pytest.mark.parametrize("before", ["", "é 😀\r\n\r\n", "Rain falls\n\n"])
def test_comments_are_found(form: str, before: str) -> None:
    content = around(f"{before}{COMMENT}\n\nIt rained.\n\n<!-- another -->\n\n{COMMENT}\n", form)
    made = _sound(content, form)
    assert [content[span.start : span.end] for span in made.comments] == [COMMENT] * 2
    assert [span.start for span in made.comments] == [content.index(COMMENT), content.rindex(COMMENT)]
    assert ("newslint" in made.prose.text) == made.comments_shown


@pytest.mark.parametrize("form", READERS, ids=FORMS)
def test_the_name_of_a_file_implies_its_format(form: Format) -> None:
    assert all(
        format_of(f"a b/c.d{name}") == form.name for suffix in form.suffixes for name in (suffix, suffix.upper())
    )


@pytest.mark.parametrize("path", ["README", "a", "", "a.unknown", "x.md/y", ".md"])
def test_any_other_is_plain_text(path: str) -> None:
    assert format_of(path) == "plain"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("unit", dict.fromkeys(chain.from_iterable(UNITS.values())))
def test_steps_grow_with_the_file(form: str, unit: str) -> None:
    _linear(lambda times: Text(around("Head\n\n" + unit * times, form)), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("inner", ["<li></li>", "</p>", "</section>", "<td>", "<p>", COMMENT])
def test_deep_nesting_costs_no_walk(form: str, inner: str) -> None:
    _linear(lambda times: Text(around("<div>" * times + inner * times, form)), form)


def _sound(content: str, form: str) -> Layout:
    """The (first) layout, after everything that must hold of all."""
    made = list(layouts(Text(content), form))
    for layout in made:
        _holds(layout, content)
    return made[0]


def _holds(layout: Layout, content: str) -> None:
    for view in (layout.prose, layout.links, layout.attributes, layout.metadata):
        _exact(view, content)
    _ordered(layout)
    for field in layout.fields:
        assert layout.metadata.text[field.start : field.end] == field.value.replace("\n", " ").replace("\r", " ")
    for span in layout.comments:
        assert content.startswith("<!--", span.start)
        assert "newslint-" in content[span.start : span.end]


def _exact(view: View, content: str) -> None:
    if view.pieces is None:
        assert view.text == content
        return
    text, content = (SURROGATES.sub("\ufffd", each) for each in (view.text, content))  # some parsers take no surrogates
    bounds = [*(piece.view for piece in view.pieces), len(view.text)]
    assert not view.pieces or bounds[0] == 0
    for piece, (start, end) in zip(view.pieces, pairwise(bounds), strict=True):
        assert start < end
        assert 0 <= piece.start <= piece.end <= len(content)
        if piece.linear:
            assert text[start:end] == content[piece.start : piece.end]
            assert view.span(start, end) == Span(piece.start, piece.end)


def _ordered(layout: Layout) -> None:
    text = layout.prose.text
    last = 0
    for segment in layout.segments:
        block = text[segment.start : segment.end]
        assert last <= segment.start < segment.end <= len(text)
        assert block == block.strip()
        span = layout.prose.span(segment.start, segment.end)
        assert span.start < span.end
        last = segment.end
    assert sum(segment.lede for segment in layout.segments) <= 1
    starts = [span.start for span in layout.comments]
    assert starts == sorted(starts)
    if layout.part is None:  # else the file may say the headline after the body
        starts = [piece.start for piece in layout.prose.pieces or ()]
        assert starts == sorted(starts)


def _linear(make: Callable[[int], Text], form: str) -> None:
    """Four times the text costs hardly more than four times the lines of Python: they are counted, nothing is timed."""

    def steps(times: int) -> int:
        text = make(times)
        return _steps(lambda: read(text, form))

    steps(10)  # whatever is made once
    few, many = steps(200), steps(800)
    assert many <= 4.5 * few


def _steps(function: Callable[[], object]) -> int:
    """How many lines of Python a function runs through."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> Tracer:
        nonlocal count
        count += event == "line"
        return note

    held = sys.gettrace()
    sys.settrace(note)
    try:
        function()
    finally:
        sys.settrace(held)
    return count
