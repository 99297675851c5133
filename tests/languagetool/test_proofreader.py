"""What is sent, and what comes back, with a real LanguageTool."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import Unavailable
from newslint.languagetool import proofreader, session
from newslint.languagetool.client import Issue
from newslint.languagetool.proofreader import BATCH, batches, issues, split, variety
from newslint.languagetool.session import Session, opened
from newslint.languagetool.settings import GrammarSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.article.document import Document
from newslint.article.readers import document_of

TEXTS = st.lists(st.text(alphabet="ab .🙂", min_size=1, max_size=BATCH // 2), max_size=5)


def found(document: Document) -> list[tuple[str, str]]:
    text = document.prose.text
    return [(issue.rule, text[issue.start : issue.end]) for issue in issues(document)]


def test_the_place_is_exact_after_emoji(languagetool: Session, article: Callable[..., Document]) -> None:
    document = article("The 🙂🙂 mayor 🇺🇸 said said that the the bridge was safe.")
    assert found(document) == [("ENGLISH_WORD_REPEAT_RULE", "said said"), ("ENGLISH_WORD_REPEAT_RULE", "the the")]


def test_markup_is_not_sent_and_places_lead_back_to_the_file(
    languagetool: Session, article: Callable[..., Document]
) -> None:
    document = article(
        "The **mayor&rsquo;s** [office\nsaid](http://example.org/a) said that\nthat bridge is safe.\n", form="markdown"
    )
    if "**" in document.prose.text:
        pytest.skip("there is no reader for Markdown yet")
    spans = [document.prose.span(issue.start, issue.end) for issue in issues(document)]
    seen = [document.text.content[span.start : span.end] for span in spans]
    assert "said](http://example.org/a) said" in seen


def test_a_paragraph_is_judged_by_itself(languagetool: Session, article: Callable[..., Document]) -> None:
    lines = [
        "The mayor said said that the bridge was safe.",
        "It was a honest mistake, the clerk added, (and nobody closed the bracket.",
        "The council will meets again in May.",
        "“A quotation that goes on, he said.",
        "a paragraph without its capital.",
    ]
    together = found(article("\n".join(["The council and its bridge", *lines])))
    alone = [one for line in lines for one in found(article("The council and its bridge\n" + line))]
    assert together == alone
    assert len(together) >= 4


def test_the_house_says_which_english(languagetool: Session, article: Callable[..., Document]) -> None:
    text = "The council said that the colour of the theatre was a matter for the neighbours, and that was all."
    assert [seen for _, seen in found(article(text, "en-US"))] == ["colour", "theatre", "neighbours"]
    assert found(article(text, "en-GB")) == []
    assert found(article(text, "en")) == []


@pytest.mark.parametrize(
    ("house", "asked"),
    [("en", "en"), ("en-us", "en-US"), ("en-AU", "en-AU"), ("en-IE", "en"), ("de-DE", "en")],
)
def test_varieties(house: str, asked: str, article: Callable[..., Document]) -> None:
    text = "The council said that it was not for the mayor to say what the people of the town had to do with all of it."
    assert variety(article(text, house)) == asked


def test_other_languages_pass_through(article: Callable[..., Document]) -> None:
    document = article("La ville.", "fr-CA")
    assert variety(document) == "fr-ca"


def test_a_paragraph_is_asked_for_once(
    languagetool: Session, article: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = found(article("The mayor said said so, and so on it went for a while.\n\nIt was a apple."))
    asked: list[str] = []

    def ask(_self: object, text: str, _language: str) -> list[Issue]:
        asked.append(text)
        return []

    monkeypatch.setattr(proofreader.Proofreader, "_ask", ask)
    assert found(article("It was a apple.\n\nThe mayor said said so, and so on it went for a while.")) == first[::-1]
    found(article("It was a apple.\n\nThe mayor said nothing, and so on it went for a while."))
    assert asked == ["The mayor said nothing, and so on it went for a while."]


def test_answers_outlive_the_run_in_a_folder(
    languagetool: Session, article: Callable[..., Document], tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = GrammarSettings(server=languagetool.url(), cache=str(tmp_path_factory.mktemp("answers")))
    text = "The clerk said said that nobody had asked for the bridge in the first place."
    with opened(settings):
        first = found(article(text))
    with opened(settings) as run:
        reader = proofreader.Proofreader(run)
        reader._ask = lambda *_: pytest.fail("the answer was known")  # type: ignore[method-assign]
        assert [issue.rule for issue in reader.read(article(text))] == [rule for rule, _ in first]


def _ask_in_a_worker(text: str) -> tuple[str, int]:
    import datetime

    from newslint.article.document import Settings
    from newslint.article.text import Text

    document = document_of(Text(text, "article"), Settings(today=datetime.date(2024, 5, 15), language="en-US"))
    count = len(issues(document))
    return session.current().url(), count


def test_workers_share_one_server(languagetool: Session) -> None:
    with opened(GrammarSettings(memory=700)) as run:
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            texts = [f"The mayor said said it {number} times to the council." for number in range(8)]
            seen = pool.map_async(_ask_in_a_worker, texts, chunksize=1).get(timeout=300)
        assert {count for _, count in seen} == {1}
        assert len({url for url, _ in seen}) == 1
        assert run.state().starts == 1
        running = run.running()
        assert running is not None
        process = running.process.handle()
        assert process is not None
        assert {c.laddr.ip.removeprefix("::ffff:") for c in process.net_connections("tcp") if c.status == "LISTEN"} == {
            "127.0.0.1"
        }
    assert running.process.handle() is None


def test_a_crash_costs_a_restart_and_no_finding(languagetool: Session, article: Callable[..., Document]) -> None:
    with opened(GrammarSettings(memory=700)) as run:
        one = found(article("The clerk said said that it was raining in the town."))
        first = run.running()
        assert first is not None
        psutil.Process(first.process.pid).kill()
        two = found(article("The clerk said said that it was snowing in the town."))
        second = run.running()
        assert second is not None
        assert second.process != first.process
        assert one == two != []
        psutil.Process(second.process.pid).kill()
        with pytest.raises(Unavailable, match="was restarted, and stopped again"):
            issues(article("The clerk said said that it was hailing in the town."))


@given(TEXTS)
def test_batches_hold_every_text_in_order(texts: list[str]) -> None:
    made = list(batches(texts))
    assert [text for batch in made for text in batch] == texts
    assert all(len("\n\n".join(batch)) <= BATCH for batch in made)


@given(TEXTS.filter(bool))
def test_issues_of_a_batch_go_to_their_text(batch: list[str]) -> None:
    starts = [sum(len(text) + 2 for text in batch[:number]) for number in range(len(batch))]
    sent = [Issue(start, start + len(text), "R", "C", text) for start, text in zip(starts, batch, strict=True)]
    astray = Issue(len(batch[0]) - 1, len(batch[0]) + 1, "ASTRAY", "C", "")
    assert [[i.message for i in one] for one in split([*sent, astray], batch)] == [[text] for text in batch]


@pytest.mark.parametrize("length", [0, 1, BATCH, BATCH + 1, 3 * BATCH])
@pytest.mark.parametrize("letters", ["a", "a b ", "One. Two.\n", "🙂"])
def test_long_paragraphs_are_cut_without_loss(letters: str, length: int, article: Callable[..., Document]) -> None:
    document = article((letters * (length // len(letters) + 1))[:length])
    pieces = list(proofreader._paragraphs(document))
    prose = document.prose.text
    assert all(len(text) <= BATCH for _, text in pieces)
    assert all(prose[at : at + len(text)].replace("\n", " ") == text for at, text in pieces)
    assert sum(len(text) for _, text in pieces) == sum(s.end - s.start for s in document.segments)


def test_nothing_is_started_for_nothing(broken: Callable[[str], str], article: Callable[..., Document]) -> None:
    with opened(GrammarSettings(folder=broken("well"))) as run:
        assert issues(article("")) == ()
        assert run.running() is None
        assert os.environ[session.VARIABLE] == str(run.folder)
