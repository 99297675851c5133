"""One exception tree; each error knows its place and prints as `file:line:col: error: … [id]`."""

from __future__ import annotations


class NewslintError(Exception):
    """Something a user can fix, said in one sentence that ends in what to do next."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0, rule: str = "") -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.column, self.rule = message, path, line, column, rule

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}{': ' if place else ''}error: {self.message}{f' [{self.rule}]' if self.rule else ''}"


class UsageError(NewslintError):
    """A wrong option or argument (exit code 2)."""


class ConfigError(NewslintError):
    """A configuration or sidecar file that cannot be used (exit code 2)."""


class RuleError(NewslintError):
    """A rule file, list or pack that cannot be used (exit code 2)."""


class MissingExtra(NewslintError):
    """A rule needs a package that is not installed (exit code 3)."""


class Unavailable(NewslintError):
    """A program that selected rules ask cannot be had: a notice, and exit code 3 only where `--require` names it."""


class FileError(NewslintError):
    """An article that cannot be read (exit code 3)."""


class CheckError(NewslintError):
    """A check that raised or ran out of time; other findings are kept (exit code 3)."""
