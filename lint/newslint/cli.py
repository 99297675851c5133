"""The command line: main(argv, stdin, stdout, stderr) → exit code. The only file that knows exit codes.

0: nothing at or above --fail-on. 1: findings. 2: wrong options, configuration or rules. 3: a file or the engine failed,
or the output could not be written. 130: interrupted. Where several apply, 2 goes before 3 before 1.
"""

from __future__ import annotations

import os
import sys
from io import StringIO
from typing import TYPE_CHECKING, Final, TextIO

from newslint import kept_patterns
from newslint.commands import COMMANDS, FORMER, load, present
from newslint.commands.command import Outcome, Streams
from newslint.errors import ConfigError, NewslintError, RuleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.commands.parser import Parser

_CODES: Final = {Outcome.CLEAN: 0, Outcome.FOUND: 1, Outcome.REFUSED: 2, Outcome.FAILED: 3}
_REFUSALS: Final = (UsageError, ConfigError, RuleError)
_INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it


def main(
    argv: Sequence[str] | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Runs a command line and returns its exit code; nothing else prints or exits."""
    # Where numpy is needed it would start a thread for each core, and nothing here has work for two.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    streams = Streams(stdin or sys.stdin or StringIO(), stdout or _utf8(sys.stdout), stderr or _utf8(sys.stderr))
    try:
        code = _CODES[_run(list(sys.argv[1:] if argv is None else argv), streams)]
        streams.stdout.flush()
    except NewslintError as fault:
        return _said(streams, str(fault), 2 if isinstance(fault, _REFUSALS) else 3)
    except BrokenPipeError:
        _silence(streams.stdout)
        return _said(streams, "error: the output was closed before everything was written", 3)
    except OSError as fault:
        _silence(streams.stdout)
        return _said(streams, f"error: cannot write the output: {fault.strerror or fault}", 3)
    except KeyboardInterrupt:
        return _said(streams, "interrupted", _INTERRUPTED)
    return code


def _run(argv: list[str], streams: Streams) -> Outcome:
    from newslint.commands.parser import Help, Parser

    name = argv.pop(0) if argv and argv[0] in (*COMMANDS, *FORMER) else "check"
    name = FORMER.get(name, name)
    if not {"--version", "-V"}.isdisjoint(argv[: argv.index("--")] if "--" in argv else argv):
        name, argv = "version", []
    if name == "check" and argv:
        _check_word(argv[0])
    if name not in present():
        raise UsageError(f"'newslint {name}' is not part of this installation; see 'newslint --help' for what is")
    module = load(name)
    parser: Parser = Parser(name)
    module.configure(parser)
    try:
        arguments = parser.parse_args(argv)
    except Help as shown:
        streams.stdout.write(shown.text)
        return Outcome.CLEAN
    patterns = kept_patterns.begin()
    try:
        return module.run(arguments, streams)
    finally:
        if patterns:
            patterns.save()


def _check_word(word: str) -> None:
    """UsageError for a first word that is no file but nearly a command."""
    if word.isalpha() and not os.path.lexists(word):
        from newslint.yaml_source import nearest

        if near := nearest(word, COMMANDS):
            raise UsageError(f"unknown file or command '{word}'; did you mean 'newslint {near}'?")


def _utf8(stream: TextIO | None) -> TextIO:
    """The process's own stream, made to write UTF-8 and bare line feeds wherever it leads; nowhere if it is closed."""
    if stream is None:
        return StringIO()
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def _said(streams: Streams, line: str, code: int) -> int:
    from newslint.reporters.escape import printable

    try:
        streams.stderr.write(f"newslint: {printable(line)}\n")
        streams.stderr.flush()
    except OSError:  # nobody is left to read it
        _silence(streams.stderr)
    return code


def _silence(stream: TextIO) -> None:
    """Leads what is still buffered nowhere, so that the interpreter does not try to write it when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):  # a stream without a descriptor has nothing to flush
        return
