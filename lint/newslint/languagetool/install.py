"""Install: puts LanguageTool where newslint finds it, from Maven's registry, a download or a folder of jars."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.languagetool import copies
from newslint.languagetool.client import ServerError
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.languagetool.copies import Copy

VERSION: Final = "6.6"  # the release with which `rules/grammar` was judged
_HERE: Final = Path(__file__).parent
_SERVER_JAR: Final = lazy(r"languagetool-server-(\d+\.\d+)\.jar$")
_TODAY: Final = (1980, 1, 1, 0, 0, 0)  # so that every copy is the same, to the byte
_WIDTH: Final = 70  # bytes; lines of a manifest have at most 72, line end included


def from_maven(into: Path | None) -> Copy:
    """LanguageTool for English: 90 MB of jars that Maven fetches according to `pom.xml`; ServerError if it fails."""
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError("Maven is not installed; install it, or run: newslint grammar install --with download")
    with tempfile.TemporaryDirectory(prefix="newslint-") as folder:
        libs = Path(folder) / "libs"
        command = [maven, "-q", "-B", "-f", str(pom()), "dependency:copy-dependencies", f"-DoutputDirectory={libs}"]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            said = [line for line in (done.stdout + done.stderr).splitlines() if "ERROR" in line]
            raise ServerError(f"Maven could not fetch LanguageTool: {said[0].strip() if said else done.returncode}")
        return from_jars(libs, into)


def from_jars(libs: Path, into: Path | None) -> Copy:
    """A copy made from a folder of LanguageTool's jars and their dependencies; ServerError if it has no server jar."""
    jars = sorted(path for path in libs.glob("*.jar"))
    found = next((name[1] for jar in jars if (name := _SERVER_JAR.match(jar.name))), None)
    if found is None:
        raise ServerError(f"no languagetool-server-VERSION.jar in '{libs}'")
    folder = (into or copies.own_folder()) / f"LanguageTool-{found}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "libs").mkdir(parents=True)
    for jar in jars:
        shutil.copyfile(jar, folder / "libs" / jar.name)
    _write_launcher(folder / copies.JAR, [f"libs/{jar.name}" for jar in jars])
    return copies.in_folder(folder)


def pom() -> Path:
    """The project file that says what Maven fetches; it is beside this file."""
    return _HERE / "pom.xml"


def _write_launcher(jar: Path, class_path: list[str]) -> None:
    """A jar that only names the others, as `java -cp` and language-tool-python require."""
    manifest = f"Manifest-Version: 1.0\r\n{_folded('Class-Path: ' + ' '.join(class_path))}\r\n\r\n"
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF", _TODAY), manifest)


def _folded(line: str) -> str:
    """A header as the JAR specification folds it: lines of at most 72 bytes, continued after a space."""
    first, rest = line[:_WIDTH], line[_WIDTH:]
    return "\r\n ".join([first, *(rest[at : at + _WIDTH - 1] for at in range(0, len(rest), _WIDTH - 1))])
