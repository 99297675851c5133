"""What it costs to ask three engines for the ten records most like each sentence of an article, by BM25.

pip install tantivy bm25s
python benchmarks/claims/engines.py RECORDS.jsonl [--articles 10]   (one ClaimReview a line)
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import articles

from newslint.article.sentences import split
from newslint.claims.feeds import read
from newslint.claims.records import Record

_WORD = re.compile(r"[a-z0-9]{2,}")
Ask = Callable[[list[str]], None]


def fts5(claims: list[str]) -> Ask:
    """SQLite's own index."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table words using fts5(claim, tokenize='porter unicode61')")
    database.executemany("insert into words values (?)", ((claim,) for claim in claims))
    ask = "select rowid from words where words match ? order by rank limit 10"
    return lambda words: database.execute(ask, (" OR ".join(f'"{word}"' for word in words),)).fetchall() and None


def tantivy(claims: list[str]) -> Ask:
    """A search engine in Rust."""
    import tantivy as engine

    schema = engine.SchemaBuilder().add_text_field("claim", tokenizer_name="en_stem").build()
    index = engine.Index(schema, path=tempfile.mkdtemp())
    writer = index.writer(heap_size=200_000_000)
    for claim in claims:
        writer.add_document(engine.Document(claim=claim))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    return lambda words: searcher.search(index.parse_query(" ".join(words), ["claim"]), 10) and None


def bm25s(claims: list[str]) -> Ask:
    """Sparse matrices of scores made beforehand, in numpy."""
    import bm25s as engine

    index = engine.BM25()
    index.index([_WORD.findall(claim.lower()) for claim in claims], show_progress=False)
    return lambda words: index.retrieve([words], k=10, show_progress=False) and None


def main() -> None:
    """One line an engine: CPU time for making the index, and for an article."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--articles", type=int, default=10)
    options = parser.parse_args()
    claims = [found.claim for found in read(options.records) if isinstance(found, Record)]
    chosen = [one.text for one in articles("news-dev") if 450 <= len(one.text.split()) <= 550][: options.articles]
    asked = [_WORD.findall(line[a:b].lower()) for text in chosen for line in text.split("\n") for a, b in split(line)]
    for make in (fts5, tantivy, bm25s):
        start = time.process_time()
        ask = make(claims)
        made = time.process_time() - start
        start = time.process_time()
        for words in filter(None, asked):
            ask(words)
        took = (time.process_time() - start) / len(chosen) * 1000
        print(f"{make.__name__}: {made:.0f} s to index {len(claims):,} claims, {took:.0f} ms an article")


if __name__ == "__main__":
    main()
