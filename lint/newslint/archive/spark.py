"""Spark: a data frame of articles in, one of findings out, by `mapInArrow`; the configuration travels as a bundle.

>>> from newslint.archive import spark
>>> found = spark.lint(session.read.parquet("articles"), text="body", id="url", config="house.zip")
>>> found.write.parquet("findings")
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from newslint import __version__
from newslint.archive import bundle
from newslint.errors import MissingExtra, Unavailable, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.archive.bundle import Config

    Mapper = Callable[[Iterator[Any]], Iterator[Any]]

_TEXTS: Final = ("string", "binary", "void")
_IDS: Final = (*_TEXTS, "int", "bigint", "smallint", "tinyint", "decimal", "date", "timestamp")
_DAYS: Final = (*_TEXTS, "date", "timestamp", "timestamp_ntz")
_RAISED: Final = re.compile(r"^\s*(?:[\w.]+\.)?(\w*(?:Error|Exception|Extra)): (\S.*)$", re.MULTILINE)


def lint(
    df: Any,
    *,
    text: str = "text",
    id: str = "id",  # noqa: A002
    format: str | None = None,  # noqa: A002
    date: str | None = None,
    config: Config = None,
    today: datetime.date | None = None,
) -> Any:
    """The findings in a data frame of articles, as a data frame with the fields of `arrow.SCHEMA`; lazy, as Spark is.

    `text`, `id` and, if given, `format` and `date` are names of columns. The rows are the same for any number of partitions and any
    order; articles that cannot be read are rows with an `error`. `config` is packed and travels with the job. `today` is
    the same for all workers (default: the day of the call). UsageError for a column that is missing or of a type that cannot be
    meant, ConfigError or RuleError for a configuration that cannot be used, MissingExtra without pyarrow.
    """
    _require("pyarrow", "pyspark")
    from pyspark.sql.functions import col
    from pyspark.sql.pandas.types import from_arrow_schema

    from newslint.archive import arrow, linting

    wanted = {"id": (id, _IDS), "text": (text, _TEXTS), "format": (format, _TEXTS), "date": (date, _DAYS)}
    named = {role: column for role, (column, types) in wanted.items() if _checked(df, column, types)}
    day = today or datetime.datetime.now().astimezone().date()
    carried = bundle.carried(config)
    linting.plan_for(carried, day)  # what is wrong with a configuration is said here, not by a worker
    columns = [
        col(f"`{name}`").cast("string").alias(role) if role == "id" else col(f"`{name}`").alias(role)
        for role, name in named.items()
    ]
    return df.select(*columns).mapInArrow(_mapper(carried, day.isoformat()), from_arrow_schema(arrow.SCHEMA))


def session(name: str) -> Any:
    """The Spark session, begun if there is none. MissingExtra without pyspark, Unavailable without Java."""
    _require("pyarrow", "pyspark")
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and shutil.which("java", path=os.path.join(home, "bin"))):  # noqa: PTH118
        raise Unavailable("Spark needs Java 17 or later; install it, or set JAVA_HOME")
    from pyspark.sql import SparkSession

    return SparkSession.builder.appName(name).getOrCreate()


def check(session: Any) -> None:
    """Unavailable, in one sentence, if the workers' Python cannot run newslint; runs a job of one row."""
    try:
        session.range(1).mapInArrow(_mapper(None, "2000-01-01", lints=False), "id bigint").collect()
    except Exception as fault:
        raise Unavailable(f"the workers cannot run newslint: {reason(fault)}") from None


def reason(fault: BaseException) -> str:
    """What went wrong in a job, in one line: the last error that Spark's text quotes."""
    said = _RAISED.findall(str(fault))
    return said[-1][1].strip() if said else str(fault).strip().splitlines()[0]


def _mapper(carried: bytes | None, day: str, *, lints: bool = True) -> Mapper:
    """What workers run. It is pickled whole, because it is nobody's attribute, and so can say that newslint is not there."""
    version = __version__

    def mapped(batches: Iterator[Any]) -> Iterator[Any]:
        import datetime
        import sys

        try:
            import newslint
            from newslint.archive import arrow
        except ImportError as fault:
            raise RuntimeError(f"{sys.executable} on a worker: {fault}; install newslint[spark] there") from None
        if newslint.__version__ != version:
            raise RuntimeError(f"newslint {newslint.__version__} on a worker, {version} here; install the same version")
        today = datetime.date.fromisoformat(day)
        for batch in batches:
            for start in range(0, batch.num_rows, 500):  # what was found in more would be in memory at once
                part = batch.slice(start, 500)
                yield arrow.lint(part, carried, today=today) if lints else part

    return mapped


def _checked(df: Any, column: str | None, types: tuple[str, ...]) -> bool:
    """Whether a column is named. UsageError if a data frame lacks it, or its type is none of `types`."""
    if column is None:
        return False
    kinds = dict(df.dtypes)
    if column not in kinds:
        raise UsageError(f"no column '{column}'; there are {', '.join(kinds) or 'none'}")
    if kinds[column].partition("(")[0] not in types:
        raise UsageError(f"column '{column}' is {kinds[column]}; it must be {' or '.join(types[:2])}")
    return True


def _require(*packages: str) -> None:
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise MissingExtra(f"this needs {', '.join(missing)} in {sys.executable}; run: pip install 'newslint[spark]'")
