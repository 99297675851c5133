"""vote-shares: the shares of one vote that are more than the whole."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.numbers import Number, marked, read, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_N: Final = "@\\d+@"
_WON: Final = (
    r"(?:won|took|take|received|had|has|got|gained|polled|garnered|drew|leads? with|led with|with|"
    r"on|at|scored|secured|finished with)"
)
# A first share with its verb, and further ones that share it or have their own.
_RACE = lazy(
    rf"\b{_WON} (?:just |about |only |around |nearly |almost )?(?P<first>{_N})(?P<of> ?of (?:the "
    rf")?(?:votes?|ballots|total)[^@;:]{{0,40}})?"
    rf"(?P<more>(?:[^@;:]{{1,70}}{_N})+)"
)
_VOTE = lazy(r"\b(?:votes?|ballots|runoff|precincts|election|primary|poll)\b")
_TWO_VOTES: Final = 130.0  # a greater sum is that of two votes, or of a count and its progress
# Shares of different wholes, of several answers, or of change: nothing to be added up.
_OTHER = lazy(
    r"\b(?:among|of (?:men|women|voters|those|democrats|republicans|independents|whites?|blacks?|"
    r"respondents|americans|people|its|his|her|their)|compared|versus|vs|turnout|"
    r"points?|margin|up|down|rise|rose|fell|increase|drop|from|than|while in|previous|last time|"
    r"last year|in (?:19|20)\d\d|earlier|approv\w+|approve|disapprove|favou?r\w*|unfavou?rable|"
    r"likely|support\w*|oppos\w+|reported|counted|precincts|both|either|respectively|each|between|"
    r"or more|at least|more than|threshold|needed|"
    r"statewide|nationwide|nationally|performance|forecast\w*|projected|predicted|(?:vote|"
    r"ballots) (?:in|tallied)|county|counties|district|districts|state|states|city|province|"
    r"region|regions|early|mail|second|first|runoff|head-to-head|hypothetical|matchup|if)\b"
)


class VoteShares(Check, frozen=True, kw_only=True):
    """`took 47.2% of the vote, the Union 41.5% and the Greens 15.3%`, in one sentence.

    Two shares or more of one vote may exceed 100 only by the rounding of each. Shares of change, of different groups or
    places, ranges and thresholds are not added.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"shares": frozenset({"parts"})}
    per: ClassVar[str] = "sentence"

    def anchors(self) -> tuple[str, ...]:
        """What is shared out."""
        return (
            "% of the vote",
            "percent of the vote",
            "per cent of the vote",
            "% of vote",
            "percent of vote",
            "% of the ballots",
            "percent of the ballots",
            "% of the total vote",
            "% of the first-round vote",
            "of the votes",
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match where the shares of a sentence exceed the whole, at the last of them."""
        view, start, end = unit.folded()
        text = view.text[start:end]
        if _OTHER.search(text):
            return
        numbers = read(text)
        shares = [number for number in numbers if number.kind == "%"]
        if len(shares) < 2 or _RACE.search(marked(text, shares)) is None or any(share.hedge for share in shares):
            return
        total = sum(share.value for share in shares)
        if not 100 + sum(share.step for share in shares) / 2 < total < _TWO_VOTES or _ranged(text, shares):
            return
        last = shares[-1]
        parts = " + ".join(text[share.start : share.end].strip() for share in shares)
        related = tuple(Compared(view.span(start + share.start, start + share.end)) for share in shares[:-1])
        values = {"parts": parts, "computed": shown(total, 2)}
        yield Match(view.span(start + last.start, start + last.end), values=values, related=related, case="shares")


def _ranged(text: str, shares: list[Number]) -> bool:
    """Whether two of the shares are the ends of a range (`10% to 12%`) or a score (`51% to 49%` is none)."""
    return any(
        re.fullmatch(r" ?(?:to|-|–|or) ?", text[a.end : b.start]) and a.value + b.value > 110
        for a, b in itertools.pairwise(shares)
    )
