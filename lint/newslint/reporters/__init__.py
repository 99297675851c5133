"""Reporters: one file an output format, named as its format. A file is imported only when its format is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newslint.reporters.report import Reporter


class Output(NamedTuple):
    """One format: its class in the file of its name, for the documentation who reads it, and what HTTP calls it."""

    cls: str
    about: str
    media: str = "text/plain"


REPORTERS: Final[dict[str, Output]] = {
    "text": Output("Text", "people: a line for each finding, on a terminal with the source line, a caret and colour"),
    "concise": Output("Concise", "editors and `grep`: `path:line:col: severity: message [rule]`, and nothing else"),
    "json": Output(
        "Json", "programs: one object for the run; `newslint schema report` prints its schema", "application/json"
    ),
    "jsonl": Output(
        "JsonLines",
        "programs: one object a line, as soon as a file is done; the last is the summary",
        "application/jsonl",
    ),
    "html": Output(
        "Html", "a desk: one page with each article as its readers see it, findings marked in place", "text/html"
    ),
    "sarif": Output("Sarif", "code scanning services: SARIF 2.1.0", "application/sarif+json"),
    "github": Output("GitHub", "GitHub Actions: annotations beside the lines"),
    "gitlab": Output("GitLab", "GitLab: a code quality report", "application/json"),
    "junit": Output(
        "JUnit", "servers that show test results: infos are skipped tests, other findings failures", "application/xml"
    ),
    "checkstyle": Output("Checkstyle", "servers that show Checkstyle reports", "application/xml"),
    "rdjson": Output("Rdjson", "reviewdog: `reviewdog -f=rdjson`", "application/json"),
}


def reporter(name: str) -> type[Reporter]:
    """The class behind a format's name; KeyError if there is none."""
    found: type[Reporter] = getattr(import_module(f"{__name__}.{name}"), REPORTERS[name].cls)
    return found
