"""Sheet: a whole page, well-formed as XML too, under a policy that lets it load and run nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT: Final = "html"  # what `--format` calls a page


def sheet(title: str, parts: Iterable[str]) -> str:
    """The page of some parts, each of them markup that is escaped already."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en" xmlns="http://www.w3.org/1999/xhtml">',
            "<head>",
            '<meta charset="utf-8"/>',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            f"<title>{text(title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            f"<body>\n<main>\n<h1>{text(title)}</h1>",
            *parts,
            "</main>\n</body>\n</html>\n",
        ]
    )


def text(value: str) -> str:
    """Text as markup has it: escaped, and without what XML knows no way to write."""
    return escape("".join(char if char.isprintable() else "\ufffd" for char in value))


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the first cell of each row names it."""
    lines = ['<div class="table">', "<table>", f"<caption>{text(caption)}</caption>", "<thead>", "<tr>"]
    lines += [f'<th scope="col">{text(head)}</th>' for head in heads]
    lines += ["</tr>", "</thead>", "<tbody>"]
    for first, *others in rows:
        cells = "".join(f"<td>{text(cell)}</td>" for cell in others)
        lines.append(f'<tr><th scope="row">{text(first)}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


@lru_cache(maxsize=1)
def _style() -> str:
    """What every page looks like; its digest is in the policy, so it is written as it is."""
    return Path(__file__).with_name("style.css").read_text("utf-8")
