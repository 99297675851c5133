"""Whether the words around a name show that it is a person's: people say things, own things and are of an age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.knowledge.names import Mention

_CUES: Final = (
    r"(?:said|says|told|tells|added|adds|asked|wrote|writes|argued|argues|explained|noted|insisted|replied|recalled|"
    r"admitted|claimed|warned|continued|concluded|testified|thinks|thought|believes|hopes|agreed|denied|resigned|retired|"
    r"declined|acknowledged|described|joined|won|lost|scored|pleaded|married|died|announced|vowed|pledged|made|played|"
    r"caught|signed|sang|spoke|smiled|laughed)"
)
_SPEAKS: Final = lazy(rf"(?:[’']s?)?(?: also| then| later| has| had| was| is)? {_CUES}\b|, (?:who|\d\d),? ")
_OWNS: Final = lazy(r"[’']s ")
_SPOKEN_BY: Final = lazy(rf"\b{_CUES} \Z")
_BACK: Final = 16  # code points before a name in which a verb may be
# What is called after somebody: "the Mayor Ann Lowe--National Committee", "the President Ann Lowe Library".
_NAMED_AFTER: Final = lazy(
    r"(?: [A-Z][\w.’'-]*){1,8} (?:Academy|Airport|Award|Bridge|Building|Centre|Center|Committee|Cup|Foundation|Fund"
    r"|Hospital|Library|Memorial|Movement|Museum|Park|Prize|School|Stadium|Street|Trophy|University)\b"
)


def acts(text: str, mention: Mention) -> bool:
    """Whether a verb of speaking or doing, an age or "who" is beside a name."""
    before = _SPOKEN_BY.search(text, max(mention.start - _BACK, 0), mention.start)
    return before is not None or _SPEAKS.match(text, mention.end) is not None


def owns(text: str, mention: Mention) -> bool:
    """Whether a name is in the possessive."""
    return _OWNS.match(text, mention.end) is not None


def names_a_body(text: str, end: int) -> bool:
    """Whether the name after a title that ends at `end` is only part of what is called after somebody."""
    return _NAMED_AFTER.match(text, end) is not None
