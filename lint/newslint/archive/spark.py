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
from contextlib import contextmanager
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
    from pyspark.sql.pandas.types import from_arrow_schema

    from newslint.archive import arrow, linting

    articles = _articles(df, text, id, format, date)
    day = today or datetime.datetime.now().astimezone().date()
    carried = bundle.carried(config)
    linting.plan_for(carried, day)  # what is wrong with a configuration is said here, not by a worker
    return articles.mapInArrow(mapper("tasks:lint", carried, day.isoformat()), from_arrow_schema(arrow.SCHEMA))


def kin(
    df: Any,
    *,
    text: str = "text",
    id: str = "id",  # noqa: A002
    format: str | None = None,  # noqa: A002
    date: str | None = None,
) -> Any:
    """The articles of a data frame that were made from others of it, each with its likeliest source, as `newslint kin` has them.

    The ids must be unique. Of articles without dates, which is the source depends on their ids only. Two kilobytes an article are
    shuffled, and the texts of those that may be kin. UsageError and MissingExtra as `lint` has them.
    """
    _require("pyarrow", "pyspark", "datasketch")
    from pyspark.sql.functions import array_distinct, collect_list, min_by, sort_array, struct, xxhash64
    from pyspark.sql.pandas.types import from_arrow_schema

    from newslint.archive import tasks
    from newslint.archive.kin.marks import LEAST

    articles = _articles(df, text, id, format, date).withColumn("key", xxhash64("id"))
    places = articles.mapInArrow(mapper("tasks:places"), from_arrow_schema(tasks.PLACES))
    together = places.groupBy("place", "band").agg(sort_array(array_distinct(collect_list("key"))).alias("keys"))
    crowds = together.where("size(keys) > 1").select("place", "keys")
    met = crowds.mapInArrow(mapper("tasks:pairs"), from_arrow_schema(tasks.PAIRS)).groupBy("key", "key_2").sum("met")
    pairs = met.where(f"`sum(met)` >= {LEAST}").select("key", "key_2")
    seconds = articles.select(*(articles[name].alias(f"{name}_2") for name in articles.columns))
    beside = pairs.join(articles, "key").join(seconds, "key_2")
    found = beside.mapInArrow(mapper("tasks:relations"), from_arrow_schema(tasks.KIN))
    best = found.groupBy("path").agg(min_by(struct(*found.columns), "rank").alias("best"))
    return best.select("best.*").drop("rank")


def _articles(df: Any, text: str, name: str, form: str | None, date: str | None) -> Any:
    """The columns of articles under their own names. UsageError if one is missing or of a type that cannot be meant."""
    from pyspark.sql.functions import col

    wanted = {"id": (name, _IDS), "text": (text, _TEXTS), "format": (form, _TEXTS), "date": (date, _DAYS)}
    named = {role: column for role, (column, types) in wanted.items() if _checked(df, column, types)}
    columns = {role: col(f"`{column}`") for role, column in named.items()}
    columns["id"] = columns["id"].cast("string")
    return df.select(*(column.alias(role) for role, column in columns.items()))


def session(name: str, master: str | None = None) -> Any:
    """The Spark session; if there is none, a new one, of the configured or the named `master`.

    MissingExtra without pyspark, Unavailable without Java.
    """
    _require("pyarrow", "pyspark")
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and shutil.which("java", path=os.path.join(home, "bin"))):  # noqa: PTH118
        raise Unavailable("Spark needs Java 17 or later; install it, or set JAVA_HOME")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName(name)
    begun = (builder.master(master) if master else builder).getOrCreate()
    context = begun.sparkContext
    if str(context.master).startswith("local") and "PYSPARK_PYTHON" not in os.environ:
        context.pythonExec = sys.executable  # Spark would take whatever `python3` is, also on this machine
    return begun


def check(session: Any) -> None:
    """Unavailable, in one sentence, if the workers' Python cannot run newslint; runs a job of one row."""
    try:
        session.range(1).mapInArrow(mapper("tasks:probe"), "id bigint").collect()
    except Exception as fault:
        raise Unavailable(f"the workers cannot run newslint: {reason(fault)}") from None


@contextmanager
def told() -> Iterator[None]:
    """Raises Unavailable with the reason, in one line, where a job fails."""
    try:
        yield
    except Exception as fault:
        raise Unavailable(f"Spark: {reason(fault)}") from None


def reason(fault: BaseException) -> str:
    """What went wrong in a job, in one line: the last error that Spark's text quotes."""
    said = _RAISED.findall(str(fault))
    return said[-1][1].strip() if said else str(fault).strip().splitlines()[0]


def mapper(task: str, *given: Any) -> Mapper:
    """What workers run, as `module:function` of this room. It is pickled whole, as it is nobody's attribute, and so can say what is
    missing.
    """
    version = __version__
    module, _, function = task.partition(":")

    def mapped(batches: Iterator[Any]) -> Iterator[Any]:
        import sys
        from importlib import import_module

        try:
            import newslint

            tasks = import_module(f"newslint.archive.{module}")
        except ImportError as fault:
            raise RuntimeError(f"{sys.executable} on a worker: {fault}; install newslint[spark] there") from None
        if newslint.__version__ != version:
            raise RuntimeError(f"newslint {newslint.__version__} on a worker, {version} here; install the same version")
        yield from getattr(tasks, function)(batches, *given)

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
