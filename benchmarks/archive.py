"""Many synthetic articles through `newslint archive` and Spark: rate, memory, what more cores give, whether the rows are equal.

    python benchmarks/archive.py make --articles 100000 > synthetic.jsonl
    python benchmarks/archive.py run synthetic.jsonl --jobs 1 --output found
    python benchmarks/archive.py spark synthetic.jsonl --articles 10000 --executors 2

`make`: the articles of news-train again and again, from the second time on with neighbours exchanged in one place of twenty.
`run`: CPU time, rate and resident memory (of the process and its workers) as parts are finished; goes on where it was ended.
`spark`: a local cluster of executors with one core each; CPU and wall-clock time, and whether the rows are those of one process.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import lzma
import os
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil
from corpus import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY: Final = datetime.date(2026, 11, 27)
EXCHANGED: Final = 0.05  # places of a text
PART: Final = 1_000  # articles that are linted at once where one process does it


def synthetic(corpus: Path, count: int, words: int) -> Iterator[dict[str, Any]]:
    """So many articles with ids of their own, of so many words each, and the rest of a paragraph (0: whole)."""
    drawn = random.Random(1)
    left = count
    for turn in itertools.count():
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for line in itertools.islice(lines, left):
                article = json.loads(line)
                article["text"] = beginning(article["text"], words) if words else article["text"]
                changed = {"id": f"{article['id']}-{turn}", "text": exchanged(article["text"], drawn)} if turn else {}
                yield {**article, **changed}
                left -= 1
        if not left:
            return


def beginning(text: str, words: int) -> str:
    """The first paragraphs that have so many words together."""
    paragraphs = text.split("\n")
    sums = itertools.accumulate(len(each.split()) for each in paragraphs)
    return "\n".join(
        paragraphs[: 1 + next((place for place, sum_ in enumerate(sums) if sum_ >= words), len(paragraphs))]
    )


def exchanged(text: str, drawn: random.Random) -> str:
    """The text with some neighbouring words in each other's place."""
    words = text.split(" ")
    for place in drawn.sample(range(len(words) - 1), int(EXCHANGED * (len(words) - 1))):
        words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def cpu_and_memory(root: psutil.Process, spent: dict[int, float]) -> int:
    """Notes the CPU seconds of each process below one, and itself; their resident bytes together."""
    resident = 0
    for process in [root, *root.children(recursive=True)]:
        try:
            times = process.cpu_times()
            spent[process.pid] = times.user + times.system
            resident += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return resident


def run(arguments: argparse.Namespace) -> None:
    """Runs the command and prints a line each time that some more parts are there."""
    findings = Path(arguments.output) / "findings"
    began, shown, spent = time.perf_counter(), -1, dict[int, float]()
    options = ["--no-config", "--quiet", "--today", TODAY.isoformat(), "--jobs", str(arguments.jobs)]
    command = [sys.executable, "-m", "newslint", "archive", arguments.input, "--output", arguments.output, *options]
    process = psutil.Popen(command)
    while process.poll() is None:
        time.sleep(1)
        resident = cpu_and_memory(process, spent)
        parts = len(list(findings.iterdir())) if findings.is_dir() else 0
        if parts >= shown + arguments.every:
            shown = parts
            print(line(parts, sum(spent.values()), time.perf_counter() - began, resident), flush=True)
    print("end", f"{sum(spent.values()):.0f} s of CPU time, {time.perf_counter() - began:.0f} s")


def line(parts: int, cpu: float, wall: float, resident: int) -> str:
    """How far a run is."""
    return f"{parts} parts: {cpu:.0f} s of CPU time, {wall:.0f} s, {resident / 2**20:.0f} MiB, load {os.getloadavg()[0]:.1f}"


def session(executors: int) -> Any:
    """A local cluster of executors with one core each; its processes see newslint as this one does."""
    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    from pyspark.sql import SparkSession

    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    begun = builder.getOrCreate()
    begun.sparkContext.setLogLevel("OFF")
    return begun


def spark(arguments: argparse.Namespace) -> None:
    """The same articles on Spark and, with `--compare`, in this process, row by row."""
    from newslint.archive import spark as on_spark

    with Path(arguments.input).open(encoding="utf-8") as lines:
        articles = [json.loads(each) for each in itertools.islice(lines, arguments.articles)]
    cluster = session(arguments.executors)
    rows = [(each["id"], each["text"], each["date"]) for each in articles]
    df = cluster.createDataFrame(rows, "id string, text string, date string").repartition(4 * arguments.executors)
    on_spark.check(cluster)  # whatever starts once has been started
    before, after = dict[int, float](), dict[int, float]()
    cpu_and_memory(psutil.Process(), before)
    began = time.perf_counter()
    found = on_spark.lint(df, date="date", today=TODAY).toArrow()
    wall = time.perf_counter() - began
    cpu_and_memory(psutil.Process(), after)
    cpu = sum(seconds - before.get(pid, 0) for pid, seconds in after.items())
    said = f"{arguments.executors} executors: {len(articles)} articles, {wall:.1f} s, {cpu:.0f} s of CPU time"
    print(said, f"load {os.getloadavg()[0]:.1f}", sep=", ")
    cluster.stop()
    if arguments.compare:
        compare(ordered(found.to_pylist()), ordered(alone(rows)))


def alone(rows: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """What this process finds, part by part."""
    import pyarrow as pa

    from newslint.archive import arrow

    found: list[dict[str, Any]] = []
    for start in range(0, len(rows), PART):
        names = ("id", "text", "date")
        columns = dict(zip(names, zip(*rows[start : start + PART], strict=True), strict=True))
        found += arrow.lint(pa.RecordBatch.from_pydict(columns), today=TODAY).to_pylist()
    return found


def ordered(rows: list[dict[str, Any]]) -> list[str]:
    """The rows as text, every field of them, in an order that depends on nothing else."""
    return sorted(json.dumps({**row, "scores": sorted(row["scores"] or ())}, sort_keys=True) for row in rows)


def compare(one: list[str], other: list[str]) -> None:
    """Prints whether the rows are equal."""
    print(f"rows on Spark {len(one)}, of one process {len(other)}: {'equal' if one == other else 'NOT EQUAL'}")


def main() -> int:
    """Does what it is told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task", required=True)
    made = tasks.add_parser("make")
    made.add_argument("--corpus", type=Path, default=SHARED / "corpora" / "news-train.jsonl.xz")
    made.add_argument("--articles", type=int, default=100_000)
    made.add_argument("--words", type=int, default=0, help="only the beginning of each, of so many words")
    ran = tasks.add_parser("run")
    ran.add_argument("input")
    ran.add_argument("--output", required=True)
    ran.add_argument("--jobs", type=int, default=1)
    ran.add_argument("--every", type=int, default=10, help="parts between two lines")
    mapped = tasks.add_parser("spark")
    mapped.add_argument("input")
    mapped.add_argument("--articles", type=int, default=10_000)
    mapped.add_argument("--executors", type=int, default=2)
    mapped.add_argument("--compare", action="store_true", help="also lint in this process, and compare the rows")
    arguments = parser.parse_args()
    if arguments.task == "make":
        sys.stdout.writelines(
            json.dumps(each, ensure_ascii=False) + "\n"
            for each in synthetic(arguments.corpus, arguments.articles, arguments.words)
        )
    else:
        (run if arguments.task == "run" else spark)(arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main())
