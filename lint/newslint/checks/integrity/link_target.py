"""link-target: a link that leads nowhere, because its address is no whole one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = lazy(r"[^\s{}<>\[\]%$][^\n{}<>]*")
_BARE: Final = lazy(r"www\d?\.(?:[\w-]+\.)+[a-z]{2,}(?=[/?#:]|$)", re.IGNORECASE)
_TWICE: Final = lazy(r"https?:/{1,2}(?=https?(?::?//|:/))", re.IGNORECASE)
_SCHEME: Final = lazy(
    r"(?!https?://)(?:https?(?::/(?!/)|[;,.]//?|//|:(?=www\.))|(?:htt?ps?s|hts?tps?|httt+ps?|htps?|ttps?|hhttps?|httpps?|hpt{1,2}ps?|hptts?|thttps?|htpps?|httos|httpa)://)",
    re.IGNORECASE,
)
_MAIL: Final = lazy(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}(?:\?subject=.*)?$", re.IGNORECASE)
_EMPTY: Final = lazy(r"https?://$", re.IGNORECASE)
_GAP: Final = lazy(r"https?://(?:[\w-]+\.)*(?P<gap>[ \u00a0]+)(?=[\w.-]+\.[a-z])", re.IGNORECASE)


class LinkTarget(Check, frozen=True, kw_only=True):
    """Addresses of links as they are written, not those that the prose shows.

    Found are addresses without a scheme (`bare`), which lead to a page of the site itself, or with one that is damaged (`scheme`)
    or there twice (`twice`), mail addresses without `mailto:` (`mail`), a space in the host (`gap`) and a scheme alone (`empty`).
    """

    cases: ClassVar[dict[str, frozenset[str]]] = dict.fromkeys(
        ("bare", "scheme", "twice", "mail", "gap", "empty"), frozenset()
    )
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What such an address cannot be without."""
        return ("www", "http", "htp", "ttp", "hpt", "@")

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each link, on what is wrong with it."""
        for line in _LINE.finditer(unit.view.text, 0, len(unit.document.layout.links.text)):
            found = _fault(line[0].rstrip())
            if found and not _in_angles(unit, line.start()):
                case, start, end, meant = found
                yield Match(Span(line.start() + start, line.start() + end), meant, case=case)


def _fault(address: str) -> tuple[str, int, int, tuple[str, ...]] | None:
    """(case, start, end, suggestions) of what is wrong with an address."""
    if hit := _BARE.match(address):
        return "bare", *hit.span(), (f"https://{hit[0]}",)
    if hit := _TWICE.match(address):
        rest = address[hit.end() :]
        return "twice", *hit.span(), ("",) if "://" in rest[:8] else ()
    if hit := _SCHEME.match(address):
        return "scheme", *hit.span(), ("https://" if "s" in hit[0] else "http://",)
    if hit := _MAIL.match(address):
        return "mail", *hit.span(), (f"mailto:{hit[0]}",)
    if hit := _GAP.match(address):
        return "gap", *hit.span("gap"), ("",)
    if hit := _EMPTY.match(address):
        return "empty", *hit.span(), ()
    return None


def _in_angles(unit: Unit, at: int) -> bool:
    """Whether Markdown makes a link of it itself: `<ann@pier.example>`; `[Ann](<ann@pier.example>)` is as written."""
    content, origin = unit.document.text.content, unit.view.span(at, at + 1).start
    return content.startswith("<", origin - 1) and not content.startswith("](<", origin - 3)
