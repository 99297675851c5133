r"""Formulas in Markdown, as TeX writes them between dollars: `$\mu : G \to G$`, `$$x_1 + \dots$$`.

Only what holds a command of TeX or a raised or lowered sign is one: "from $5 to $10" is none.
"""

from __future__ import annotations

import re
from typing import Final

from newslint.article.readers.draft import SHOWN
from newslint.patterns import lazy

_INLINE: Final = r"(?<![\\$\w`])\$(?=[^\s$])(?:[^$\\\n`]|\\[^\n]|\n(?![ \t]*\n)){1,400}?(?<=[^\s\\$])\$(?![\w$])"
_DISPLAYED: Final = r"(?<![\\$`])\$\$(?:[^$\\`]|\\.){1,4000}\$\$(?!\$)"
_FORMULA = lazy(rf"{_DISPLAYED}|{_INLINE}", re.DOTALL)
_TEX = lazy(r"\\[A-Za-z]{2}|\\[,;!{}|]|[A-Za-z0-9)}\]][_^][A-Za-z0-9{\\(*]")


def masked(content: str, start: int) -> str:
    """The content with the formulas from `start` on masked as things that are shown; every line and every offset stays."""
    if "$" not in content or "\\" not in content:
        return content
    return content[:start] + _FORMULA.sub(_mask, content[start:])


def _mask(hit: re.Match[str]) -> str:
    if _TEX.search(hit[0]) is None:
        return hit[0]
    return "\n".join(SHOWN * len(line) for line in hit[0].split("\n"))
