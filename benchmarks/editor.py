"""How long does an editor wait? CPU time of one quick reading of about 1,000 words, warm, by the server's desk.

    python benchmarks/editor.py

Prints median and largest of 40 articles of news-dev, each read once before. What the protocol adds is not in it: the pause after
the last key (see `server.TYPING`) and writing the diagnostics.
"""

from __future__ import annotations

import statistics
import time

from corpus import articles

from newslint.screens.lsp.desk import Desk, article

WORDS = range(900, 1101)


def main() -> None:
    """Measures and prints."""
    texts = [each.text for each in articles("news-dev") if len(each.text.split()) in WORDS][:40]
    desk, taken = Desk(config=""), []
    for text in texts:
        opened = article("", "plaintext", text, 1)
        desk.read(opened, thorough=False)
        start = time.process_time()
        desk.read(opened, thorough=False)
        taken.append((time.process_time() - start) * 1000)
    print(f"{len(taken)} articles: median {statistics.median(taken):.0f} ms, largest {max(taken):.0f} ms")


if __name__ == "__main__":
    main()
