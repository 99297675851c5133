"""grammar: installs LanguageTool, shows its status, stops its servers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.commands.command import Outcome
from newslint.errors import Unavailable
from newslint.languagetool import copies, install, server, session
from newslint.languagetool.client import ServerError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from typing import TextIO

    from newslint.commands.command import Streams
    from newslint.languagetool.copies import Copy


def configure(parser: ArgumentParser) -> None:
    """Adds the action, and where `install` takes LanguageTool from."""
    parser.description = (
        "Manages LanguageTool for the grammar pack. install: fetch a copy (about 90 MB; needs Java 17). "
        "status: show Java, the copy, and the servers that newslint started. stop: stop those servers."
    )
    parser.add_argument("action", choices=tuple(_ACTIONS), help="what to do")
    fetch = parser.add_argument_group("for install")
    fetch.add_argument(
        "--with",
        dest="way",
        choices=("maven", "download"),
        help="use Maven (the default if it is installed), or download a zip from languagetool.org",
    )
    fetch.add_argument("--from", dest="jars", type=Path, metavar="FOLDER", help="copy the jars from a local folder")
    fetch.add_argument(
        "--into", type=Path, metavar="FOLDER", help="target folder (default: where newslint looks for it)"
    )


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Performs the action; raises Unavailable (exit 3) with one sentence if it cannot."""
    try:
        return _ACTIONS[arguments.action](arguments, streams.stdout)
    except ServerError as fault:
        raise Unavailable(str(fault)) from None


def _install(arguments: Namespace, out: TextIO) -> Outcome:
    copy = _fetched(arguments)
    print(f"LanguageTool {copy.version} is in {copy.jar.parent}", file=out)
    return Outcome.CLEAN


def _fetched(arguments: Namespace) -> Copy:
    from shutil import which

    copies.confirm_java(install.VERSION)
    if arguments.jars:
        return install.from_jars(arguments.jars, arguments.into)
    if arguments.way == "download" or (arguments.way is None and which("mvn") is None):
        if arguments.into:
            raise ServerError(
                "--into works only with Maven or --from: language-tool-python decides where a download goes"
            )
        return copies.download(install.VERSION)
    return install.from_maven(arguments.into)


def _status(_arguments: Namespace, out: TextIO) -> Outcome:
    """Always succeeds: something missing is an answer, too."""
    for name, look in (("Java", copies.confirm_java), ("LanguageTool", _copy)):
        try:
            print(f"{name}: {look()}", file=out)
        except copies.MissingExtra:
            print(f"{name}: not checked (pip install 'newslint[grammar]')", file=out)
        except ServerError as fault:
            print(f"{name}: {fault}", file=out)
    count = 0
    for run in session.left():
        if (running := run.running()) is not None and (size := running.process.memory()):
            print(f"server: {running.url}, process {running.process.pid}, {size >> 20} MB", file=out)
            count += 1
    print(f"servers that newslint started: {count}", file=out)
    return Outcome.CLEAN


def _copy() -> str:
    copy = copies.find("")
    return f"{copy.version} in {copy.jar.parent}"


def _stop(_arguments: Namespace, out: TextIO) -> Outcome:
    stopped = 0
    for run in session.left():
        running = run.running()
        stopped += running is not None and server.stop(running.process)
        run.close()
    print(f"servers stopped: {stopped}", file=out)
    return Outcome.CLEAN


_ACTIONS: Final[dict[str, Callable[[Namespace, TextIO], Outcome]]] = {
    "install": _install,
    "status": _status,
    "stop": _stop,
}
