"""Languages: what they are called, in whole texts and in single blocks; names, lists and creoles are no other language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.article.language import guess, in_path, known, looks_foreign, name, of_stub

if TYPE_CHECKING:
    from conftest import Run

ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "texts" / "languages.tsv").read_text("utf-8").splitlines()
]
FOREIGN = [(code, text) for code, text in ROWS if code != "en"]
ENGLISH = [text for code, text in ROWS if code == "en"]


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_each_language_is_told(code: str, text: str) -> None:
    assert guess(text) == code
    assert looks_foreign(text)
    assert name(code) != name("?")


@pytest.mark.parametrize("text", ENGLISH)
def test_lists_names_and_creoles_are_not_foreign(text: str) -> None:
    assert guess(text) in ("", "en")
    assert not looks_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jorge Luis Borges, Buenos Aires",
        "Ursula von der Leyen",
        "Charles de Gaulle, Place de la Concorde",
        "No classes, parents scramble as teachers strike",
        "‘I’m afraid we’re going to lose the league’",
        "Peñarol, Colón, Águilas, Córdoba",
        "São Paulo: José Conceição dos Santos",
        "Pasta alla gricia, 12 euros",
        "Man bites dog",
        "doc: fix typo in the parser (Zoë Čapek) #4680",
        "Brian O’Hara plans comeback as markets fizzle",
        "Mi deh pon di road when di bus come",
        "Bad news, no news, old news",
    ],
)
def test_short_english_blocks_stay_english(text: str) -> None:
    assert not looks_foreign(text)


def test_what_no_language_is_called_declares_none() -> None:
    assert all(map(known, ("en-GB", "EN", "de", "pt-BR", "zh_Hant", "und", "fil")))
    assert not any(map(known, ("utf-8", "{{ page.lang }}", "", "html", "xx")))


def test_a_title_of_english_words_makes_no_foreign_paragraph_english() -> None:
    german = next(text for code, text in FOREIGN if code == "de")
    assert looks_foreign(f"{german} Sie hatte zuvor The Man with the Golden Arm gesehen.")


def test_half_of_an_article_in_another_language_leaves_it_english() -> None:
    english = (
        "The council voted to close the bridge, and the mayor said that it would be years before there was money. " * 12
    )
    italian = next(text for code, text in FOREIGN if code == "it")
    assert guess(f"{italian * 4}\n{english}") == "en"


def test_addresses_are_in_no_language() -> None:
    address = "https://clock.example/converter.html?iso=1&p1=1440&p2=37&p3=136&p4=237&p5=923&p6=204&p7=671&p8=16&p9=41"
    assert (
        guess(
            f"# Meeting 18\n\nNotes: no notes found\n\nDate: [May 4]({address})\n\nVideo: https://clips.example/o/a/os"
        )
        == ""
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/fr/pont.md", "fr"),
        ("de-AT/bruecke.md", "de"),
        ("posts/bridge.pt_br.html", "pt"),
        ("posts/bruecke-de.md", "de"),
        ("zh_cn/a/b.md", "zh"),
        ("hr/most.md", "bs"),
        ("no/bro.md", "nb"),
    ],
)
def test_a_path_names_a_language(path: str, code: str) -> None:
    assert in_path(path, code)


@pytest.mark.parametrize(("path", "code"), [("content/en/pont.md", "fr"), ("de/pont.md", "fr"), ("frites/a.md", "fr")])
def test_a_path_names_another_language_or_none(path: str, code: str) -> None:
    assert not in_path(path, code)


def test_a_few_words_are_in_the_language_of_their_folder() -> None:
    assert of_stub("Lexique du langage inclusif", "content/fr/lexique.md") == "fr"
    assert not of_stub("The mayor du jour", "content/fr/mayor.md")
    assert not of_stub("Lexique du langage inclusif", "content/en/lexique.md")
    assert not of_stub("Ann Lee", "content/fr/lee.md")
    assert not of_stub("le pont " * 99, "content/fr/pont.md")


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour council to meet to discuss storm repairs amid widespread local anger and damage across several fishing villages",
        "Surprise guests include former deputy mayor, former ferry captain, veteran swimmer and local museum founder plus husband",
    ],
)
def test_dense_english_is_known_without_the_detector(headline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.article.language._detector", None)
    assert guess(headline) in ("", "en")


def test_a_page_whose_template_declares_another_language_is_read_as_what_it_is(newslint: Run, tmp_path: Path) -> None:
    page = "<html lang='zh-CN'><body><article><h1>The pier</h1>{}</article></body></html>"
    english = "<p>The pier and the the boats that came with it have been shut, and they said that this was not from the storm.</p>"
    (tmp_path / "a.html").write_text(page.format(english * 2), "utf-8")
    assert "integrity.doubled-word" in newslint("--quick", "a.html").out
    (tmp_path / "a.html").write_text(page.format("<p>码头和船只已经关闭，他们说这不是因为暴风雨。</p>" * 6), "utf-8")
    assert "1 silenced" in newslint("--quick", "a.html").err  # that it is in the language that it declares
