"""The cache of results: cold and warm runs over the same files, one article's start-up, and memory: rows for CACHE.md.

    python benchmarks/cache.py [--shared FOLDER] [--rounds 3]

1,000 articles of `news-dev` as files, read quickly and thoroughly, by one process and by two. A cold run fills an empty cache, a
warm one finds everything in it, and both must print the same bytes as a run without it. CPU is that of all processes of a run.
Ratios are what counts: the seconds are this machine's, and it may be busy.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import corpus

ROOT = Path(__file__).parents[1]
NEWSLINT = [sys.executable, "-m", "newslint", "--no-config", "--fail-on", "never", "--format", "concise"]
SMALL = 100_000  # small files
LARGE = 100_000_000  # bytes of the large one


class Cost(NamedTuple):
    """CPU and wall seconds of a run with all its processes, its peak memory in MB, and what it printed."""

    cpu: float
    wall: float
    memory: float
    out: bytes


def cost(arguments: list[str], folder: Path) -> Cost:
    """Runs newslint once, with its cache in a folder."""
    environment = {**os.environ, "NEWSLINT_CACHE_DIR": str(folder), "PYTHONPATH": str(ROOT / "lint")}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([*NEWSLINT, *arguments], stdout=out, stderr=subprocess.DEVNULL, env=environment)
        memory = peak(process)
        wall = time.perf_counter() - started
        out.seek(0)
        printed = out.read()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, memory, printed)


def peak(process: subprocess.Popen[bytes]) -> float:
    """Waits for a process; the most memory that it had, in MB."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / 1024


def best(arguments: list[str], folder: Path, rounds: int) -> Cost:
    """The run of several that took least CPU."""
    return min((cost(arguments, folder) for _ in range(rounds)), key=lambda one: one.cpu)


def archive(folder: Path, place: Path, rounds: int, count: int) -> list[str]:
    """Rows of the table of articles: cold beside warm."""
    rows = []
    for reading in ("--quick", "--thorough"):
        for jobs in ("1", "2"):
            arguments = [reading, "--jobs", jobs, str(folder)]
            cold = cost(arguments, place / f"{reading}{jobs}")
            warm = best(arguments, place / f"{reading}{jobs}", rounds)
            assert warm.out == cold.out
            if jobs == "1":
                assert cost(["--no-cache", *arguments], place).out == cold.out
            rows.append(
                f"| {reading[2:]} | {jobs} | {cold.cpu:.1f} | {warm.cpu:.2f} | {cold.cpu / warm.cpu:.0f} × | {cold.wall:.1f} | "
                f"{warm.wall:.2f} | {cold.wall / warm.wall:.0f} × | {count / cold.wall:.0f} | {count / warm.wall:.0f} |"
            )
    return rows


def start(article: Path, place: Path, rounds: int) -> list[str]:
    """Rows of the table of one article: without the cache, cold and warm."""
    rows = []
    for reading in ("--quick", "--thorough"):
        without = best([reading, "--no-cache", str(article)], place, rounds)
        cold = min(
            (cost([reading, str(article)], place / f"start{reading}{number}") for number in range(rounds)),
            key=lambda one: one.cpu,
        )
        warm = best([reading, str(article)], place / f"start{reading}0", rounds)
        assert without.out == cold.out == warm.out
        rows.append(f"| {reading[2:]} | {without.cpu:.2f} | {cold.cpu:.2f} | {warm.cpu:.2f} |")
    return rows


def memory(folder: Path, place: Path, texts: list[str]) -> list[str]:
    """Rows of the table of memory: many small files, one large one."""
    small = folder / "small"
    for number in range(SMALL):
        path = small / f"{number // 1000:03}" / f"{number % 1000:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Item {number}\n\nThe council met on Monday, and and voted to repair bridge {number}.\n", "utf-8"
        )
    large = folder / "large.txt"
    with large.open("w", encoding="utf-8") as file:
        while file.tell() < LARGE:
            file.writelines(f"{text}\n\n" for text in texts)
    rows = []
    for name, path in ((f"{SMALL:,} files of 80 bytes", small), ("one file of 100 MB", large)):
        for what in ("cold", "warm"):
            done = cost(["--quick", "--jobs", "1", str(path)], place / "memory")
            rows.append(f"| {name}, {what} | {done.cpu:.1f} | {done.memory:.0f} |")
    return rows


def main() -> int:
    """Measures and writes; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=corpus.SHARED)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--memory", action="store_true", help="also the table of memory: 100,000 files are slow")
    options = parser.parse_args()
    corpus.SHARED = options.shared
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        chosen = corpus.articles("news-dev", options.count)
        for article in chosen:
            (folder / "articles" / f"{article.id}.txt").write_text(article.text, "utf-8")
        print(*archive(folder / "articles", folder / "cache", options.rounds, options.count), sep="\n", flush=True)
        print(*start(next((ROOT / "seeds").glob("*.txt")), folder / "cache", options.rounds), sep="\n", flush=True)
        if options.memory:
            print(*memory(folder, folder / "cache", [article.text for article in chosen]), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
