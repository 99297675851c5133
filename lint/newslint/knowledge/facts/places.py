"""Where figures may begin: one pass of an automaton over the text, so that no pattern has to search for them."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.segment import Segment

_WORDS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety zero hundred thousand million billion trillion dozen half halve third "
    "quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth first second twice thrice doubl halv tripl trebl quadrupl"
)
_SIGNS: Final = "$£€¥₹"
_LEADS: Final = ("a ", "an ", "a-", "rs. ", "rs ", "rs.")
_LED: Final = frozenset(lead[-1] for lead in _LEADS)


def places(document: Document) -> tuple[int, ...]:
    """The offsets of the folded prose at which a figure may begin, ascending; use `document.derived(places)`."""
    text = document.folded().text
    found = set()
    last = -2
    for end, size in _automaton().iter(text):
        at = end - size + 1
        if size == 1:  # a digit
            inside = at == last + 1
            last = at
            if inside:
                continue
        elif at and text[at - 1].isalnum():
            continue
        found.add(at)
        found.update(_led(text, at))
    return tuple(sorted(found))


def with_figures(document: Document) -> list[Segment]:
    """The segments in which a figure may begin, in order; use `document.derived(with_figures)`."""
    view, at = document.folded(), document.derived(places)
    bounds = ((one, view.locate(one.start), view.locate(one.end)) for one in document.segments)
    return [one for one, start, end in bounds if bisect_left(at, start) < bisect_left(at, end)]


def _led(text: str, at: int) -> set[int]:
    """Where a figure begins that has an article, a currency or a point before it."""
    found = {at - len(lead) for lead in _LEADS if text.endswith(lead, 0, at)} if text[at - 1 : at] in _LED else set()
    if text[at - 1 : at] == ".":
        found.add(at - 1)
        at -= 1
    if text[at - 1 : at] and text[at - 1] in _SIGNS:
        found |= {place for place in (at - 3, at - 2, at - 1) if place >= 0}
    return found


@lru_cache(maxsize=1)
def _automaton() -> Any:
    from ahocorasick import Automaton

    automaton = Automaton()
    for word in (*_WORDS.split(), *"0123456789"):
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton
