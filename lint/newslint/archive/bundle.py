"""Bundle: a configuration and all that it names in one file, for machines that share no disk with the one that has it.

A ZIP archive of a configuration without `extends`, of house packs with their lists, of a calibration and an index of claims.
The same files give the same bytes. Whoever reads one unpacks it into a folder that is named by its digest.
"""

from __future__ import annotations

import atexit
import hashlib
import io
import os
import shutil
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from newslint import __version__
from newslint.config import file as configs
from newslint.errors import ConfigError, UsageError
from newslint.paths import user_cache
from newslint.rulebook import packs

Config = str | os.PathLike[str] | bytes | None  # a path of a configuration or a bundle, the bytes of a bundle, or none

_CONFIG: Final = "newslint.yaml"
_ABOUT: Final = "bundle.txt"
SUFFIX: Final = ".zip"
_MOST: Final = 512 * 1024 * 1024  # bytes of a bundle's files, unpacked
# What means nothing on another machine: known findings are known by path, and no file is looked for there.
_LEFT: Final = ("extends", "vocabulary-files", "baseline", "exclude", "per-path", "default-excludes")


def packed(config: str | os.PathLike[str]) -> bytes:
    """The bundle of a configuration. ConfigError or RuleError if it cannot be used."""
    path = _there(config)
    found = configs.read(str(path))
    said = {key: value for key, value in found.data.items() if key not in _LEFT}
    files: dict[str, bytes] = {_ABOUT: f"newslint {__version__}\n".encode()}
    for key in ("packs", "extend-packs"):
        if said.get(key):
            said[key] = [_pack(spec, files) for spec in said[key]]
    for key in ("calibration", "claims"):
        if said.get(key):
            said[key] = _held(Path(said[key]), key, files)
    files[_CONFIG] = yaml.safe_dump(_plain(said), allow_unicode=True, sort_keys=True).encode()
    return _zipped(files)


def located(config: Config) -> str:
    """The absolute path of a configuration; that of a bundle is in the folder into which it is unpacked. Empty for none.

    UsageError if there is none, ConfigError for a file that is no bundle.
    """
    if config is None or config == "":
        return ""
    if isinstance(config, bytes):
        return str(_unpacked(config, "the bundle"))
    path = _there(config)
    return str(_unpacked(path.read_bytes(), path.name)) if path.suffix == SUFFIX else str(path)


def carried(config: Config) -> bytes | None:
    """A configuration as it travels: the bytes of its bundle; None for none."""
    if config is None or config == "" or isinstance(config, bytes):
        return config or None  # type: ignore[return-value]
    path = _there(config)
    return path.read_bytes() if path.suffix == SUFFIX else packed(path)


def _there(config: str | os.PathLike[str]) -> Path:
    path = Path(config).absolute()
    if not path.is_file():
        raise UsageError(f"'{os.fspath(config)}' does not exist; name a configuration or a bundle that is there")
    return path


def _pack(spec: str, files: dict[str, bytes]) -> str:
    """A pack's name in the bundle, its files added; a built-in pack is wherever newslint is.

    Its lists, and those of the folder above, lie there as they do here: a rule sees both.
    """
    if spec in packs.builtin_names():
        return spec
    path = packs.installed(spec) if spec.startswith("python:") else Path(spec)
    base, name = (path, path.name) if path.is_dir() else (path.parent, "rules")
    top = f"packs/{len({there.split('/')[1] for there in files if there.startswith('packs/')})}"
    for file in sorted(base.glob("*.yaml")) if path.is_dir() else [path]:
        files[f"{top}/{name}/{file.name}"] = file.read_bytes()
    for folder, there in ((base, f"{top}/{name}"), (base.parent, top)):
        for file in sorted(folder.glob("lists/*.txt")):
            files[f"{there}/lists/{file.name}"] = file.read_bytes()
    return f"{top}/{name}" if path.is_dir() else f"{top}/{name}/{path.name}"


def _held(path: Path, key: str, files: dict[str, bytes]) -> str:
    name = f"{key}/{path.name}"
    try:
        files[name] = path.read_bytes()
    except OSError as fault:
        raise ConfigError(f"cannot read '{path}': {fault.strerror or fault}") from None
    return name


def _plain(value: Any) -> Any:
    """Checked values as YAML writes them: lists for tuples."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)  # of 1980: no clock in the bytes
    return out.getvalue()


def _unpacked(data: bytes, name: str) -> Path:
    """The configuration of a bundle, in a folder of its own. ConfigError if it is none."""
    folder = home() / hashlib.sha256(data).hexdigest()[:32]
    if not (folder / _CONFIG).is_file():
        with tempfile.TemporaryDirectory(dir=folder.parent) as half:
            _extract(data, name, Path(half) / "whole")
            try:
                (Path(half) / "whole").rename(folder)
            except OSError:  # another process was quicker
                if not (folder / _CONFIG).is_file():
                    shutil.rmtree(folder, ignore_errors=True)
                    raise
    return folder / _CONFIG


@lru_cache(maxsize=1)
def home() -> Path:
    """Where bundles are unpacked: with the user's caches, or in a folder of this process's own."""
    try:
        home = user_cache("bundles")
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (RuntimeError, OSError):  # a worker's user may have no home, or none to write to
        home = Path(tempfile.mkdtemp(prefix="newslint-"))
        atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home


def _extract(data: bytes, name: str, folder: Path) -> None:
    refusal = f"'{name}' is no bundle; make one with 'newslint bundle CONFIG -o house.zip'"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if _CONFIG not in archive.namelist() or sum(entry.file_size for entry in entries) > _MOST:
                raise ConfigError(refusal)
            for entry in entries:
                inside = PurePosixPath(entry.filename)
                if inside.is_absolute() or ".." in inside.parts or "\\" in entry.filename or ":" in entry.filename:
                    raise ConfigError(f"'{name}' has a file that would be outside its folder; {refusal}")
                archive.extract(entry, folder)
    except zipfile.BadZipFile:
        raise ConfigError(refusal) from None
