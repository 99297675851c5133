"""What processes cost: CPU time and memory of commands, of a server, and of newslint with few and many rules of a house."""

from __future__ import annotations

import os
import random
import socket
import string
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import NamedTuple

# Python may keep what it compiles: whoever installs a tool does not compile its modules at each start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT |= {"PYTHONHASHSEED": "0", "NO_COLOR": "1"}


class Cost(NamedTuple):
    """CPU seconds of the whole process and its peak memory in MB."""

    seconds: float
    memory: float


def cost(command: list[str]) -> Cost:
    """Runs a command, its output thrown away."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    return ended(process)


def ended(process: subprocess.Popen[bytes]) -> Cost:
    """What a process had cost when it ended."""
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(command: list[str], rounds: int) -> Cost:
    """The cheapest of several runs, after one that is not counted, in which Python compiles modules."""
    cost(command)
    return min(cost(command) for _ in range(rounds))


def of_languagetool(folder: Path, paths: list[Path]) -> Cost:
    """LanguageTool's server with its default rules for American English, one article after the other."""
    jar = next(folder.rglob("languagetool-server.jar"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        "java",
        "-cp",
        f"{jar}:{jar.parent / 'libs'}/*",
        "org.languagetool.server.HTTPServer",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for path in paths:
            _ask(f"http://127.0.0.1:{port}/v2/check", path.read_text("utf-8"))
    finally:
        server.terminate()
    return ended(server)


def _ask(url: str, text: str) -> None:
    data = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
    for _ in range(120):
        try:
            urllib.request.urlopen(url, data).read()
        except urllib.error.URLError:  # it is still starting
            time.sleep(0.5)
        else:
            return
    raise SystemExit(f"LanguageTool does not answer at {url}")


def rules(command: list[str], files: list[str], folder: Path, rounds: int) -> list[str]:
    """What 20 and 2,000 rules of a house, half of them phrases and half regular expressions, cost beside the built-in ones."""
    spent = {count: best([*command, "--config", str(_house(folder, count)), *files], rounds) for count in (0, 20, 2000)}
    loading = {
        count: best([*command, "--config", str(_house(folder, count)), files[0]], rounds) for count in (0, 20, 2000)
    }
    rows = [
        f"| {count:,} | {spent[count].seconds:.2f} | {loading[count].seconds:.2f} | {spent[count].memory:.0f} |"
        for count in spent
    ]
    few, many = (spent[count].seconds - loading[count].seconds for count in (20, 2000))
    return [
        "| rules of the house | CPU s | of which for the first article | peak MB |",
        "|---|---|---|---|",
        *rows,
        "",
        f"2,000 rules take {many / few:.2f} × the time of 20; with loading {spent[2000].seconds / spent[20].seconds:.2f} ×.",
    ]


def _house(folder: Path, count: int) -> Path:
    """A configuration with a pack of so many rules."""
    chosen = random.Random(count)

    def word() -> str:
        return "".join(chosen.choices(string.ascii_lowercase, k=6))

    rules = []
    for number in range(count):
        looks = f"kind: phrase\n    phrases: [{word()} {word()}, {word()} {word()}]"
        if number % 2:
            looks = f"kind: pattern\n    pattern: '\\b{word()}\\w* (?:{word()}|{word()}) \\d+'"
        rules.append(
            f"  - id: house{count}.rule-{number}\n    {looks}\n    severity: info\n    message: \"'{{match}}'.\"\n"
            f"    why: benchmark\n    examples: {{bad: [x], good: [y]}}\n"
        )
    config = folder / f"config{count}.yaml"
    config.write_text("{}\n", "utf-8")
    if count:
        (folder / f"house{count}.yaml").write_text("rules:\n" + "".join(rules), "utf-8")
        config.write_text(f"extend-packs: [{folder / f'house{count}.yaml'}]\n", "utf-8")
    return config
