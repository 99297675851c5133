"""Seats: offices beside names, with and without what makes them another's: "the deputy mayor, Ann Lowe", "Mayor Ann Lowe"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.roles import Trait
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Named

_LIMIT: Final = r"(?:(?P<limit>[Ss]hadow|[Dd]eputy|[Vv]ice|[Ll]ieutenant|Lt\.?)[ -])?"
# Only offices of which a body has one: a firm has several vice-presidents, and each minister a deputy.
_ONE: Final = (
    r"(?:[Mm]ayor|[Gg]overnor|Gov\.|[Pp]remier|[Pp]rime [Mm]inister|[Cc]hief [Cc]onstable|[Hh]ead ?teacher|[Cc]ouncil leader|"
    r"[Ss]peaker|(?:[Ff]oreign|[Hh]ome|[Hh]ealth|[Ee]ducation|[Tt]ransport|[Dd]efen[cs]e|[Jj]ustice|[Ee]nvironment|[Bb]usiness|[Tt]reasury|"
    r"[Ee]nergy|[Cc]ulture|[Ww]ork and [Pp]ensions|[Hh]ousing|[Tt]rade|[Ii]nterior|[Aa]griculture) [Ss]ecretary|[Cc]hancellor)"
)
_LIMITED: Final = lazy(
    rf"\b(?:[Ss]hadow|[Dd]eputy|[Vv]ice|[Ll]ieutenant|Lt\.)[ -]{_ONE}",
    needs=("hadow|eputy|Vice|vice|ieutenant|Lt.",),
)
STYLES: Final = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Coun|Sir|Dame)\.? )?"
_BEFORE: Final = lazy(rf"(?<![\w-]){_LIMIT}(?P<role>{_ONE}),? {STYLES}\Z")
_AFTER: Final = lazy(
    rf",(?: who is)? (?:the |an? |its |their )?(?:(?!(?:Shadow|Deputy|Vice|Lieutenant) )[A-Z][\w’'-]+ )?(?:[a-z]+[’']s "
    rf")?{_LIMIT}(?P<role>{_ONE})(?=[,.;]| of | for | who | in )"
)
# Right before an office, what says that it is held no more or not yet, or that it is somebody else's.
NOT_NOW: Final = lazy(
    r"(?:\b(?:former|ex|then|acting|interim|incoming|outgoing|late|would-be|next|new|as|of|for|to|by|with|"
    r"from|assistant|opposition|and|ex-)[ -])\Z",
    re.IGNORECASE,
)


def seats(document: Document) -> tuple[Trait, ...]:
    """The offices beside names, in order; use `document.derived(seats)`. The value of a deputy's is not that of the office."""
    if _LIMITED.search(document.prose.text) is None:
        return ()  # all offices are held outright: nothing to compare
    return tuple(trait for one in document.derived(cast).named for trait in _beside(document, one))


def _beside(document: Document, one: Named) -> Iterator[Trait]:
    text = document.prose.text
    if not document.quoted.outside(one.start, one.end):
        return
    for hit in (_BEFORE.search(text, max(one.start - 60, 0), one.start), _AFTER.match(text, one.end)):
        if hit is not None and not NOT_NOW.search(text, max(hit.start() - 12, 0), hit.start()):
            role = hit["role"].lower().replace("gov.", "governor").replace("headteacher", "head teacher")
            start = hit.start("limit") if hit["limit"] else hit.start("role")
            value = f"limited {role}" if hit["limit"] else role
            yield Trait(start, hit.end("role"), one.person, "seat", value, role)
