"""Identity: everything that the result of an article depends on, as a short name: the same name, the same result.

What a run may depend on is added in one of three places: what is said in a configuration or on a command line is in it by being a
key of `Effective`, unless `_WITHOUT_EFFECT` names it; what a kind of check asks beside the article (a server, an index) is what
its `Check.state` says; a file that belongs to an article is one of `BESIDE`. The day, and files that an article itself leads to,
are known only when it has been read: they are kept with the result (see `run.kept`).
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import structs

import newslint
from newslint.checks import kind
from newslint.engine import sidecar
from newslint.reading import models

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.config.effective import Effective

# Keys, and what a command line says besides: which files are linted, what becomes of findings, and what other keys hold already.
_WITHOUT_EFFECT: Final = frozenset(
    {
        *("exclude", "default_excludes", "per_path", "fail_on", "min_severity", "baseline", "docs", "lacking"),
        *("packs", "calibration", "command", "data", "config", "require", "fix", "diff", "changed", "cache", "today"),
    }
)
BESIDE: Final = (sidecar.SUFFIX,)  # endings, after an article's own name, of the files that belong to it
_SIZE: Final = 20  # bytes


def of_settings(effective: Effective) -> bytes | None:
    """The name of all that articles of one configuration share; None if something it depends on cannot be known."""
    keys = structs.asdict(effective)
    kinds = {part.kind for rule in effective.rules for part in rule.parts if part.opens}
    states = [kind(name).state(keys) for name in sorted(kinds)]
    if None in states or effective.command.source_dir:  # any text that comes to that folder may be a better source
        return None
    told = {**keys, **structs.asdict(effective.command)}
    said = {key: value for key, value in told.items() if key not in _WITHOUT_EFFECT}
    written = msgspec.json.encode([said, states, _readers(effective)], order="deterministic")
    return _digest((*_installation(), written))


def of_article(settings: bytes, shown: str, path: str, data: bytes, *, templated: bool) -> bytes:
    """The name of an article's result: its bytes, what it is called, and what lies beside it (`path` is empty for a text)."""
    beside = (_content(path + suffix) for suffix in BESIDE) if path else ()
    return _digest((settings, os.fsencode(shown), bytes([templated]), *beside, data))


def digest(data: bytes) -> bytes:
    """What tells the bytes of one file from those of another."""
    return hashlib.blake2b(data, digest_size=_SIZE).digest()


def _content(path: str) -> bytes:
    """A file's bytes, told apart from a file that is not there and one that cannot be read."""
    try:
        with open(path, "rb") as file:
            return b"+" + file.read()
    except OSError as fault:
        return str(fault.errno).encode()


def _readers(effective: Effective) -> list[str]:
    """The models that read along, each with its version."""
    return list(models.names(effective.parser, reader=effective.reader))


@lru_cache(maxsize=1)
def _installation() -> tuple[bytes, ...]:
    """What runs: this program, the interpreter, and every package that is installed beside it, by name and version."""
    return b"\n".join(_program()), sys.version.encode(), "\n".join(sorted(_packages())).encode()


def _program() -> Iterator[bytes]:
    """What tells one state of newslint's own files from another: what pip has written down of a wheel, else name, size and time."""
    home = Path(newslint.__file__).parent
    record = home.parent / f"newslint-{newslint.__version__}.dist-info" / "RECORD"
    if record.is_file():
        yield record.read_bytes()
        return
    for folder, below, names in os.walk(home):
        below.sort()
        for name in sorted(name for name in names if not name.endswith(".pyc")):
            status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 (four hundred files before anything is linted)
            yield f"{folder}/{name} {status.st_size} {status.st_mtime_ns}".encode()


def _packages() -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        try:
            yield from (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
        except OSError:  # a zip file, or a folder that is not there
            continue


def _digest(parts: Iterable[bytes]) -> bytes:
    """One name of several parts, none of which can run into the next."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
