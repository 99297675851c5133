"""Scene: everybody whom an article's own sentences bring in, named or not, and whom "the striker" or "she" takes up.

Read with the parse only. A description is given to somebody if it is the only one whom it fits or, where it fits nobody,
if nobody else can be meant: then it may show that the text contradicts itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who import fitting
from newslint.knowledge.facts.who.book import NEAR, Book
from newslint.knowledge.facts.who.glimpse import Glimpse
from newslint.knowledge.facts.who.pronouns import Pronouns
from newslint.knowledge.facts.who.quality import Quality
from newslint.knowledge.facts.who.salience import BACK
from newslint.knowledge.facts.who.sentences import glimpses, running

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Named
    from newslint.knowledge.facts.who.described import Description

Sure = Literal["name", "said", "fits", "likely", "must", "pronoun", "new"]
_PLACES: Final = (" in ", " at ", " near ", " from ", " to ", " of ", " for ", " the ")
# Relatives: a pronoun of one person does not take up several of them.
_KIN: Final = frozenset({"son", "daughter", "child", "parent", "grandchild"})
FIRM: Final = 0.85  # the chance of a pronoun's person from which on what it shows is taken for the person's
_FAR: Final = 8  # sentences: somebody of whom nothing is known and who was named within these may be meant, too


class Seen(Struct, frozen=True):
    """Somebody at a place: [start, end) of the words in the prose, and why it is `who`.

    `who` is an index of the cast, below 0 somebody without a name, None if it is not known. `how` is `name`, `said` (a title,
    an apposition, "is a"), `fits`, `likely` and `must` (a description of the only one whom it fits, of the only one near, or of
    the only one who can be meant though it does not fit), `pronoun`, `new` (brought in there). `owner` is who owns the
    description, as in "her brother"; `sex` is that of a pronoun that shows it for sure, `subject` says that it is the subject of
    a clause; `chance` is how likely a pronoun means that person.
    """

    start: int
    end: int
    sentence: int
    who: int | None
    how: Sure
    description: Description | None = None
    present: bool = True
    owner: int | None = None
    sex: str = ""
    subject: bool = False
    chance: float = 1.0


def scene(document: Document) -> tuple[Seen, ...]:
    """Everybody whom the running text outside quotations brings in, in order; use `document.derived(scene)`."""
    reader = _Reader(document)
    for number, (first, found) in enumerate(document.derived(glimpses)):
        reader.read(number, first, found)
    return tuple(reader.seen)


def _placed(text: str, start: int) -> bool:
    """Whether a name follows a preposition of place: it is probably no person's."""
    return text.endswith(_PLACES, 0, start)


class _Reader:
    """Who was brought in so far, and what is known of each."""

    def __init__(self, document: Document) -> None:
        self._who = document.derived(cast)
        self._spans = running(document)
        self.seen: list[Seen] = []
        self._book = Book(self._who)
        self._crowds: dict[int, list[str]] = {}  # sentence → nouns for several people in it
        self._paragraphs: dict[int, int] = {}  # sentence → the first of its paragraph
        self._counted: dict[int, list[str]] = {}  # the same, for those that are counted: "two runners"
        self._pronouns = Pronouns(self._book, self._who)
        self._chance = 0.0  # how likely the last pronoun means its person
        self._sure = True  # whether that is likely enough to show the person's sex
        self._lost: set[int] = set()  # sentences with a description of somebody who is not known

    def read(self, number: int, first: int, found: Sequence[Glimpse]) -> None:
        """One sentence; `first` is the number of the first one of its paragraph."""
        self._paragraphs[number] = first
        here: dict[int, int | None] = {}  # number of the token → who it is
        self._crowds[number] = [one.noun for one in found if one.kind == "crowd" and one.noun not in _KIN]
        self._counted[number] = [one.noun for one in found if one.kind == "crowd" and one.counted]
        for one in found:
            if one.kind == "crowd":
                continue
            who, how = self._meant(number, one, here, found)
            here[one.token] = who
            self._pronouns.note(number, one, who)
            if one.kind == "description" and who is None:
                self._lost.add(number)
            self._note(number, one, who, how, here)

    def _note(self, number: int, one: Glimpse, who: int | None, how: Sure, here: dict[int, int | None]) -> None:
        said = one.description
        owner = here.get(said.owner) if said is not None and said.owner is not None else None
        sex = one.sex if one.subject and len(here) == 1 else ""
        self.seen.append(
            Seen(
                one.start,
                one.end,
                number,
                who,
                how,
                said,
                one.how not in ("was", "made"),
                owner,
                sex if self._sure or how != "pronoun" else "",
                one.subject,
                self._chance if how == "pronoun" else 1.0,
            )
        )
        if who is None:
            return
        self._book.last[who] = number
        if sex and how == "pronoun":
            self._book.write(who, Quality("sex", sex, one.start, one.end))
        if one.description is not None and how not in ("must", "likely"):
            past = one.description.limited or one.how == "was"
            for each in one.description.qualities:
                self._book.write(who, each, past=past)

    def _meant(
        self, number: int, one: Glimpse, here: dict[int, int | None], found: Sequence[Glimpse]
    ) -> tuple[int | None, Sure]:
        if one.kind == "name":
            return one.person, "name"
        if one.kind == "pronoun":
            return self._pronoun(number, one, found)
        if one.of is not None:
            return (one.person if one.person is not None else here.get(one.of)), "said"
        assert one.description is not None
        if one.description.kind == "the" and one.definite:
            return self._taken_up(number, one, one.description, here)
        new = -1 - len(self.seen)
        return new, "new"

    def _pronoun(self, number: int, one: Glimpse, found: Sequence[Glimpse]) -> tuple[int | None, Sure]:
        """Whom a pronoun most likely means; `must` if that one is of the other sex, and nobody else can be meant."""
        choice = self._pronouns.choose(number, one, found)
        self._chance, self._sure = choice.chance, choice.alone or choice.other_sex or choice.chance >= FIRM
        if not choice.other_sex:
            return choice.who, "pronoun"
        alone = choice.who is not None and one.subject and self._alone(number, choice.who, one.sex)
        return (choice.who, "must") if alone else (None, "pronoun")

    def _alone(self, number: int, who: int, sex: str) -> bool:
        """Whether nobody of a sex, or of unknown sex, was mentioned not long ago beside somebody."""
        here = [one for one in self.seen[-60:] if number - one.sentence <= BACK]
        if any(one.who is None and one.sex == sex for one in self.seen[-60:] if number - one.sentence <= _FAR):
            return False  # somebody of whom readers have heard elsewhere is spoken of already
        if not any(one.who == who and one.subject for one in here if one.sentence >= number - 1):
            return False
        near = (other for other, at in self._book.last.items() if other != who and number - at <= BACK)
        if who not in self._who.human or any(self._book.sex(other) in (sex, "") for other in near):
            return False
        first, last = self._spans[max(number - NEAR, 0)], self._spans[number]
        unknown = (one for one in self._who.within(first.start, last.end) if one.person not in self._who.likely)
        return all(self._no_person(one) for one in unknown)

    def _no_person(self, one: Named) -> bool:
        """Whether a name is a thing's, or a place's by the word before; "Carolina Barrales" may be a woman."""
        thing = self._who.thing(one.person) and not self._who.sexes[one.person]
        return thing or _placed(self._who.text, one.start)

    def _in_sentence(self, number: int) -> set[int]:
        return {one.who for one in reversed(self.seen[-60:]) if one.sentence == number and one.who is not None}

    def _taken_up(
        self, number: int, one: Glimpse, description: Description, here: dict[int, int | None]
    ) -> tuple[int | None, Sure]:
        known_to_fit = [who for who, known in self._book.known.items() if fitting.fits(description, known)]
        fits = [who for who in known_to_fit if not self._pronouns.governs(who, number, one)]
        near = [who for who in fits if number - self._book.last[who] <= _FAR]
        once = any(fitting.fits(description, known) for known in self._book.limited.values())
        if once and description.limited:
            return None, "fits"  # "the former president" is no "leader" of today
        if not near and len(fits) == 1 and self._book.titled(fits[0], description):
            return fits[0], "fits"
        if len(near) == 1:
            return near[0], "fits"
        if fits or once:
            return None, "fits"
        if (who := self._book.but_for(number, description)) is not None:
            return who, "must"
        who = self._only(number, one, description, here)
        if who is None:
            return None, "fits"
        known = self._book.known.get(who, ())
        if not fitting.excluded(description, known):
            return who, "likely"
        sure = fitting.telling(description) and self._nobody_else(number, who, description)
        return (who, "must") if sure else (None, "fits")

    def _only(self, number: int, one: Glimpse, description: Description, here: dict[int, int | None]) -> int | None:
        """The one person of the sentences before whom a description that fits nobody may mean; None if somebody else may be."""
        if not one.subject or here or number in self._lost:
            return None
        who = self._before(number)
        if who is None or who < 0 or not (who in self._who.human or self._book.known.get(who)):
            return None
        groups = self._crowds if description.noun else self._counted
        near = (noun for at in range(number - _FAR, number + 1) for noun in groups.get(at, ()))
        return None if any(fitting.among(description, noun) for noun in near) else who

    def _alone_in_paragraph(self, number: int, who: int) -> bool:
        """Whether the sentence before is in the same paragraph, and nobody else in it up to there."""
        first = self._paragraphs[number]
        here = {one.who for one in self.seen if first <= one.sentence < number}
        return first < number and here == {who} and not any(first <= at < number for at in self._lost)

    def _before(self, number: int) -> int | None:
        """The only one in the nearest sentence before that brings in anybody, if it is close."""
        for at in range(number - 1, number - 1 - NEAR, -1):
            if at in self._lost:
                return None
            if found := self._in_sentence(at):
                return next(iter(found)) if len(found) == 1 else None
        return None

    def _nobody_else(self, number: int, who: int, description: Description) -> bool:
        """Whether of everybody else who was mentioned something is known that rules the description out.

        If the paragraph is about the person alone, those who were mentioned before it count only if the description fits them.
        """
        if self._alone_in_paragraph(number, who):
            return not any(
                fitting.fits(description, known) for other, known in self._book.known.items() if other != who
            )
        others = (other for other in self._book.last if other != who)
        return all(fitting.excluded(description, self._book.known.get(other, ())) for other in others)
