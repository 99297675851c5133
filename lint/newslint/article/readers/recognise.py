"""Recognise: which format a file is in by what it begins with, for names that many kinds of file have (`.xml`, `.json`)."""

from __future__ import annotations

import codecs
import re
from typing import Final

HEAD: Final = 1 << 16  # bytes that are looked at
SHARED: Final = (".xml", ".json")  # suffixes that say nothing of the format
_ROOT = re.compile(
    r"\s*+(?:<\?(?:(?!\?>).)*+\?>\s*+|<!--(?:(?!-->).)*+-->\s*+|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*+"
    r"<(?:[\w.-]++:)?([\w.-]++)([^>]*+)",
    re.DOTALL,
)
_ROOTS: Final = {"nitf": "nitf", "newsItem": "newsml", "newsMessage": "newsml", "NewsML": "newsml"}
_FEEDS: Final = {"RDF": ("purl.org/rss/1.0/", "rss"), "feed": ("www.w3.org/2005/Atom", "atom")}
_WORDPRESS: Final = "wordpress.org/export/"
_JSON = (
    ("jsonfeed", re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')),
    ("ghost", re.compile(r'\A\s*\{\s*"(?:db|data|meta|posts)"\s*:.{0,4000}?"(?:exported_on|posts)"\s*:', re.DOTALL)),
    ("ninjs", re.compile(r'"(?:(?:body|headline|description)_\w+|bodies|headlines?)"\s*:')),
)
_NEWS = re.compile(
    r'"(?:versioncreated|versionCreated|firstcreated|firstCreated|pubstatus|pubStatus)"\s*:|:\s*"ninjs"|/ninjs-schema'
)


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
    if hit[1] == "rss":
        return "wxr" if _WORDPRESS in hit[2] else "rss"
    sign, name = _FEEDS.get(hit[1], ("", _ROOTS.get(hit[1], "")))
    return name if sign in hit[2] else ""


def _of_json(text: str) -> str:
    for name, sign in _JSON:
        if sign.search(text) and (name != "ninjs" or _NEWS.search(text)):
            return name
    return ""
