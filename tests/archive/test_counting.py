"""Counting for `newslint train`: a real Spark counts what one process counts, byte for byte, from archives of any sort."""

from __future__ import annotations

import csv
import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("pyspark")
import pyarrow as pa
from pyarrow import parquet

from newslint.archive.corpus import Archive, archive
from newslint.archive.counting import OnSpark, texts
from newslint.archive.inputs import SORTS, Input
from newslint.errors import Unavailable
from newslint.training.groundwork import Elsewhere, Groundwork
from newslint.training.workshop import Workshop

pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::ResourceWarning", "ignore::DeprecationWarning"
)
SYNONYMS = {"harbour": frozenset({"haven", "port"}), "closed": frozenset({"shut"})}
WORDS = ("harbour", "council", "closed", "Closed", "bridge", "Zürich", "don’t", "İzmir", "1,200", "ΟΔΟΣ", "mayor")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in three sorts of file, with two rows that hold no text."""
    draw = random.Random(3)
    sentences = ((f"The {draw.choice(WORDS)} {draw.choice(WORDS)} it today." for _ in range(20)) for _ in range(300))
    articles = [
        {"id": f"a{number}", "outlet": f"outlet {number % 20}", "text": "\n".join(lines)}
        for number, lines in enumerate(sentences)
    ]
    folder = tmp_path_factory.mktemp("news")
    with gzip.open(folder / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(each)}\n" for each in [*articles[:100], {"outlet": "outlet 1", "text": None}])
    with (folder / "b.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, ("id", "outlet", "text"))
        rows.writeheader()
        rows.writerows(articles[100:200])
    parquet.write_table(
        pa.Table.from_pylist([*articles[200:], {"outlet": "outlet 2", "text": None}]), folder / "c.parquet"
    )
    return folder


def counted(news: Path, work: Path, elsewhere: Elsewhere | None = None) -> dict[str, bytes]:
    """The finished steps of counting, as they are kept."""
    ground = Groundwork(archive(news), {"own": SYNONYMS}, Workshop(work, quiet=True), budget=100, elsewhere=elsewhere)
    assert len(ground.counts.keys) > 100
    return {path.name: path.read_bytes() for path in work.iterdir() if not path.name.startswith("ids")}


def test_spark_counts_what_one_process_counts(session: Any, news: Path, tmp_path: Path) -> None:
    alone = counted(news, tmp_path / "alone")
    assert sorted(name.partition("-")[0] for name in alone) == ["counts", "words"]
    unseen = Archive([Input("nowhere/a.jsonl", sort) for sort in SORTS if sort.title == "JSON lines"])
    with pytest.raises(Unavailable, match=r"Spark: .*No such file or directory: 'nowhere/a.jsonl'$"):
        OnSpark(texts(session, unseen)).words({""})
    spread = texts(session, archive(news)).repartition(3)
    assert counted(news, tmp_path / "spark", OnSpark(spread)) == alone
