"""Book: what a text has told so far of those whom it has brought in, and where it mentioned each last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.who import fitting, nouns
from newslint.knowledge.facts.who.quality import Quality

if TYPE_CHECKING:
    from newslint.knowledge.facts.people import Cast
    from newslint.knowledge.facts.who.described import Description

NEAR: Final = 3  # sentences before its own in which a description's or a pronoun's person is looked for
_LASTING: Final = frozenset({"was", "age", "band", "nation", "born", "sex"})  # true of those who are "former", too
_MORE: Final = frozenset({"cc", "conj", "appos", "relcl", "acl", "prep"})
_RULING: Final = frozenset({"sex", "nation", "party"})  # what a slip in a description may have otherwise


def _goes_on(description: Description) -> bool:
    """Whether words behind a noun say more of whom it means: "the Democratic senator and committee member Ann Lowe"."""
    return any(child.dep_ in _MORE for child in description.token.rights)


class Book:
    """`known` and `limited` (what somebody was, or is as a deputy) by person, and `last`: the sentence of the last mention."""

    def __init__(self, who: Cast) -> None:
        self._who = who
        self.known: dict[int, list[Quality]] = {}
        self.limited: dict[int, list[Quality]] = {}
        self.last: dict[int, int] = {}

    def write(self, who: int, quality: Quality, *, past: bool = False) -> None:
        """Takes down one thing that is said of somebody; `past` if it is said to be over, or of a deputy."""
        pages = self.known if quality.slot in _LASTING or not past else self.limited
        pages.setdefault(who, []).append(quality)

    def sex(self, who: int) -> str:
        """The sex of a person as names and nouns show it."""
        shown = next((one.value for one in self.known.get(who, ()) if one.slot == "sex"), "")
        return shown or (self._who.sexes[who] if who >= 0 else "")

    def shown(self, who: int) -> bool:
        """Whether more than a given name, which may be of either sex abroad, shows the sex of a person."""
        styled = who >= 0 and any(mention.honorific for mention in self._who.persons[who].mentions)
        return styled or any(one.slot == "sex" for one in self.known.get(who, ()))

    def but_for(self, number: int, description: Description) -> int | None:
        """The only one near who is called so but for sex, nation or party: "the headmaster" of Joanna Tulley, head teacher."""
        if (
            not description.noun
            or fitting.names_itself(description)
            or any(one.slot == "body" for one in description.qualities)
            or _goes_on(description)
        ):
            return None
        near = [who for who, at in self.last.items() if number - at <= NEAR]
        called = [who for who in near if self._called(who, description)]
        if len(called) != 1 or called[0] < 0 or self._of_another(near, called[0], description):
            return None
        sex = self.sex(called[0])
        own = [*self.known.get(called[0], ()), *([Quality("sex", sex, 0, 0)] if sex else [])]
        ruling = [one for one in description.qualities if one.slot in _RULING]
        return called[0] if any(fitting.excludes(one, other) for one in ruling for other in own) else None

    def _of_another(self, near: list[int], who: int, description: Description) -> bool:
        """Whether somebody else near may be of the sex that a noun shows, and is nothing that the description rules out."""
        sex = nouns.sex(description.noun)
        others = (other for other in near if other != who and self.sex(other) in (sex, ""))
        return bool(sex) and any(not fitting.excluded(description, self.known.get(other, ())) for other in others)

    def titled(self, who: int, description: Description) -> bool:
        """Whether the very noun of a description has been used of somebody: then it may come back after a while."""
        own = self.known.get(who, ())
        return not description.limited and any(one.slot == "calling" and one.value == description.noun for one in own)

    def _called(self, who: int, description: Description) -> bool:
        """Whether the noun or the role of a description is one of somebody's, whatever else it says."""
        noun = description.noun
        for one in self.known.get(who, ()):
            if one.slot == "calling" and (
                nouns.neutral(one.value) == nouns.neutral(noun) or nouns.one_kind(one.value, noun)
            ):
                return True
            if description.role and one.value == description.role:
                return True
        return False
