"""Spark: two executors of a real local cluster find what one process finds, whatever happens to rows, partitions and executors."""

from __future__ import annotations

import datetime
import io
import json
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import structs
from tests.archive.made import OTHER, SOURCE, batch, minutes, spun
from tests.conftest import HOUSE

from newslint.archive.inputs import found as inputs_in
from newslint.archive.inputs.fields import Fields
from newslint.errors import MissingExtra, Unavailable, UsageError

pytest.importorskip("pyarrow")
pyspark = pytest.importorskip("pyspark")
psutil = pytest.importorskip("psutil")
from newslint.archive import arrow, spark, submit  # noqa: E402 (only where Spark is)
from newslint.archive.kin.search import search  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TODAY = datetime.date(2024, 5, 15)
TEXTS = ("She sang whilst he danced.", "A shocking end.", "Fine.", "Maybe so, maybe not.")
ARTICLES: list[dict[str, Any]] = [
    {"id": f"n{number:04}", "text": TEXTS[number % 4] * (1 + number % 7)} for number in range(400)
]
POISON: list[dict[str, Any]] = [
    {"id": "null", "text": None},
    {"id": None, "text": "Maybe."},
    {"id": "long", "text": "maybe " * 400_000},
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    (folder / "house.yaml").write_text(HOUSE, "utf-8")
    (folder / ".newslint.yaml").write_text("packs: [house.yaml]\n", "utf-8")
    return folder / ".newslint.yaml"


def frame(session: Any, articles: list[dict[str, Any]]) -> Any:
    return session.createDataFrame([(each["id"], each["text"]) for each in articles], "id string, text string")


def rows(found: Any) -> list[tuple[Any, ...]]:
    names = ("path", "line", "column", "rule", "severity", "message", "match", "suggestions", "fingerprint", "error")
    return sorted(tuple(map(str, (row[name] for name in names))) for row in found.collect())


def expected(articles: list[dict[str, Any]], house: Path) -> list[tuple[Any, ...]]:
    class Rows:
        collect = staticmethod(lambda: arrow.lint(batch(*articles), house, today=TODAY).to_pylist())

    return rows(Rows)


def test_the_rows_are_those_of_one_process(session: Any, house: Path) -> None:
    alone = expected(ARTICLES, house)
    assert len(alone) > 800
    for articles, partitions in ((ARTICLES, 1), (ARTICLES[::-1], 5)):
        found = spark.lint(frame(session, articles).repartition(partitions), config=house, today=TODAY)
        assert rows(found) == alone
    assert found.schema.fieldNames() == arrow.SCHEMA.names


def test_poisoned_rows_and_a_skewed_partition(session: Any, house: Path) -> None:
    from pyspark.sql.functions import col

    articles = [*ARTICLES, *POISON]
    skewed = frame(session, articles).repartition(4, col("id") == "n0000")  # all but one article in one partition
    found = spark.lint(skewed, config=house, today=TODAY).cache()
    assert rows(found) == expected(articles, house)
    assert {row["path"] for row in found.collect() if row["error"]} == {"null", "", "long"}


def test_an_executor_that_is_killed(session: Any, house: Path) -> None:
    def slowly(batches: Iterator[Any]) -> Iterator[Any]:
        import time

        for one in batches:
            time.sleep(0.3)
            yield one

    slow = frame(session, ARTICLES).repartition(12).mapInArrow(slowly, "id string, text string")
    found: list[Any] = []
    job = threading.Thread(target=lambda: found.extend(rows(spark.lint(slow, config=house, today=TODAY))))
    job.start()
    status = session.sparkContext.statusTracker()
    for _ in range(600):
        stages = [status.getStageInfo(number) for number in status.getActiveStageIds()]
        if any(stage and stage.numTasks == 12 and stage.numCompletedTasks for stage in stages):
            break
        time.sleep(0.05)
    executors()[0].kill()
    job.join(timeout=120)
    assert found == expected(ARTICLES, house)


def executors() -> list[Any]:
    ours = {process.pid for process in psutil.Process().children(recursive=True)}
    named = ((process, " ".join(process.info["cmdline"] or ())) for process in psutil.process_iter(["cmdline"]))
    return [process for process, line in named if process.pid in ours and "CoarseGrainedExecutorBackend" in line]


def test_what_cannot_be_meant_is_refused_before_anything_runs(session: Any, house: Path) -> None:
    df = session.createDataFrame([(1, "Fine.", ["a"])], "id int, text string, tags array<string>")
    with pytest.raises(UsageError, match="no column 'body'; there are id, text, tags"):
        spark.lint(df, text="body")
    with pytest.raises(UsageError, match="column 'tags' is array<string>; it must be string or binary"):
        spark.lint(df, text="tags")
    with pytest.raises(UsageError, match="'nowhere.zip' does not exist"):
        spark.lint(df, config="nowhere.zip")
    assert spark.lint(df, config=house, date=None, today=TODAY).collect() == []


def test_kin_are_those_of_one_process(session: Any, tmp_path: Path) -> None:
    pytest.importorskip("datasketch")
    articles = [
        {"id": "source", "text": SOURCE, "date": "2024-11-05"},
        {"id": "other", "text": OTHER, "date": "2024-11-06"},
        {"id": "copy", "text": SOURCE, "date": "2024-11-06"},
        {"id": "spun", "text": spun(SOURCE), "date": "2024-11-07"},
        {"id": "whole", "text": f"{minutes(70, 'Ostra')}\n\n{SOURCE}", "date": "2024-11-08"},
        {"id": "null", "text": None, "date": None},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(each) + "\n" for each in articles), "utf-8")
    alone = search(inputs_in([str(tmp_path / "a.jsonl")]), Fields(), 1, lambda what, share: None)
    df = session.createDataFrame([tuple(each.values()) for each in articles], "id string, text string, date string")
    df.write.parquet(str(tmp_path / "in"))
    stderr = io.StringIO()
    options = ["--kin", "--date", "date", "--partitions", "3", "--output", str(tmp_path / "out")]
    assert submit.main([str(tmp_path / "in"), *options], stderr) == 0
    assert [line.split(maxsplit=1) for line in stderr.getvalue().splitlines()] == [
        ["1", "copy"],
        ["1", "update"],
        ["1", "words replaced"],
    ]
    kept = session.read.parquet(str(tmp_path / "out"))
    found = [row.asDict(recursive=True) for row in kept.orderBy("path").collect()]
    values = [{"path": kin.path, "source": kin.source, **structs.asdict(kin.relation)} for kin in alone.kin]
    expected = msgspec.json.decode(msgspec.json.encode(values))
    assert found == sorted(expected, key=lambda kin: kin["path"])
    assert {kin["path"]: kin["kind"] for kin in found} == {"copy": "copy", "spun": "words replaced", "whole": "update"}


def test_workers_of_another_version(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    spark.check(session)
    monkeypatch.setattr(spark, "__version__", "9.9")
    with pytest.raises(Unavailable, match=r"the workers cannot run newslint: newslint [\d.]+ on a worker, 9.9 here"):
        spark.check(session)


def test_the_script(session: Any, house: Path, tmp_path: Path) -> None:
    frame(session, ARTICLES).write.parquet(str(tmp_path / "in"))
    stderr = io.StringIO()
    options = ["--config", str(house), "--today", TODAY.isoformat(), "--partitions", "3"]
    assert submit.main([str(tmp_path / "in"), "--output", str(tmp_path / "out"), *options], stderr) == 0
    assert rows(session.read.parquet(str(tmp_path / "out"))) == expected(ARTICLES, house)
    assert stderr.getvalue().splitlines()[0].endswith("house.maybe")
    stderr = io.StringIO()
    assert (
        submit.main([str(tmp_path / "in"), "--output", str(tmp_path / "other"), "--text", "body", *options], stderr)
        == 3
    )
    assert stderr.getvalue() == "newslint: error: no column 'body'; there are id, text\n"
    assert submit.main([str(tmp_path / "nowhere"), "--output", str(tmp_path / "other"), *options], stderr) == 3
    assert len(stderr.getvalue().splitlines()) == 2


def test_without_java_or_pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(Unavailable, match="Spark needs Java 17 or later; install it, or set JAVA_HOME"):
        spark.session("newslint")
    monkeypatch.setattr(spark, "find_spec", lambda name: None if name == "pyspark" else name)
    with pytest.raises(MissingExtra, match=r"this needs pyspark in .*; run: pip install 'newslint\[spark\]'"):
        spark.session("newslint")


def test_the_reason_is_the_last_error_that_spark_quotes() -> None:
    said = "Job aborted\n  File x\nModuleNotFoundError: No module named 'pyarrow'\n\tat org.apache.spark.X\n"
    assert spark.reason(RuntimeError(said)) == "No module named 'pyarrow'"
    assert (
        spark.reason(RuntimeError("[PATH_NOT_FOUND] Path does not exist: a.\nJVM stacktrace"))
        == "[PATH_NOT_FOUND] Path does not exist: a."
    )
