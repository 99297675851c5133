"""Parties, nations, posts, bodies and kinship of one person agree in whatever words they are given; ¶ ends a paragraph."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from newslint.finding import Finding

WRONG = [
    "The firm’s chief financial officer, Anil Shah, was calm.¶Shah, the chief executive, gave no reason.",
    "Labour MP Ruth Kim spoke for an hour.¶Kim, a Conservative backbencher, then sat down.",
    "Labour MP Ruth Kim spoke for an hour. The Conservative backbencher sat down at noon.",
    "Sen. Joan Pike, D-Ohio, voted no.¶The Republican senator Joan Pike was cheered.",
    "The only Republican on the council, Pat Sonder, voted yes.¶“I am tired,” the Democrat said.",
    "The Polish director Ania Wolna won the prize. The Czech filmmaker’s first film flopped.",
    "The goalkeeper Ivo Brandl saved twice. Brandl, a striker, was pleased.",
    "Striker Ada Dahl scored twice. United goalkeeper Ada Dahl was booked.",
    "Masipit governor Pilar Abrena said so. Governor Pilar Abrena of Tulay asked for boats.",
    "Noor Haddad, an analyst at Pell Street Securities, was wrong.¶Ms Haddad, whose Quarto team cut its forecast, was glum.",
    "Hon. Ngozi Wokoma of the People’s Alliance walked out. The Unity Party leader, Hon. Wokoma, will go to court.",
    "Blades coach Jean Paquet was calm. Kings coach Jean Paquet left early.",
    "Premier Gus Oakley cut short his leave. The police minister, Tahlia Brandt, was calm.¶Premier Tahlia Brandt says no more homes are lost.",
    "Sergeant Pat Doyle spoke first. Inspector Doyle said the road was shut.",
    "The prosecutor, Callum Breck, spoke for an hour. Mr Breck, a defence lawyer, sat down.",
    "Moira Dunn, 63, was jailed. Her husband, Ronald, signed the cheques.¶Her brother Ronald sat at the back of the court.",
    "Tim Rowe came with his cousin Leo. Rowe’s nephew Leo carried the bag.",
    "Joan Tull wept beside her daughter, Megan Tull. Joan’s sister Megan said that it was over.",
    "Kim Lund thanked her sister Ada. Lund’s aunt Ada wept.",
    "The Kings beat the Blades 5-3. Blades coach Jean Paquet pulled his goalie.¶The Kings’ Paquet was fined.",
    "Chandapur beat Velanad by 76 runs. Prakash Rege, the Velanad captain, was out first.¶Rege’s Chandapur lost seven wickets.",
    "Council President Wendell Oakes, a Democrat, was calm. The Republican said that it was over.",
]
RIGHT = [
    "The firm’s chief financial officer, Anil Shah, was calm.¶Shah, the finance chief, gave no reason.",
    "Labour MP Ruth Kim spoke for an hour. Conservative MP Tom Dunn sat down at noon.",
    "Labour MP Ruth Kim spoke for an hour. Then a Conservative MP rose.",
    "Sen. Joan Pike, D-Ohio, voted no.¶The Democratic senator Joan Pike was cheered.",
    "The only Republican on the council, Pat Sonder, voted yes.¶“I am tired,” the Republican said.",
    "The Polish director Ania Wolna won the prize. The Czech filmmaker Jan Kos came second.",
    "The Polish director Ania Wolna won the prize. A Czech filmmaker came second.",
    "Striker Ada Dahl scored twice. United goalkeeper Ann Lund was booked.",
    "Tulay governor Pilar Abrena said so. Governor Pilar Abrena of Tulay asked for boats.",
    "Noor Haddad, an analyst at Pell Street Securities, was wrong.¶Ms Haddad, whose Pell Street team cut its forecast, was glum.",
    "Hon. Ngozi Wokoma of the People’s Alliance walked out. The People’s Alliance leader, Hon. Wokoma, will go to court.",
    "Blades coach Jean Paquet was calm. Kings coach Olof Berg left early.",
    "Premier Gus Oakley cut short his leave. The police minister, Tahlia Brandt, was calm.¶Minister Tahlia Brandt says no more homes are lost.",
    "Sergeant Pat Doyle spoke first. Sgt Doyle said the road was shut.",
    "Sergeant Pat Doyle was promoted in May. Inspector Doyle said the road was shut.",
    "Coach Tim Moss, a former goalkeeper, was sent off. Goalkeeper Dan Bell was not.",
    "The Conservative MP Ann Day, who left Labour in 2019, spoke. Labour MP Ann Day had been her title.",
    "The Irish actor Jo Flynn was born in Wales. The Irish actor smiled.",
    "Moira Dunn, 63, was jailed. Her husband, Ronald, signed the cheques.¶Her husband Ronald sat at the back of the court.",
    "Tim Rowe came with his cousin Leo. Ann Day’s nephew Leo carried the bag.",
    "Kim Lund thanked her sister Ada. Tom Lund’s aunt Ada wept.",
    "The Kings beat the Blades 5-3. Blades coach Jean Paquet pulled his goalie.¶The Blades’ Paquet was fined.",
    "Chandapur beat Velanad by 76 runs. Prakash Rege, the Velanad captain, was out first.¶Rege’s Velanad lost seven wickets.",
    "Council President Wendell Oakes, a Democrat, was calm. The Democrat said that it was over.",
]


def found(text: str) -> list[Finding]:
    linter = Linter([rule for rule in builtin() if rule.id.startswith("consistency.role-conflict")])
    settings = Settings(today=datetime.date(2026, 11, 27))
    report = linter.lint(document_of(Text(text.replace("¶", "\n\n"), "article.txt"), settings))
    assert not report.errors
    return report.findings


@pytest.mark.parametrize("text", WRONG)
def test_one_person_is_two_things(text: str) -> None:
    (finding, *_) = found(text)
    assert finding.related


@pytest.mark.parametrize("text", RIGHT)
def test_one_thing_or_two_people(text: str) -> None:
    assert not found(text)
