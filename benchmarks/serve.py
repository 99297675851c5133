"""How does `newslint serve` bear many clients? Latency, failures and memory, over loopback; and the pages in a real browser.

    python benchmarks/serve.py load [--clients 20] [--seconds 60]
    NEWSLINT_NPM=node_modules python benchmarks/serve.py pages

`load`: each client sends one article of about 1,000 words of news-dev after the other and waits for the answer, as the page does
while somebody types (`/desk/look`, quick reading), without a pause. Prints requests, failures, latency in ms and memory.
`pages`: Chromium loads a page of `--format html` with 500 findings, and types into an article of about 1,000 words.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import psutil
from corpus import articles

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS: Final = range(900, 1101)
ROUNDS: Final = 7
FINDINGS: Final = 500
NEWSLINT: Final = (sys.executable, "-m", "newslint")
TODAY: Final = ("--today", "2024-05-15")


@contextmanager
def server(folder: str) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server that reads quickly, and its process."""
    (Path(folder) / ".newslint.yaml").write_text("reading: quick\n", "utf-8")
    command = [*NEWSLINT, "serve", "--port", "0", *TODAY]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[2]
        yield address, psutil.Process(process.pid)
        process.terminate()


def texts() -> list[str]:
    """Articles of about 1,000 words."""
    return [each.text for each in articles("news-dev") if len(each.text.split()) in WORDS][:40]


class Client(threading.Thread):
    """Asks until the time is over."""

    def __init__(self, address: str, bodies: list[bytes], number: int, end: float) -> None:
        super().__init__()
        self.taken: list[float] = []
        self.statuses: Counter[str] = Counter()
        self._port, self._bodies, self._number, self._end = urlsplit(address).port or 0, bodies, number, end

    def run(self) -> None:
        """One request after the other, over one connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        while time.monotonic() < self._end:
            body = self._bodies[self._number % len(self._bodies)]
            self._number += 1
            start = time.monotonic()
            try:
                connection.request("POST", "/desk/look", body, {"content-type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                self.statuses[str(answer.status)] += 1
            except OSError as fault:
                self.statuses[type(fault).__name__] += 1
                connection.close()
            self.taken.append((time.monotonic() - start) * 1000)


def load(clients: int, seconds: int) -> None:
    """Many clients at once."""
    bodies = [json.dumps({"content": text, "reading": "quick"}).encode() for text in texts()]
    with tempfile.TemporaryDirectory() as folder, server(folder) as (address, process):
        Client(address, bodies, 0, time.monotonic() + 3).run()  # warm
        end = time.monotonic() + seconds
        running = [Client(address, bodies, number, end) for number in range(clients)]
        before, sizes = process.cpu_times().user, [_megabytes(process)]
        for client in running:
            client.start()
        while any(client.is_alive() for client in running):
            time.sleep(seconds / 6)
            sizes.append(_megabytes(process))
        used = process.cpu_times().user - before
    taken = sorted(one for client in running for one in client.taken)
    statuses = sum((client.statuses for client in running), Counter[str]())
    print(f"{clients} clients, {seconds} s: {len(taken)} requests, answers {dict(statuses)}")
    print(
        f"latency in ms: median {statistics.median(taken):.0f}, p95 {taken[len(taken) * 95 // 100]:.0f}, largest {taken[-1]:.0f}"
    )
    print(
        f"server: {used / len(taken) * 1000:.0f} ms of CPU a request; memory in MB: {', '.join(f'{size:.0f}' for size in sizes)}"
    )


def _megabytes(process: psutil.Process) -> float:
    return process.memory_info().rss / 1e6


def pages() -> None:
    """A real browser."""
    chromium, node, modules = shutil.which("chromium"), shutil.which("node"), os.environ["NEWSLINT_NPM"]
    assert chromium
    assert node
    with tempfile.TemporaryDirectory() as folder, server(folder) as (address, _):
        many, report, typed = (Path(folder) / name for name in ("many.txt", "many.html", "typed.txt"))
        many.write_text(
            "".join(f"The the pier {number} is long, it said on the day.\n\n" for number in range(FINDINGS)), "utf-8"
        )
        run = subprocess.run(
            [*NEWSLINT, *TODAY, "--select", "integrity.doubled-word", "--format", "html", many],
            cwd=folder, capture_output=True, check=False,
        )  # fmt: skip
        report.write_bytes(run.stdout)
        typed.write_text(texts()[0], "utf-8")
        script = Path(__file__).with_name("pages.cjs")
        told = subprocess.run(
            [node, script, chromium, Path(modules).absolute(), report, address, typed, str(ROUNDS)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    for name, taken in json.loads(told.stdout).items():
        low, high = min(taken), max(taken)
        print(
            f"{name}: median {statistics.median(taken):.0f}, from {low:.0f} to {high:.0f} ({len(taken)} measurements)"
        )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("load", "pages"))
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    if arguments.what == "pages":
        pages()
    else:
        load(arguments.clients, arguments.seconds)


if __name__ == "__main__":
    main()
