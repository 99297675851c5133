"""lookalike-domain: a link to a host that imitates that of a news or government site."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final

from newslint.checks.check import Check, Unit, rewritten
from newslint.finding import Match, Span
from newslint.knowledge.hosts import Hosts
from newslint.patterns import lazy
from newslint.spun.oddity import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.hosts import Imitation
    from newslint.wordlists import Lists

_HOST: Final = lazy(r"(?:^|(?<=\n))\s*(?:(?:[a-z][a-z+.-]*:)?//(?:[^/?#\s@]*@)?|(?=www\.))([^/?#\s:@]+)", re.IGNORECASE)
_GLUED: Final = lazy(r"(?<=[a-z])\.[A-Z][a-z]+$")  # the first word of the next sentence: www.sec.gov.Contact


class LookalikeDomain(Check, frozen=True, kw_only=True):
    """Compares the hosts of an article's links with those of `outlets`, and with the configuration's own `outlets`.

    Found are hosts in look-alike letters (`script`), with a wrong letter or letters that look like another (`spelling`), that go on
    after a known host (`prefix`), add a word with a hyphen (`addition`), or have a known name under an ending where names are cheap
    (`ending`). In messages `{host}` is the link's and `{known}` the other.
    """

    outlets: tuple[str, ...]

    placeholders: ClassVar[frozenset[str]] = frozenset({"host", "known"})
    cases: ClassVar[dict[str, frozenset[str]]] = dict.fromkeys(
        ("script", "spelling", "prefix", "addition", "ending"), frozenset()
    )
    per: ClassVar[str] = "document"

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The outlets with each list as its lines."""
        return rewritten(options, "outlets", list, lists.every)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each such host, at its first link."""
        known = _known(self.outlets, unit.document.settings.outlets)
        seen: set[str] = set()
        for hit in _HOST.finditer(unit.text):
            host = _GLUED.sub("", hit[1]).lower().rstrip(".")
            if host in seen:
                continue
            seen.add(host)
            found = _imitated(known, host)
            if found and not (found.how == "spelling" and _is_words(host)):
                span = Span(unit.start + hit.start(1), unit.start + hit.end(1))
                yield Match(span, values={"host": host, "known": found.known}, case=found.how)


def _is_words(host: str) -> bool:
    """Whether a name is an article and a word, and so no slip for a site's: themerge is not theverge."""
    name = host.split(".")[-2] if "." in host else host
    return name.startswith("the") and len(name) > len("the") + 3 and is_known(name.removeprefix("the"))


@lru_cache(maxsize=16)
def _known(outlets: tuple[str, ...], house: frozenset[str]) -> Hosts:
    return Hosts(frozenset(host.lower().removeprefix("www.") for host in (*outlets, *house)))


@lru_cache(maxsize=4096)
def _imitated(known: Hosts, host: str) -> Imitation | None:
    return known.imitated(host)
