"""A share of a whole that the sentence names by a word, and whose size stands elsewhere: `1,500 jobs, or 8% of its workforce`
and `employs about 15,000 people`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, part, ratio
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.facts.nouns import family
from newslint.knowledge.facts.plurals import singular
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_COUNT: Final = token("cm", "x")
_SHARE: Final = token("ps", "s")
_WHOLE: Final = r"of (?P<det>its|their|the|all|his|her|our)(?: [a-z-]+){0,2}? (?P<whole>[a-z]+)\b"
_FORMS: Final = (
    # 1,500 jobs, or 8% of its workforce; 1,500 jobs (8% of the workforce)
    lazy(
        rf"{_COUNT}{words(4, 'and|but|from|to|in')},? ?(?:\(|, |[-–—] ?|or )+(?:that is |equal to |equivalent to |some |"
        rf"more than )*{HEDGES}{_SHARE} {_WHOLE}"
    ),
    # 8% of its workforce, or 1,500 people
    lazy(rf"{_SHARE} {_WHOLE}(?:,| \(| [-–—]),? ?(?:or |that is |some |about )*{HEDGES}{_COUNT}"),
    # cutting 1,500 jobs will affect 8% of its workforce
    lazy(
        rf"{_COUNT}{words(3, 'and|but|from|to|in')} (?:represent(?:s|ing)?|account(?:s|ing)? for|amount(?:s|ing)? to|"
        rf"mak(?:es?|ing) up|equivalent to|equal to) {HEDGES}{_SHARE} {_WHOLE}"
    ),
)
# What a whole is called, and what its members are: a count of these is the size of it.
_MEMBERS: Final[dict[str, str]] = {
    "workforce": "worker employee staff people person job post position staffer",
    "staff": "worker employee staff people person job post position staffer",
    "headcount": "worker employee staff people person job",
    "payroll": "worker employee staff people person job",
    "employees": "worker employee staff people person",
    "jobs": "job post worker employee people person",
    "population": "people person resident inhabitant citizen soul islander villager",
    "residents": "people person resident inhabitant citizen",
    "inhabitants": "people person resident inhabitant",
    "electorate": "voter elector",
    "voters": "voter elector",
    "pupils": "pupil student child",
    "students": "pupil student child",
    "roll": "pupil student child",
    "fleet": "aircraft plane jet ship vessel boat bus lorry truck van car train tram ferry vehicle",
    "membership": "member",
    "members": "member",
    "herd": "cow cattle animal",
    "flock": "sheep bird hen animal",
    "seats": "seat",
    "stock": "home house flat",
    "network": "branch shop store station",
    "estate": "shop store pub branch",
}
_EMPLOYS: Final = lazy(
    r"\b(?:employ(?:s|ed|ing)?|employer of|workforce of|staff of|payroll of|headcount of|jobs? (?:for|to)) "
)
_CROWD: Final = lazy(
    r"\b(?:population of|home to|(?:town|city|village|island|county|country|nation|state|parish) of|inhabited by) "
)
_LEAST, _MOST = 0.3, 3.0  # times the size that the share implies: beyond, the two are of different wholes


def read(shape: Shape, article: Article) -> Iterator[Clash]:
    """The shares of a sentence that the one known size of the whole does not bear out."""
    if not shape.has("@p", "@s"):
        return
    for hit in (hit for form in _FORMS for hit in form.finditer(shape.text)):
        x, share = shape.pair(hit, "x", "s")
        stated = part(share)
        if x.kind != "count" or x.quoted or not stated.low > 0 or x.change in ("from", "to"):
            continue
        sizes = [one for one in _sizes(article, hit["whole"]) if one.value > x.value and one is not x]
        found = ratio(amount(x), amount(sizes[0])) if sizes else None
        if found is None or any(ratio(amount(x), amount(one)).meets(stated) for one in _all(article, sizes[0])):
            continue
        implied = x.value / share.value * (100 if share.kind == "percent" else 1)
        if len({one.value for one in sizes}) == 1 and implied * _LEAST < sizes[0].value < implied * _MOST:
            yield Clash(
                "implied", share.span, spans(x, sizes[0]), f"{shown(100 * x.value / sizes[0].value, 1)} percent"
            )


def _all(article: Article, size: Quantity) -> Iterator[Quantity]:
    """The counts that may be the size of the whole for all that is known: those in its neighbourhood of value."""
    return (one for one in article.figures if one.kind == "count" and one.value > 1)


def _sizes(article: Article, whole: str) -> Iterator[Quantity]:
    """The counts of the members of a whole that the article gives as its size."""
    members = {family(one) for one in _MEMBERS.get(whole, "").split()}
    for shape in article.shapes if members else ():
        for index, one in enumerate(shape.quantities):
            if one.kind != "count" or one.quoted or one.ranged or one.counted is None:
                continue
            if family(singular(one.counted.head)) in members and _is_size(shape, index, whole):
                yield one


def _is_size(shape: Shape, index: int, whole: str) -> bool:
    """Whether the words before a count say that it is the size of a body or a place."""
    before = shape.text[: shape.text.index(f"{index}@")]
    lead = before[-60:]
    if whole in ("population", "residents", "inhabitants"):
        return _CROWD.search(lead) is not None
    if _EMPLOYS.search(lead) is not None:
        return True
    return _HAS.search(lead) is not None


_HAS: Final = lazy(
    rf"\b(?:has|have|had|with|operates?|runs?|owns?|fleet of|herd of|flock of|total of|membership of|roll of|electorate of|"
    rf"for|among) {HEDGES}(?:its |the |all )?@[a-z]?\Z"
)
