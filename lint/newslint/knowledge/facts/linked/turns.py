"""Terms, votes and starts: what a number of terms comes to, how many can vote, and what cannot end before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.numbers import read as numbers
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_N: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_TERMS: Final = lazy(
    rf"\b(?P<all>{_N}|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty) years (?:of|in|over|during|across|"
    rf"spanning|through) "
    rf"(?:his|her|their|its|the)?(?: full| complete)? ?(?P<n>{_N}) (?P<each>{_N})-year (?:terms|mandates|stints|spells|"
    rf"contracts|periods|cycles)\b"
    rf"|\b(?P<n2>{_N}) (?:full |consecutive |successive )?(?P<each2>{_N})-year (?:terms|mandates|stints|spells|contracts)"
    rf"(?:[^.;\d]{{0,20}}?(?:, or|,| -| –| —|\() ?(?:a total of |making )?)(?P<all2>{_N}|eleven|twelve|thirteen|fourteen|"
    rf"fifteen|sixteen|eighteen|twenty) years\b"
)


def terms(document: Document) -> Iterator[Clash]:
    """`the 12 years of his two four-year terms`."""
    view = document.folded()
    for hit in _TERMS.finditer(view.text) if "-year " in view.text else ():
        side = "" if hit["n"] else "2"
        count, each, stated = (_value(hit[name + side]) for name in ("n", "each", "all"))
        span = view.span(*hit.span("all" + side))
        if count > 1 and stated != count * each and document.quoted.outside(span.start, span.end):
            yield Clash("terms", span, (view.span(*hit.span("n" + side)),), f"{shown(count * each)} years")


def _value(written: str) -> float:
    return next(one.value for one in numbers(written))


_VOTE: Final = lazy(r"\b(?:vote[ds]?|voting|approved|rejected|backed|passed|carried)\b[^.;\n]{0,50}\Z")
_MEMBERS: Final = frozenset(
    "councillor councilor member councilmember senator trustee commissioner judge justice juror director governor "
    "supervisor alderman mp".split()
)
_BODY: Final = lazy(
    r"\b(?:all|the|its|a|an) (?:[a-z]+ )?(?:council|board|committee|panel|jury|court|commission|senate|assembly|bench|cabinet)\b"
)
_SIZED: Final = lazy(
    rf"\b(?P<n>{_N}|eleven|twelve|thirteen|fourteen|fifteen|\d{{2,3}})-(?:member|strong|seat|judge|person|man|woman) "
    rf"(?:[a-z]+ )?(?P<body>council|board|committee|panel|jury|court|commission|senate|assembly|bench|cabinet|chamber)\b"
)


def votes(document: Document) -> Iterator[Clash]:
    """A vote with more voices than the one body of the article has."""
    view = document.folded()
    sized = list(_SIZED.finditer(view.text)) if "-" in view.text else []
    if len({hit["n"] for hit in sized}) != 1:
        return
    size = _value(sized[0]["n"])
    for one in document.derived(quantities):
        if one.kind != "score" or one.after is None or one.quoted:
            continue
        cast = one.value + one.after
        near = view.text[max(one.number.start - 70, 0) : one.number.start]
        if size < cast <= size + _FEW and one.value > one.after and _VOTE.search(near):
            yield Clash("present", one.span, (view.span(*sized[0].span()),), shown(cast))


_FEW: Final = 6


_SEATS: Final = lazy(
    rf"\b(?:won|has|have|had|holds?|held|took|takes|secured|gained|with|controls?|kept|on|got) (?:just |only |all but |"
    rf"about )?(?P<own>{_N}|\d{{2,3}}) (?:seats )?(?:out )?of (?:the |its )?(?:[a-z'-]+ )?"
    rf"(?P<all>{_N}|\d{{2,3}})(?:-seat)? (?:[a-z-]+ )?(?:seats|members|councillors|places|votes)\b(?P<after>[^.;]{{0,60}})"
)
_SHORT: Final = lazy(
    r"\b(?:short of|shy of|no|not|without|lost|los(?:e|es|ing)|denied|failed to|missed|needs?|away "
    r"from)\b[^.;]{0,24}\bmajority\b"
)
_MAJORITY: Final = lazy(r"\b(?:an? (?:[a-z-]+ )?|the |its |their |outright )majority\b")
_QUALIFIED: Final = lazy(
    r"\b(?:fewer|less|needed|required|two-thirds|super|qualified|constitutional|working|three-quarters|comfortable|bigger|larger)\b"
)


def majorities(document: Document) -> Iterator[Clash]:
    """`34 of the 60 seats, short of a majority`; `24 of the 60 seats, a majority`."""
    view = document.folded()
    for hit in _SEATS.finditer(view.text) if "majority" in view.text else ():
        own, whole, after = _value(hit["own"]), _value(hit["all"]), hit["after"]
        span = view.span(*hit.span("own"))
        if _QUALIFIED.search(after) or not document.quoted.outside(span.start, span.end) or own >= whole:
            continue
        short = _SHORT.search(after) is not None
        if (short and own > whole / 2 + 1) or (not short and _MAJORITY.search(after) is not None and own < whole / 2):
            yield Clash("present", span, (view.span(*hit.span("all")),), shown(whole // 2 + 1))
