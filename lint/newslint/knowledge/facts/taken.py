"""Taken up, as far as words alone say: `The 11 people who died …` after the only count so far; and the equals of a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.nouns import family, human
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.knowledge.facts.restated import made
from newslint.knowledge.facts.slips import likeness, slip, vague
from newslint.knowledge.facts.things import agree
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.things import Thing

_SPECIFIED: Final = lazy(
    r" (?:who|that|which|whose|where|in|at|from|with|without|of|for|on|across|under|by|to|as|needed|required|used|"
    r"involved|including|"
    r"outside|inside|between|among|near|[a-z]+ed|[a-z]+ing)\b"
)
_PLACING: Final = frozenset((" where", " in", " at", " from", " of", " for", " on", " across", " outside", " near"))
_LIKE: Final = 2  # stems that two sentences must share, beside the noun


def takes_up(document: Document, group: Sequence[Thing], earlier: Thing, later: Thing) -> bool:
    """Whether the later count takes up the earlier one, which is the only one so far: `The 11 people who died …`."""
    quantity = later.quantity
    if not quantity.definite or earlier.sentence == later.sentence:
        return False
    if not slip(earlier, later) and not (quantity.definite == "all" and vague(earlier, later)):
        return False
    before = [thing for thing in group if thing.start < later.start]
    if any(not agree(earlier.quantity, thing.quantity) for thing in before):
        return False
    if any(one.start < later.start for one in equals(document, later)) or made(document, group, later):
        return False
    if _is_share(document, earlier, later):
        return False
    return _says_nothing_new(document, earlier, later)


def _is_share(document: Document, earlier: Thing, later: Thing) -> bool:
    """Whether the later count is a share of the earlier one that the text gives: a third of the 90."""
    shares = (
        one.value / (100 if one.kind == "percent" else 1)
        for one in document.derived(quantities)
        if one.kind in ("share", "percent")
    )
    return any(abs(earlier.value * share - later.value) <= 1 for share in shares)


def _says_nothing_new(document: Document, earlier: Thing, later: Thing) -> bool:
    view = document.folded()
    counted = later.quantity.counted
    end = counted.end if counted is not None else later.quantity.number.end
    if not later.modifiers <= earlier.modifiers | earlier.stems:
        return False
    more = _SPECIFIED.match(view.text, end)
    if more is None or likeness(earlier, later) >= _LIKE:
        return True
    return bool(later.quantity.state) and more[0] not in _PLACING


def equals(document: Document, thing: Thing) -> list[Quantity]:
    """The other figures of its value that may count the same thing: of its family, of people, or of nothing named."""
    found = []
    for one in document.derived(quantities):
        if one.value == thing.value and one.start != thing.start and one.kind in ("count", "share", "score"):
            lemma = one.counted.lemma if one.counted else ""
            if not lemma or family(lemma) in thing.keys or one.state == thing.key or human(lemma):
                found.append(one)
    return found
