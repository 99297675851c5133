"""Options of `check` alone."""

from __future__ import annotations

import argparse

from newslint.commands import arguments as shared
from newslint.reporters import REPORTERS


def add_output(parser: argparse.ArgumentParser) -> None:
    """What is printed, and what it means for the exit code."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format", choices=tuple(REPORTERS), default="text", help="how to print the findings (default: text)"
    )
    group.add_argument(
        "--output-file", metavar="FORMAT:FILE", action="append", default=[], help="also write a report to a file"
    )
    group.add_argument("--min-severity", choices=shared.LEVELS, help="hide findings of lower severity")
    group.add_argument(
        "--fail-on",
        choices=(*shared.LEVELS, "never"),
        help="exit 1 for findings of at least this severity (default: warning)",
    )
    group.add_argument("--max-findings", metavar="N", type=shared.number, help="show at most N findings")
    group.add_argument("--statistics", action="store_true", help="count the findings of each rule, with bars")
    group.add_argument(
        "--links",
        choices=("auto", "always", "never"),
        default="auto",
        help="link rules to their pages in the text (default: auto, where the terminal shows links)",
    )
    group.add_argument(
        "--profile", action="store_true", help="print where the time went, by stage and rule (one process, no cache)"
    )
    group.add_argument("-q", "--quiet", action="store_true", help="print findings only, without summary and notices")
    group.add_argument(
        "-v", "--verbose", action="store_true", help="also show suppressed findings, scores and files left out"
    )


def add_files(parser: argparse.ArgumentParser) -> None:
    """Which files are linted, how, and by how many processes."""
    group = parser.add_argument_group("files")
    group.add_argument(
        "--stdin-filename", metavar="NAME", help="file name for standard input; its suffix sets the format"
    )
    shared.add_flag(
        group, "--include-excluded", "lint files named on the command line even if excluded", "--no-force-exclude"
    )
    group.add_argument("--allow-empty", action="store_true", help="exit 0 instead of 2 if there is nothing to lint")
    group.add_argument(
        "--no-suppressions", action="store_true", help="ignore suppressions in comments and sidecar files"
    )
    since = group.add_mutually_exclusive_group()
    since.add_argument("--diff-base", metavar="REF", help="report only what is on lines changed since a git revision")
    since.add_argument("--staged", action="store_true", help="report only what is on lines staged for the next commit")
    group.add_argument("--baseline", metavar="FILE", help="do not report the findings that this file names as known")
    group.add_argument(
        "--require", metavar="PACK", action="append", help="exit 3 if a pack's external program is unavailable"
    )
    shared.add_jobs(group)
    group.add_argument("--watch", action="store_true", help="lint again whatever is saved, until Ctrl-C")
    group.add_argument("--show-files", action="store_true", help="list the files that would be linted, and stop")
    group.add_argument("--show-config", metavar="FILE", help="print the effective configuration of a file, and stop")
