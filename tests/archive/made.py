"""Articles of our own for the tests of archives, and batches of them."""

from __future__ import annotations

from typing import Any

HOUSE_ARTICLES: list[dict[str, Any]] = [
    {"id": "pier", "text": "The the pier is long. It opened in 1890."},
    {"id": "fine", "text": "The council met on Monday. It voted to repair the bridge."},
    {"id": "talks", "text": "Pier talks\n\nMinisters held disastrous talks with allies.\n\nWork begins in May."},
    {"id": "page", "text": "<h1>Harbour</h1><p>The the ferry sank.</p>", "format": "html"},
    {"id": "links", "text": "# Harbour\n\nRead [more](http://nytirnes.com/a) of of it.\n", "format": "markdown"},
]


def batch(*articles: dict[str, Any]) -> Any:
    """A batch of some articles, with the columns that any of them has."""
    import pyarrow as pa

    names = dict.fromkeys(["id", "text", *(name for article in articles for name in article)])
    columns = {name: [article.get(name) for article in articles] for name in names}
    kinds = {name: pa.string() for name in ("id", "text")} if not articles else {}
    return pa.RecordBatch.from_arrays(
        [pa.array(values, kinds.get(name)) for name, values in columns.items()], names=list(columns)
    )
