"""Blocks that a template engine keeps under a name, to show them later: `{% set card %}…{% endset %}`, `{% capture body %}`."""

from __future__ import annotations

import re
from typing import Final

from newslint.patterns import lazy

KEPT: Final = frozenset({"set", "capture"})
_NAMED = lazy(r"\{%-?\s*\w+\s+\w*(?:code|snippet|script|css|json|svg)\w*\s*-?%\}", re.IGNORECASE)
_LINE = lazy(
    r"^[ \t]*(?://|/\*|\*/|(?:import|export|const|let|var|return|function)\b|[})\]]+[;,]?[ \t]*$)|(?:[{}(\[;]|=>)[ \t]*$"
)
_LINES: Final = 2  # of so many lines one is code


def keeps_code(opening: str, body: str) -> bool:
    """Whether what follows a tag, to its end, is a listing, by its name or its lines; a tag with `=` keeps a value, no block."""
    if "=" in opening:
        return False
    lines = [line for line in body.splitlines() if line.strip()]
    code = sum(_LINE.search(line) is not None for line in lines)
    return _NAMED.match(opening) is not None or 0 < len(lines) <= code * _LINES
