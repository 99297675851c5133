"""WordPress's export: posts and pages as WordPress shows them, without shortcodes, menus and attachments."""

from __future__ import annotations

import pytest
from tests.article.readers.exchanged import Article, articles

ITEM = """<item><title>Ferry</title><dc:creator><![CDATA[ann]]></dc:creator><excerpt:encoded><![CDATA[In short.]]></excerpt:encoded>
<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_date><![CDATA[{date}]]></wp:post_date>
<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>
<wp:comment><wp:comment_content>the the</wp:comment_content></wp:comment></item>"""


def export(
    content: str, *, date: str = "2024-05-02 12:00:00", status: str = "publish", kind: str = "post"
) -> list[Article]:
    item = ITEM.format(content=content, date=date, status=status, kind=kind)
    return articles(f"<rss><channel><language>en-US</language>{item}</channel></rss>", "wxr")


def test_an_empty_line_begins_a_paragraph() -> None:
    content = "It <b>sank</b>\nat noon.\r\n\r\nNobody swam.\n\n\n<ul><li>One</li></ul>"
    (post,) = export(content)
    assert post.shown == [
        ("headline", "Ferry"),
        ("paragraph", "It sank at noon."),
        ("paragraph", "Nobody swam."),
        ("list-item", "One"),
    ]
    assert post.fields == {"published": "2024-05-02 12:00:00", "byline": "ann", "dek": "In short."}
    assert post.source("sank at") == "sank</b>\nat"
    assert post.layout.language == "en-US"


def test_blocks_say_what_a_paragraph_is() -> None:
    (post,) = export("<!-- wp:paragraph -->\n<p>It sank\n\nat noon.</p>\n<!-- /wp:paragraph -->")
    assert post.shown[1:] == [("paragraph", "It sank at noon.")]


def test_shortcodes_are_not_read() -> None:
    (post,) = export('[dropcap]I[/dropcap]t sank.\n\n[contact_form]\n\n[gallery ids="1,2"]\n\nHe said [sic] so.')
    assert post.shown[1:] == [("paragraph", "It sank."), ("paragraph", "He said [sic] so.")]


@pytest.mark.parametrize("kind", ["attachment", "nav_menu_item", "revision", "wp_global_styles", "acf-field"])
def test_what_is_no_post_is_left_out(kind: str) -> None:
    (nothing,) = export("It sank.", kind=kind)
    assert nothing.shown == []


@pytest.mark.parametrize("kind", ["post", "page", "review"])
def test_drafts_are_read(kind: str) -> None:
    (post,) = export("It sank.", kind=kind, status="draft", date="0000-00-00 00:00:00")
    assert post.shown == [("headline", "Ferry"), ("paragraph", "It sank.")]
    assert "published" not in post.fields
    assert export("It sank.", kind=kind, status="trash")[0].shown == []
