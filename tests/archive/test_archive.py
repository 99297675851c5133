"""newslint archive: the same rows whatever the number of processes, after a kill as without one, and a summary."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.conftest import Run

pa = pytest.importorskip("pyarrow")
pytest.importorskip("warcio")
from pyarrow import dataset  # noqa: E402 (only where pyarrow is)

TEXTS = ("One two three four whilst six seven eight nine ten.", "A shocking end.", "Fine, and nothing else.")
SMALL = "from newslint.archive import parts\nparts._ARTICLES = 20\nfrom newslint.cli import main\n"


@pytest.fixture
def records(house: Run) -> Path:
    """A hundred articles of two outlets, one of them no article."""
    lines = [
        json.dumps({"id": f"n{number}", "text": TEXTS[number % 3], "outlet": ("Gazette", "Herald")[number % 2]})
        for number in range(99)
    ]
    Path("a.jsonl").write_text("\n".join([*lines, '{"id": "bad", "text": 5}']) + "\n", "utf-8")
    return Path("a.jsonl")


def rows(folder: str) -> list[tuple[str, str, str]]:
    table = dataset.dataset(f"{folder}/findings", format="parquet").to_table()
    return [(row["path"], row["rule"], row["error"]) for row in table.to_pylist()]


def test_findings_articles_and_summary(house: Run, records: Path) -> None:
    done = house("archive", str(records), "--output", "out", "--jobs", "1")
    assert done.code == 0
    assert done.out == (
        "rule            per 10,000 words  findings  articles with it\n"
        "house.shocking             588.2        33                33\n"
        "house.whilst               588.2        33                33\n"
        "\n"
        "outlet     per 10,000 words  findings  articles  words\n"
        "Herald              1,200.0        33        49    275\n"
        "Gazette             1,153.8        33        50    286\n"
        "no outlet               0.0         0         1      0\n"
    )
    assert done.err.endswith("66 findings in 100 articles of 561 words; 1 article failed; see out/summary.html\n")
    found = rows("out")
    assert len(found) == 67
    assert ("bad", None, "the text is no text but int") in found
    articles = dataset.dataset("out/articles", format="parquet").to_table().to_pylist()
    assert articles[0] == {"path": "n0", "outlet": "Gazette", "words": 10, "findings": 1}
    summary = json.loads(Path("out/summary.json").read_text("utf-8"))
    assert (summary["articles"], summary["findings"], summary["failures"]) == (100, 66, 1)
    page = Path("out/summary.html").read_text("utf-8")
    headings = ET.fromstring(page.removeprefix("<!DOCTYPE html>")).iter("{http://www.w3.org/1999/xhtml}h2")
    assert [heading.text for heading in headings] == ["By rule", "By outlet", "By outlet and rule"]


def test_json_lines(house: Run, records: Path) -> None:
    assert house("archive", str(records), "--output", "out", "--format", "json", "--quiet", "-j", "1").out == ""
    lines = Path("out/findings/part-000000.jsonl").read_text("utf-8").splitlines()
    first = json.loads(lines[0])
    assert (first["path"], first["rule"], first["line"], first["column"]) == ("n0", "house.whilst", 1, 20)
    assert "error" not in first
    assert json.loads(lines[-1]) == {"path": "bad", "error": "the text is no text but int"}


def test_the_same_in_two_processes(house: Run, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.archive.parts._ARTICLES", 20)
    house("archive", str(records), "--output", "one", "--jobs", "1")
    house("archive", str(records), "--output", "two", "--jobs", "2")
    names = sorted(path.relative_to("one") for path in Path("one").rglob("*") if path.is_file())
    assert len(names) == 3 + 3 * 5
    for name in names:
        assert (Path("one") / name).read_bytes() == (Path("two") / name).read_bytes(), name


def test_a_run_that_is_killed_goes_on(house: Run, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.archive.parts._ARTICLES", 20)
    house("archive", str(records), "--output", "whole", "--jobs", "1")
    slow = (
        f"{SMALL}import time\nfrom newslint.archive import linting\nlint = linting.lint\n"
        "linting.lint = lambda plan, article: time.sleep(0.02) or lint(plan, article)\n"
        "main(['archive', 'a.jsonl', '--output', 'out', '--jobs', '1'])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen([sys.executable, "-c", slow], env=environment)
    for _ in range(600):
        if list(Path("out/parts").glob("*.json")):
            break
        time.sleep(0.1)
    process.kill()
    process.wait()
    there = {path: path.stat().st_mtime_ns for path in Path("out/parts").glob("[0-9]*.json")}
    assert 0 < len(there) < 5
    done = house("archive", str(records), "--output", "out", "--jobs", "1")
    assert f"{len(there)} part" in done.err
    assert all(path.stat().st_mtime_ns == changed for path, changed in there.items())
    assert rows("out") == rows("whole")
    assert Path("out/summary.json").read_bytes() == Path("whole/summary.json").read_bytes()


def test_a_folder_of_another_run_is_refused(house: Run, records: Path) -> None:
    house("archive", str(records), "--output", "out", "--jobs", "1")
    again = house("archive", str(records), "--output", "out", "--sample", "2")
    assert (again.code, again.err) == (
        2,
        "newslint: error: --output: 'out' holds a run with another --sample; name another folder\n",
    )
    with records.open("a", encoding="utf-8") as file:
        file.write('{"text": "More."}\n')
    assert "inputs that have changed since" in house("archive", str(records), "--output", "out").err
    Path("full").mkdir()
    Path("full/a").touch()
    assert "'full' is not empty" in house("archive", str(records), "--output", "full").err


def test_without_its_packages(house: Run, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.commands.records.find_spec", lambda name: None if name == "warcio" else name)
    done = house("archive", str(records), "--output", "out")
    assert (done.code, done.err) == (
        3,
        "newslint: error: this needs warcio; run: pip install 'newslint[archive]'\n",
    )


def test_a_worker_that_is_killed(house: Run, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    psutil = pytest.importorskip("psutil")
    slow = SMALL.replace("= 20", "= 5") + "main(['archive', 'a.jsonl', '--output', 'out', '--jobs', '2'])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    script = Path("slow.py")
    script.write_text(f"if __name__ == '__main__':\n    {slow.replace(chr(10), chr(10) + '    ')}\n", "utf-8")
    process = subprocess.Popen([sys.executable, str(script)], env=environment, stderr=subprocess.PIPE, text=True)
    for _ in range(1200):
        workers = [each for each in psutil.Process(process.pid).children() if "spawn_main" in " ".join(each.cmdline())]
        if workers:
            workers[0].kill()
            break
        time.sleep(0.05)
    _, said = process.communicate(timeout=120)
    assert "a worker process was killed (out of memory?); the same command goes on where this run ended" in said
    monkeypatch.setattr("newslint.archive.parts._ARTICLES", 5)
    for folder in ("out", "whole"):
        house("archive", "a.jsonl", "--output", folder, "--jobs", "1")
    assert rows("out") == rows("whole")
