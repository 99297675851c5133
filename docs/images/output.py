"""Draws `output.svg`, the picture in the README: what newslint prints on a terminal for the seed article.

Run from the root of a checkout, with the development dependencies: `python docs/images/output.py`.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from newslint.cli import main

ARTICLE = "seeds/000_ba7215d09c2d4071.txt"
COLUMNS = 110
THEME = TerminalTheme(
    (22, 27, 34),
    (214, 220, 228),
    [(22, 27, 34), (255, 123, 114), (126, 211, 134), (234, 185, 79), (121, 184, 255), (210, 168, 255), (86, 212, 221)],
    None,
)
# Rich's own frame loads a font from a server; a README may not.
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="newslint">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; white-space: pre;
}}
.{unique_id}-title {{ font-size: 18px; font-family: system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed() -> str:
    """What a user sees, colours included, after typing the command."""
    os.environ |= {"COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    for name in ("NO_COLOR", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)
    screen, after = Terminal(), io.StringIO()
    typed = ["--min-severity", "warning", ARTICLE]
    main(["--no-config", "--today", "2026-01-01", *typed], io.StringIO(), screen, after)
    summary = after.getvalue().splitlines()[-1]  # without notes on what this machine lacks
    return f"\x1b[32m$\x1b[0m newslint {' '.join(typed)}\n{screen.getvalue()}{summary}"


def drawn(screen: str) -> str:
    """The screen as SVG, equal for equal text."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor", legacy_windows=False)
    console.print(Text.from_ansi(screen.rstrip("\n")), highlight=False, soft_wrap=False)
    return console.export_svg(title="newslint", theme=THEME, code_format=FRAME, unique_id="newslint")


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(drawn(printed()), encoding="utf-8", newline="\n")
