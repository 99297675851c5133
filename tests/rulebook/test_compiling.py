"""The packs are compiled while the wheel is built, where only the build's own requirements are installed."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_packs_compile_with_what_the_build_requires() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    required = {line.split(">")[0].lower() for line in project["build-system"]["requires"]}
    others = sorted(
        module
        for module, names in packages_distributions().items()
        if module.isidentifier() and module != "newslint" and not required & {name.lower() for name in names}
    )
    code = (
        f"import sys\nfor name in {others!r}: sys.modules[name] = None\n"
        "from pathlib import Path\nfrom newslint.rulebook.packs import compile_packs\n"
        f"assert compile_packs(Path({str(ROOT / 'rules')!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(ROOT / "lint")},
    )
    assert done.returncode == 0, done.stderr[-800:]
