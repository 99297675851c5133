"""What a terminal can show: whether to dress the output at all, colours by role, and hyperlinks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Literal

from newslint.reporters.report import Look

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

_ROLES: dict[str, dict[str, Any]] = {
    "error": {"color": "red", "attrs": ["bold"]},
    "warning": {"color": "yellow", "attrs": ["bold"]},
    "info": {"color": "cyan", "attrs": ["bold"]},
    "help": {"color": "green"},
    "rule": {"color": "blue"},
    "path": {"attrs": ["bold"]},
    "dim": {"attrs": ["dark"]},
}
Links = Literal["auto", "always", "never"]
# Terminals that show hyperlinks (OSC 8), by the variables that they set.
_PROGRAMS: Final = frozenset(
    {"Hyper", "Tabby", "WarpTerminal", "WezTerm", "ghostty", "iTerm.app", "rio", "vscode", "zed"}
)
_TERMS: Final = ("alacritty", "contour", "foot", "xterm-ghostty", "xterm-kitty")
_SIGNS: Final = ("DOMTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION")
_VTE: Final = 5000  # GNOME Terminal and its kin
_WIDEST = 120  # longer lines are hard to read, however wide the window
_NARROWEST = 40


def look(stream: TextIO, environ: Mapping[str, str], *, verbose: bool = False, links: Links = "auto") -> Look:
    """How to dress what is written to `stream`: snippets and links on a terminal only, colour also if it is forced.

    `NO_COLOR` wins over `FORCE_COLOR` (no-color.org, force-color.org); a dumb terminal gets neither colour nor links. Unless
    `links` are `always` or `never` wanted, or `FORCE_HYPERLINK` says it, only a terminal gets them that is known to show them.
    """
    terminal = stream.isatty()
    clever = terminal and environ.get("TERM") != "dumb"
    colour = not environ.get("NO_COLOR") and (bool(environ.get("FORCE_COLOR")) or clever)
    width = _width(stream, environ) if terminal else _WIDEST
    linked = links == "always" or (links == "auto" and _linked(environ, possible=clever and colour))
    return Look(snippets=terminal, colour=colour, links=linked, width=width, verbose=verbose)


def _linked(environ: Mapping[str, str], *, possible: bool) -> bool:
    """Whether a terminal shows hyperlinks, by what it and others say in the environment."""
    if forced := environ.get("FORCE_HYPERLINK"):
        return forced != "0"
    named = environ.get("TERM_PROGRAM") in _PROGRAMS or environ.get("TERM", "").startswith(_TERMS)
    vte = environ.get("VTE_VERSION", "")
    return possible and (named or any(map(environ.get, _SIGNS)) or (vte.isdecimal() and int(vte) >= _VTE))


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    try:
        width = int(columns) if columns.isdecimal() else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):  # a stream without a descriptor, or one whose window is not known
        width = 0
    return max(_NARROWEST, min(width or 80, _WIDEST))


def paint(text: str, role: str) -> str:
    """The text in the colour of its role; whether to colour at all is decided by `look`."""
    from termcolor import colored

    return colored(text, **_ROLES[role], force_color=True)


def link(text: str, url: str) -> str:
    """The text as a hyperlink (OSC 8); terminals that do not know the sequence show the text alone."""
    from newslint.reporters.escape import printable

    return f"\x1b]8;;{printable(url)}\x1b\\{text}\x1b]8;;\x1b\\"
