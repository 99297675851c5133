"""Any text, any markup: what a view shows is what stands in the file, and the segments tile the prose in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.readers import READERS, read
from newslint.article.text import Text, View
from newslint.finding import Span

if TYPE_CHECKING:
    from newslint.article.layout import Layout

_WORDS = (
    *("a", "the ", " said", "5 * 3", "~20", "$3m, up from $2m", "from $5 to $10", "By Ann Lee", "LIMA (AP) — "),
    *(
        "e\u0301",
        "👩‍👩‍👧",
        "é",
        "’",
        "“It’s",
        "”",
        "日本",
        "İ",
        "\u00a0",
        "\u200d",
        "\u0327\u0301",
        "ﬁ",
        "&rsquo;",
        "&amp",
        "&#x1F600;",
        "&nope;",
    ),
    *("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " ", "  ", "\t", "    ", "\\", "&", "<", ">", '"', "'", "\x00", "\ufeff"),
)
_MARKDOWN = (
    *(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "[",
        "](",
        ")",
        "![",
        '](u "t")',
        "<http://x.y>",
        "|",
        "|-|\n",
    ),
    *(
        "---\n",
        '---\ntitle: "a\\u2019b"\ntags: [x, y]\n---\n',
        "+++\n",
        "<b>",
        "</b>",
        "<br>",
        "<div>\n",
        "</div>\n",
        "<!-- c -->",
    ),
    *(
        '[r]: http://x "t"\n',
        "[r]",
        "[^1]",
        "[^1]: n\n",
        "  \n",
        "- [x] ",
        "===\n",
        "<!--",
        "~~",
        "$",
        "summary: >\n  folded\n  text\n",
    ),
)
_HTML = (
    *(
        "<p>",
        "</p>",
        "<p class=byline>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<ul><li>",
        "</ul>",
        "<br>",
        "<article>",
    ),
    *(
        "</article>",
        "<main>",
        "<nav>",
        "</nav>",
        "<aside>",
        "</aside>",
        "<figure><figcaption>",
        "</figure>",
        "<q>",
        "</q>",
        "<pre>",
    ),
    *(
        "<blockquote lang=fr>",
        "</blockquote>",
        "<table><tr><td>",
        "</table>",
        "<code>",
        "</code>",
        "<script>",
        "</script>",
        "<!--",
    ),
    *(
        "-->",
        "<a href=\"?a=1&amp;b=2\" title='x &copy y'>",
        "</a>",
        '<img alt="e\u0301 &eacute;\r\nz">',
        "<title>",
        "</title>",
        "</",
    ),
    *(
        "<span class=credit>",
        "</span>",
        '<meta name=author content="A &amp; B">',
        "<time datetime=2024-01-02>",
        "<![CDATA[",
        "<?x?>",
    ),
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "\\u00e9\\ud83d\\ude00\\n\\"x"}</script>',
)
_POOLS = {"plain": _WORDS, "markdown": _WORDS + _MARKDOWN, "html": _WORDS + _HTML}


def _texts(form: str) -> st.SearchStrategy[str]:
    mixed = st.lists(st.one_of(st.sampled_from(_POOLS[form]), st.text(max_size=4)), max_size=40).map("".join)
    return st.one_of(mixed, st.text())


@pytest.mark.parametrize("form", sorted(READERS))
@given(data=st.data())
def test_every_view_is_exact(form: str, data: st.DataObject) -> None:
    content = data.draw(_texts(form))
    layout = read(Text(content), form)
    for view in (layout.prose, layout.links, layout.attributes, layout.metadata):
        _exact(view, content)
    _ordered(layout)
    _fields(layout)


def _exact(view: View, content: str) -> None:
    content = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in content)
    if view.pieces is None:
        assert view.text == content or "\ufffd" in content
        return
    bounds = [*(piece.view for piece in view.pieces), len(view.text)]
    assert not view.pieces or bounds[0] == 0
    for piece, (start, end) in zip(view.pieces, pairwise(bounds), strict=True):
        assert start < end
        assert 0 <= piece.start <= piece.end <= len(content)
        if piece.linear:
            shown = view.text[start:end].replace("\ufffd", "?")
            assert shown == content[piece.start : piece.end].replace("\ufffd", "?")
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
    starts = [piece.start for piece in layout.prose.pieces or ()]
    assert starts == sorted(starts)


def _fields(layout: Layout) -> None:
    for field in layout.fields:
        assert layout.metadata.text[field.start : field.end] == field.value.replace("\n", " ").replace("\r", " ")
