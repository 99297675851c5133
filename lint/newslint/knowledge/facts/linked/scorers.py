"""How many goals somebody is said to have scored in one match: `scored twice`, `a brace`, `his hat-trick`."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.facts.linked.clash import Clash
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_NAME: Final = r"(?P<name>[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ])"
_HOW: Final = {
    "twice": 2,
    "both goals": 2,
    "both first-half goals": 2,
    "both second-half goals": 2,
    "both of": 2,
    "two goals": 2,
    "two tries": 2,
    "a brace": 2,
    "three times": 3,
    "three goals": 3,
    "a hat-trick": 3,
    "a hat trick": 3,
    "four goals": 4,
    "four times": 4,
    "three tries": 3,
}
_SCORED: Final = lazy(
    rf"{_NAME} (?:had |has |also |then |himself )*(?:scored|netted|struck|grabbed|hit|bagged|got|notched|headed|fired in|"
    rf"scores|nets|hits) (?:his |her )?(?P<how>{'|'.join(_HOW)})\b"
    rf"|{_NAME.replace('name', 'owner')}(?:[’'](?:s)?)? (?P<noun>hat-trick|hat trick|treble|brace|double)\b"
)
_ENDING: Final = lazy(r"[’']s?\Z")
_OTHER: Final = lazy(
    r"\b(?:last (?:week|month|season|year|time)|earlier|previous\w*|against|season|since|games?|matches|first leg|former|"
    r"ago|assist\w*|for the (?:third|second) time|"
    r"denied|almost|nearly|close to|would have|missed|chance|disallowed|ruled out|hat-trick of (?!goals))\b"
)
_SPORT: Final = lazy(
    r"\b(?:goals?|half-time|striker|midfielder|equali[sz]\w+|header|penalty|full-back|kick-off|fly-half|winger)\b"
)


def scorers(document: Document) -> Iterator[Clash]:
    """Scorers of whom the report of a match gives two numbers of goals."""
    text = document.prose.text
    if _SPORT.search(text) is None:
        return
    found: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for hit in _SCORED.finditer(text):
        sentence = document.sentence_at(hit.start())
        if _OTHER.search(text, sentence.start, sentence.end) or not document.quoted.outside(*hit.span()):
            continue
        found[_ENDING.sub("", hit["name"] or hit["owner"])].append((_count(hit), Span(*hit.span())))
    for said in found.values():
        first = said[0]
        other = next((one for one in said if one[0] != first[0]), None)
        if other is not None:
            yield Clash("scorer", other[1], (first[1],), str(first[0]))


def _count(hit: re.Match[str]) -> int:
    if hit["how"]:
        return _HOW[hit["how"]]
    return 3 if hit["noun"] in ("hat-trick", "hat trick", "treble") else 2
