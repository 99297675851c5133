"""Output formats: one file per family. The table is written by hand; a format is imported only when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.reporters.report import Reporter

REPORTERS = {
    "text": "lines:Text",
    "concise": "lines:Concise",
    "json": "wire:Json",
    "jsonl": "wire:JsonLines",
    "sarif": "sarif:Sarif",
    "github": "forge:GitHub",
    "gitlab": "forge:GitLab",
    "junit": "markup:JUnit",
    "checkstyle": "markup:Checkstyle",
    "rdjson": "reviewdog:Rdjson",
}


def reporter(name: str) -> type[Reporter]:
    """The class behind a format's name; KeyError if there is none."""
    module, cls = REPORTERS[name].split(":")
    found: type[Reporter] = getattr(import_module(f"{__name__}.{module}"), cls)
    return found
