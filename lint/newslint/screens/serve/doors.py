"""Doors: which requests may come in. Pure decisions over a request's method, path and headers.

A page elsewhere must not make a browser talk to newslint: neither under a name of its own that leads to this machine (DNS
rebinding: `Host` is checked), nor from its own origin (CSRF: `Origin` and `Sec-Fetch-Site` are checked). Whoever is not on this
machine needs a token.
"""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

COOKIE: Final = "newslint-token"
OPEN: Final = ("/health", "/login")  # for which no token is needed
SHARED: Final = ("/api/", "/openapi.json")  # what pages of other origins may ask for, where these are named
_LOCAL: Final = "localhost"


class Refusal(NamedTuple):
    """The status of an answer that refuses, and its one sentence."""

    status: int
    message: str


class Doors(Struct, frozen=True):
    """`hosts`: names, beside addresses, that this server has. `origins`: other sites whose pages may call the endpoint.

    `loopback`: it listens to this machine only. `token`: what others must know; empty if nothing.
    """

    loopback: bool = True
    hosts: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    token: str = ""

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> Refusal | None:
        """Why a request is refused; None if it is not. Names of headers are in lower case."""
        if not self._own(headers.get("host", "")):
            return Refusal(421, "this server does not answer to that name; see --allow-host")
        if (origin := headers.get("origin")) is not None and not self._may_ask(origin, path, headers.get("host", "")):
            return Refusal(403, "pages of another site may not ask newslint; see --allow-origin")
        if origin is None and method not in ("GET", "HEAD") and headers.get("sec-fetch-site", "none") not in _OWN_SITE:
            return Refusal(403, "pages of another site may not ask newslint; see --allow-origin")
        if (
            self.token
            and method != "OPTIONS"
            and path not in OPEN
            and not path.startswith("/page/")
            and not self._knows(headers)
        ):
            return Refusal(401, "a token is needed: 'Authorization: Bearer TOKEN'")
        return None

    def shares(self, path: str, origin: str | None) -> bool:
        """Whether the page of another origin may read an answer."""
        return origin in self.origins and path.startswith(SHARED)

    def fits(self, token: str) -> bool:
        """Whether it is the token, compared in constant time."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def _own(self, host: str) -> bool:
        """Whether a `Host` header means this server: an address, of which no page can make a name of its own, or a known name."""
        name = _name(host)
        if name == _LOCAL or name in self.hosts:
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or not self.loopback

    def _may_ask(self, origin: str, path: str, host: str) -> bool:
        return urlsplit(origin).netloc == host or self.shares(path, origin)

    def _knows(self, headers: Mapping[str, str]) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.fits(given.strip())
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and self.fits(cookie.value)


_OWN_SITE: Final = ("same-origin", "none")


def _name(host: str) -> str:
    """The name or address in a `Host` header, without its port; empty for what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
