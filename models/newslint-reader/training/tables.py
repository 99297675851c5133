"""Word tables beside this file: one entry a line, comments left out."""

from __future__ import annotations

from pathlib import Path


def lines(name: str) -> list[str]:
    """The lines of a table."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read(name: str, between: str) -> dict[str, list[str]]:
    """`word = this, that` → word: [this, that]; `between` is what separates them."""
    pairs = (line.split(" = ", 1) for line in lines(name))
    return {word: others.split(between) for word, others in pairs}
