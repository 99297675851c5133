"""Clean copy of other genres, as newslint reads it: `python -m training.genres OUT --repositories FOLDER … --treebank FILE`.

Each repository is one source; those that are to stay unread for measuring are simply not named.
"""

from __future__ import annotations

import argparse
import datetime
import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from newslint.article.document import Settings
from newslint.article.readers import SUFFIXES, opened

_SETTINGS: Final = Settings(today=datetime.date(2026, 11, 27))
_PROSE: Final = frozenset({"headline", "subhead", "paragraph", "list-item", "block-quote"})
_MOST: Final = 600  # texts of a source
_SHORTEST: Final = 80  # words
_LONGEST: Final = 60_000  # code points
_SAME: Final = 400  # code points at the beginning by which a text is known again


def main() -> None:
    """Writes one JSON object a line: `source`, `id`, `blocks`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--repositories", type=Path, nargs="*", default=[])
    parser.add_argument("--treebank", type=Path, help="documents of UD English-GUM")
    given = parser.parse_args()
    with given.out.open("w", encoding="utf-8") as file:
        for folder in given.repositories:
            file.writelines(json.dumps(row) + "\n" for row in of_repository(folder))
        if given.treebank:
            file.writelines(json.dumps(row) + "\n" for row in of_treebank(given.treebank))


def of_repository(folder: Path) -> Iterator[dict[str, Any]]:
    """Some of a repository's articles, each once, in random order."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    random.Random(5).shuffle(files)
    seen: set[str] = set()
    for path in files:
        blocks = _blocks(path)
        start = " ".join(blocks)[:_SAME]
        if sum(len(block.split()) for block in blocks) >= _SHORTEST and start not in seen:
            seen.add(start)
            yield {"source": folder.name, "id": str(path.relative_to(folder)), "blocks": blocks}
        if len(seen) == _MOST:
            return


def _blocks(path: Path) -> list[str]:
    """The blocks of running text of all articles in a file."""
    found: list[str] = []
    for document in opened(path.read_bytes(), path.name, _SETTINGS):
        text = document.prose.text
        if len(text) <= _LONGEST:
            found += [" ".join(text[start:end].split()) for start, end in document.blocks(_PROSE, foreign=False)]
    return [block for block in found if block]


def of_treebank(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a treebank, a source a genre; paragraphs as its comments have them."""
    name, blocks = "", [""]
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "# newdoc id = "]:
            key, _, value = line.rstrip("\n").partition(" = ")
            if key.startswith("# newdoc"):
                if name:
                    yield {"source": f"gum-{name.split('_')[1]}", "id": name, "blocks": [b for b in blocks if b]}
                name, blocks = value.strip(), [""]
            elif key.startswith("# newpar"):
                blocks.append("")
            elif key == "# text":
                blocks[-1] = f"{blocks[-1]} {value}".strip()


if __name__ == "__main__":
    main()
