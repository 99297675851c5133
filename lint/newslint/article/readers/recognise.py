"""Recognise: which format a file is in by what it begins with, for names that many kinds of file have (`.xml`, `.json`)."""

from __future__ import annotations

import codecs
import re
from typing import Final

from newslint.patterns import lazy

HEAD: Final = 1 << 16  # bytes that are looked at
SHARED: Final = (".xml", ".json")  # suffixes that say nothing of the format
_ROOT = lazy(
    r"\s*+(?:<\?(?:(?!\?>).)*+\?>\s*+|<!--(?:(?!-->).)*+-->\s*+|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*+"
    r"<(?:[\w.-]++:)?([\w.-]++)([^>]*+)",
    re.DOTALL,
)
_ROOTS: Final = {"nitf": "nitf", "newsItem": "newsml", "newsMessage": "newsml", "NewsML": "newsml"}
_FEEDS: Final = {"RDF": ("purl.org/rss/1.0/", "rss"), "feed": ("www.w3.org/2005/Atom", "atom")}
_WORDPRESS: Final = "wordpress.org/export/"
_JSON = (
    ("jsonfeed", lazy(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')),
    ("ghost", lazy(r'\A\s*\{\s*"(?:db|data|meta|posts)"\s*:.{0,4000}?"(?:exported_on|posts)"\s*:', re.DOTALL)),
)
# What every item of ninjs has one of, whatever its version; a schema of it has the names, too, but not such values.
_NINJS = (
    lazy(r'"(?:uri|guid)"\s*:\s*"', re.IGNORECASE),
    lazy(r'"(?:(?:body|headline|description)(?:_\w+)?|bodies|headlines)"\s*:\s*["\[]', re.IGNORECASE),
    lazy(
        r'"(?:versioncreated|firstcreated|contentcreated)"\s*:\s*"\d{4}-?\d\d|:\s*"ninjs"|/ninjs-schema', re.IGNORECASE
    ),
)
_SCHEMA = lazy(r'"properties"\s*:\s*\{')
# The tags of template engines: a feed that a site generator has yet to write.
_TEMPLATE = lazy(r"\{\{|\{%|<%|<\?(?:php|=)")
_FRONT_MATTER = lazy(r"\s*(?:---|\+\+\+)[ \t]*\r?\n")
_FIRST = lazy(r"<(?:[\w.-]+:)?(?:item|entry)[\s>]")
_START: Final = 2_000  # code points of JSON in which a template shows itself


def is_unwritten(text: str) -> bool:
    """Whether a site generator has yet to write a feed: front matter is before its XML, or a tag before its first item."""
    if _FRONT_MATTER.match(text):
        return True
    first = _FIRST.search(text, 0, HEAD)
    return first is not None and _TEMPLATE.search(text, 0, first.start()) is not None


def recognised(head: bytes | str, formats: frozenset[str]) -> str:
    """The name of the format of a file that begins so, if it is one of those; else an empty string."""
    text = head[:HEAD] if isinstance(head, str) else _decoded(head)
    name = _of_json(text) if text.lstrip()[:1] in ("{", "[") else _of_xml(text)
    return name if name in formats else ""


def is_shared(path: str) -> bool:
    """Whether files of many formats have names like this one's."""
    return path.lower().endswith(SHARED)


def _decoded(head: bytes) -> str:
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head[:HEAD].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")


def _of_xml(text: str) -> str:
    hit = _ROOT.match(text)
    if hit is None:
        return ""
    sign, name = _FEEDS.get(hit[1], ("", _ROOTS.get(hit[1], "")))
    if hit[1] == "rss":
        name = "wxr" if _WORDPRESS in hit[2] else "rss"
    first = _FIRST.search(text, hit.end())
    if sign not in hit[2] or _TEMPLATE.search(text, 0, first.start() if first else len(text)):
        return ""
    return name


def _of_json(text: str) -> str:
    if _TEMPLATE.search(text, 0, _START):
        return ""
    known = next((name for name, sign in _JSON if sign.search(text)), "")
    if known or _SCHEMA.search(text):
        return known
    return "ninjs" if all(sign.search(text) for sign in _NINJS) else ""
