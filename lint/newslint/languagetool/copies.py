"""Copies: LanguageTool on this machine, and the Java that runs it. The one file that imports language_tool_python.

language-tool-python (GPL-3.0, so an optional extra) knows where its downloads are, which release needs which Java,
and the checksums of the releases. Its server and client are not used: they try up to 900 ports at 15 s each when Java
fails at once, wait 300 s for a server that hangs, and accept neither a heap size nor an existing folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.languagetool.client import ServerError
from newslint.patterns import lazy

if TYPE_CHECKING:
    from types import ModuleType

JAR: Final = "languagetool-server.jar"
_VERSION: Final = lazy(r"LanguageTool-(\d+\.\d+)$")
_REMEDY: Final = "run 'newslint grammar install', or set a server or a folder under 'grammar:' in .newslint.yaml"


class MissingExtra(ServerError):
    """The extra `newslint[grammar]` is not installed."""


class Copy(Struct, frozen=True):
    """A copy of LanguageTool on disk: its jar, and its version if the folder's name gives it (else empty)."""

    jar: Path
    version: str = ""

    @property
    def identity(self) -> str:
        """What distinguishes the answers of one copy from another's."""
        status = self.jar.stat()
        return f"{self.jar}|{self.version}|{status.st_size}|{status.st_mtime_ns}"


def find(folder: str) -> Copy:
    """The copy in `folder`, or language-tool-python's newest one; ServerError says what is missing."""
    if folder:
        return in_folder(Path(folder).expanduser())
    local = _library().download_lt.LocalLanguageTool.get_latest_installed_version()
    if local is None:
        raise ServerError(f"LanguageTool is not installed; {_REMEDY}")
    try:
        return Copy(Path(local.get_jar_path()), str(local.version_name))
    except FileNotFoundError:
        raise ServerError(f"the copy of LanguageTool {local.version_name} has no {JAR}; {_REMEDY}") from None


def in_folder(folder: Path) -> Copy:
    """The copy in a folder; ServerError if it has no server jar."""
    jar = folder / JAR
    if not jar.is_file():
        raise ServerError(f"no {JAR} in '{folder}'; {_REMEDY}")
    name = _VERSION.search(folder.resolve().name)
    return Copy(jar.resolve(), name[1] if name else "")


def confirm_java(version: str = "") -> str:
    """The path of a Java for this version of LanguageTool (default: the newest); ServerError says what is wrong."""
    from shutil import which

    java = which("java")
    if java is None:
        raise ServerError("no Java on the PATH; LanguageTool needs Java 17 or newer")
    library = _library()
    try:
        library.download_lt.confirm_java_compatibility(version or library.download_lt.LTP_DOWNLOAD_VERSION)
    except SystemError as fault:
        raise ServerError(f"Java is too old: {_sentence(fault)}") from None
    except Exception as fault:  # Java does not start, or reports its version in an unexpected form
        raise ServerError(
            f"'java -version' does not work ({_sentence(fault)}); LanguageTool needs Java 17 or newer"
        ) from None
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
    except Exception as fault:  # anything that network, disk or archive may do
        raise ServerError(f"LanguageTool {version} could not be downloaded: {_sentence(fault)}") from None


def _library() -> ModuleType:
    try:
        import language_tool_python
        from language_tool_python import download_lt, utils
    except ImportError:
        raise MissingExtra("language-tool-python is not installed (pip install 'newslint[grammar]')") from None
    assert (download_lt, utils) == (language_tool_python.download_lt, language_tool_python.utils)
    return language_tool_python


def _sentence(fault: Exception) -> str:
    return " ".join(str(fault).split()).rstrip(".") or type(fault).__name__
