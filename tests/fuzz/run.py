"""Fuzzes each reader for a while: `python tests/fuzz/run.py --seconds 20 [FORM…]`. Exit 1 if one fails.

New inputs go to a temporary folder; a crash is written to the folder given by --crashes. Needs atheris, which has
wheels for few Pythons; without it this says so and succeeds.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from newslint.article.readers import READERS

HERE = Path(__file__).resolve().parent
FORMS = [form.name for form in READERS]


def fuzz(form: str, seconds: int, crashes: Path) -> int:
    """The exit status of one target after `seconds`."""
    with tempfile.TemporaryDirectory() as fresh:
        command = [
            *(sys.executable, str(HERE / "target.py"), form, fresh, str(HERE / "corpus" / form)),
            *(
                f"-max_total_time={seconds}",
                f"-dict={HERE / 'markup.dict'}",
                f"-artifact_prefix={crashes}{os.sep}{form}-",
            ),
            *(
                "-timeout=5",
                "-rss_limit_mb=1024",
                "-max_len=4096",
                "-verbosity=0",
                "-use_value_profile=1",
                "-print_final_stats=1",
            ),
        ]
        return subprocess.run(
            command, check=False, env={**os.environ, "PYTHONPATH": str(HERE.parents[1] / "lint")}
        ).returncode


def main() -> int:
    """0 if every target lived, or if there is no atheris."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20, help="for each reader (default: 20)")
    parser.add_argument("--crashes", type=Path, default=Path(tempfile.gettempdir()), help="folder for inputs that fail")
    parser.add_argument("forms", nargs="*", default=FORMS, metavar="FORM", help="readers (default: all)")
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        version = sys.version.split()[0]
        sys.stdout.write(f"fuzzing skipped: atheris is not installed (pip install atheris; this is Python {version})\n")
        return 0
    options.crashes.mkdir(parents=True, exist_ok=True)
    failed = [form for form in options.forms if fuzz(form, options.seconds, options.crashes)]
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else f"{', '.join(options.forms)}: no failure\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
