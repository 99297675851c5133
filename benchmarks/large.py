"""Files of 100 MB in each exchange format: memory and CPU time of reading all their articles, beside the bare text.

    python benchmarks/large.py [--megabytes 100] [FORM…]

Each file is made of one invented article said again; a process of its own reads it, article by article, as a run does,
without any rule. `text` is what decoding alone takes, below which no reader can be.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from newslint.article import readers

SENTENCE = (
    "The ferry reached the quay at noon, the council’s harbour office said &amp; it sailed again in the evening. "
)
BODY = "".join(f"<p>{SENTENCE * 4}</p>\n" for _ in range(8))
HTML = json.dumps(BODY)
# Form → what is before, one article, what is after.
FILES = {
    "nitf": (
        "<wire>",
        f"<nitf><body><body.head><hl1>Ferry</hl1></body.head><body.content>{BODY}</body.content></body></nitf>",
        "</wire>",
    ),
    "nitf-one": ("<nitf><body><body.content>", BODY, "</body.content></body></nitf>"),
    "newsml": (
        "<newsMessage>",
        f"<newsItem><contentSet><inlineXML><html><body>{BODY}</body></html></inlineXML></contentSet></newsItem>",
        "</newsMessage>",
    ),
    "rss": ("<rss>", f"<item><title>Ferry</title><description><![CDATA[{BODY}]]></description></item>", "</rss>"),
    "atom": ("<feed>", f"<entry><title>Ferry</title><content type='xhtml'>{BODY}</content></entry>", "</feed>"),
    "wxr": (
        "<rss>",
        f"<item><title>Ferry</title><content:encoded><![CDATA[{BODY}]]></content:encoded></item>",
        "</rss>",
    ),
    "ninjs": ("[1", f', {{"uri": "u", "headline": "Ferry", "body_html": {HTML}}}\n', "]"),
    "jsonfeed": ('{"items": [1', f', {{"title": "Ferry", "content_html": {HTML}}}\n', "]}"),
    "ghost": ('{"posts": [1', f', {{"title": "Ferry", "html": {HTML}}}\n', "]}"),
}


def made(name: str, size: int) -> bytes:
    """A file of about that many bytes."""
    before, one, after = (part.encode() for part in FILES[name])
    return before + one * (size // len(one)) + after


def read(path: str, form: str) -> None:
    """Reads a file, prints articles, CPU seconds and the peak of memory in MB."""
    data = Path(path).read_bytes()
    text = readers.FORMATS[form or "plain"].decode(data, path)
    del data
    count = sum(bool(layout.segments) for layout in readers.layouts(text, form)) if form else 0
    usage = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(f"{count} {usage.ru_utime + usage.ru_stime:.1f} {usage.ru_maxrss / 1024:.0f}\n")


def measured(path: str, form: str) -> list[str]:
    """What another process prints of a file."""
    command = [sys.executable, __file__, "--read", path, form]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--read", nargs=2, metavar=("PATH", "FORM"), help=argparse.SUPPRESS)
    parser.add_argument("forms", nargs="*", default=list(FILES))
    options = parser.parse_args()
    if options.read:
        read(*options.read)
        return
    print("| file | articles | CPU s | peak MB | of the text alone |")
    print("|---|---:|---:|---:|---:|")
    for name in options.forms:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file"
            path.write_bytes(made(name, options.megabytes << 20))
            _, _, bare = measured(str(path), "")
            count, seconds, peak = measured(str(path), name.partition("-")[0])
        print(f"| {name} | {int(count):,} | {seconds} | {int(peak):,} | {int(bare):,} |", flush=True)


if __name__ == "__main__":
    main()
