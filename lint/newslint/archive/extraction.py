"""Extraction: the article in a page of a site, without what is around it."""

from __future__ import annotations

from typing import Any, Final

from msgspec import structs

from newslint.archive.linting import Article

PAGE: Final = "page"  # the format of an article whose text has yet to be found


def extracted(article: Article) -> Article | None:
    """The article in a page as plain text below its headline, and any other as it is; None for a page that holds none."""
    if article.format != PAGE:
        return article
    # trafilatura: Apache-2.0, kept up, and ahead of the others in its own and in independent comparisons of news pages.
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        article.text, url=article.id, with_metadata=True, include_comments=False, include_tables=False
    )
    if found is None or not found.text:
        return None
    lines = found.text.split("\n")
    headline = [found.title] if found.title and found.title != lines[0] else []  # many pages have it in their text
    text = "\n\n".join(line for line in (*headline, *lines) if line)
    return structs.replace(article, text=text, format=None, date=found.date)
