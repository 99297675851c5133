"""Gazetteer: countries, offices, institutions and given names as the data files have them."""

from __future__ import annotations

import pytest

from newslint.knowledge import gazetteer


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Turkish", {"TR"}),
        ("U.S.", {"US"}),
        ("Scottish", {"GB"}),
        ("Congolese", {"CD", "CG"}),
        ("Korean", {"KP", "KR"}),
        ("Dominican", {"DM", "DO"}),
    ],
)
def test_a_word_stands_for_all_its_nations(word: str, codes: set[str]) -> None:
    assert gazetteer.nations()[word].codes == codes


def test_each_country_has_a_code_a_name_and_one_line() -> None:
    codes = [line.split(" | ")[0] for line in gazetteer.lines("countries.txt")]
    assert codes == sorted(set(codes))
    assert len(codes) > 190


def test_names_of_countries_are_cldr_s_where_they_are_one_word() -> None:
    babel = pytest.importorskip("babel")
    territories = babel.Locale("en").territories
    for line in gazetteer.lines("countries.txt"):
        code, names, *_ = (cell.strip() for cell in line.split("|"))
        if code in territories and territories[code].isalpha():
            assert territories[code] in names.split(", "), code


def test_offices_of_one_family_are_one_office() -> None:
    offices = gazetteer.offices()
    assert offices["taoiseach"].family == offices["chancellor"].family == "head-of-government"
    assert offices["sen."] == offices["senator"]


def test_institutions_belong_to_known_countries() -> None:
    known = {code.partition("-")[0] for nation in gazetteer.nations().values() for code in nation.codes}
    for name, codes in gazetteer.institutions().items():
        assert codes <= known, name


def test_the_first_name_of_a_country_stands_for_it() -> None:
    assert gazetteer.country("DE") == "Germany"


def test_given_names_say_for_whom_they_are() -> None:
    given = gazetteer.given()
    assert (given["Robert"], given["Diane"], given["Leslie"]) == ("m", "f", "b")
