"""Sheet: a whole page, well-formed as XML too, under a policy that lets it load nothing, and run its own script at most."""

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


def sheet(title: str, parts: Iterable[str], script: str = "") -> str:
    """The page of some parts, each of them markup that is escaped already. A `script` is a module of this room."""
    style = own("style.css")
    scripts = f"script-src {_digest(script)}; " if script else ""
    policy = f"default-src 'none'; {scripts}style-src {_digest(style)}; base-uri 'none'; form-action 'none'"
    head = [
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}"/>',
        f"<style>{style}</style>",
    ]
    return _whole(title, head, parts, [f'<script type="module">{script}</script>'] if script else [])


def served(title: str, parts: Iterable[str], modules: Iterable[str] = ()) -> str:
    """A page of a web application, which serves the style and the modules beside it and sends a policy with them."""
    head = [
        '<link rel="icon" href="page/icon.svg"/>',
        '<link rel="stylesheet" href="page/style.css"/>',
        '<link rel="stylesheet" href="page/desk.css"/>',
        *(f'<script type="module" src="page/{module}"></script>' for module in modules),
    ]
    return _whole(title, head, parts, [])


def _whole(title: str, head: Iterable[str], parts: Iterable[str], foot: Iterable[str]) -> str:
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en" xmlns="http://www.w3.org/1999/xhtml">',
            "<head>",
            '<meta charset="utf-8"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            f"<title>{text(title)}</title>",
            *head,
            "</head>",
            f"<body>\n<main>\n<h1>{text(title)}</h1>",
            *parts,
            "</main>",
            *foot,
            "</body>\n</html>\n",
        ]
    )


def text(value: str) -> str:
    """Text as markup has it: escaped, and without what XML knows no way to write."""
    return escape("".join(char if char.isprintable() else "\ufffd" for char in value))


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], links: Sequence[str] = ()) -> str:
    """A table; the first cell of each row names it, and leads to the element of the page that `links` has for the row."""
    lines = [f'<div class="table" tabindex="0" role="region" aria-label="{text(caption)}">', "<table>"]
    lines += [f"<caption>{text(caption)}</caption>", "<thead>", "<tr>"]
    lines += [f'<th scope="col">{text(head)}</th>' for head in heads]
    lines += ["</tr>", "</thead>", "<tbody>"]
    for number, (first, *others) in enumerate(rows):
        cells = "".join(f"<td>{text(cell)}</td>" for cell in others)
        target = links[number] if number < len(links) else ""
        name = f'<a href="#{text(target)}">{text(first)}</a>' if target else text(first)
        lines.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


@lru_cache(maxsize=16)
def own(name: str) -> str:
    """A file of this room: what pages look like, or do. Its digest is in the policy, so it goes into a page as it is."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
