"""Addresses: what is one page under many addresses: trackers, mobile hosts, archive copies, embedded players."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

_TRACKERS: Final = lazy(
    r"(?:utm_\w+|(?:fb|g|dc|ms|tw|yc|wb|gb|wbr)clid|igshid|igsh|mc_[ce]id|_ga|_gl|ref|ref_\w+|referrer|source|src|s|si|feature|"
    r"ocid|cmpid|cmp|smid|smtyp|partner|share\w*|output|amp|__twitter_impression|_rdr|spm|ito|xtor|ns_\w+|at_\w+)",
    re.IGNORECASE,
)
_MOBILE: Final = lazy(r"^(?:(?:www\d?|m|mobile|amp|touch|web|wap|mbasic|en-us|old)\.)+(?=[^.]+\.)")
_COPIES: Final = (  # an archive's or a cache's address, whose last group is the page's own
    lazy(r"(?:web\.)?archive\.org/(?:web|save)/(?:[^/]*/)?((?:https?:/|www\.).+)", re.IGNORECASE),
    lazy(r"archive\.(?:is|ph|today|li|md|fo|vn)/(?:[\w.-]+/)?(https?:/.+)", re.IGNORECASE),
    lazy(r"webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]+:)?([^+&]+)", re.IGNORECASE),
    lazy(r"(?:www\.)?google\.[a-z.]+/amp/s?/?(.+)", re.IGNORECASE),
    lazy(r"[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(.+)", re.IGNORECASE),
    lazy(r"(?:l|lm)\.facebook\.com/l\.php\?(?:.*&)?u=([^&]+)", re.IGNORECASE),
)
_SCHEME: Final = lazy(r"^(?:https?:)?/{1,2}", re.IGNORECASE)
_SAME_HOST: Final = {
    "x.com": "twitter.com",
    "nitter.net": "twitter.com",
    "fxtwitter.com": "twitter.com",
    "vxtwitter.com": "twitter.com",
    "youtube-nocookie.com": "youtube.com",
    "fb.com": "facebook.com",
    "fb.watch": "facebook.com/watch",
    "telegram.me": "t.me",
}
# Sites on which the first part of a path is a person or a group, not a page.
_PROFILES: Final = frozenset(
    "twitter.com facebook.com instagram.com tiktok.com youtube.com t.me threads.net vk.com".split()
)
_PLAYER: Final = lazy(r"/(?:embed|shorts|live|v)/([\w-]{6,})")
_FRONT: Final = lazy(r"/(?:index|default|home)\.\w{3,5}$|/amp/?$|\.amp$|/+$", re.IGNORECASE)
_LONGEST: Final = 2000


@lru_cache(maxsize=4096)
def canonical(address: str) -> str:
    """One spelling for all addresses of a page, without a scheme; empty for what is no address on the web."""
    address = _page(address.strip())
    if not _SCHEME.match(address) and not re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)", address):
        return ""
    try:
        parts = urlsplit("//" + _SCHEME.sub("", address))
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if "." not in host or len(address) > _LONGEST:
        return ""
    host = _MOBILE.sub("", host)
    host = _SAME_HOST.get(host, host)
    path, query = _one_form(host, parts.path, parts.query)
    return _ONE_SITE.get(host, _as_it_is)(host, _FRONT.sub("", path), query)


def is_page(address: str) -> bool:
    """Whether a canonical address means one page, and not a whole site or what somebody publishes in all."""
    host, _, path = address.partition("/")
    return bool(path) and not (
        host in _PROFILES and re.fullmatch(r"(?:@?[\w.-]+|(?:user|channel|c|groups)/[\w.-]+)", path)
    )


def host_of(address: str) -> str:
    """The host of a canonical address."""
    return re.split(r"[/?]", address, maxsplit=1)[0]


def _page(address: str) -> str:
    """The address of which this one is a copy, or the same."""
    bare = _SCHEME.sub("", address)
    for form in _COPIES:
        if hit := form.match(bare):
            inner = unquote(hit[1]) if "://" not in hit[1] else hit[1]
            return re.sub(r"^(https?):/+", r"\1://", inner) if inner.startswith("http") else f"https://{inner}"
    return address


def _one_form(host: str, path: str, query: str) -> tuple[str, str]:
    """The path with its escapes in one form, and the query in order, without what only says how somebody came there."""
    kept = sorted((name, value) for name, value in parse_qsl(query) if not _TRACKERS.fullmatch(name))
    path = quote(unquote(re.sub(r"/{2,}", "/", path)), safe="/:@!$&'()*+,;=~-._%")
    return path, urlencode(kept)


def _as_it_is(host: str, path: str, query: str) -> str:
    return f"{host}{path}{'?' if query else ''}{query}"


def _video(host: str, path: str, query: str) -> str:
    """A player, a short or a list's current video is the video."""
    if hit := _PLAYER.match(path):
        return f"youtube.com/watch?v={hit[1]}"
    name = dict(parse_qsl(query)).get("v", "")
    return f"youtube.com/watch?v={name}" if name else _as_it_is(host, path, "")


def _short_video(_host: str, path: str, _query: str) -> str:
    return f"youtube.com/watch?v={path.strip('/')}"


def _post(host: str, path: str, _query: str) -> str:
    """A post is its number, however its author is called now."""
    if hit := re.match(r"/[^/]+/status(?:es)?/(\d+)", path):
        return f"{host}/i/status/{hit[1]}"
    return _as_it_is(host, path.lower(), "")


_ONE_SITE: Final[dict[str, Callable[[str, str, str], str]]] = {
    "youtube.com": _video,
    "youtu.be": _short_video,
    "twitter.com": _post,
}
