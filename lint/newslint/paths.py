"""Paths: where the built-in packs, the data files and the user's caches and data are."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

CACHE_FOLDER: Final = "NEWSLINT_CACHE_DIR"  # where what runs keep is, instead of the user's cache folder
NO_CACHE: Final = "NEWSLINT_NO_CACHE"  # set to anything, runs keep nothing
_HERE: Final = Path(__file__).parent


def builtin_rules() -> Path:
    """Inside the wheel the packs sit beside this file; in a checkout, at the top."""
    packaged = _HERE / "rules"
    return packaged if packaged.is_dir() else _HERE.parents[1] / "rules"


def data(*names: str) -> Path:
    """A file of `data/`, beside this one: by path, because importlib.resources costs 15 ms and wheels are unpacked."""
    return _HERE.joinpath("data", *names)


def user_cache(*names: str) -> Path:
    """A file or folder of newslint's among this user's caches. RuntimeError where the user has no home."""
    return _of_user("~/Library/Caches", "XDG_CACHE_HOME", "~/.cache").joinpath(*names)


def default_folder() -> Path:
    """Where what this user's runs keep for later ones is. RuntimeError where the user has no home."""
    return Path(chosen) if (chosen := os.environ.get(CACHE_FOLDER)) else user_cache("results")


def user_data(*names: str) -> Path:
    """A file or folder of newslint's with what this user gave it to keep. RuntimeError where the user has no home."""
    return _of_user("~/Library/Application Support", "XDG_DATA_HOME", "~/.local/share").joinpath(*names)


def _of_user(mac: str, variable: str, otherwise: str) -> Path:
    """The folder of newslint where the platform keeps such things; `variable` is that of the XDG base directories."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = mac
    else:
        base = os.environ.get(variable) or otherwise
    return Path(base).expanduser() / "newslint"


def shown(path: Path) -> str:
    """A rule file's path for messages: relative to the packs' folder where it is a built-in one, else to the working one."""
    base = next((folder for folder in (builtin_rules(), Path.cwd()) if path.is_relative_to(folder)), None)
    return (path.relative_to(base) if base else path).as_posix()
