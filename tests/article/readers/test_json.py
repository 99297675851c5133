"""JSON: strings with their places, escapes as a whole; ninjs, JSON Feed and Ghost's export made of them."""

from __future__ import annotations

import json
import sys

import pytest
from tests.article.readers.exchanged import articles

from newslint.article.readers import json_stories, json_values

NINJS_1 = r"""{
  "uri": "urn:1", "type": "text", "language": "en", "versioncreated": "2024-05-02T12:00:00Z",
  "body_html": "<p>It <b>sank<\/b>.</p>\n<p>\u201cNobody swam\u201d \ud83d\ude00<\/p>",
  "body_text": "no", "headline": "Ferry & pier", "byline": "By Ann Lee", "description_text": "In short.",
  "creditline": "BN", "source": "Brell News",
  "associations": {"main": {"uri": "urn:2", "type": "picture", "headline": "no", "description_text": "The quay", "byline": "Bo Roe"}}
}"""
NINJS_3 = """{
  "standard": {"name": "ninjs", "version": "3.0"}, "uri": "urn:1", "type": "text", "versionCreated": "2024-05-02",
  "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry sinks"}, {"role": "subtitle", "value": "Pier too"}],
  "by": "Ann Lee", "descriptions": [{"role": "summary", "contentType": "text/plain", "value": "It sank"}],
  "bodies": [{"role": "main", "contentType": "text/plain", "value": "It sank.\\n\\nNobody swam."}],
  "associations": [{"name": "a", "type": "picture", "descriptions": [{"role": "caption", "value": "The quay"}]}],
  "infoSources": [{"name": "Brell News"}]
}"""
FEED = r"""{"version": "https://jsonfeed.org/version/1.1", "title": "Brell News", "language": "en", "authors": [{"name": "Desk"}],
 "items": [
  {"id": "1", "title": "Ferry", "summary": "In short.", "content_html": "<p>It \"sank\".</p>", "date_published": "2024-05-02",
   "url": "https://b.example/1"},
  {"id": "2", "content_text": "One.\n\nTwo.", "language": "fr", "author": {"name": "Ann"}}
]}"""
GHOST = r"""{"db": [{"meta": {"exported_on": 1, "version": "5.0"}, "data": {
  "posts": [{"id": "a", "title": "Ferry", "html": "<!--kg-card-begin: markdown--><p>It sank.</p>", "status": "draft",
             "published_at": "2024-05-02T12:00:00.000Z", "custom_excerpt": "In short.", "lexical": "{\"no\": 1}"},
            {"id": "b", "title": "Rain", "html": null, "plaintext": "It fell.\n\nIt stopped."}],
  "users": [{"id": "u", "name": "Ann Lee"}], "posts_authors": [{"post_id": "a", "author_id": "u"}],
  "posts_meta": [{"post_id": "a", "feature_image_caption": "The <b>quay</b>"}]}}]}"""


def test_ninjs_1() -> None:
    (item,) = articles(NINJS_1, "ninjs")
    assert item.shown == [
        ("headline", "Ferry & pier"),
        ("byline", "By Ann Lee"),
        ("dek", "In short."),
        ("caption", "The quay"),
        ("credit", "Bo Roe"),
        ("paragraph", "It sank."),
        ("paragraph", "“Nobody swam” 😀"),
    ]
    assert item.fields == {"published": "2024-05-02T12:00:00Z", "source": "Brell News", "credit": "BN"}
    assert item.layout.language == "en"
    assert item.source("Ferry & pier") == "Ferry & pier"
    assert item.source("sank.") == r"sank<\/b>."
    assert item.source("swam” 😀") == r"swam\u201d \ud83d\ude00"


def test_ninjs_3() -> None:
    (item,) = articles(NINJS_3, "ninjs")
    assert item.shown == [
        ("headline", "Ferry sinks"),
        ("dek", "Pier too"),
        ("byline", "Ann Lee"),
        ("caption", "The quay"),
        ("paragraph", "It sank."),
        ("paragraph", "Nobody swam."),
    ]
    assert item.fields["source"] == "Brell News"


def test_ninjs_with_nitf_inside() -> None:
    inside = '<nitf version="3"><body><body.content><p>It “sank”, &amp; so on.</p></body.content></body></nitf>'
    content = json.dumps({"guid": "g", "body_nitf": inside})
    (item,) = articles(content, "ninjs")
    assert item.shown == [("paragraph", "It “sank”, & so on.")]
    assert item.source("“sank”, &") == r"\u201csank\u201d, &amp;"


def test_broken_nitf_inside_costs_only_itself() -> None:
    content = json.dumps({"guid": "g", "headline": "Ferry", "body_nitf": "<nitf>b></nitf"})
    assert articles(content, "ninjs")[0].shown == [("headline", "Ferry")]


def test_items_that_a_service_wraps() -> None:
    content = json.dumps(
        {"total": 2, "data": {"items": [{"item": json.loads(NINJS_1)}, {"item": json.loads(NINJS_3)}]}}
    )
    assert [item.shown[0][1] for item in articles(content, "ninjs")] == ["Ferry & pier", "Ferry sinks"]


def test_json_feed() -> None:
    first, second = articles(FEED, "jsonfeed")
    assert first.shown == [("headline", "Ferry"), ("dek", "In short."), ("paragraph", 'It "sank".')]
    assert first.fields == {
        "published": "2024-05-02",
        "url": "https://b.example/1",
        "source": "Brell News",
        "byline": "Desk",
    }
    assert first.source('"sank"') == r"\"sank\""
    assert (
        FEED[first.layout.part.start : first.layout.part.end].startswith('{"id": "1"') if first.layout.part else False
    )
    assert second.shown == [("paragraph", "One."), ("paragraph", "Two.")]
    assert (second.layout.language, second.fields["byline"]) == ("fr", "Ann")


def test_ghost() -> None:
    first, second = articles(GHOST, "ghost")
    assert first.shown == [
        ("headline", "Ferry"),
        ("dek", "In short."),
        ("caption", "The quay"),
        ("paragraph", "It sank."),
    ]
    assert first.fields == {"published": "2024-05-02T12:00:00.000Z", "byline": "Ann Lee"}
    assert second.shown == [("headline", "Rain"), ("paragraph", "It fell."), ("paragraph", "It stopped.")]
    (post,) = articles('{"posts": [{"title": "Rain", "authors": [{"name": "Bo"}]}]}', "ghost")
    assert post.fields == {"byline": "Bo"}


@pytest.mark.parametrize("form", ["ninjs", "jsonfeed", "ghost"])
@pytest.mark.parametrize(
    ("content", "at"),
    [
        ("", 0),
        ("  x", 2),
        ('{"a": 1,}', 8),
        ('{"a": "b', 6),
        ("[1, 2", 5),
        ("{} {}", 3),
        ("[" * 100_000, 0),
        ("1" * 5_000, 0),
    ],
)
def test_what_is_broken_is_said(form: str, content: str, at: int) -> None:
    limit = sys.get_int_max_str_digits()
    (nothing,) = articles(content, form)
    problem = nothing.layout.problem
    assert problem is not None or (content.isdigit() and not limit)
    if problem is not None:
        assert (problem.case, problem.offset) == ("json", at)


@pytest.mark.parametrize(
    "value",
    [
        "null",
        "1",
        '"x"',
        "[]",
        "{}",
        '{"items": 1}',
        '{"db": [null], "posts": {"a": 1}, "items": [1]}',
        '{"uri": [], "headline": {}}',
    ],
)
@pytest.mark.parametrize("form", ["ninjs", "jsonfeed", "ghost"])
def test_another_shape_is_no_article(form: str, value: str) -> None:
    (nothing,) = articles(value, form)
    assert nothing.shown == []
    assert nothing.layout.problem is None


def test_objects_know_their_place() -> None:
    content = ' {"a": {"b": "c"}, "d": [{}]}'
    value, problem = json_values.whole(content)
    assert problem is None
    assert content[value.start : value.end] == content[1:]
    assert content[value["a"].start : value["a"].end] == '{"b": "c"}'
    assert content[value["a"]["b"].start : value["a"]["b"].end] == "c"


def test_an_article_that_is_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stories, "LONGEST", 1_000)
    items = [{"content_text": "It rained."}, {"content_text": "word " * 1_000}]
    assert [one.layout.unread for one in articles(json.dumps({"items": items}), "jsonfeed")] == ["", "overlong"]
