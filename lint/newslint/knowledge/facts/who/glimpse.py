"""Glimpse: somebody, or several people, in one parsed sentence."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from newslint.knowledge.facts.who.described import Description
from newslint.knowledge.facts.who.salience import Place


class Glimpse(Struct, frozen=True):
    """Somebody in a sentence: [start, end) in the prose; `token` is the number of the head word.

    `person` is the index of a name's holder, `of` the number of the token that a description says something of, `how` in what
    form. `subject` says that it is the subject of a clause, `definite` that nothing behind it says which one is meant. A `crowd`
    is several people, whose noun is given. `relative` is where "who" takes it up.
    """

    kind: Literal["name", "description", "pronoun", "crowd"]
    start: int
    end: int
    token: int
    person: int | None = None
    of: int | None = None
    how: str = ""
    sex: str = ""
    noun: str = ""
    subject: bool = False
    definite: bool = True
    counted: bool = False
    description: Description | None = None
    place: Place = Place()
    relative: tuple[int, Place] | None = None
