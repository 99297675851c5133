"""HTML: the article's blocks out of a page, and what schema.org and meta tags say about it.

Tokens come from turbohtml: a WHATWG tokenizer in C that tells where each one stands, in linear time on hostile input
(the standard library's html.parser takes 35 s for 20,000 times `<a b="`, tree-sitter is quadratic in the nesting).
There is no tree and no recursion: a stack of open elements is all that segments need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.labels import label
from newslint.article.layout import MENTION, Layout
from newslint.article.readers import front_matter
from newslint.article.readers.draft import Lines, join
from newslint.article.readers.html_page import Page
from newslint.article.readers.html_tokens import comments
from newslint.article.readers.templates import masked, without_shortcodes
from newslint.article.readers.unfit import unfit
from newslint.article.segment import indents
from newslint.article.text import View
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.layout import Problem
    from newslint.article.readers.draft import Draft
    from newslint.article.segment import Block
    from newslint.article.text import Text

_FURNITURE: Final = frozenset({"byline", "dek", "dateline"})
# "Harbour reopens | The Courier": the outlet's name after a bar, or a capitalised short one after a dash.
_SUFFIX = lazy(r"\s+(?:\||[-–—](?=\s+(?:The\s+)?(?:[A-Z][\w.&'’]*\s*){1,4}$))\s+[^|]{2,60}$")
_DOMINANT: Final = 0.5
_FRONT = lazy(r"\s*(?:(?:---|\+\+\+)[ \t]*\r?\n|<!--\s*\.\. )")


def read(text: Text) -> Layout:
    """The layout of a page: the prose is its article's. A site's generator may read front matter before it."""
    metadata = Lines()
    front = front_matter.take(text.content, metadata) if _FRONT.match(text.content) else front_matter.Front()
    page = Page(masked(" " * front.body + text.content[front.body :], engine=True, markdown=False))
    page.metadata = metadata
    title = metadata.first.get("headline", ())
    page.feed()
    page.title.parts = page.title.parts or list(title)
    drafts = _with_headline(_article(page.drafts), page.title)
    prose, blocks = join(drafts)
    if page.title.parts and page.title not in drafts and not title:
        page.metadata.add_field("page-title", page.title.parts)
    if unread := unfit(text.content, prose.text, page.metadata, broken=front.problem is not None):
        return Layout(View("", []), [], unread=unread)
    return _layout(page, text.content, prose, blocks, front.problem)


def page_layout(content: str, *, shortcodes: bool) -> Layout:
    """The layout of a page that was made of another format: all of it is the article.

    `shortcodes`: whether WordPress replaces what is in square brackets.
    """
    page = Page(without_shortcodes(content) if shortcodes and "[" in content else content).feed()
    return _layout(page, content, *join(_with_headline(page.drafts, page.title)))


def _layout(page: Page, content: str, prose: View, blocks: list[Block], problem: Problem | None = None) -> Layout:
    """What was read of a page with that content; `problem` is one beside the page's own."""
    fields = tuple(page.metadata.fields)
    declared = next((field.value for field in fields if field.name == "language"), "")
    return Layout(
        prose,
        label(prose.text, blocks),
        links=page.links.view(),
        attributes=page.attributes.view(),
        metadata=page.metadata.view(),
        fields=fields,
        language=(page.language or declared).replace("_", "-"),
        comments=comments(content) if MENTION in content else (),
        problem=page.problem or problem,
        indents=indents(blocks),
    )


def _article(drafts: list[Draft]) -> list[Draft]:
    """What belongs to the article: all in `<main>`, or in the `<article>` that holds most of the text, or all."""
    main = any(draft.main for draft in drafts)
    inside = [draft for draft in drafts if draft.main] if main else drafts
    sizes: dict[int, int] = {}
    for draft in inside:
        sizes[draft.article] = sizes.get(draft.article, 0) + draft.size
    article = max((number for number in sizes if number), key=lambda number: sizes[number], default=0)
    if article and sizes[article] < _DOMINANT * sum(size for number, size in sizes.items() if number):
        article = 0  # many equal ones: the entries of a live page
    if not article:
        return inside
    allowed = {0, article} if main else {article}
    kept = {id(draft) for draft in inside if draft.article in allowed}
    return _completed(drafts, kept, article)


def _completed(drafts: list[Draft], kept: set[int], article: int) -> list[Draft]:
    """The kept drafts, and headline, dek and byline of the page if they precede the article's own element."""
    missing = {"headline", *_FURNITURE} - {draft.kind for draft in drafts if id(draft) in kept}
    first = next(number for number, draft in enumerate(drafts) if draft.article == article)
    return [
        draft
        for number, draft in enumerate(drafts)
        if id(draft) in kept or (number < first and not draft.article and draft.kind in missing)
    ]


def _with_headline(drafts: list[Draft], title: Draft) -> list[Draft]:
    """One headline: the first `<h1>`, else the page's title; further ones are subheads."""
    headed = False
    for draft in drafts:
        if draft.kind == "headline" and draft.text.strip():
            draft.kind = "subhead" if headed else "headline"
            headed = True
    if headed or not title.parts:
        return drafts
    if hit := _SUFFIX.search(title.text):
        title.cut(hit.start())
    return [title, *drafts]
