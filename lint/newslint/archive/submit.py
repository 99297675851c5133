"""Submit: archives on Spark without writing code; this file is what `spark-submit` runs.

spark-submit "$(python -c 'import newslint.archive.submit as it; print(it.__file__)')" articles --output found
"""

from __future__ import annotations

import datetime
import sys
from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any, Final, TextIO

from newslint.archive import spark
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

_FORMATS: Final = ("parquet", "json", "csv", "orc")


def parser() -> ArgumentParser:
    """What is read, where the findings go."""
    found = ArgumentParser("newslint.archive.submit", description="Lints articles on Spark, or finds kin among them.")
    found.add_argument("inputs", metavar="INPUT", nargs="+", help="files or folders that Spark can read")
    found.add_argument("--output", metavar="FOLDER", required=True, help="the folder for what is found, as Parquet")
    found.add_argument(
        "--kin", action="store_true", help="find the articles that were made from others, as newslint kin does"
    )
    found.add_argument(
        "--read", choices=_FORMATS, default="parquet", help="the format of the inputs (default: parquet)"
    )
    found.add_argument("--config", metavar="FILE", help="a configuration or a bundle (default: the built-in rules)")
    found.add_argument("--partitions", metavar="N", type=int, help="spread the articles evenly over N partitions first")
    found.add_argument("--today", metavar="DATE", type=datetime.date.fromisoformat, help="treat DATE as today")
    for name, otherwise in (("text", "text"), ("id", "id"), ("format", None), ("date", None)):
        found.add_argument(f"--{name}", metavar="COLUMN", default=otherwise, help=f"the column with the {name}")
    return found


def main(argv: Sequence[str], stderr: TextIO) -> int:
    """Lints, or finds kin, and writes. 0, or 3 with one line that says what failed."""
    arguments = parser().parse_args(argv)
    try:
        session = spark.session("newslint")
        spark.check(session)
        _run(session, arguments, stderr)
    except NewslintError as fault:
        stderr.write(f"newslint: {fault}\n")
        return 3
    except Exception as fault:  # whatever Spark raises comes with hundreds of lines
        stderr.write(f"newslint: error: {spark.reason(fault)}\n")
        return 3
    return 0


def _run(session: Any, arguments: Namespace, stderr: TextIO) -> None:
    options = {"header": "true", "multiLine": "true", "escape": '"'} if arguments.read == "csv" else {}
    df = session.read.format(arguments.read).options(**options).load(arguments.inputs)
    if arguments.partitions:
        df = df.repartition(arguments.partitions)
    columns = {name: getattr(arguments, name) for name in ("text", "id", "format", "date")}
    if arguments.kin:
        found, group = spark.kin(df, **columns), "kind"
    else:
        found, group = spark.lint(df, **columns, config=arguments.config, today=arguments.today), "rule"
    found.write.parquet(arguments.output)
    counts = session.read.parquet(arguments.output).groupBy(group).count()
    rows = counts.orderBy("count", group, ascending=[False, True]).collect()
    stderr.writelines(f"{row['count']:>12,}  {row[group] or 'articles that failed'}\n" for row in rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stderr))
