"""Servers that do not start, hang, die or answer garbage: one sentence each, and the other rules go on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from newslint.engine.linter import Linter
from newslint.errors import Unavailable
from newslint.languagetool import session
from newslint.languagetool.client import ServerError
from newslint.languagetool.proofreader import issues
from newslint.languagetool.session import opened
from newslint.languagetool.settings import GrammarSettings
from newslint.rulebook import packs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newslint.article.document import Document
    from newslint.languagetool.server import Running

TEXT = "A plain paragraph about a council that met on Monday and went home again."
RULES = """
rules:
  - {id: house.slip, kind: proofread, severity: warning, message: "{advice}.", why: w, categories: [GRAMMAR]}
  - {id: house.other, kind: proofread, severity: warning, message: "{advice}.", why: w, categories: [MISC]}
  - {id: house.word, kind: phrase, severity: warning, message: "'{match}'.", why: w, phrases: [council]}
"""


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("old", "Java is too old: Detected java 11.0"),
        ("speechless", "'java -version' does not work"),
        ("exits", "exited at start with code 3"),
        ("sleeps", "did not start within 0.6 s"),
        ("mute", "did not answer within 0.6 s"),
        ("garbage", "does not answer like LanguageTool"),
        ("dies", "cannot reach"),
    ],
)
def test_a_failing_server_is_one_sentence(
    mode: str, said: str, broken: Callable[[str], str], article: Callable[..., Document]
) -> None:
    start = 0.6 if mode == "sleeps" else 20
    with (
        opened(GrammarSettings(folder=broken(mode), start_limit=start, request_limit=0.6)) as run,
        pytest.raises(Unavailable) as first,
    ):
        issues(article(TEXT))
    assert said in first.value.message
    assert first.value.message.startswith("grammar rules did not run: ")
    assert "\n" not in first.value.message
    assert not run.folder.exists()


@pytest.mark.parametrize("mode", ["mute", "garbage", "dies"])
def test_a_failing_server_is_restarted_once_and_then_left(
    mode: str, broken: Callable[[str], str], article: Callable[..., Document]
) -> None:
    with opened(GrammarSettings(folder=broken(mode), request_limit=0.6)) as run:
        with pytest.raises(Unavailable) as first:
            issues(article(TEXT))
        os.environ["PATH"] = ""  # whoever comes later hears the same at once, without a third start
        with pytest.raises(Unavailable) as second:
            issues(article(TEXT + " And again."))
        running = run.running()
    assert second.value.message == first.value.message
    assert running is not None
    assert running.process.handle() is None


def test_no_java(
    broken: Callable[[str], str], article: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = broken("well")
    monkeypatch.setenv("PATH", "")
    with (
        opened(GrammarSettings(folder=folder)),
        pytest.raises(Unavailable, match="no Java on the PATH; LanguageTool needs Java 17"),
    ):
        issues(article(TEXT))


def test_no_copy(
    tmp_path: Path, broken: Callable[[str], str], article: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken("well")
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "none"))
    with (
        opened(GrammarSettings()),
        pytest.raises(Unavailable, match="LanguageTool is not installed; run 'newslint"),
    ):
        issues(article(TEXT))
    with (
        opened(GrammarSettings(folder=str(tmp_path / "bin"))),
        pytest.raises(Unavailable, match=r"no languagetool-server\.jar in"),
    ):
        issues(article(TEXT))


def test_a_server_elsewhere_that_is_gone(article: Callable[..., Document]) -> None:
    with (
        opened(GrammarSettings(server="127.0.0.1:9")),
        pytest.raises(Unavailable, match=r"cannot reach the server at \S*127\.0\.0\.1:9"),
    ):
        issues(article(TEXT))


def test_a_language_that_the_server_lacks(broken: Callable[[str], str], article: Callable[..., Document]) -> None:
    with opened(GrammarSettings(folder=broken("well"))) as run:
        with pytest.raises(Unavailable, match="does not support 'en-GB'"):
            issues(article(TEXT, "en-GB"))
        assert run.state().starts == 1
        assert issues(article(TEXT, "en-US")) == ()


def test_the_other_rules_go_on(tmp_path: Path, article: Callable[..., Document]) -> None:
    (tmp_path / "house.yaml").write_text(RULES)
    linter = Linter(list(packs.load_pack(tmp_path / "house.yaml")))
    with opened(GrammarSettings(server="http://127.0.0.1:9")):
        report = linter.lint(article(TEXT))
    assert [finding.rule for finding in report.findings] == ["house.word"]
    assert [type(error) for error in report.errors] == [Unavailable]
    assert str(report.errors[0]).startswith(
        "error: grammar rules did not run: cannot reach the server at http://127.0.0.1:9"
    )


def test_a_run_that_was_killed_is_cleaned_up_by_the_next(broken: Callable[[str], str]) -> None:
    settings = GrammarSettings(folder=broken("well"))
    orphan = session.create(settings)
    orphan.url()
    notes = orphan.folder / "session.json"
    notes.write_text(notes.read_text().replace(f'"owner":{os.getpid()}', f'"owner":{2**22 + 1}'))
    running = orphan.running()
    assert running is not None
    with opened(settings) as run:
        run.url()
        assert [left.folder for left in session.left()] == [run.folder]
    assert running.process.handle() is None


def test_notes_that_cannot_be_read_are_passed_over(broken: Callable[[str], str]) -> None:
    with opened(GrammarSettings(folder=broken("well"))) as run:
        (run.folder.parent / "run-broken").mkdir()
        (run.folder.parent / "run-broken" / "session.json").write_text("{")
        assert [left.folder for left in session.left()] == [run.folder]
        with pytest.raises(ServerError):
            raise ServerError(run.url())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_stops_its_server(jobs: str, broken: Callable[[str], str], tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(4):
        (articles / f"{number}.txt").write_text(f"A council met\n\n{TEXT} It was meeting number {number}.\n")
    (articles / ".newslint.yaml").write_text(
        f"select: [grammar]\ngrammar: {{folder: {broken('mute')}, request-limit: 90}}\n"
    )
    command = [sys.executable, "-m", "newslint", "--jobs", jobs, str(articles)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        running = _soon(lambda: next((run.running() for run in session.left()), None))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=150)
    assert process.returncode not in (0, 1)
    assert "Traceback" not in said
    assert running.process.handle() is None
    assert list(session.left()) == []


def _soon(look: Callable[[], Running | None]) -> Running:
    """What there is to see, once there is."""
    for _ in range(600):
        if (seen := look()) is not None:
            return seen
        time.sleep(0.1)
    pytest.fail("no server was started")
