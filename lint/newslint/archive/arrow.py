"""Arrow: a batch of articles in, a batch of findings out: one function for whatever maps Arrow batches.

>>> import pyarrow as pa
>>> from newslint.archive import arrow
>>> found = arrow.lint(pa.RecordBatch.from_pydict({"id": ["1"], "text": ["The the pier is long."]}))
>>> found.column("rule").to_pylist()
['integrity.doubled-word']
"""

from __future__ import annotations

import datetime
import warnings
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from newslint.archive import linting
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.bundle import Config
    from newslint.archive.linting import Article, Linted, Row

VERSION: Final = 1  # of SCHEMA: a field that is added keeps it, any other change makes it the next number
_PLACE: Final = [(name, pa.int32()) for name in ("line", "column", "end_line", "end_column")]
# A finding as `--format json` has it (`reporters.wire.WireFinding`), and what an article failed of.
SCHEMA: Final = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        *_PLACE,
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("match", pa.string()),
        ("suggestions", pa.list_(pa.string())),
        ("related", pa.list_(pa.struct([*_PLACE, ("message", pa.string()), ("path", pa.string())]))),
        ("fingerprint", pa.string()),
        ("safe", pa.bool_()),
        ("scores", pa.map_(pa.string(), pa.float64())),
        ("silenced", pa.string()),
        ("error", pa.string()),
    ],
    metadata={"newslint.findings": str(VERSION)},
)
_TEXTS: Final = (
    *(pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null),
    *(pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view),
)


def lint(
    batch: pa.RecordBatch | pa.Table,
    config: Config = None,
    *,
    today: datetime.date | None = None,
    text: str = "text",
    id: str = "id",  # noqa: A002
    format: str = "format",  # noqa: A002
    date: str = "date",
) -> pa.RecordBatch:
    """The findings in a batch of articles, as rows of `SCHEMA`, in the order of the articles and their places.

    The columns `text` (strings or bytes) and `id` must be there; `format` (names of formats) and `date` (of publication) may be.
    `path` of a row is the article's id. What is null, not text, too long or cannot be read comes back as a row with an `error`.
    `config` is a configuration, a bundle or its bytes; rules are loaded once a process. `today` should be the same for all
    batches of a job (default: the clock's day). UsageError for a column that is missing or holds no text, ConfigError or RuleError
    for a configuration that cannot be used.
    """
    plan = linting.plan_for(config, today or datetime.datetime.now().astimezone().date())
    found = (linting.lint(plan, article) for article in articles(batch, text, id, format, date))
    return as_batch(row for linted in found for row in _noted(linted))


def articles(batch: pa.RecordBatch | pa.Table, text: str, name: str, form: str, date: str) -> Iterator[Article]:
    """The articles of a batch, by the names of its columns, one after the other."""
    check(batch.schema, text, name)
    there = set(batch.schema.names)
    columns = [batch.column(column) if column in there else None for column in (name, text, form, date)]
    for number in range(batch.num_rows):
        key, body, kind, day = (None if column is None else value(column[number]) for column in columns)
        yield linting.Article(_name(key), body, kind, day)


def check(schema: pa.Schema, text: str, name: str) -> None:
    """UsageError if a batch of a schema has no articles."""
    for column in (text, name):
        if column not in schema.names:
            raise UsageError(f"no column '{column}'; there are {', '.join(schema.names) or 'none'}")
    kind = schema.field(text).type
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not any(is_text(plain) for is_text in _TEXTS):
        raise UsageError(f"column '{text}' holds {kind}, not text; name the column that holds the articles' text")


def as_batch(rows: Iterator[Row]) -> pa.RecordBatch:
    """Rows as one batch of SCHEMA."""
    return pa.RecordBatch.from_pylist(list(rows), schema=SCHEMA)


def value(scalar: pa.Scalar) -> Any:
    """A value in Python; the bytes of a string that is no UTF-8."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes()


def _name(key: Any) -> str | None:
    """An id as text: archives have numbers, too."""
    return key.decode(errors="replace") if isinstance(key, bytes) else None if key is None else str(key)


def _noted(linted: Linted) -> list[Row]:
    for notice in linted.notices:
        warnings.warn(notice, RuntimeWarning, stacklevel=3)
    return linted.rows
