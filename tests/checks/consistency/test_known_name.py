"""Names that newslint knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


def test_candidates_alone_load_rapidfuzz(lint: Callable[..., tuple[Finding, ...]]) -> None:
    import subprocess
    import sys

    code = (
        "import sys, datetime\n"
        "from newslint.article.document import Settings\n"
        "from newslint.article.readers import document_of\n"
        "from newslint.engine.linter import Linter\n"
        "from newslint.rulebook.packs import builtin\n"
        "from newslint.article.text import Text\n"
        "rules = [rule for rule in builtin() if rule.id in ('consistency.known-name', 'consistency.name-variant')]\n"
        "text = Text('Angela Merkel met Ann Tully and Zoltan Kertesz.', 'x')\n"
        "Linter(rules).lint(document_of(text, Settings(today=datetime.date(2024, 5, 15))))\n"
        "assert 'rapidfuzz' not in sys.modules, 'loaded without a candidate'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
