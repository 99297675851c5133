"""HTML without turbohtml: the standard library's scanner gives what turbohtml gives."""

from __future__ import annotations

import pytest

from newslint.article.readers import html_standard, html_tokens, html_turbo
from newslint.article.readers.html_tokens import Token, tokens, value_of

PAGES = [
    '<!doctype html><p CLASS=a\nid="x&amp;y" hidden>Tom &amp; Ada &#8211; caf&eacute; &foo; <br/>A &lt b',
    "<p>Profits at R&D rose &amp; fell</p >\r\nx",
    '<script>if (a<b) "</p>"</script><style>p > a {}</style><!-- newslint --><?php x ?><![CDATA[x]]>',
    "<title>Rain &amp; wind <b>now</b></title><textarea><p>&eacute;</textarea>",
    "<noscript><img src='a'></noscript><iframe src=x>Your <b>browser</b></iframe><p>𝄞 text</p>",
    "<div><p>unclosed <em>tags<p>more</div></section>",
    '<p>ends in a tag <a href="x',
    "a < b and 3 <4, <> <1>",
]


def merged(page: str, monkeypatch: pytest.MonkeyPatch, scanner: object) -> list[Token]:
    """The tokens, neighbouring text and references as one: the scanners cut text differently."""
    monkeypatch.setattr(html_tokens, "scanner", scanner)
    found: list[Token] = []
    for token in tokens(page):
        kind = "text" if token.kind == "entity" else token.kind
        data = "" if kind == "other" else token.data
        if found and kind == found[-1].kind == "text":
            found[-1] = Token("text", found[-1].data + data, found[-1].start, token.end, {})
        else:
            found.append(Token(kind, data, token.start, token.end, token.attributes))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_both_scanners_give_the_same_tokens(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert merged(page, monkeypatch, html_standard) == merged(page, monkeypatch, html_turbo)


@pytest.mark.parametrize("scanner", [html_standard, html_turbo])
def test_an_attributes_value_has_its_place(scanner: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tokens, "scanner", scanner)
    page = "<p>x</p><meta data-content='no' content=\"Rain &amp; wind\" name=description>"
    token = next(token for token in tokens(page) if token.data == "meta")
    parts = value_of(page, token, "content")
    assert "".join(part.shown for part in parts) == "Rain & wind"
    assert (parts[0].start, parts[-1].end) == (page.index("Rain"), page.index('" name'))
