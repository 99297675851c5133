"""What the names of HTML elements, classes and meta tags say about an article; tables only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newslint.article.segment import Kind

# fmt: off
VOID: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "section", "summary",
    "table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
})
# Never read: code, listings, forms, menus, what is struck out, and what a browser shows only where something else fails.
SKIPPED: Final = frozenset({
    "audio", "button", "canvas", "datalist", "del", "dialog", "iframe", "listing", "meter", "nav", "noembed",
    "noframes", "noscript", "object", "optgroup", "option", "plaintext", "pre", "progress", "rp", "rt", "s", "script",
    "select", "strike", "style", "svg", "template", "textarea", "title", "video", "xmp",
})
# fmt: on
STRUCK: Final = frozenset({"del", "s", "strike"})
CODE: Final = frozenset({"code", "kbd", "samp", "var", "tt"})
FORMULAS: Final = frozenset(
    {"katex", "katex-display", "mathjax", "mathjax_display"}
)  # classes of formulas that were set
KINDS: Final[dict[str, Kind]] = {
    "h1": "headline",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "subhead"),
    **dict.fromkeys(("li", "dt", "dd", "td", "th"), "list-item"),
    "blockquote": "block-quote",
    "figcaption": "caption",
    "caption": "caption",
    **dict.fromkeys(("aside", "footer"), "boilerplate"),
}
# Kinds that everything inside shares.
INHERITED: Final = frozenset({"headline", "block-quote", "caption", "boilerplate"})
# An element of the key closes an open one of the first set, unless one of the second is between them.
CLOSES: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"tr", "table"}))),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"}))),
}
# The last word of a class name (`article-byline`), or a whole itemprop or rel → kind.
HINTS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("byline", "bylines", "author", "authors"), "byline"),
    **dict.fromkeys(("dek", "deck", "standfirst", "subtitle", "strapline", "alternativeheadline"), "dek"),
    **dict.fromkeys(("dateline", "pubdate", "date", "timestamp", "datepublished", "datemodified"), "dateline"),
    **dict.fromkeys(("credit", "credits", "photographer"), "credit"),
    **dict.fromkeys(("correction", "corrections", "clarification"), "correction"),
    **dict.fromkeys(("caption", "cutline"), "caption"),
}
# A word of a class, rel or itemprop that says where the author or the date of the page is.
AUTHORS: Final = frozenset({"author", "authors", "byline", "bylines", "contributor", "contributors", "vcard", "writer"})
DATES: Final = frozenset({"date", "dateline", "datepublished", "pubdate", "published", "timestamp", "updated"})
# fmt: off
# The first word of a class name (`related-articles`) → not the article's own text.
FOREIGN: Final = frozenset({
    "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "comment", "commentlist", "comments", "cookie",
    "cookies", "menu", "navbar", "navigation", "newsletter", "outbrain", "paywall", "promo", "recirc", "recommended", "related",
    "share", "sharing", "sidebar", "signup", "social", "sponsored", "subscribe", "taboola", "toolbar",
})
# fmt: on
HIDDEN: Final = frozenset({"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "hidden"})
# Meta tags (name or property) and schema.org properties → field.
META: Final[dict[str, str]] = {
    **dict.fromkeys(("og:title", "twitter:title", "dc.title", "headline", "title"), "headline"),
    **dict.fromkeys(("author", "article:author", "dc.creator", "byl", "article_author", "twitter:creator"), "byline"),
    **dict.fromkeys(("parsely-author", "sailthru.author"), "byline"),
    **dict.fromkeys(("description", "og:description", "twitter:description", "dc.description"), "dek"),
    **dict.fromkeys(("article:published_time", "date", "pubdate", "publish-date", "dc.date"), "published"),
    **dict.fromkeys(
        (
            "dc.date.issued",
            "datepublished",
            "dcterms.date",
            "dcterms.created",
            "article_date_original",
            "parsely-pub-date",
        ),
        "published",
    ),
    **dict.fromkeys(("article:modified_time", "last-modified", "og:updated_time", "datemodified"), "modified"),
    "credit": "credit",
    "correction": "correction",
    **dict.fromkeys(("og:site_name", "dc.publisher"), "source"),
    **dict.fromkeys(("article:section",), "section"),
    **dict.fromkeys(("og:url",), "url"),
    **dict.fromkeys(("content-language", "og:locale", "dc.language"), "language"),
}
