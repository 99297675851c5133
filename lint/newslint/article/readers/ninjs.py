"""ninjs, the IPTC's news in JSON, versions 1 to 3; its names are taken in any case, for version 3 writes some anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.article.readers import nitf
from newslint.article.readers.json_stories import objects, stories, those

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.json_stories import Page
    from newslint.article.readers.json_values import Object
    from newslint.article.text import Text

_NAMED: Final = ("uri", "guid", "altids")
_TOLD: Final = (
    "headline",
    "headlines",
    "bodies",
    "body_html",
    "body_xhtml",
    "body_text",
    "body_nitf",
    "description_text",
)
_MEDIA: Final = frozenset({"picture", "video", "audio", "graphic"})
_HTML, _NITF = ("xhtml", "html", "richtext"), "nitf"
_ROLES: Final = ("caption", "summary", "main")


def articles(text: Text) -> Iterator[Layout]:
    """The items of a file, one by one."""
    return stories(text, lambda value: objects(value, _fits), _write)


def _fits(item: Object) -> bool:
    return item.among(*_NAMED) is not None and any(key.lower().startswith(_TOLD) for key in item)


def _write(page: Page, item: Object) -> str:
    first, latest = item.among("firstpublished"), item.among("versioncreated", "contentcreated", "firstcreated")
    page.meta("date", first or latest)
    if first:
        page.meta("article:modified_time", latest)
    for name in ("source", "provider", "copyrightholder"):
        page.meta("og:site_name", item.among(name))
    for source in those(item.among("infosources", "infosource")):
        page.meta("og:site_name", source.get("name"))
    page.meta("credit", item.among("creditline"))
    _lines(page, item)
    body = _chosen(item)
    _description(page, item, body)
    for other in those(item.among("associations")):
        if other.among("type") in _MEDIA:
            _picture(page, other)
    if body is not None:
        _body(page, *body)
    language = item.among("language", "contentlanguage")
    return str(language) if isinstance(language, str) else ""


def _lines(page: Page, item: Object) -> None:
    """Headline, byline and dateline."""
    heads = those(item.among("headlines"))
    main = next((one for one in heads if one.among("role") in (None, "main")), heads[0] if heads else None)
    page.block("h1", main.among("value") if main else next(_kinds(item, "headline"), ("", None))[1])
    for one in heads:
        if "sub" in str(one.among("role")):
            page.block("p", one.among("value"), "dek")
    by = item.among("byline", "by")
    page.block("p", by, "byline")
    for author in those(item.among("bylines")) or ([] if by else those(item.among("authors"))):
        page.meta("author", author.among("byline", "name", "value"))
    page.block("p", item.among("dateline"), "dateline")


def _kinds(item: Object, name: str) -> Iterator[tuple[str, Any]]:
    """`html` of `body_html` and the like, with the value, where there is one; the plain name first."""
    for key in sorted(item, key=str.lower):
        if (
            (key.lower() == name or key.lower().startswith(f"{name}_"))
            and isinstance(item[key], str)
            and item[key].strip()
        ):
            yield key.lower()[len(name) + 1 :], item[key]


def _chosen(item: Object) -> tuple[str, Any] | None:
    """The body that says most of its form, and that form: HTML, plain text, NITF."""
    found = dict(_kinds(item, "body"))
    for one in those(item.among("bodies")):
        kind = str(one.among("contenttype", "mimetype") or "text/plain").lower()
        name = next((name for name in (_NITF, *_HTML) if name in kind), "text")
        found.setdefault(name, one.among("value"))
    form = next(
        (name for name in (*_HTML, "text") if found.get(name)), next((name for name in found if name != _NITF), _NITF)
    )
    value = found.get(form)
    return (form, value) if isinstance(value, str) and value.strip() else None


def _body(page: Page, form: str, value: Any) -> None:
    if form == _NITF:
        nitf.embed(page.sheet, page.parts(value))
    elif form in _HTML:
        page.html(value)
    else:
        page.sheet.body(page.parts(value))


def _described(item: Object) -> Any:
    """What an item is about, or what a picture shows."""
    several = those(item.among("descriptions"))
    best = next((one for one in several if str(one.among("role")).endswith(_ROLES)), several[0] if several else None)
    if best is not None:
        return best.among("value")
    kinds = dict(_kinds(item, "description"))
    return kinds.get("text") or next(iter(kinds.values()), None)


def _description(page: Page, item: Object, body: tuple[str, Any] | None) -> None:
    """A summary, or the caption of a picture; not where the body begins with it."""
    text = _described(item)
    if item.among("type") in _MEDIA:
        page.block("p", text, "caption")
    elif isinstance(text, str) and not (body and body[1].lstrip("<p> \n").startswith(text.strip())):
        page.block("div", text, "dek")


def _picture(page: Page, item: Object) -> None:
    """A picture that goes with an item."""
    page.block("p", _described(item) or item.among("body_text"), "caption")
    page.block("p", item.among("byline", "by", "creditline"), "credit")
