"""What a page becomes: the article's segments, views and metadata, each at its place in the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newslint.article.readers import read
from newslint.article.readers.html_tokens import tokens
from newslint.article.text import Text

if TYPE_CHECKING:
    from newslint.article.layout import Layout


def layout(content: str) -> Layout:
    return read(Text(content), "html")


def shown(content: str) -> list[tuple[str, str]]:
    made = layout(content)
    return [(segment.kind, made.prose.text[segment.start : segment.end]) for segment in made.segments]


def source(content: str, phrase: str) -> str:
    prose = layout(content).prose
    at = prose.text.rindex(phrase)
    span = prose.span(at, at + len(phrase))
    return content[span.start : span.end]


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Rain falls | The Courier</title>
<meta property="og:title" content="Rain &amp; more"><meta name="author" content="Ann Lee">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "headline": "no"}, {"@type": ["NewsArticle"],
 "headline": "Rain \\u2019\\ud83d\\ude00\\n falls",
 "author": [{"name": "Ann Lee"}, "Bo"], "publisher": {"name": "Courier"}}]}</script></head>
<body><header><a href="/">Home</a><h2>Sections</h2></header><nav>Menu</nav><article>
<h1>Rain
   falls</h1><p class="article-standfirst">It is wet.<p class="byline">By <a rel="author" href="/ann?a=1&amp;b=2">Ann Lee</a></p>
<time datetime="2024-05-01">1 May 2024</time><p>LONDON &mdash; It&rsquo;s <b>wet</b> &amp; cold.<h2>Why</h2><ul><li>one<li>two</ul>
<figure><img alt="A &quot;wet&quot; dog" title=dog><figcaption>A dog. <span class="credit">Photo: Bo</span></figcaption></figure>
<blockquote lang="fr"><p>Il pleut.</p></blockquote><form><p>Sign up</p></form><aside>Related</aside>
<p class="correction">Corrected.</p>
<script>var x = "<p>no</p>";</script></article><footer>Footer</footer></body></html>"""


def test_a_page_is_its_article() -> None:
    assert shown(PAGE) == [
        ("headline", "Rain falls"),
        ("dek", "It is wet."),
        ("byline", "By Ann Lee"),
        ("dateline", "1 May 2024"),
        ("dateline", "LONDON —"),
        ("paragraph", "It’s wet & cold."),
        ("subhead", "Why"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("caption", "A dog."),
        ("credit", "Photo: Bo"),
        ("block-quote", "Il pleut."),
        ("boilerplate", "Sign up"),
        ("boilerplate", "Related"),
        ("correction", "Corrected."),
    ]


def test_languages_are_those_of_the_attributes() -> None:
    made = layout(PAGE)
    assert made.language == "en-GB"
    assert {segment.kind: segment.language for segment in made.segments if segment.language} == {"block-quote": "fr"}


def test_values_have_their_places() -> None:
    made = layout(PAGE)
    spans = [made.metadata.span(field.start, field.end) for field in made.fields]
    assert [
        (field.name, field.value, PAGE[span.start : span.end]) for field, span in zip(made.fields, spans, strict=True)
    ] == [
        ("headline", "Rain & more", "Rain &amp; more"),
        ("byline", "Ann Lee", "Ann Lee"),
        ("headline", "Rain ’😀\n falls", "Rain \\u2019\\ud83d\\ude00\\n falls"),
        ("byline", "Ann Lee", "Ann Lee"),
        ("byline", "Bo", "Bo"),
        ("source", "Courier", "Courier"),
        ("author-element", "byline", "byline"),
        ("published", "2024-05-01", "2024-05-01"),
        ("page-title", "Rain falls | The Courier", "Rain falls | The Courier"),
    ]
    assert made.links.text == "/\n/ann?a=1&b=2\n"
    assert made.attributes.text == 'A "wet" dog\ndog\n'
    start = made.attributes.text.index("wet")
    span = made.attributes.span(start, start + 3)
    assert PAGE[span.start : span.end] == "wet"


@pytest.mark.parametrize(
    ("content", "phrase", "raw"),
    [
        ("<p>It&rsquo;s <i>so</i> wet.", "It’s so wet", "It&rsquo;s <i>so</i> wet"),
        ("<p>It&rsquo;s", "’", "&rsquo;"),
        ("<p>a\r\n   b", "a b", "a\r\n   b"),
        ("<p>😀 e\u0301 &#x1F600;!", "😀!", "&#x1F600;!"),
        ("<p>5 < 6 & 7", "5 < 6 & 7", "5 < 6 & 7"),
        ("<p>one<br>two", "one\ntwo", "one<br>two"),
        ("<p>AT&T &copy 2024", "AT&T © 2024", "AT&T &copy 2024"),
        ("<p>He said <q>yes</q>.", "“yes”", "<q>yes</q>"),
        ("<p>x <!-- no --> y", "x y", "x <!-- no --> y"),
    ],
)
def test_every_span_leads_back(content: str, phrase: str, raw: str) -> None:
    assert source(content, phrase) == raw


def test_the_title_is_the_headline_where_there_is_no_other() -> None:
    assert shown("<title>Rain falls &ndash; The Daily Courier</title><p>It rained on Monday.")[0] == (
        "headline",
        "Rain falls",
    )
    assert shown("<title>Rain - it falls</title><p>It rained on Monday.")[0] == ("headline", "Rain - it falls")


def test_two_breaks_are_two_blocks() -> None:
    assert shown("<h1>H</h1><div>One.<br><br>Two.<br>Three.</div>")[1:] == [
        ("paragraph", "One."),
        ("paragraph", "Two.\nThree."),
    ]


def test_the_largest_article_is_the_article() -> None:
    teaser = "<article><h2>Teaser</h2><p>Short.</p></article>"
    content = (
        f"<h1>H</h1><p class=byline>By Ann Lee</p><article><p>{'Long text. ' * 20}</p></article>{teaser}<p>Outside.</p>"
    )
    assert [kind for kind, _ in shown(content)] == ["headline", "byline", "paragraph"]
    live = "<main><h1>Live</h1>" + "<article><p>An entry that is long enough.</p></article>" * 4 + "</main>"
    assert [kind for kind, _ in shown(live)] == ["headline"] + ["paragraph"] * 4


def test_json_that_is_broken_or_deep_is_no_metadata() -> None:
    for data in (
        "{",
        "[" * 50_000,
        '{"@type": "NewsArticle", "headline": 3}',
        json.dumps({"@type": "Person", "name": "x"}),
    ):
        assert layout(f'<script type="application/ld+json">{data}</script><p>Text.').fields == ()


def test_a_tag_that_swallows_the_rest_is_told() -> None:
    made = layout('<p>One.</p><p>Two <a href="x>three</a></p>')
    assert made.problem is not None
    assert made.problem[0] == len("<p>One.</p><p>Two ")
    assert layout("<p>One.</p>").problem is None


@pytest.mark.parametrize(
    "end", ["", "<", "</", "<a", "<!--", "<!-- x", "&am", "&#x", "\r\n", "text\r\n<a b", "<![CDATA["]
)
def test_tokens_tile_the_file(end: str) -> None:
    content = f"<p class='x'>a &amp; b\r\nc\r</p>\n😀{end}"
    last = 0
    for token in tokens(content):
        assert token.start == last
        last = token.end
        if token.kind == "text":
            assert content[token.start : token.end].replace("\r\n", "\n").replace("\r", "\n") == token.data
    assert last == len(content) or content[last:] == end.replace("text\r\n", "")


@pytest.mark.parametrize(
    "opener",
    [
        "<div>",
        "<p>",
        "<ul><li>",
        "<table><tr><td>",
        "<!--",
        "<a ",
        '<a b="',
        "</",
        "<?",
        "<![CDATA[",
        "&rsquo;",
        "<q>",
        "</p>",
        "<br>",
        "<li>",
    ],
)
def test_hostile_nesting_is_read(opener: str) -> None:
    layout(opener * 20_000)


def test_two_megabytes_on_one_line_are_read() -> None:
    assert len(layout("<p>" + "word &amp; " * 180_000).prose.text) > 1_000_000


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It was <del>the</del> <s>an</s> <strike>a</strike> pier.", "It was pier."),
        ("It <span hidden>was</span> <b style='Display: none'>the</b> <i aria-hidden=true>x</i>fell.", "It fell."),
        ("It <span hidden>was <span>not</span> so</span>fell.", "It fell."),
        ("Mark Lowe<sup><a href='#n4'>4</a></sup> said.", "Mark Lowe said."),
        (
            "The plan <sup>[1]</sup>, he said.<sup>2</sup>, <sup>3</sup> It fell.",
            "The plan \ufffc, he said.\ufffc, \ufffc It fell.",
        ),
        ("It has 5 m<sup>2</sup> on the 20<sup>th</sup>.", "It has 5 m2 on the 20th."),
        ("Press <kbd>x</kbd> and see <samp>y</samp>.", "Press \ufffc and see \ufffc."),
        ("It fell.<template><p>No.</p></template>", "It fell."),
        ("Let <math><mi>x</mi></math> be <svg><text>no</text></svg> it.", "Let \ufffc be it."),
    ],
)
def test_what_is_not_seen_is_not_read(body: str, expected: str) -> None:
    assert shown(f"<p>{body}</p>") == [("paragraph", expected)]
    if "<template>" not in body:
        made = read(Text(f"Head\n\n{body}\n"), "markdown")
        assert made.prose.text.strip().endswith(expected)


def test_listings_are_not_read() -> None:
    page = "<h1>Mail</h1><p>It fell.</p><pre>root root\n&gt; mail</pre><pre><code>a a</code></pre><p>It rose.</p>"
    assert [text for _, text in shown(page)] == ["Mail", "It fell.", "It rose."]


@pytest.mark.parametrize(
    "front", ["---\ntitle: Pier opens\ndate: 2024-05-02\n---\n", '+++\ntitle = "Pier opens"\ndate = 2024-05-02\n+++\n']
)
def test_front_matter_before_a_page_is_no_prose(front: str) -> None:
    made = read(Text(f"{front}\n<p>The pier is open.</p>\n"), "html")
    assert [made.prose.text[s.start : s.end] for s in made.segments] == ["Pier opens", "The pier is open."]
    assert {field.name for field in made.fields} == {"headline", "published"}
    start = made.prose.span(made.segments[0].start, made.segments[0].end).start
    assert front[start:].startswith("Pier opens")


def test_a_line_of_dashes_before_a_page_is_none() -> None:
    made = read(Text("---\n\n<p>The pier is open.</p>\n"), "html")
    assert made.fields == ()
