"""Compiles the rule packs to plain data while the wheel is built."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePacks(BuildHookInterface[Any]):
    """Writes rules/compiled.json (not in version control) and adds it to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "lint"))
        from newslint.rulebook.packs import COMPILED, compile_packs

        (root / "rules" / COMPILED).write_bytes(compile_packs(root / "rules"))
        build_data["artifacts"].append(f"rules/{COMPILED}")
