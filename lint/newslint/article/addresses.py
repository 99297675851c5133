"""Addresses in prose: web and mail addresses, host names, paths of files. The words in them are nobody's prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOMAINS: Final = (
    r"(?:com|org|net|edu|gov|mil|int|info|biz|io|dev|app|eu|(?:co|org|ac|gov|com|net)\.[a-z]{2}|example|local)"
)
_SIGN = lazy(rf"://|www\d?\.|mailto:|@(?=\w)|/(?=\w)|\.{_DOMAINS}\b", re.IGNORECASE)
_REST: Final = r"[^\s<>\"“”«»|`\[\]{}\\^\ufffc]"
_ADDRESS = lazy(
    # A word that is glued to an address is not its scheme.
    rf"(?:(?:https?|(?<![A-Za-z])(?![A-Za-z0-9.-]{{0,12}}[A-Za-z]https?://)[A-Za-z][A-Za-z0-9+.-]{{1,12}})://"
    rf"|www\d?\.(?=\w)|mailto:)(?P<site>[^\s/<>?#\"“”|`\[\]\ufffc]*){_REST}*"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@.-])(?P<host>(?:[a-z0-9][a-z0-9-]*\.)+{_DOMAINS}\b(?!\.\w))(?:[/?#:]{_REST}*)?"
    r"|(?<![\w/.-])(?:~|\.{1,2})?(?:/[\w.+-]+){2,}/?"
    r"|(?<![\w/.-])[\w.+-]+(?:/[\w.+-]+)+\.[a-z][a-z0-9]{1,4}\b"
)
_TRAILING: Final = ".,;:!?'’)*_"
_BLANKS: Final = " \n\t\r\u00a0\ufffc"
_LONGEST: Final = 2_000
# Letters of a script that no rule knows for those of an address: what they make is no word of any language that is
# read here, yet equal addresses stay equal. Marks become signs of no script.
_VEILED: Final = {code: (0xA500 if chr(code).isalnum() else 0xE000) + code for code in range(0x21, 0x7F)}


def addresses(text: str) -> Iterator[tuple[int, int, int]]:
    """The half-open places of addresses, in order, and where in each the path begins behind the host name."""
    last = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < last:
            continue
        floor = max(last, sign.start() - _LONGEST)
        start = max(floor, *(text.rfind(blank, floor, sign.start()) + 1 for blank in _BLANKS))
        end = sign.end()
        ceiling = min(len(text), end + _LONGEST)
        while end < ceiling and text[end] not in _BLANKS:
            end += 1
        for hit in _ADDRESS.finditer(text, start, end):
            stop = hit.start() + len(hit[0].rstrip(_TRAILING))
            if stop > hit.start():
                yield hit.start(), stop, min(max(hit.end("site"), hit.end("host"), hit.start()), stop)
        last = end


def veiled(text: str, places: list[tuple[int, int, int]]) -> str:
    """The text with all addresses made unreadable behind their host names; the length stays."""
    parts, last = [], 0
    for _, end, path in places:
        parts += [text[last:path], text[path:end].translate(_VEILED)]
        last = end
    return "".join([*parts, text[last:]])


def unveiled(text: str) -> str:
    """What `veiled` made unreadable, in lower case: for who looks for addresses."""
    return text.translate(_SHOWN)


_SHOWN: Final = {veil: chr(code).lower() for code, veil in _VEILED.items()}
