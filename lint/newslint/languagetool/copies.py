"""Copies: LanguageTool on this machine, and the Java that runs it. The one file that imports language_tool_python.

language-tool-python (GPL-3.0, hence an optional extra) knows where its downloads lie, which release needs which Java,
and the checksums of the releases. Its server and client are not used: they try up to 900 ports at 15 s each when Java
fails at once, wait 300 s for a server that hangs, and take neither a heap size nor an existing folder.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.languagetool.client import ServerError

if TYPE_CHECKING:
    from types import ModuleType

JAR: Final = "languagetool-server.jar"
_VERSION: Final = re.compile(r"LanguageTool-(\d+\.\d+)$")
_MENDING: Final = "run 'newslint grammar install', or name a server or a folder under 'grammar:' in .newslint.yaml"


class Copy(Struct, frozen=True):
    """A LanguageTool on disk: its jar, and its version where the folder's name tells (else empty)."""

    jar: Path
    version: str = ""

    @property
    def identity(self) -> str:
        """What tells one copy's answers from another's."""
        status = self.jar.stat()
        return f"{self.jar}|{self.version}|{status.st_size}|{status.st_mtime_ns}"


def find(folder: str) -> Copy:
    """The copy in `folder`, or language-tool-python's newest; ServerError says what is missing."""
    if folder:
        return in_folder(Path(folder).expanduser())
    local = _library().download_lt.LocalLanguageTool.get_latest_installed_version()
    if local is None:
        raise ServerError(f"no copy of LanguageTool was found; {_MENDING}")
    try:
        return Copy(Path(local.get_jar_path()), str(local.version_name))
    except FileNotFoundError:
        raise ServerError(f"the copy of LanguageTool {local.version_name} has no {JAR}; {_MENDING}") from None


def in_folder(folder: Path) -> Copy:
    """The copy that a folder holds; ServerError if it has no server's jar."""
    jar = folder / JAR
    if not jar.is_file():
        raise ServerError(f"there is no {JAR} in {folder}; {_MENDING}")
    name = _VERSION.search(folder.resolve().name)
    return Copy(jar.resolve(), name[1] if name else "")


def confirm_java(version: str = "") -> str:
    """The path of a Java that runs that LanguageTool (default: the newest); ServerError says what is wrong with it."""
    from shutil import which

    java = which("java")
    if java is None:
        raise ServerError("Java was not found; LanguageTool needs Java 17 or newer on the PATH")
    library = _library()
    try:
        library.download_lt.confirm_java_compatibility(version or library.download_lt.LTP_DOWNLOAD_VERSION)
    except SystemError as fault:
        raise ServerError(f"Java is too old: {_sentence(fault)}") from None
    except Exception as fault:  # Java that does not start, or does not say its version as anyone expects
        raise ServerError(f"'java -version' does not work ({_sentence(fault)}); LanguageTool needs Java 17") from None
    return java


def own_folder() -> Path:
    """Where language-tool-python keeps its copies: `$LTP_PATH`, else a folder in the user's cache."""
    return Path(_library().utils.get_language_tool_download_path())


def download(version: str) -> Copy:
    """Fetches a release with language-tool-python, which checks its SHA-256; ServerError if that fails."""
    confirm_java(version)
    try:
        local = _library().download_lt.LocalLanguageTool.from_version_name(version)
        local.download()
        return Copy(Path(local.get_jar_path()), version)
    except Exception as fault:  # whatever the network, the disk or the archive did
        raise ServerError(f"LanguageTool {version} could not be downloaded: {_sentence(fault)}") from None


def _library() -> ModuleType:
    try:
        import language_tool_python
        from language_tool_python import download_lt, utils
    except ImportError:
        raise ServerError("starting LanguageTool needs an extra: pip install 'newslint[grammar]'") from None
    assert (download_lt, utils) == (language_tool_python.download_lt, language_tool_python.utils)
    return language_tool_python


def _sentence(fault: Exception) -> str:
    return " ".join(str(fault).split()).rstrip(".") or type(fault).__name__
