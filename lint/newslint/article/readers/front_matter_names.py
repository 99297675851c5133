"""What the keys of front matter mean; tables only. Keys are in lower case, with `_` for `-`."""

from __future__ import annotations

from typing import Final

# fmt: off
_PUBLISHED: Final = (
    "date", "published", "pubdate", "publishdate", "publish_date", "published_at", "date_published", "datepublished",
    "pub_date", "publication_date", "publicationdate", "published_date", "publisheddate", "published_on",
    "published_time", "publishedat", "release_date", "releasedate", "posted", "posted_on", "date_posted", "created",
    "created_at", "createdat", "created_on", "date_created", "issued", "first_published", "firstpublished",
)
_BYLINE: Final = (
    "author", "authors", "byline", "by", "author_name", "writer", "writers", "reporter", "reporters", "contributor",
    "contributors", "creator", "written_by", "post_author", "blog_author", "author_id", "author_ids", "author_slug",
)
_DEK: Final = (
    "description", "summary", "dek", "deck", "subtitle", "sub_title", "subhead", "subheading", "standfirst", "excerpt",
    "lede", "lead", "strapline", "teaser", "tagline", "abstract", "intro", "introduction", "blurb", "meta_description",
    "metadescription", "seo_description", "og_description", "twitter_description", "social_description",
    "short_description",
)
_TITLES: Final = (
    "seo_title", "og_title", "twitter_title", "meta_title", "social_title", "page_title", "linktitle", "short_title",
)
# fmt: on
NAMES: Final[dict[str, str]] = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(_TITLES, "alternative-headline"),
    **dict.fromkeys(_BYLINE, "byline"),
    **dict.fromkeys(_PUBLISHED, "published"),
    **dict.fromkeys(
        ("modified", "updated", "lastmod", "last_modified", "updated_at", "datemodified", "date_modified", "revised"),
        "modified",
    ),
    **dict.fromkeys(_DEK, "dek"),
    **dict.fromkeys(("lang", "language", "locale"), "language"),
    **dict.fromkeys(("source", "publisher", "outlet"), "source"),
    **dict.fromkeys(("credit", "photo_credit"), "credit"),
    **dict.fromkeys(("correction", "corrections", "clarification"), "correction"),
    **dict.fromkeys(("url", "permalink", "canonical_url"), "url"),
    **dict.fromkeys(("section", "category"), "section"),
}
# Groups whose keys mean what they mean at the top.
INNER: Final = frozenset(
    {"seo", "og", "opengraph", "open_graph", "twitter", "meta", "metadata", "extra", "params", "social"}
)
