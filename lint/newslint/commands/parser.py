"""Parser: argparse that raises instead of exiting, and knows what was meant."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

from newslint.errors import UsageError
from newslint.patterns import lazy
from newslint.yaml_source import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH: Final = 100
_CHOICE: Final = lazy(r"argument (.*?): invalid choice: '(.*?)' \(choose from (.*)\)", re.DOTALL)


class Help(Exception):
    """The help of a command was asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Of a fixed width: argparse makes one for every option, and asks for the terminal's with modules we do without."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=_WIDTH)


class Parser(argparse.ArgumentParser):
    """The parser of one command. UsageError for what it cannot take, `Help` for --help."""

    def __init__(self, name: str, **options: Any) -> None:
        prog = "newslint" if name == "check" else f"newslint {name}"
        # A usage line of its own, because argparse would format one for every command line that it parses (10 ms).
        usage = f"{prog} [options] …" if name != "check" else "newslint [check] [options] PATH …"
        options = {"formatter_class": _Formatter, "prog": prog, "usage": usage, **options}
        super().__init__(allow_abbrev=False, **options)

    def parse_args(self, args: Sequence[str], namespace: Any = None) -> argparse.Namespace:  # type: ignore[override]
        """The arguments; options may be among the paths, and after `--` all are paths."""
        found: argparse.Namespace
        args = _without_dashes(args)
        found, extra = self.parse_known_intermixed_args(args, namespace)
        if extra:
            word = next((word for word in extra if word.startswith("-")), extra[0])
            option = word.partition("=")[0]
            raise UsageError(f"unknown option '{option}'{_hint(option, self._option_string_actions)}")
        return found

    def print_help(self, file: Any = None) -> NoReturn:
        """Raises `Help`: what is printed is the caller's affair."""
        raise Help(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raises a UsageError in newslint's own words where argparse's are long."""
        if hit := _CHOICE.search(message):
            known = re.findall(r"[\w-]+", hit[3])
            hint = did_you_mean(hit[2], known) or f"; choose from {', '.join(known)}"
            raise UsageError(f"{hit[1]}: unknown value '{hit[2]}'{hint}")
        raise UsageError(message.removeprefix("argument "))


def _hint(option: str, actions: dict[str, argparse.Action]) -> str:
    visible = [name for name, action in actions.items() if action.help != argparse.SUPPRESS]
    return did_you_mean(option, visible) or "; see --help"


def _without_dashes(args: Sequence[str]) -> list[str]:
    """Arguments of which nothing after `--` looks like an option: `parse_known_intermixed_args` forgets what it meant."""
    cut = args.index("--") if "--" in args else len(args)
    paths = (f"./{word}" if word.startswith("-") and word != "-" else word for word in args[cut + 1 :])
    return [*args[:cut], *paths]
