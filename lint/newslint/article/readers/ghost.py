"""Ghost's export: each post or page is an article, drafts among them; also what its API answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.article.readers.json_stories import stories, those
from newslint.article.readers.json_values import Object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.json_stories import Page
    from newslint.article.text import Text

_DATES: Final = (("published_at", "date"), ("updated_at", "article:modified_time"))


def articles(text: Text) -> Iterator[Layout]:
    """The posts and pages of an export."""
    export = _Export()
    return stories(text, export.posts, export.write)


class _Export:
    """The tables of an export: posts, and elsewhere their authors and captions."""

    def __init__(self) -> None:
        self._authors: dict[str, list[Any]] = {}
        self._more: dict[str, Object] = {}

    def posts(self, value: Any) -> list[Object]:
        """The posts of all databases in a file."""
        found: list[Object] = []
        for base in [*(those(value.get("db")) if isinstance(value, Object) else ()), value]:
            data = base.get("data", base) if isinstance(base, Object) else None
            if isinstance(data, Object):
                self._note(data)
                found += [*those(data.get("posts")), *those(data.get("pages"))]
        return found

    def _note(self, data: Object) -> None:
        names = {str(user.get("id")): user.get("name") for user in those(data.get("users"))}
        for link in those(data.get("posts_authors")):
            self._authors.setdefault(str(link.get("post_id")), []).append(names.get(str(link.get("author_id"))))
        self._more.update((str(more.get("post_id")), more) for more in those(data.get("posts_meta")))

    def write(self, page: Page, post: Object) -> str:
        """One post on a page."""
        name = str(post.get("id"))
        for key, field in _DATES:
            page.meta(field, post.get(key))
        page.meta("author", self._authors.get(name))
        for author in those(post.get("authors")):
            page.meta("author", author.get("name"))
        page.meta("description", self._more.get(name, post).get("meta_description"))
        page.block("h1", post.get("title"))
        page.block("p", post.get("custom_excerpt"), "dek")
        page.block("p", self._more.get(name, post).get("feature_image_caption"), "caption")
        if post.get("html"):
            page.html(post["html"])
        else:
            page.text(post.get("plaintext"))
        return str(post.get("locale") or "")
