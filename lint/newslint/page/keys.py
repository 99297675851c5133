"""Keys: what they do on a page, to be unfolded; single letters can be switched off, for those who dictate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(keys: Iterable[tuple[str, str]]) -> str:
    """The keys, each with what it does; hidden until a script runs that answers to them."""
    items = "".join(f"<li><kbd>{key}</kbd> {what}</li>" for key, what in keys)
    switch = '<label><input type="checkbox" id="letters" checked="checked"/> Single letters are keys</label>'
    return (
        f'<details id="help" data-script="" hidden="hidden"><summary>Keys</summary><ul>{items}</ul>{switch}</details>'
    )
