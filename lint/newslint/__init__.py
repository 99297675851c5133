"""newslint: a linter for news text. `newslint.lint` and `newslint.Linter` are its API, see `newslint.api`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.api import Linter, lint

__version__ = "0.1.0"
__all__ = ["Linter", "__version__", "lint"]


def __getattr__(name: str) -> Any:
    """The API is imported when it is used: `import newslint` loads nothing."""
    if name not in {"Linter", "lint"}:
        raise AttributeError(f"module 'newslint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module("newslint.api"), name)
