"""Settings: the LanguageTool server, as `grammar:` in the configuration describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from newslint.paths import user_cache

if TYPE_CHECKING:
    from pathlib import Path


class GrammarSettings(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Where LanguageTool is and what it may use.

    `server` is the URL of a running server and overrides `folder`, a folder with `languagetool-server.jar`; with
    neither, language-tool-python's own copy is used. `memory` is the Java heap in MB; both limits are in seconds, the
    first for starting a server, the second for each request. `cache` is a folder for answers; without one they
    are kept in memory.
    """

    server: str = ""
    folder: str = ""
    memory: Annotated[int, Meta(ge=256)] = 1000
    start_limit: Annotated[float, Meta(gt=0)] = 60.0
    request_limit: Annotated[float, Meta(gt=0)] = 60.0
    cache: str = ""


def user_folder() -> Path:
    """The cache folder of this user that records running servers."""
    return user_cache("grammar")
