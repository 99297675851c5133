"""bundle: a configuration with all that it names in one file, for machines that share no disk with this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.commands.arguments import today
from newslint.commands.command import Outcome
from newslint.errors import UsageError
from newslint.reporters.report import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """Which configuration, and where the bundle goes."""
    parser.description = (
        "Packs a configuration, the packs of rules, word lists, calibration and claims that it names into one file.\n"
        "Archive jobs take it as their configuration: workers need not see your disk."
    )
    parser.add_argument("config", metavar="CONFIG", help="the configuration, such as .newslint.yaml")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help="the bundle, such as house.zip"
    )


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Writes the bundle. UsageError if it cannot be written, ConfigError or RuleError if the configuration cannot be used."""
    from newslint.archive import bundle, linting

    output: Path = arguments.output
    if output.suffix != bundle.SUFFIX:
        raise UsageError(f"--output: '{output}' must end in {bundle.SUFFIX}, by which bundles are known")
    data = bundle.packed(arguments.config)
    rules = len(linting.plan_for(data, today()).effective.rules)  # whatever it lacks is said now, not by the workers
    try:
        output.write_bytes(data)
    except OSError as fault:
        raise UsageError(f"cannot write '{output}': {fault.strerror or fault}") from None
    streams.stderr.write(f"{output}: {len(data):,} bytes; {counted(rules, 'rule')} will run\n")
    return Outcome.CLEAN
