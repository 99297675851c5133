"""Subcommands, one file each. The table is written by hand; a command is imported only when it is used."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from newslint.commands.command import Command


class Entry(NamedTuple):
    """The module that holds a command, and one line on what it does."""

    module: str
    summary: str


COMMANDS: Final[dict[str, Entry]] = {
    "check": Entry("newslint.commands.check", "lint files, folders or standard input (the default)"),
    "rules": Entry("newslint.commands.rules", "list the rules and show which of them run here"),
    "explain": Entry(
        "newslint.commands.explain", "explain a rule: why it exists, its source, examples, how to suppress it"
    ),
    "test": Entry("newslint.commands.test", "check packs of rules against their own examples"),
    "ignore": Entry("newslint.commands.ignore", "suppress one finding, in a file beside the article"),
    "baseline": Entry("newslint.commands.baseline", "write down known findings, so that only new ones are reported"),
    "triage": Entry("newslint.commands.triage", "list articles in the order of their need of a reader"),
    "stats": Entry("newslint.commands.stats", "count findings in 10,000 words by rule, folder and month"),
    "archive": Entry("newslint.commands.archive", "lint archives of millions of articles, part by part"),
    "kin": Entry("newslint.commands.kin", "find the articles of an archive that were made from each other"),
    "bundle": Entry("newslint.commands.bundle", "pack a configuration and all that it names into one file"),
    "cache": Entry("newslint.commands.cache", "show or empty what is kept of earlier runs"),
    "init": Entry("newslint.commands.init", "write a commented .newslint.yaml"),
    "schema": Entry("newslint.commands.schema", "print the JSON Schema of rule files, reports or the configuration"),
    "completion": Entry("newslint.commands.completion", "print a shell completion script"),
    "help": Entry("newslint.commands.help", "print the help of newslint or of a command"),
    "version": Entry("newslint.commands.version", "print the version"),
    "grammar": Entry("newslint.commands.grammar", "install, inspect or stop LanguageTool"),
    "claims": Entry("newslint.commands.claims", "keep an index of claims that fact-checkers have rated"),
    "train": Entry("newslint.commands.train", "train the spun-text model, or calibrate it to a newsroom"),
    "lsp": Entry("newslint.commands.lsp", "run the language server, for editors"),
    "serve": Entry("newslint.commands.serve", "run a web application for editors, and an endpoint for programs"),
    "compare": Entry("newslint.commands.compare", "show an article beside a text that it was written from"),
    "facts": Entry("newslint.commands.facts", "list what an article says: people, ages, figures, times, quotations"),
    "odd-words": Entry("newslint.commands.odd_words", "list an article's words, the oddest first"),
}
FORMER: Final = {"explain-text": "odd-words"}  # old names of commands go on working, but no help shows them


def present() -> dict[str, Entry]:
    """The commands whose modules are installed."""
    return {name: entry for name, entry in COMMANDS.items() if _found(entry.module)}


def load(name: str) -> Command:
    """The module behind a command's name."""
    return cast("Command", import_module(COMMANDS[name].module))


def _found(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
