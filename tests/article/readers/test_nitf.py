"""NITF: the article's parts, its metadata, and the places of both."""

from __future__ import annotations

import pytest
from tests.article.readers.exchanged import articles

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB">
 <head><title>Ferry</title>
  <docdata><date.issue norm="20240502T120000Z"/><doc.copyright holder="Brell News"/></docdata></head>
 <body>
  <body.head>
   <hedline><hl1>Harbour reopens &amp; ferry sails</hl1><hl2>Pier is shut</hl2></hedline>
   <note noteclass="editorsnote"><p>Moves at noon.</p></note>
   <byline>By <person>Ann Lee</person><byttl>Staff Writer</byttl></byline>
   <distributor>Brell News</distributor>
   <dateline><location>BRELL</location></dateline>
  </body.head>
  <body.content>
   <p lede="true">The harbour reopened, the
   council said&#8217;s <money>$3m</money>.</p>
   <block><hl2>Inside</hl2><p>“It is <em>open</em>.”</p></block>
   <ul><li>One</li></ul>
   <bq><p>We sail.</p><credit>A captain</credit></bq>
   <media media-type="image"><media-reference source="x.jpg"/><media-caption>The quay</media-caption>
   <media-producer>Bo Roe</media-producer></media>
  </body.content>
  <body.end><tagline>Cy Poe contributed.</tagline></body.end>
 </body>
</nitf>
"""


def test_a_story() -> None:
    (story,) = articles(STORY, "nitf")
    assert story.shown == [
        ("headline", "Harbour reopens & ferry sails"),
        ("dek", "Pier is shut"),
        ("boilerplate", "Moves at noon."),
        ("byline", "By Ann Lee"),
        ("byline", "Staff Writer"),
        ("dateline", "BRELL"),
        ("paragraph", "The harbour reopened, the council said’s $3m."),
        ("subhead", "Inside"),
        ("paragraph", "“It is open.”"),
        ("list-item", "One"),
        ("block-quote", "We sail."),
        ("block-quote", "A captain"),
        ("caption", "The quay"),
        ("credit", "Bo Roe"),
        ("credit", "Cy Poe contributed."),
    ]
    assert story.fields == {"published": "20240502T120000Z", "source": "Brell News"}
    assert story.layout.language == "en-GB"


@pytest.mark.parametrize(
    ("phrase", "source"),
    [
        ("reopens & ferry", "reopens &amp; ferry"),
        ("Lee", "Lee"),
        ("the council", "the\n   council"),
        ("said’s", "said&#8217;s"),
        ("is open", "is <em>open"),
    ],
)
def test_places(phrase: str, source: str) -> None:
    (story,) = articles(STORY, "nitf")
    assert story.source(phrase) == source


def test_a_title_is_the_headline_where_there_is_no_other() -> None:
    (story,) = articles(
        "<nitf><head><title>Rain</title></head><body><body.content><p>It fell.</p></body.content></body></nitf>", "nitf"
    )
    assert story.shown == [("headline", "Rain"), ("paragraph", "It fell.")]


def test_what_is_said_twice_is_read_once() -> None:
    head = "<hedline><hl1>Rain</hl1><hl2>Rain</hl2></hedline><abstract><p>It fell.</p></abstract>"
    (story,) = articles(
        f"<nitf><body><body.head>{head}</body.head><body.content><p>It fell. It stopped.</p></body.content></body></nitf>",
        "nitf",
    )
    assert story.shown == [("headline", "Rain"), ("paragraph", "It fell. It stopped.")]
