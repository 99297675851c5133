"""Settings: what `grammar:` in the configuration says about the LanguageTool server."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct


class GrammarSettings(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Where LanguageTool is and what it may use.

    `server` is the URL of a running server and goes before `folder`, a folder with `languagetool-server.jar`; with
    neither, language-tool-python's own copy serves. `memory` is the Java heap in MB; both limits are in seconds, the
    first for the start of a server, the second for each request. `cache` is a folder for answers; without one they
    are kept in memory.
    """

    server: str = ""
    folder: str = ""
    memory: Annotated[int, Meta(ge=256)] = 1000
    start_limit: Annotated[float, Meta(gt=0)] = 60.0
    request_limit: Annotated[float, Meta(gt=0)] = 60.0
    cache: str = ""


def user_folder() -> Path:
    """The folder of this user's caches that holds the notes about running servers."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "newslint" / "grammar"
