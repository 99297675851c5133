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

SOURCE = """\
The council of Port Selby voted by 14 to 9 on Tuesday to close the Grimshaw swing bridge for 18 months while its steel deck is replaced.

Engineers from Dunmore Rail told councillors that 212 of the bridge's 640 hangers were cracked. The repair will cost £41.5m, of which the \
Department of Harbours will pay £30m.

"We cannot ask another winter of this structure," said Amira Holt, who leads the council. "Every storm that passes is a gamble with people's lives."

Opponents, led by the shopkeeper Leonard Pike, want a temporary footbridge. He told the Selby Courier that Marsh Lane would lose a third of its \
customers. "Nobody walks 3 miles round the basin for a loaf of bread," he said.

The bridge was opened in 1931 by Mayor Edith Carrow and carries 11,400 vehicles on an ordinary day. Buses 7, 19 and N4 will be sent through \
Coldharbour Tunnel from 6 January.

A further vote on the footbridge is expected on 3 December, when a report by the firm Castell and Moy is due."""

REPLACED = {
    "voted": "balloted",
    "close": "shut",
    "replaced": "substituted",
    "cracked": "fissured",
    "repair": "mending",
    "cost": "price",
    "winter": "wintertime",
    "structure": "construction",
    "temporary": "makeshift",
    "customers": "clients",
    "opened": "inaugurated",
    "carries": "transports",
    "ordinary": "habitual",
    "expected": "anticipated",
}
OTHER = """\
The council of Port Selby will debate its budget on Thursday. The Department of Harbours has cut its grant by £2m, and Amira Holt, who leads the \
council, says that two libraries may have to close.

"It is a hard year," said Holt. Leonard Pike, a shopkeeper in Marsh Lane, told the Selby Courier that business rates were too high already.

The Grimshaw swing bridge, which is closed until 2026, is not part of the debate. Readers can follow it from 6pm on the council's own channel."""


def batch(*articles: dict[str, Any]) -> Any:
    """A batch of some articles, with the columns that any of them has."""
    import pyarrow as pa

    names = dict.fromkeys(["id", "text", *(name for article in articles for name in article)])
    columns = {name: [article.get(name) for article in articles] for name in names}
    kinds = {name: pa.string() for name in ("id", "text")} if not articles else {}
    return pa.RecordBatch.from_arrays(
        [pa.array(values, kinds.get(name)) for name, values in columns.items()], names=list(columns)
    )


def spun(text: str) -> str:
    """The text with some of its words replaced, one by one."""
    for word, other in REPLACED.items():
        text = text.replace(f" {word}", f" {other}")
    return text


def minutes(speakers: int, ward: str) -> str:
    """A long text with many names and numbers, none of them SOURCE's."""
    lines = (
        f"Councillor {ward}{chr(97 + number % 26)}{chr(97 + number // 26)} spoke for {300 + number} seconds of item {number + 40}."
        for number in range(speakers)
    )
    return "\n\n".join(lines)
