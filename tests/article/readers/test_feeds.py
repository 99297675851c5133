"""RSS and Atom: each item is an article of its own, in HTML, text or XHTML."""

from __future__ import annotations

from tests.article.readers.exchanged import articles

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Brell News</title><language>en-gb</language>
<item><title>Ferry &amp;amp; pier</title><link>https://b.example/1</link><pubDate>Thu, 02 May 2024 12:00:00 GMT</pubDate>
 <author>ann@b.example (Ann Lee)</author><description><![CDATA[<p>It <b>sank</b>.</p><p>Nobody&nbsp;swam.</p>]]></description>
 <media:content url="x.jpg"><media:title>no</media:title><media:description>The quay</media:description>
 <media:credit>Bo Roe</media:credit></media:content></item>
<item><title>5 &lt; 6</title><dc:creator>Cy</dc:creator><description>A summary.</description>
 <content:encoded>&lt;p&gt;Rain &amp;amp; sun.&lt;/p&gt;</content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Brell News</title><author><name>Desk</name></author>
<entry><title type="html">Ferry &amp;amp; pier</title><published>2024-05-02</published><updated>2024-05-03</updated>
 <link rel="alternate" href="https://b.example/1?a&amp;b"/><summary>In short.</summary>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <em>sank</em>.</p></div></content></entry>
<entry xml:lang="fr"><title>A &lt;b&gt; c</title><author><name>Ann</name></author><content type="html">&lt;p&gt;Pluie.&lt;/p&gt;</content></entry>
<entry><title>Only a summary</title><summary type="html">&lt;i&gt;Rain.&lt;/i&gt;</summary><content src="x.mp3" type="audio/mpeg"/></entry>
</feed>"""


def test_rss() -> None:
    first, second = articles(RSS, "rss")
    assert first.shown == [
        ("headline", "Ferry & pier"),
        ("caption", "The quay"),
        ("credit", "Bo Roe"),
        ("paragraph", "It sank."),
        ("paragraph", "Nobody\u00a0swam."),
    ]
    assert first.fields == {
        "published": "Thu, 02 May 2024 12:00:00 GMT",
        "url": "https://b.example/1",
        "byline": "Ann Lee",
        "source": "Brell News",
    }
    assert first.layout.language == "en-gb"
    assert first.source("It sank") == "It <b>sank"
    assert first.source("&") == "&amp;amp;"
    assert second.shown == [("headline", "5 < 6"), ("paragraph", "Rain & sun.")]
    assert second.fields["dek"] == "A summary."
    assert second.source("Rain & sun") == "Rain &amp;amp; sun"


def test_rss_1() -> None:
    content = """<rdf:RDF><channel><title>B</title><dc:language>de</dc:language></channel><item><title>Regen</title></item></rdf:RDF>"""
    (item,) = articles(content, "rss")
    assert item.shown == [("headline", "Regen")]
    assert item.layout.language == "de"


def test_atom() -> None:
    first, second, third = articles(ATOM, "atom")
    assert first.shown == [("headline", "Ferry & pier"), ("dek", "In short."), ("paragraph", "It sank.")]
    assert first.fields == {
        "published": "2024-05-02",
        "modified": "2024-05-03",
        "byline": "Desk",
        "source": "Brell News",
        "url": "https://b.example/1?a&b",
    }
    assert first.source("It sank") == "It <em>sank"
    assert second.shown == [("headline", "A <b> c"), ("paragraph", "Pluie.")]
    assert (second.layout.language, second.fields["byline"]) == ("fr", "Ann")
    assert third.shown == [("headline", "Only a summary"), ("paragraph", "Rain.")]


def test_a_feed_without_items_is_no_article() -> None:
    (nothing,) = articles("<rss><channel><title>B</title></channel></rss>", "rss")
    assert nothing.shown == []
    assert nothing.layout.problem is None


def test_an_item_that_swallows_the_rest_costs_only_itself() -> None:
    first, second = articles(
        "<rss><item><title>A &lt;textarea&gt;</title><description>x</description></item><item><title>B</title></item></rss>",
        "rss",
    )
    assert first.shown == [("headline", "A")]
    assert second.shown == [("headline", "B")]
