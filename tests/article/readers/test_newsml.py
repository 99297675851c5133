"""NewsML: the lines of an item's metadata, the NITF, XHTML or text in it, and several items in a message."""

from __future__ import annotations

import pytest
from tests.article.readers.exchanged import Article, articles

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en-GB">
 <itemMeta><itemClass qcode="ninat:text"/><provider literal="Brell News"/>
  <versionCreated>2024-05-02T12:00:00Z</versionCreated><edNote>Moves at noon.</edNote></itemMeta>
 <contentMeta><headline>Ferry &amp; pier</headline><headline role="hld:subHeadline">Both shut</headline>
  <by>By Ann Lee</by><dateline>BRELL</dateline><creditline>BN</creditline><slugline>FERRY</slugline>
  <description role="drol:summary">A summary.</description></contentMeta>
 <contentSet>{inside}</contentSet>
</newsItem>"""
XHTML = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title></head><body><p>It <b>sank</b>.</p></body></html></inlineXML>'
NITF = "<inlineXML><nitf><body><body.head><hedline><hl1>Ferry sinks</hl1></hedline></body.head><body.content><p>It sank.</p></body.content></body></nitf></inlineXML>"


def one(inside: str) -> Article:
    (story,) = articles(ITEM.format(inside=inside), "newsml")
    return story


def test_xhtml() -> None:
    story = one(XHTML)
    assert story.shown == [
        ("headline", "Ferry & pier"),
        ("dek", "Both shut"),
        ("byline", "By Ann Lee"),
        ("dateline", "BRELL"),
        ("dek", "A summary."),
        ("paragraph", "It sank."),
    ]
    assert story.fields == {"published": "2024-05-02T12:00:00Z", "source": "Brell News", "credit": "BN"}
    assert story.layout.language == "en-GB"
    assert story.source("Ferry & pier") == "Ferry &amp; pier"
    assert story.source("It sank") == "It <b>sank"


def test_nitf_with_a_headline_of_its_own() -> None:
    assert one(NITF).shown == [("dek", "A summary."), ("headline", "Ferry sinks"), ("paragraph", "It sank.")]


@pytest.mark.parametrize(
    "text", ["It sank.\n\nNobody swam.", "&lt;p&gt;It sank.&lt;/p&gt;&lt;p&gt;Nobody swam.&lt;/p&gt;"]
)
def test_inline_data(text: str) -> None:
    story = one(f"<inlineData contenttype='text/plain'>{text}</inlineData>")
    assert story.shown[-2:] == [("paragraph", "It sank."), ("paragraph", "Nobody swam.")]
    assert story.source("Nobody swam.") == "Nobody swam."


def test_a_picture_has_a_caption() -> None:
    story = one("<remoteContent href='x.jpg'><hash>1</hash></remoteContent>")
    assert story.shown[-1] == ("caption", "A summary.")


def test_a_message_holds_several() -> None:
    items = ITEM.format(inside=XHTML) + "<packageItem><itemMeta/></packageItem>" + ITEM.format(inside=NITF)
    found = articles(f"<newsMessage><header/><itemSet>{items}</itemSet></newsMessage>", "newsml")
    assert [story.shown[-1] for story in found] == [("paragraph", "It sank.")] * 2
    assert found[0].layout.part != found[1].layout.part


def test_newsml_1() -> None:
    content = """<NewsML><NewsEnvelope/><NewsItem xml:lang="en"><NewsManagement><ThisRevisionCreated>20240502T120000Z</ThisRevisionCreated>
</NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry sinks</HeadLine><ByLine>Ann Lee</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="BN"/></Provider></AdministrativeMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>x</DataContent></ContentItem></NewsComponent>
<ContentItem><DataContent><p>It sank.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
    (story,) = articles(content, "newsml")
    assert story.shown == [("headline", "Ferry sinks"), ("byline", "Ann Lee"), ("paragraph", "It sank.")]
    assert story.fields == {"published": "20240502T120000Z", "source": "BN"}
    assert story.layout.language == "en"
