"""What holds inside an open element of a page: kind, language, whether it is read at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.readers.html_names import FOREIGN, HIDDEN, HINTS, INHERITED, KINDS, SKIPPED
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.readers.html_tokens import Token
    from newslint.article.segment import Kind

_WORDS = lazy(r"[-_]+")
_UNSEEN = lazy(r"\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b", re.IGNORECASE)
_CONTAINERS: Final = frozenset({"html", "body", "main", "article"})


class Frame(NamedTuple):
    """An open element. `article` numbers the outermost `<article>` around it, 0 where there is none."""

    name: str
    kind: Kind | None = None
    fixed: bool = False  # nothing inside changes the kind
    language: str = ""
    skip: bool = False
    json: bool = False  # a script that describes the page
    main: bool = False
    article: int = 0
    block: bool = True


def inside(token: Token, outer: Frame, number: int) -> Frame:
    """The frame of a block's start tag within `outer`; `number` is for the article that it may open."""
    name = token.data
    kind, fixed = (outer.kind, True) if outer.fixed else _kind(token, outer)
    frame = outer._replace(name=name, kind=kind, fixed=fixed, block=True)
    if name in SKIPPED:
        return frame._replace(skip=True)
    if not token.attributes and name not in _CONTAINERS:
        return frame
    return _attributed(frame, token, number)


def _attributed(frame: Frame, token: Token, number: int) -> Frame:
    attributes, name = token.attributes, token.data
    role = attributes.get("role", "")
    if name == "main" or role == "main":
        frame = frame._replace(main=True)
    if not frame.article and (name == "article" or role == "article" or attributes.get("itemprop") == "articleBody"):
        frame = frame._replace(article=number)
    language = attributes.get("lang") or attributes.get("xml:lang")
    if language and name not in ("html", "body"):
        frame = frame._replace(language=language)
    return frame._replace(skip=True) if role == "navigation" or unseen(attributes) else frame


def unseen(attributes: dict[str, str]) -> bool:
    """Whether an element with such attributes is not shown."""
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    if "style" in attributes and _UNSEEN.search(attributes["style"]):
        return True
    return not HIDDEN.isdisjoint(attributes.get("class", "").split())


def _kind(token: Token, outer: Frame) -> tuple[Kind | None, bool]:
    """The kind of an element, and whether everything inside shares it."""
    name = token.data
    if name == "header":  # a page's header is a menu but for its headline; an article's is the article's
        return (outer.kind if outer.main or outer.article else "boilerplate"), False
    if name == "form" and (outer.main or outer.article):  # else the whole page may be one form
        return "boilerplate", True
    kind = KINDS.get(name)
    if name not in _CONTAINERS and token.attributes:
        kind = kind or hint(token)
    if kind is None:
        return outer.kind, False
    return kind, kind in INHERITED


def hint(token: Token) -> Kind | None:
    """The kind that a class, itemprop or rel names."""
    attributes = token.attributes
    exact = [attributes[key].lower() for key in ("itemprop", "rel") if key in attributes]
    for name in (*attributes.get("class", "").lower().split(), *exact):
        words = _WORDS.split(name)
        if words[0] in FOREIGN:
            return "boilerplate"
        if kind := HINTS.get(words[-1]):
            return kind
    return None
