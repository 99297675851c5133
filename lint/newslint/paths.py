"""Home: where the built-in packs and the data files live."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def builtin_rules() -> Path:
    """Inside the wheel the packs sit beside this file; in a checkout, at the top."""
    packaged = _HERE / "rules"
    return packaged if packaged.is_dir() else _HERE.parents[1] / "rules"


def data(*names: str) -> Path:
    """A file of `data/`, beside this one: by path, because importlib.resources costs 15 ms and wheels are unpacked."""
    return _HERE.joinpath("data", *names)


def shown(path: Path) -> str:
    """A rule file's path for messages: relative to the packs' folder where it is a built-in one, else to the working one."""
    base = next((folder for folder in (builtin_rules(), Path.cwd()) if path.is_relative_to(folder)), None)
    return (path.relative_to(base) if base else path).as_posix()
