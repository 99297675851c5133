"""People: who is named, by which offices, and which mentions are of one person."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.names import headline_names, mentions, plain
from newslint.knowledge.people import Person, held, people

NAMES = st.sampled_from(
    ["Ann Tully", "Recep Tayyip Erdogan", "Xi Jinping", "Tully", "John F. Kennedy Jr.", "Van der Berg"]
)


def document(text: str) -> Document:
    return document_of(Text(text, "article"), Settings(today=datetime.date(2024, 5, 15)))


def persons(text: str) -> list[Person]:
    return list(document(text).derived(people))


def roles(text: str) -> list[tuple[str, str, str]]:
    """(name, office, nations) of everyone who is given two offices."""
    found = document(text).derived(held)
    return [
        (person.name, role.office.name, "".join(sorted(role.nation.codes)) if role.nation else "")
        for person, said in found
        for _, role in said
    ]


def test_a_name_is_read_without_what_stands_before_it() -> None:
    text = "But Federal Reserve Chair Jerome Powell met CNN's Fareed Zakaria and Sen. Susan Collins of Maine on Monday."
    assert [mention.name for mention in document(text).derived(mentions)] == [
        ("Jerome", "Powell"),
        ("Fareed", "Zakaria"),
        ("Susan", "Collins"),
    ]


def test_offices_stand_in_the_run_before_it_and_in_apposition() -> None:
    text = "Turkish President Kemal Aydin spoke. The Turkish leader Aydin left. Aydin, the president of Turkey, is 70."
    assert roles(text) == [
        ("Kemal Aydin", "president", "TR"),
        ("Kemal Aydin", "leader", "TR"),
        ("Kemal Aydin", "president", "TR"),
    ]


def test_an_apposition_before_the_name_closes_after_it() -> None:
    text = "The Chilean foreign minister, Rodrigo Alcazar, met the prime minister of Peru, Ann Vega. Mr Alcazar, Chile's foreign minister, left."
    assert roles(text) == [("Rodrigo Alcazar", "foreign-minister", "CL")] * 2


def test_a_list_is_no_apposition() -> None:
    text = "Kemal Aydin, the Greek president, and others met. Talks of Kemal Aydin, the Greek president and the rest failed."
    assert roles(text) == []


def test_words_that_limit_an_office_are_kept() -> None:
    text = "Former Turkish President Kemal Aydin spoke. Turkish President-elect Kemal Aydin spoke."
    modifiers = [role.modifier for _, said in document(text).derived(held) for _, role in said]
    assert modifiers == ["former", "elect"]


def test_two_people_of_one_surname_are_told_apart() -> None:
    found = persons("Ruben Garza met Lucia Garza. Garza smiled.")
    assert [(person.name, person.sole) for person in found] == [
        ("Ruben Garza", False),
        ("Lucia Garza", False),
        ("Garza", False),
    ]


def test_a_surname_alone_belongs_to_its_one_bearer() -> None:
    (person,) = persons("Ann Tully spoke. Tully left. Ms. Tully is 40.")
    assert (person.name, person.sole, len(person.mentions)) == ("Ann Tully", True, 3)


def test_mr_and_mrs_of_one_name_are_a_couple() -> None:
    assert all(not person.sole for person in persons("Ann Tully spoke. Mr. Tully sat beside Mrs. Tully."))


def test_a_first_word_alone_belongs_to_the_name_that_starts_with_it() -> None:
    (person,) = persons("Xi Jinping spoke. Then Xi left.")
    assert len(person.mentions) == 2


def test_headlines_are_read_in_twos_and_threes() -> None:
    found = {
        mention.name
        for mention in headline_names(
            document("Ann Tully Wins Again\n\nThe count ended on Monday at noon, the city said.")
        )
    }
    assert ("Ann", "Tully") in found
    assert ("Ann", "Tully", "Wins") in found


def test_accents_hyphens_and_case_do_not_tell_names_apart() -> None:
    assert plain("Erdoğan") == plain("ERDOGAN")
    assert plain("Jean-Luc") == "jeanluc"


@given(st.text(alphabet="AÉa b.,'’-“”\nof the President Turkey", max_size=120))
def test_any_text_is_read(text: str) -> None:
    article = document(text)
    for mention in article.derived(mentions):
        written = article.prose.text[mention.start : mention.end]
        assert all(word in written for word in mention.name)
        assert mention.name
    article.derived(held)


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_every_mention_belongs_to_one_person(names: list[str]) -> None:
    article = document(" and then we met ".join(["We saw", *names]) + " there.")
    grouped = [mention for person in article.derived(people) for mention in person.mentions]
    assert sorted(grouped, key=lambda mention: mention.start) == list(article.derived(mentions))
