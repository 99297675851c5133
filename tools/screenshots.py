"""Makes the pictures of `newslint serve` and of `--format html` in docs/images. Needs Chromium, Node.js and puppeteer-core.

NEWSLINT_NPM=node_modules python tools/screenshots.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "lint/newslint/page/example.txt"
IMAGES = ROOT / "docs/images"
MOST = 100_000  # bytes of a picture
TODAY = ("--today", "2024-05-15")
# What the example may have been written from.
SOURCE = """\
The new swimming pier of Brell was opened on Saturday, 4 May 2024, by Mayor Edda Lindqvist, 58. It is 366 metres (1,200 feet) long
and cost 4.5 million kronor.

Opponents had warned that the project would not fail. Lindqvist swam the first length herself, in water of nine degrees.
"""


def main() -> int:
    """Draws the pictures; 1 if one of them is too large."""
    chromium, node, modules = shutil.which("chromium"), shutil.which("node"), os.environ.get("NEWSLINT_NPM")
    if not (chromium and node and modules):
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    newslint = [sys.executable, "-m", "newslint"]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ".newslint.yaml").write_text("reading: quick\n", "utf-8")
        (Path(folder) / ".git").mkdir()
        shutil.copy(EXAMPLE, Path(folder) / "pier.txt")
        source, report = Path(folder) / "source.txt", Path(folder) / "report.html"
        source.write_text(SOURCE, "utf-8")
        done = subprocess.run(
            [*newslint, *TODAY, "--format", "html", "pier.txt"], cwd=folder, capture_output=True, check=False
        )
        report.write_bytes(done.stdout)
        serving = [*newslint, "serve", "--port", "0", *TODAY]
        with subprocess.Popen(serving, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            address = server.stdout.readline().split()[2]
            script = [node, Path(__file__).with_suffix(".cjs"), chromium, Path(modules).absolute()]
            subprocess.run([*script, address, report, IMAGES, source], check=True)
            server.terminate()
    sizes = {path.name: path.stat().st_size for path in sorted(IMAGES.glob("*.webp"))}
    print(*(f"{size:7} {name}" for name, size in sizes.items()), sep="\n")  # noqa: T201
    return int(any(size > MOST for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
