"""Fitting: whether a description can be of somebody of whom other things are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts import role_words
from newslint.knowledge.facts.who import nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.knowledge.facts.who.described import Description
    from newslint.knowledge.facts.who.quality import Quality

_FAMILIES: Final = frozenset({"company", "position", "trial", "rank", "office"})
_SPECIAL: Final = frozenset({"age", "band", "nation", "party", "born"})
# Of whom everybody knows without having been told: a match has a referee, a trial a judge, a town a mayor.
_BRIDGES: Final = frozenset(
    "coach manager referee umpire captain judge coroner prosecutor defendant victim suspect driver mayor president "
    "premier governor chancellor minister king queen pope pilot doctor nurse teacher lawyer solicitor barrister "
    "goalkeeper keeper editor director chairman chairwoman chair chief boss head leader speaker secretary spokesman "
    "spokeswoman spokesperson owner landlord announcer narrator author reader reporter interviewer host presenter "
    "caller user buyer seller customer patient attacker gunman killer shooter officer sheriff defence pitcher "
    "quarterback batter bowler batsman winner loser man woman boy girl child person baby mother father son daughter "
    "wife husband".split()
)


_HELD: Final = frozenset(
    "president premier chancellor minister king queen emperor pope ambassador secretary leader governor prince princess "
    "monarch ruler dictator envoy parliament speaker".split()
)  # offices of which a nation has one


def fits(description: Description, known: Sequence[Quality]) -> bool:
    """Whether somebody of whom this is known is called so, by the noun or by age, nation, party or birthplace alone."""
    values = {(one.slot, one.value) for one in known}
    special = [one for one in description.qualities if one.slot in _SPECIAL]
    if any((one.slot, one.value) in values or _of_age(one, other) for one in special for other in known):
        return True
    if (special and not description.noun) or _of_another_body(description, known):
        return False
    same = any(
        one.slot in ("calling", "was") and nouns.one_kind(one.value, description.noun)
        for one in known
        if description.noun
    )
    role = bool(description.role) and any(one.value == description.role for one in known)
    new = [one for one in description.qualities if (one.slot, one.value) not in values]
    return (same or role) and not any(excludes(one, other) for one in new for other in known)


def _of_another_body(description: Description, known: Sequence[Quality]) -> bool:
    """Whether a description names a body that the person is not known to belong to: "the US president" is not the French one."""
    named = {one.value for one in description.qualities if one.slot == "body"}
    return bool(named) and not any(value in one.value or one.value in value for value in named for one in known)


def _of_age(one: Quality, other: Quality) -> bool:
    """Whether two qualities are an age and a band that has it."""
    if {one.slot, other.slot} != {"age", "band"}:
        return False
    age, band = (one, other) if one.slot == "age" else (other, one)
    low, _, high = band.value.partition("-")
    return int(low) <= int(age.value) <= int(high)


def telling(description: Description) -> bool:
    """Whether a description says enough to mean somebody: an age, a nation, a party, or a calling that no scene brings along.

    One who is named by a body, as "the Parkland shooter", may be somebody of whom readers have heard elsewhere.
    """
    if any(one.slot == "body" for one in description.qualities) or names_itself(description):
        return False
    if any(one.slot in _SPECIAL for one in description.qualities):
        return True
    return description.noun not in _BRIDGES and (
        any(one.slot in _FAMILIES for one in description.qualities) or nouns.has_calling(description.noun)
    )


def names_itself(description: Description) -> bool:
    """Whether a description says by itself whom it means: "the Austrian chancellor" is the one whom Austria has."""
    return description.noun in _HELD and any(one.slot == "nation" for one in description.qualities)


def among(description: Description, crowd: str) -> bool:
    """Whether somebody described so may be one of several people called by a noun."""
    return not description.noun or nouns.one_kind(description.noun, crowd)


def excludes(one: Quality, other: Quality) -> bool:
    """Whether two qualities cannot be one person's."""
    if {one.slot, other.slot} == {"age", "band"}:
        return not _of_age(one, other)
    if one.slot != other.slot or one.value == other.value:
        return False
    if one.slot == "nation":
        return role_words.foreign(frozenset(one.value.split(",")), frozenset(other.value.split(",")))
    if one.slot == "party":
        return role_words.opposed(one.value, other.value)
    if one.slot in ("calling", "was"):
        return nouns.exclude(one.value, other.value)
    return one.slot in (*_FAMILIES, "age", "sex", "born")


def excluded(description: Description, known: Sequence[Quality]) -> bool:
    """Whether something known of somebody rules a description out."""
    return any(excludes(one, other) for one in description.qualities for other in known)
