"""Inputs: every sort of file gives the same articles; what is wrong with one is said of it, what is wrong with a file at once."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from newslint.archive.extraction import extracted
from newslint.archive.inputs import SORTS, found, sort_of
from newslint.archive.inputs.fields import Fields
from newslint.archive.inputs.opening import opened
from newslint.archive.linting import Article
from newslint.archive.parts import parts
from newslint.errors import UsageError

pa = pytest.importorskip("pyarrow")

RECORDS = [
    {"id": "a", "headline": "Pier", "text": "It is long.\nIt is old.", "date": "2024-05-01", "outlet": "Gazette"},
    {"id": "b", "headline": "", "text": "It opened, “at last”, she said.", "date": "", "outlet": ""},
]
EXPECTED = [
    Article("a", "Pier\n\nIt is long.\nIt is old.", None, "2024-05-01", "Gazette"),
    Article("b", "It opened, “at last”, she said.", None, "", ""),
]


def lines(records: list[dict[str, Any]] = RECORDS) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def separated(mark: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(RECORDS[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(RECORDS)
    return out.getvalue().encode("utf-8-sig")


def parquet() -> bytes:
    from pyarrow import parquet

    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(RECORDS), sink)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def zstd(data: bytes) -> bytes:
    return pa.compress(data, codec="zstd", asbytes=True)  # type: ignore[no-any-return]


def read(name: str, data: bytes, fields: Fields = Fields()) -> list[Article]:  # noqa: B008
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)
    return [article for part in parts(found([name]), fields) for article in part.articles]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jsonl", lines),
        ("a.ndjson", lambda: b"\xef\xbb\xbf" + lines()),
        ("a.jsonl.gz", lambda: gzip.compress(lines()[:80]) + gzip.compress(lines()[80:])),
        ("a.JSONL.XZ", lambda: lzma.compress(lines())),
        ("a.jsonl.zst", lambda: zstd(lines())),
        ("a.csv", lambda: separated(",")),
        ("a.csv.gz", lambda: gzip.compress(separated(";"))),
        ("a.tsv", lambda: separated("\t")),
        ("a.parquet", parquet),
    ],
)
def test_every_sort_gives_the_same_articles(name: str, make: Any) -> None:
    assert read(name, make()) == EXPECTED


def test_sorts_are_told_by_their_names() -> None:
    suffixes = [suffix for sort in SORTS for suffix in sort.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert sort_of("a.parquet.gz") is None
    assert sort_of("a.exe") is None


def test_a_folder_is_all_that_is_in_it() -> None:
    read("news/b/two.jsonl", lines())
    read("news/a.md", b"# Pier\n")
    read("news/.hidden.md", b"# Pier\n")
    Path("news/a.exe").write_bytes(b"")
    assert [each.path for each in found(["news"])] == ["news/a.md", "news/b/two.jsonl"]
    articles = [article for part in parts(found(["news"]), Fields()) for article in part.articles]
    assert articles[0] == Article("news/a.md", b"# Pier\n", "markdown", None, "news")


def test_other_fields_and_what_has_no_id() -> None:
    records = [
        {"url": "https://www.gazette.example/2024/05/a", "body": "<p>Fine.</p>", "kind": "html"},
        {"body": "Fine."},
    ]
    fields = Fields(text="body", id="url", markup="kind")
    assert read("a.jsonl", lines(records), fields) == [
        Article("https://www.gazette.example/2024/05/a", "<p>Fine.</p>", "html", None, "gazette.example"),
        Article("a.jsonl:2", "Fine."),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.jsonl", b'{"body": "x"}\n', "no field 'text' in a.jsonl; there are body; choose one with --text"),
        ("a.jsonl", b"[1,\n2]\n", "a.jsonl:1: this is no line of JSON"),
        ("a.jsonl", b'[{"text": "x"}]\n', "a.jsonl:1: expected one object a line"),
        ("a.csv", b"id,body\n1,x\n", "no field 'text' in a.csv; there are id, body; choose one with --text"),
        ("a.csv.gz", b"no gzip", "'a.csv.gz' cannot be read: Not a gzipped file"),
        ("a.parquet", b"PAR1", "'a.parquet' cannot be read as Parquet"),
        ("a.warc.gz", b"nothing of the kind\n", "'a.warc.gz' cannot be read as WARC"),
        ("a.exe", b"", "unknown sort of archive; newslint reads Parquet"),
    ],
)
def test_a_file_that_holds_no_articles_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("(", r"\(")):
        read(name, data)


def test_nothing_to_read() -> None:
    Path("empty").mkdir()
    with pytest.raises(UsageError, match="no archive in empty"):
        found(["empty"])
    with pytest.raises(UsageError, match="'nowhere' does not exist"):
        found(["nowhere"])


def test_a_bad_line_is_an_article_with_a_fault() -> None:
    bad = lines() + b"{torn\n[]\n\xff\n" + lines()
    assert [bool(article.fault) for article in read("a.jsonl", bad)] == [False, False, True, True, True, False, False]
    assert read("a.jsonl", bad)[3] == Article("a.jsonl:4", fault="this line is no JSON object")


def test_a_torn_file_is_read_as_far_as_it_goes() -> None:
    whole = gzip.compress(lines(RECORDS * 500), mtime=0)
    articles = read("a.jsonl.gz", whole[: len(whole) // 2])
    assert articles[0] == EXPECTED[0]
    assert articles[-1].fault.startswith("the rest of the file cannot be read: Compressed file ended")


def test_bytes_of_a_csv_that_are_not_utf8_are_kept() -> None:
    assert read("a.csv", b"text\nCaf\xe9\n")[0].text == b"Caf\xe9"
    rows = read("a.csv", b"id,text\n1,a,b\n2,fine\n")
    assert [article.fault for article in rows] == ["this row has 3 fields, not 2", ""]


def warc(*pages: tuple[str, str, bytes], status: str = "200 OK") -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


PARAGRAPH = (
    "<p>The council voted on Tuesday to repair the old harbour bridge, and the work will begin in early May.</p>"
)
PAGE = (
    f"<html><head><title>Bridge | Gazette</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Bridge is repaired</h1>"
    f"{PARAGRAPH * 4}</article><footer>All rights reserved.</footer></body></html>"
).encode()


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # warcio's writer leaves its file to the collector
def test_a_warc_gives_the_articles_of_its_pages() -> None:
    data = warc(
        ("https://www.gazette.example/bridge", "text/html; charset=utf-8", PAGE),
        ("https://www.gazette.example/a.png", "image/png", b"\x89PNG"),
        ("https://www.gazette.example/nothing", "text/html", b"<html></html>"),
    )
    pages = read("a.warc.gz", data)
    assert [page.id for page in pages] == ["https://www.gazette.example/bridge", "https://www.gazette.example/nothing"]
    article = extracted(pages[0])
    assert article is not None
    assert article.outlet == "gazette.example"
    assert article.text.startswith("Bridge is repaired\n\nThe council voted on Tuesday")
    assert "rights reserved" not in article.text
    assert extracted(pages[1]) is None
    assert read("b.warc.gz", warc(("https://a.example/", "text/html", PAGE), status="404 Not Found")) == []


def test_how_far_a_file_has_been_read_is_known() -> None:
    Path("a.jsonl").write_bytes(lines(RECORDS * 2000))
    steps = [part.read for part in parts(found(["a.jsonl", "a.jsonl"]), Fields())]
    assert len(steps) == 8
    assert steps == sorted(steps)
    assert steps[-1] == 2 * Path("a.jsonl").stat().st_size


def test_a_sample_is_drawn_by_the_id() -> None:
    records = [{"id": f"n{number}", "text": "Fine."} for number in range(1000)]
    Path("a.jsonl").write_bytes(lines(records))
    Path("b.jsonl").write_bytes(lines(records[::-1]))
    one, other = (
        {a.id for p in parts(found([name]), Fields(), 10) for a in p.articles} for name in ("a.jsonl", "b.jsonl")
    )
    assert one == other
    assert 70 < len(one) < 130


def test_a_stream_is_closed() -> None:
    Path("a.jsonl.gz").write_bytes(gzip.compress(b"x"))
    with opened("a.jsonl.gz", packed=True) as (file, stream):
        assert stream.read() == b"x"
    assert file.closed
