"""Recited: what is read out or sung in a service, as a parish paper prints it: lessons, psalms, the gospel."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

# The books of the Bible as they are cited: by their names or the letters that they begin with.
_BOOK: Final = (
    r"(?:[123I]{1,3} ?)?(?:Gen|Ex|Lev|Num|Deut|Dt|Josh|Judg|Ruth|Sam|Kings|Kgs|Chr|Ezra|Neh|Esth|Job|Ps|Prov|Eccl|Song|Isa?|Jer|Lam"
    r"|Ezek|Dan|Hos|Joel|Amos|Obad|Jon|Mic|Nah|Hab|Zeph|Hag|Zech|Mal|Wis|Sir|Tob|Bar|Macc|Mat?t|Mk|Mark|Lk|Luke|Jn|John|Acts"
    r"|Rom|Cor|Gal|Eph|Phil|Col|Thess|Tim|Tit|Heb|Jas|James|Pet|Jude|Rev)[a-z]*\.?"
)
_LESSON: Final = r"(?:readings?|lessons?|gospel|epistle|psalm|canticle)\b"
# "First Reading: Daniel 7.9-14", "SECOND READING (1 Cor 15: 12-20)", "Responsorial Psalm 97".
_HEAD = lazy(
    rf"\W*(?:[^\n.!?]{{0,50}}?\b{_LESSON}[^\n.!?]{{0,30}}?\b{_BOOK} \d{{1,3}}"
    r"|(?:responsorial )?psalm \d{1,3}\b(?! (?:is|was|says|tells|reads)\b))",
    re.IGNORECASE,
)
_LEAST: Final = 2  # heads: a service has several lessons, and an article that quotes one psalm is no service
_LONGEST: Final = 40  # blocks of one lesson
_WITHIN = lazy(rf"\W*(?:a {_LESSON}|response\b|refrain\b|alleluia\b|acclamation\b)", re.IGNORECASE)


def recited(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """[start, end) of each lesson with its head, to the next heading or the next head; none where there is no service."""
    heads = [number for number, segment in enumerate(segments) if _is_head(text, segment)]
    if len(heads) < _LEAST:
        return
    for first, after in zip(heads, [*heads[1:], len(segments)], strict=True):
        lesson = segments[first + 1 : min(after, first + _LONGEST)]
        read = list(takewhile(lambda segment: segment.kind != "subhead" or _WITHIN.match(text, segment.start), lesson))
        yield segments[first].start, (read or segments[first : first + 1])[-1].end


def _is_head(text: str, segment: Segment) -> bool:
    return _HEAD.match(text, segment.start, segment.end) is not None
